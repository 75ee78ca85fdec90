package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.event.LeakageEvent;
import io.leakage.marketdata.feed.FeedFormat;
import io.leakage.marketdata.feed.RecordedFeed;
import io.leakage.marketdata.feed.VenueDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The placebo test for the day's first order in an instrument: one that never was, alone on its day, in a market whose past nobody kept.
 * {@code -Dleakage.firsts} of them begin one after another over the day.
 */
class FirstOrdersTest {
    private static final int ORDERS = Integer.getInteger("leakage.firsts", 50);
    private static final long SECOND = 1_000_000_000L;
    private static final long LIFE = 300 * SECOND;
    /** Until the last window is over. */
    private static final long TAIL = 12 * SECOND;

    private double peak;
    private long traded;
    private int aggressor;

    @Test
    void firstOrdersOnGoogleAlarmNoOftenerThanPromised() throws IOException {
        haunt(FeedFormat.LOBSTER, "lobster/LOBSTER_SampleFile_GOOG_2012-06-21_1.zip", "GOOG", 23_000, ORDERS, 8);
    }

    @Test
    void busyFirstOrdersOnGoogleAlarmNoOftenerThanPromised() throws IOException {
        haunt(FeedFormat.LOBSTER, "lobster/LOBSTER_SampleFile_GOOG_2012-06-21_1.zip", "GOOG", 23_000, ORDERS, 1);
    }

    @Test
    void firstOrdersOnAppleBeforeTheOpenAlarmNoOftenerThanPromised() throws IOException {
        haunt(FeedFormat.ITCH50, "itch/aapl-20200130-premarket-10k.itch50", "AAPL", 5_700, 4 * ORDERS, 2);
    }

    /** The last two: seconds of the day among which they begin, and from one of its acts to the next on average. */
    private void haunt(FeedFormat format, String file, String symbol, int seconds, int orders, double pause) throws IOException {
        Path day = Path.of(System.getProperty("leakage.data", "../../../shared/data")).resolve(file);
        assumeTrue(Files.exists(day), day + " is not there");
        List<Double> peaks = new ArrayList<>();
        double footprints = 0;
        for (int i = 0; i < orders; i++) {
            double counted = play(format, day, symbol, (i + .5) / orders * seconds, pause, new Random(i));
            if (counted > 0) {
                peaks.add(peak);
                footprints += counted;
            }
        }
        for (double alpha : new double[] {.2, .05, .02}) {
            double share = peaks.stream().filter(most -> most >= 1 / alpha).count() / (double) peaks.size();
            System.out.printf("%s: %d first orders, %.0f footprints each, alpha %.2f: %.1f %%%n", file, peaks.size(),
                    footprints / peaks.size(), alpha, 100 * share);
            assertTrue(share <= alpha + 3 * Math.sqrt(alpha * (1 - alpha) / peaks.size()), share + " at " + alpha);
        }
        assertTrue(peaks.size() >= 40 && footprints > 10 * peaks.size(), "too few to say: " + peaks.size() + ", " + footprints);
    }

    /** {@return how many of its footprints counted} */
    private double play(FeedFormat format, Path day, String symbol, double second, double pause, Random random) throws IOException {
        peak = 0;
        traded = Absent.LONG;
        ReplayEngine engine = new ReplayEngine(this::witness);
        OrderInlet orders = engine.inlets().orders("ghosts");
        try (RecordedFeed feed = format.open(day, VenueDay.live(ZoneId.of("America/New_York")),
                engine.inlets().market("venue", WhenFull.WAIT), problem -> { })) {
            feed.next();
            long begin = feed.venueNanos() + (long) (second * SECOND);
            while (feed.venueNanos() < begin && feed.next()) {
                continue;
            }
            work(feed, orders, symbol, begin, pause, random);
        }
        ParentRow row = new ParentRow();
        boolean shown = engine.scorecard().parents() > 0 && engine.scorecard().read(0, row);
        return shown && row.status(Measure.EVIDENCE) != Status.SUPPRESSED ? row.input(Input.named("footprints_10ms")) : 0;
    }

    private void work(RecordedFeed feed, OrderInlet orders, String symbol, long begin, double pause, Random random) throws IOException {
        int ghost = random.nextInt(2);
        int act = 0;
        orders.accept(new Ghost(symbol, ghost, act++).arrive(begin));
        long next = begin + pause(pause, random);
        long fillFrom = Long.MAX_VALUE;
        while (feed.next() && feed.venueNanos() < begin + LIFE + TAIL) {
            if (traded != Absent.LONG && traded >= fillFrom && aggressor == (ghost == 0 ? -1 : 1)) {
                orders.accept(new Ghost(symbol, ghost, act++).fill(traded));
                fillFrom = Long.MAX_VALUE;
            }
            traded = Absent.LONG;
            if (feed.venueNanos() >= next && next < begin + LIFE) {
                if (random.nextInt(4) == 0) {
                    fillFrom = next;   // the next public trade that hits its side shall be its own
                } else {
                    orders.accept(new Ghost(symbol, ghost, act++).show(next, random.nextBoolean()));
                }
                next += pause(pause, random);
            }
        }
    }

    private static long pause(double seconds, Random random) {
        return (long) (-Math.log(1 - random.nextDouble()) * seconds * SECOND);
    }

    private void witness(LeakageEvent event) {
        for (int i = 0; event.rows() != null && i < event.rows().parents(); i++) {
            ParentRow row = event.rows().parent(i);
            if (row.status(Measure.EVIDENCE) != Status.SUPPRESSED) {
                peak = Math.max(peak, row.value(Measure.EVIDENCE));
            }
        }
        switch (event.kind()) {
            case EXECUTED, TRADED -> {
                traded = event.venueNanos;
                aggressor = event.side() == null ? 0 : -event.side().sign();
            }
            default -> { }
        }
    }
}
