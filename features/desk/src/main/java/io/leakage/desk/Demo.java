package io.leakage.desk;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.simulator.DayOptions;
import io.leakage.simulator.DropCopySession;
import io.leakage.simulator.LivePlayer;
import io.leakage.simulator.MoldUdp64Sender;
import io.leakage.simulator.Pace;
import io.leakage.simulator.SimulatedDay;
import io.leakage.ui.text.ScorecardText;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;

/**
 * The demo's command: boots the product as {@code features/desk} lists it, sends it a simulated day over real sockets, and shows what it
 * makes of it, on a page or, headless, as the final scorecard on standard output. Everything else is said on standard error.
 */
public final class Demo {
    private static final Duration LOGON = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final long MARKET_WINDOW = 1_000;
    private static final long ORDER_WINDOW = 50;

    private final DemoOptions options;
    private final PrintStream out;
    private final PrintStream err;

    private Demo(DemoOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0 done, 1 could not be done, 2 arguments that cannot be read
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            if (Arrays.asList(arguments).contains("--scenario") && !Arrays.asList(arguments).contains("--help")) {
                return caseStudy(CaseOptions.parse(arguments), out, err);
            }
            DemoOptions options = DemoOptions.parse(arguments);
            if (options.help()) {
                out.print(DemoOptions.HELP);
                return 0;
            }
            new Demo(options, out, err).play();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("demo: " + e.getMessage() + " (--help shows the arguments)");
            return 2;
        } catch (IOException | BundleException | IllegalStateException e) {
            err.println("demo: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("demo: interrupted");
            return 1;
        }
    }

    private static int caseStudy(CaseOptions options, PrintStream out, PrintStream err)
            throws IOException, BundleException, InterruptedException {
        CaseStudy.Outcome outcome = CaseStudy.play(options, new FrameworkFactory(), target(), out, err);
        String objection = CaseStudy.objection(options, outcome);
        if (objection != null) {
            err.println("demo: " + objection);
        }
        return objection == null ? 0 : 1;
    }

    private static Path target() {
        return Path.of(System.getProperty("leakage.root", ""), "features", "desk", "target");
    }

    private void play() throws IOException, BundleException, InterruptedException {
        int port = options.port() == 0 ? FreePort.tcp() : free(options.port());
        Path desk = target();
        SimulatedDay day = SimulatedDay.run(DayOptions.ofSeed(options.seed()));
        err.println("booting Felix with what features/desk lists …");
        LocalDesk local = new LocalDesk(new LocalDesk.Setup(new FrameworkFactory(), desk.resolve("bundles"), desk.resolve("runs"), true,
                port, day.options().date()));
        Thread onInterrupt = new Thread(local::close, "demo-stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        show(local, day);
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
        local.close();
    }

    private void show(LocalDesk local, SimulatedDay day) throws IOException, InterruptedException {
        Scorecard scorecard = local.launcher().service(Scorecard.class);
        err.println("the page is at " + local.url());
        if (!options.headless()) {
            openBrowser(local.url(), err);
        }
        try (MoldUdp64Sender market = new MoldUdp64Sender("SIMULATED", local.feed());
                DropCopySession orders = new DropCopySession("127.0.0.1", local.fixPort(), LocalDesk.SENDER, LocalDesk.TARGET)) {
            if (!orders.awaitLogon(LOGON)) {
                throw new IllegalStateException("no FIX logon on port " + local.fixPort() + " within " + LOGON.toSeconds() + " s");
            }
            ProgressLine progress = new ProgressLine(day, scorecard, err);
            Pace pace = Pace.within(() -> Math.max(0, scorecard.progress().marketSequence()), () -> scorecard.progress().orderEvents(),
                    MARKET_WINDOW, ORDER_WINDOW);
            new LivePlayer(day, market, orders, options.speed(), pace, progress).play();
            awaitSettled(scorecard, market.sent(), day.orders().size());
            progress.end();
        }
        if (options.headless()) {
            refuseLosses(scorecard.progress());
            new ScorecardText(scorecard).writeAll(out);
            out.flush();
            Path cards = options.cards() != null ? options.cards()
                    : target().resolve("cards");
            err.println(CardFolder.write(cards, scorecard) + " scorecards to print, as text, JSON and CSV are in "
                    + cards.toAbsolutePath());
        } else {
            err.println("the day is over; the page stays until you stop this with Ctrl-C");
            new CountDownLatch(1).await();
        }
    }

    /** Until the feed's end, every order message and every number that waits for market data have been taken. */
    static void awaitSettled(Scorecard scorecard, long marketSent, long ordersSent) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        Progress progress = scorecard.progress();
        while (progress.marketSequence() <= marketSent || progress.orderEvents() < ordersSent || awaitsMarket(scorecard)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("sent " + marketSent + " market and " + ordersSent
                        + " order messages, but the scorecard has "
                        + "come no further than " + progress);
            }
            LockSupport.parkNanos(1_000_000);
            progress = scorecard.progress();
        }
    }

    private static boolean awaitsMarket(Scorecard scorecard) {
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (scorecard.read(parent, row)) {
                for (int i = 0; i < Measure.count(); i++) {
                    if (Flag.AWAITING_MARKET_DATA.in(row.flags(Measure.at(i)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static void refuseLosses(Progress progress) {
        if (progress.dropped() > 0 || progress.quarantined() > 0) {
            throw new IllegalStateException("the scorecard is not whole: " + progress.dropped() + " market events dropped, "
                    + progress.quarantined() + " order messages could not be read");
        }
    }

    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IOException("port " + port + " on 127.0.0.1 cannot be had: " + e.getMessage(), e);
        }
    }

    static void openBrowser(String url, PrintStream err) {
        if (System.getenv("DISPLAY") == null) {
            return;
        }
        try {
            new ProcessBuilder("xdg-open", url).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            err.println("no browser was opened: " + e.getMessage());
        }
    }
}
