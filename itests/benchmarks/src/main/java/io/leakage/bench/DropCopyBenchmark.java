package io.leakage.bench;

import io.leakage.api.event.OrderBacklog;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.dropcopy.fix.BareAcceptor;
import io.leakage.dropcopy.fix.DropCopyReader;
import io.leakage.dropcopy.fix.DropCopySession;
import io.leakage.dropcopy.fix.DropCopySource;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.dropcopy.fix.FixVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A drop copy over the loopback, from the moment a report was meant to be sent to the moment it is taken: by QuickFIX/J alone, and by ours,
 * which has made it durable and put it into the ring by then, and by ours with nobody behind it to be woken. All keep their sequence numbers
 * in memory. Then: how long it takes to be durable, with a force and without; several threads that share forces; and how fast a whole day
 * from sequence 1 comes in.
 */
final class DropCopyBenchmark implements Benchmark {
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int DAY = Integer.getInteger("day", 1_000_000);
    private static final int FORCED = Integer.getInteger("forced", 2_000);
    private static final int THREADS = 8;
    private static final int WARM = 100_000;
    private static final int WARM_RATE = 20_000;

    @Override
    public String name() {
        return "dropcopy";
    }

    @Override
    public Report run() throws Exception {
        Path directory = Files.createTempDirectory("dropcopy");
        try {
            Report report = new Report(name());
            beside(report, directory, 1_000);
            beside(report, directory, 10_000);
            durable(report, directory.resolve("cached"), false, Goal.atMost(20));
            durable(report, directory.resolve("forced"), true, Goal.atMost(1_500));
            together(report, directory.resolve("together"));
            day(report, directory.resolve("day"));
            return report;
        } finally {
            delete(directory);
        }
    }

    private static void beside(Report report, Path directory, int rate) throws Exception {
        Flight bare = new Flight("QuickFIX/J", rate);
        Flight reading = new Flight("reading alone", rate);
        Flight ours = new Flight("ours", rate);
        DropCopySource bareSource = source("bare");
        DropCopySource readSource = source("read");
        DropCopySource ourSource = source("ours");
        try (BareAcceptor alone = new BareAcceptor(bareSource, bare::arrived);
                LeakageEngine engine = engine(directory.resolve("beside" + rate), false);
                DropCopySession read = new DropCopySession(readSource, new Timed(new Nowhere(), reading::arrived));
                DropCopySession session = new DropCopySession(ourSource, new Timed(engine.inlets().orders("ours"), ours::arrived))) {
            read.start();
            session.start();
            await("a session to log on to", alone::isListening);
            try (ReportSender toBare = new ReportSender(bareSource.port(), 1);
                    ReportSender toRead = new ReportSender(readSource.port(), 1);
                    ReportSender toOurs = new ReportSender(ourSource.port(), 1)) {
                for (int round = 0; round <= ROUNDS; round++) {
                    boolean first = round % 2 == 0;
                    (first ? bare : ours).fly(first ? toBare : toOurs, round > 0);
                    reading.fly(toRead, round > 0);
                    (first ? ours : bare).fly(first ? toOurs : toBare, round > 0);
                }
            }
        }
        for (int percent : new int[] {50, 90}) {
            bare.tell(report, percent);
            reading.tell(report, percent);
            ours.tell(report, percent);
            report.figure("reading alone / QuickFIX/J, " + rate + " a second", "× p" + percent,
                    reading.micros(percent) / bare.micros(percent));
            report.figure("ours / QuickFIX/J, " + rate + " a second", "× p" + percent, ours.micros(percent) / bare.micros(percent),
                    Goal.atMost(1.05));
        }
    }

    /** What fromApp costs: scan, journal, ring. */
    private static void durable(Report report, Path directory, boolean sync, Goal goal) {
        int count = sync ? FORCED : FORCED * 50;
        Histogram histogram = new Histogram(10_000_000_000L, 3);
        try (LeakageEngine engine = engine(directory, sync)) {
            DropCopyReader reader = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), engine.inlets().orders("durable"));
            for (int n = 0; n < count; n++) {
                byte[] raw = ReportStream.message(n, false);
                long from = System.nanoTime();
                reader.read(raw, 0, raw.length);
                if (n > count / 10) {
                    histogram.recordValue(System.nanoTime() - from);
                }
            }
        }
        String who = sync ? "to the disk" : "to the page cache";
        report.figure(who, "µs p50", histogram.getValueAtPercentile(50) / 1e3, goal);
        report.figure(who, "µs p99", histogram.getValueAtPercentile(99) / 1e3);
    }

    private static void together(Report report, Path directory) throws InterruptedException {
        Histogram histogram = new ConcurrentHistogram(10_000_000_000L, 3);
        long start;
        try (LeakageEngine engine = engine(directory, true)) {
            OrderInlet inlet = engine.inlets().orders("together");
            List<Thread> threads = new ArrayList<>();
            start = System.nanoTime();
            for (int i = 0; i < THREADS; i++) {
                int from = i * FORCED;
                threads.add(new Thread(() -> readAll(inlet, from, histogram), "source-" + i));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String who = THREADS + " threads share forces to the disk";
        report.figure(who, "µs p50", histogram.getValueAtPercentile(50) / 1e3, Goal.atMost(1_500));
        report.figure(who, "reports/s", THREADS * FORCED / seconds);
    }

    private static void readAll(OrderInlet inlet, int from, Histogram histogram) {
        DropCopyReader reader = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), inlet);
        for (int n = from; n < from + FORCED; n++) {
            byte[] raw = ReportStream.message(n, false);
            long begun = System.nanoTime();
            reader.read(raw, 0, raw.length);
            histogram.recordValue(System.nanoTime() - begun);
        }
    }

    /** The venue's numbers stand at a day's end when we log on: everything is asked for and comes again, and is measured to the last. */
    private static void day(Report report, Path directory) throws Exception {
        DropCopySource source = source("day");
        try (LeakageEngine engine = engine(directory, false);
                DropCopySession session = new DropCopySession(source, engine.inlets().orders("day"))) {
            session.start();
            try (ReportSender venue = new ReportSender(source.port(), DAY + 1)) {
                long start = System.nanoTime();
                venue.flood(DAY);
                await("the day's reports", () -> engine.scorecard().progress().orderEvents() >= DAY);
                double seconds = (System.nanoTime() - start) / 1e9;
                report.figure("a day of " + DAY + " reports from sequence 1", "s", seconds, Goal.atMost(60));
                report.figure("a day of " + DAY + " reports from sequence 1", "reports/s", DAY / seconds, Goal.atLeast(20_000));
                report.figure("a day of " + DAY + " reports from sequence 1", "alarms", session.alarms(), Goal.atMost(0));
            }
        }
    }

    private static LeakageEngine engine(Path directory, boolean sync) {
        return new LeakageEngine(new EngineOptions(16_384, EngineOptions.Wait.BLOCKING, directory, null, sync, 16_384));
    }

    private static DropCopySource source(String name) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DropCopySource(name, FixVersion.FIX_4_4, true, "127.0.0.1", socket.getLocalPort(), "LEAK", "EMS", 300, 1,
                    FixScan.DEFAULT_PARENT_TAG, "", "", "UTC", "", 0);
        }
    }

    private static void await(String what, BooleanSupplier holds) {
        for (long patience = 300_000; !holds.getAsBoolean(); patience--) {
            if (patience == 0) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** What became of a sender's reports. The first flight is for the compiler, and not measured. */
    private static final class Flight {
        private final Histogram taken = new Histogram(10_000_000_000L, 3);
        private final String name;
        private final int rate;
        private final long[] planned;
        private final AtomicLong arrived = new AtomicLong();
        private volatile boolean counts;

        Flight(String name, int rate) {
            this.name = name;
            this.rate = rate;
            this.planned = new long[WARM + rate * SECONDS * ROUNDS + 2];
        }

        void arrived(long number) {
            if (counts) {
                taken.recordValue(Math.max(0, System.nanoTime() - planned[(int) number]));
            }
            arrived.set(number);
        }

        void fly(ReportSender sender, boolean measured) throws IOException {
            counts = measured;
            sender.paced(measured ? rate * SECONDS : WARM, 1_000_000_000L / (measured ? rate : WARM_RATE), planned);
            await("report " + sender.sent(), () -> arrived.get() >= sender.sent());
        }

        private double micros(int percent) {
            return taken.getValueAtPercentile(percent) / 1e3;
        }

        void tell(Report report, int percent) {
            report.figure(name + ", " + rate + " a second", "µs p" + percent, micros(percent));
        }
    }

    /** Takes a message and wakes nobody. */
    private static final class Nowhere implements OrderInlet {
        @Override
        public void accept(OrderMessage message) {
            // what the reading cost is spent
        }

        @Override
        public void quarantine(byte[] raw, int offset, int length, String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public Optional<OrderBacklog> backlog() {
            return Optional.empty();
        }
    }

    /** Tells when the inlet has taken a message. */
    private static final class Timed implements OrderInlet {
        private final OrderInlet inlet;
        private final LongConsumer taken;
        private long count;

        Timed(OrderInlet inlet, LongConsumer taken) {
            this.inlet = inlet;
            this.taken = taken;
        }

        @Override
        public void accept(OrderMessage message) {
            inlet.accept(message);
            taken.accept(++count);
        }

        @Override
        public void quarantine(byte[] raw, int offset, int length, String reason) {
            inlet.quarantine(raw, offset, length, reason);
        }

        @Override
        public Optional<OrderBacklog> backlog() {
            return inlet.backlog();
        }
    }
}
