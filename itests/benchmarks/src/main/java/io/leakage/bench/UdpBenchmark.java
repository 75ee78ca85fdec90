package io.leakage.bench;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.WhenFull;
import io.leakage.api.health.FeedState;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.marketdata.feed.ItchToInlet;
import io.leakage.marketdata.feed.LineAddress;
import io.leakage.marketdata.feed.LiveSettings;
import io.leakage.marketdata.feed.UdpFraming;
import io.leakage.marketdata.feed.UdpReceiver;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.marketdata.tape.CountingInlet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The live path over loopback: MoldUDP64 packets of a whole market through the socket, the lines and the decoder, to an inlet that only
 * counts, with the socket buffer the system gives unasked and with the most it gives, and then to an engine's books. At a steady rate, in a
 * burst of one second, and as fast as the sender goes; whatever is lost must be counted. Nobody is asked for what is lost.
 */
final class UdpBenchmark implements Benchmark {
    private static final int RATE = Integer.getInteger("rate", 500_000);
    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final int AVERAGE = 50_000;
    private static final int BURST = 20;
    /** More than the system gives. */
    private static final int LARGE = 16 << 20;
    private static final int BEYOND = 4_000_000;
    private static final int AS_FAST_AS_IT_GOES = Integer.MAX_VALUE;

    @Override
    public String name() {
        return "udp";
    }

    @Override
    public Report run() throws Exception {
        Report report = new Report(name());
        alone(report, 0, ", the system's default buffer");
        alone(report, LARGE, "");
        withEngine(report);
        return report;
    }

    private static void alone(Report report, int buffer, String buffered) throws Exception {
        try (UdpReceiver receiver = open(new CountingInlet(), buffer); MarketSender sender = sender(receiver)) {
            Run run = new Run(() -> 0, receiver, sender);
            run.play(RATE, 2 * RATE);   // warms up
            steady(report, run, "to a counting inlet" + buffered);
        }
    }

    private static void withEngine(Report report) throws Exception {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(65_536, EngineOptions.Wait.BLOCKING, null, null, false, 16))) {
            try (UdpReceiver receiver = open(engine.inlets().market("udp", WhenFull.DROP), LARGE); MarketSender sender = sender(receiver)) {
                Run run = new Run(() -> engine.scorecard().progress().dropped(), receiver, sender);
                run.play(RATE, 2 * RATE);   // warms up
                steady(report, run, "into an engine");
                burst(report, run);
                beyond(report, run);
            }
        }
    }

    private static UdpReceiver open(MarketInlet inlet, int buffer) throws IOException {
        ItchToInlet itch = new ItchToInlet(inlet, VenueDay.of(LocalDate.now(ZoneOffset.UTC), ZoneOffset.UTC));
        return UdpReceiver.open("udp", UdpFraming.MOLD, LiveSettings.of(new LineAddress(InetAddress.getLoopbackAddress(), 0, null)).buffering(buffer), itch);
    }

    private static MarketSender sender(UdpReceiver receiver) throws IOException {
        return new MarketSender(new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port(0)), 8_000, 200_000);
    }

    private static void steady(Report report, Run run, String where) throws Exception {
        String who = String.format("%,d/s %s", RATE, where);
        Outcome outcome = run.play(RATE, RATE * SECONDS);
        report.figure(who, "messages/s", outcome.perSecond(), Goal.atLeast(0.99 * RATE));
        report.figure(who, "lost", outcome.lost(), Goal.atMost(0));
        report.figure(who, "dropped at ring", outcome.dropped(), Goal.atMost(0));
        report.figure(who, "ms lag at the end", outcome.lagMillis());
        report.figure(who + "", "CPU ns/message", outcome.cpuNanos() / outcome.heard());
    }

    private static void burst(Report report, Run run) throws Exception {
        String who = String.format("burst, %d times %,d/s for 1 s", BURST, AVERAGE);
        run.play(AVERAGE, AVERAGE);
        Outcome outcome = run.play(BURST * AVERAGE, BURST * AVERAGE);
        report.figure(who, "messages/s", outcome.perSecond());
        report.figure(who, "lost", outcome.lost());
        report.figure(who, "dropped at ring", outcome.dropped());
        report.figure(who, "ms most lag so far", outcome.mostLagMillis());
        report.figure(who, "ms to drain", outcome.drainMillis());
    }

    private static void beyond(Report report, Run run) throws Exception {
        String who = "as fast as the sender goes";
        Outcome outcome = run.play(AS_FAST_AS_IT_GOES, BEYOND);
        report.figure(who, "messages/s sent", outcome.perSecond());
        report.figure(who, "% heard", 100.0 * outcome.heard() / outcome.sent());
        report.figure(who, "lost", outcome.lost());
        report.figure(who, "not counted", outcome.sent() - outcome.heard() - outcome.lost(), Goal.atMost(0));
        report.figure(who, "ms most lag so far", outcome.mostLagMillis());
    }

    /** What became of the messages of one run. */
    private record Outcome(long sent, double perSecond, long heard, long lost, long dropped, double lagMillis, double mostLagMillis,
            double drainMillis, double cpuNanos) {
    }

    /** Sends so many messages and waits until each was heard or counted as lost. */
    private record Run(LongSupplier droppedAtRing, UdpReceiver receiver, MarketSender sender) {
        Outcome play(int rate, int messages) throws Exception {
            sender.prepare(messages);
            FeedState before = receiver.state();
            long dropped = droppedAtRing.getAsLong();
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            long sent = sender.send(rate);
            long end = System.nanoTime();
            drain();
            FeedState after = receiver.state();
            return new Outcome(sent, sent * 1e9 / (end - begin), after.messages() - before.messages(), after.lost() - before.lost(),
                    droppedAtRing.getAsLong() - dropped, after.lagNanos() / 1e6, after.maxLagNanos() / 1e6,
                    (System.nanoTime() - end) / 1e6, cpuNanos() - cpu);
        }

        /** {@return what the receiver's thread has used, which other load on the machine does not change} */
        private static long cpuNanos() {
            long id = Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("leakage-feed-udp"))
                    .mapToLong(Thread::getId).findFirst().orElseThrow();
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(id);
        }

        private void drain() throws Exception {
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (receiver.lines().resequencer().expected() != sender.next()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("20 s after the end the receiver stands at " + receiver.lines().resequencer().expected()
                            + ", sent were " + (sender.next() - 1));
                }
                sender.heartbeat();
                Thread.onSpinWait();
            }
        }
    }
}
