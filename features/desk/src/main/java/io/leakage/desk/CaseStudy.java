package io.leakage.desk;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.health.AuditTrail;
import io.leakage.api.health.ClockHealth;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchState;
import io.leakage.simulator.Algo;
import io.leakage.simulator.BrokerSession;
import io.leakage.simulator.CaseDay;
import io.leakage.simulator.CasePlayer;
import io.leakage.simulator.DeskMessage;
import io.leakage.simulator.DropCopySession;
import io.leakage.simulator.MoldUdp64Sender;
import io.leakage.simulator.Pace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The case study: an order worked by a pattern that somebody learns to know, the scorecard that notices, the advice, a person's approval or
 * two persons' permission, the cancel/replace on the wire, and what became of it. All over real sockets; only the market and the broker are
 * simulated. One thread.
 */
public final class CaseStudy {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long NAP_NANOS = 2_000_000;
    /** The day stands still so long at most while a machine decides. */
    private static final long STANDING_NANOS = 10_000_000_000L;
    /** While a trader decides. */
    private static final long THINKING_NANOS = 180_000_000_000L;

    private final CaseOptions options;
    private final CaseTrader trader;
    private final PrintStream out;
    private final PrintStream err;
    private final AtomicReference<DeskMessage> asked = new AtomicReference<>();
    private CaseDesk desk;
    private CaseDay day;
    private BrokerSession broker;
    private CaseStory story;
    private Algo algo;
    private CompletableFuture<String> approval;
    private boolean whole;
    private boolean told;
    private long standingSince;

    private CaseStudy(CaseOptions options, CaseTrader trader, PrintStream out, PrintStream err) {
        this.options = options;
        this.trader = trader;
        this.out = out;
        this.err = err;
    }

    /**
     * How it went.
     *
     * @param story what the scorecard showed
     * @param algo  how the broker worked the order in the end
     * @param whole whether every line of the audit is as it was written
     */
    public record Outcome(CaseStory story, Algo algo, boolean whole) {
    }

    /**
     * Plays the day to its end.
     *
     * @param options what it is like
     * @param factory whose framework
     * @param target  features/desk's build folder
     * @param out     gets the story and the scorecard
     * @param err     gets what else there is to say
     * @return how it went
     */
    public static Outcome play(CaseOptions options, FrameworkFactory factory, Path target, PrintStream out, PrintStream err)
            throws IOException, BundleException, InterruptedException {
        return play(options, null, factory, target, out, err);
    }

    /** The same before a trader, null for none, who decides in place of a headless command. */
    public static Outcome play(CaseOptions options, CaseTrader trader, FrameworkFactory factory, Path target, PrintStream out,
            PrintStream err) throws IOException, BundleException, InterruptedException {
        CaseStudy study = new CaseStudy(options, trader, out, err);
        err.println("booting Felix with what features/desk lists …");
        try (CaseDesk desk = new CaseDesk(factory, target, options)) {
            study.desk = desk;
            Thread onInterrupt = new Thread(desk::close, "case-study-stop");
            Runtime.getRuntime().addShutdownHook(onInterrupt);
            study.play();
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
        return new Outcome(study.story, study.algo, study.whole);
    }

    private void play() throws IOException, InterruptedException {
        LocalDesk local = desk.local();
        Scorecard scorecard = local.launcher().service(Scorecard.class);
        story = new CaseStory(scorecard, out::println);
        err.println("the page is at " + local.url());
        if (!options.headless()) {
            Demo.openBrowser(local.url(), err);
        }
        if (trader != null) {
            trader.begins(local.url(), desk.token());
        }
        try (MoldUdp64Sender market = new MoldUdp64Sender("SIMULATED", local.feed());
                DropCopySession copy = new DropCopySession("127.0.0.1", local.fixPort(), LocalDesk.SENDER, LocalDesk.TARGET);
                BrokerSession session = new BrokerSession(desk.orderPort(), CaseDesk.BROKER, LocalDesk.TARGET, this::asked)) {
            broker = session;
            await(broker::isLoggedOn, "no logon on the order session");
            if (!copy.awaitLogon(PATIENCE)) {
                throw new IllegalStateException("no FIX logon on port " + local.fixPort());
            }
            ClockHealth clock = local.launcher().service(ClockHealth.class);
            await(() -> clock.report().state() == ClockState.LOCKED, "the clock is not LOCKED: " + clock.report());
            day = new CaseDay(CaseDay.Options.of(options.seed(), options.predator()), market);
            if (options.auto()) {
                for (String line : desk.autoOn()) {
                    story.say(day.now(), line);
                }
            }
            Pace taken = Pace.within(() -> Math.max(0, scorecard.progress().marketSequence()),
                    () -> scorecard.progress().orderEvents(), 0, 0);
            CasePlayer player = new CasePlayer(day, market, copy, this::answers, options.speed(), taken, this::stands);
            player.play();
            Demo.awaitSettled(scorecard, market.sent(), player.ordersSent());
        }
        finish(local, scorecard);
    }

    private void finish(LocalDesk local, Scorecard scorecard) throws IOException, InterruptedException {
        Demo.refuseLosses(scorecard.progress());
        algo = day.algo();
        story.look(day.now());
        AuditTrail audit = local.launcher().service(AuditTrail.class);
        whole = audit.isWhole();
        new CaseReport(scorecard, story, options).write(out);
        out.println("audit: " + audit.verify());
        out.flush();
        if (trader != null) {
            trader.ends();
        }
        if (!options.headless()) {
            err.println("the day is over; the page stays until you stop this with Ctrl-C");
            new CountDownLatch(1).await();
        }
    }

    /** A request reached the broker, on its session's thread. */
    private void asked(DeskMessage request) {
        day.request(request);
        asked.set(request);
    }

    private void tellRequest() {
        DeskMessage request = asked.getAndSet(null);
        if (request != null) {
            story.wire(day.now(), "on the order session:", request);
            told = true;
        }
    }

    private void answers(DeskMessage message) {
        tellRequest();
        broker.send(message);
        story.wire(day.now(), "the broker answers:", message);
    }

    /** {@return whether no time may pass, since somebody decides who needs none} */
    private boolean stands() {
        boolean answered = approval != null && approval.isDone();
        if (answered) {
            story.say(day.now(), approval.join());
            approval = null;
        }
        AlgoSwitch one = story.look(day.now());
        tellRequest();
        boolean inVain = answered && one.state() == SwitchState.PROPOSED;   // then time has to pass
        boolean waits = one != null && !told && !inVain && waits(one);
        standingSince = waits ? standingSince == 0 ? System.nanoTime() : standingSince : 0;
        return waits && System.nanoTime() - standingSince < (trader == null ? STANDING_NANOS : THINKING_NANOS);
    }

    private boolean waits(AlgoSwitch one) {
        return switch (one.state()) {
            case PROPOSED -> one.capable() == Capable.NOT_ASKED || one.capable() == Capable.YES && !options.auto() && approves(one);
            case APPROVED, SENT -> true;
            default -> false;
        };
    }

    /** {@return whether somebody is approving it who needs no time} */
    private boolean approves(AlgoSwitch one) {
        if (!options.headless()) {
            askPerson(one);
            return false;
        }
        if (approval == null) {
            approval = CompletableFuture.supplyAsync(() -> trader == null ? desk.approve(one.number())
                    : trader.decides(one));   // the feed's heartbeats go on meanwhile
        }
        return true;
    }

    /** A person at the terminal decides, while the day goes on. */
    private void askPerson(AlgoSwitch one) {
        if (told) {
            return;
        }
        told = true;
        err.println("switch " + one.number() + ": type approve or reject, and Enter (until it expires)");
        Thread reader = new Thread(() -> {
            try {
                String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
                Inlets inlets = desk.local().launcher().service(Inlets.class);
                if ("approve".equals(line)) {
                    inlets.switches().approve(one.number(), CaseDesk.TRADER);
                } else if (line != null) {
                    inlets.switches().reject(one.number(), CaseDesk.TRADER);
                }
            } catch (IOException e) {
                err.println("cannot read the terminal: " + e.getMessage());
            }
        }, "case-study-person");
        reader.setDaemon(true);
        reader.start();
    }

    private static void await(BooleanSupplier there, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(otherwise + " within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** {@return what is wrong with how it went, null when nothing is} */
    static String objection(CaseOptions options, Outcome outcome) {
        boolean switched = outcome.story().states().contains(SwitchState.REPLACED);
        if (!outcome.whole()) {
            return "the audit is not whole";
        }
        return options.headless() && options.predator() >= 1 && !switched ? "the order was not switched" : null;
    }
}
