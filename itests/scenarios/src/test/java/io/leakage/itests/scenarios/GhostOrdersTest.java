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
 * The placebo test: orders that never were, at random times of a real day. Whatever alarm they raise is false, so they may raise it no more often
 * than was promised, at whichever of their footprints one looks. {@code -Dleakage.ghosts} plays each day so often.
 */
class GhostOrdersTest {
    private static final int PLAYS = Integer.getInteger("leakage.ghosts", 3);
    private static final long SECOND = 1_000_000_000L;
    /** A ghost lives so long; one at a time. */
    private static final long LIFE = 300 * SECOND;

    private final List<Double> peaks = new ArrayList<>();
    private double footprints;

    @Test
    void ghostsOnGoogleAtOneLevelAlarmNoOftenerThanPromised() throws IOException {
        haunt(FeedFormat.LOBSTER, "lobster/LOBSTER_SampleFile_GOOG_2012-06-21_1.zip", "GOOG", PLAYS);
    }

    @Test
    void ghostsOnGoogleAtFiveLevelsAlarmNoOftenerThanPromised() throws IOException {
        haunt(FeedFormat.LOBSTER, "lobster/LOBSTER_SampleFile_GOOG_2012-06-21_5.zip", "GOOG", PLAYS);
    }

    @Test
    void ghostsOnAppleBeforeTheOpenAlarmNoOftenerThanPromised() throws IOException {
        haunt(FeedFormat.ITCH50, "itch/aapl-20200130-premarket-10k.itch50", "AAPL", 10 * PLAYS);
    }

    private void haunt(FeedFormat format, String file, String symbol, int plays) throws IOException {
        Path day = Path.of(System.getProperty("leakage.data", "../../../shared/data")).resolve(file);
        assumeTrue(Files.exists(day), day + " is not there");
        for (int play = 0; play < plays; play++) {
            play(format, day, symbol, new Random(play));
        }
        for (double alpha : new double[] {.2, .05, .02}) {
            long alarms = peaks.stream().filter(peak -> peak >= 1 / alpha).count();
            double share = alarms / (double) peaks.size();
            System.out.printf("%s: %d ghosts, %.0f footprints, alpha %.2f: %d alarms, %.1f %%%n", file, peaks.size(), footprints, alpha, alarms,
                    100 * share);
            assertTrue(share <= alpha + 3 * Math.sqrt(alpha * (1 - alpha) / peaks.size()), share + " at " + alpha);
        }
        assertTrue(peaks.size() >= 20 && footprints > 10 * peaks.size(), "too few to say: " + peaks.size() + ", " + footprints);
    }

    private void play(FeedFormat format, Path day, String symbol, Random random) throws IOException {
        double[] peak = new double[10_000];
        long[] traded = {Absent.LONG, 0};
        ReplayEngine engine = new ReplayEngine(event -> witness(event, peak, traded));
        OrderInlet orders = engine.inlets().orders("ghosts");
        int ghost = -1;
        int footprint = 0;
        try (RecordedFeed feed = format.open(day, VenueDay.live(ZoneId.of("America/New_York")), engine.inlets().market("venue", WhenFull.WAIT),
                problem -> { })) {
            feed.next();
            long next = feed.venueNanos();
            long until = next;
            long fillFrom = Long.MAX_VALUE;
            long last = Absent.LONG;
            while (feed.next()) {
                long now = feed.venueNanos();
                boolean passive = traded[0] != last && traded[0] >= fillFrom && traded[1] == (ghost % 2 == 0 ? -1 : 1);
                last = traded[0];
                if (passive) {
                    orders.accept(new Ghost(symbol, ghost, footprint++).fill(traded[0]));
                    fillFrom = Long.MAX_VALUE;
                }
                if (now >= until) {
                    ghost++;
                    until = now + LIFE;
                    orders.accept(new Ghost(symbol, ghost, footprint++).arrive(now));
                    next = now + pause(random);
                } else if (now >= next) {
                    if (random.nextInt(4) == 0) {
                        fillFrom = next;   // the next public trade that hits its side shall be its own
                    } else {
                        orders.accept(new Ghost(symbol, ghost, footprint++).show(next, random.nextBoolean()));
                    }
                    next += pause(random);
                }
            }
        }
        ParentRow row = new ParentRow();
        for (int i = 0; i < engine.scorecard().parents(); i++) {
            engine.scorecard().read(i, row);
            if (row.status(Measure.EVIDENCE) != Status.SUPPRESSED) {
                peaks.add(peak[i]);
                footprints += row.input(Input.named("footprints_10ms"));
            }
        }
    }

    private static long pause(Random random) {
        return (long) (-Math.log(1 - random.nextDouble()) * 8 * SECOND);
    }

    private static void witness(LeakageEvent event, double[] peak, long[] traded) {
        for (int i = 0; event.rows() != null && i < event.rows().parents(); i++) {
            ParentRow row = event.rows().parent(i);
            if (row.status(Measure.EVIDENCE) != Status.SUPPRESSED) {
                peak[row.number()] = Math.max(peak[row.number()], row.value(Measure.EVIDENCE));
            }
        }
        switch (event.kind()) {
            case EXECUTED, TRADED -> {
                traded[0] = event.venueNanos;
                traded[1] = event.side() == null ? 0 : -event.side().sign();
            }
            default -> { }
        }
    }
}
