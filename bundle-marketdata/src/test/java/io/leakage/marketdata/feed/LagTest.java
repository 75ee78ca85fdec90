package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Absent;
import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.LiveSink;
import io.leakage.marketdata.wire.Recourse;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.marketdata.wire.Resequencer;
import io.leakage.marketdata.wire.Silence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a feed is behind, in virtual time: its clock shows an hour more than the venue's. */
class LagTest {
    private static final long MILLI = 1_000_000L;
    private static final long HOUR = 3_600_000L * MILLI;
    private static final byte[] ADD = Wire.add(1, 5, 42, 'B', 1, "INST", 1);

    private final Recording recording = new Recording();
    private final LiveSink sink = new ItchToInlet(recording.inlet(), VenueDay.undated());
    private final Resequencer resequencer = new Resequencer(sink, Recourse.NONE, RecoveryLimits.DEFAULT);
    private final Lag lag = new Lag(sink, LiveSettings.LAG_NANOS);
    private long sequence = 1;

    @Test
    void lagIsTheAgeOverTheShortestAge() {
        lag.told(Absent.LONG, 0);
        lag.told(0, HOUR + 3 * MILLI);
        lag.told(10 * MILLI, HOUR + 12 * MILLI);
        lag.told(20 * MILLI, HOUR + 29 * MILLI);
        lag.told(30 * MILLI, HOUR + 33 * MILLI);

        // ages over the hour: 3, 2, 9 and 3 ms; the shortest is 2
        assertEquals(1 * MILLI, lag.latestNanos());
        assertEquals(7 * MILLI, lag.mostNanos());
    }

    @Test
    void scenario31_aFeedFurtherBehindThanItMayBeIsLaggedAndSaysByHowMuch() {
        resequencer.begin(0);
        handOn(0, 2);
        assertEquals(FeedCondition.FLOWING, state().condition());
        handOn(1_000, 1_002);
        handOn(1_001, 2_003);
        assertEquals(FeedCondition.FLOWING, state().condition(), "1002 ms old, and 2 ms at best: 1000 ms are allowed");
        handOn(1_002, 2_005);
        FeedState lagged = state();
        handOn(2_500, 2_900);

        assertEquals(FeedCondition.LAGGED, lagged.condition());
        assertEquals(1_001 * MILLI, lagged.lagNanos());
        assertEquals("  lag 1001.000 ms, most 1001.000 ms", FeedText.of(List.of(lagged)).lines().toList().get(3));
        assertEquals(FeedCondition.FLOWING, state().condition(), "it caught up to 398 ms");
        assertEquals(1_001 * MILLI, state().maxLagNanos());
        assertEquals(List.of("lagging(1001000000)", "lagging(0)"),
                recording.lines().stream().filter(line -> line.startsWith("lagging")).toList(), "the scores hear of it, and that it is over");
    }

    @Test
    void scenario31_lagIsToldBeforeAnOlderLoss() {
        resequencer.begin(0);
        handOn(0, 0);
        sequence += 2;
        handOn(1, 1);
        resequencer.tick(HOUR);
        assertEquals(FeedCondition.LOSSY, state().condition());
        handOn(2, 5_000);

        assertEquals(FeedCondition.LAGGED, state().condition());
    }

    @Test
    void whoSaysThatNothingMoreIsThereIsNotBehind() {
        resequencer.begin(0);
        handOn(0, 0);
        handOn(1, 5_000);
        lag.caughtUp();

        assertEquals(0, lag.latestNanos());
        assertEquals(4_999 * MILLI, lag.mostNanos());
    }

    @Test
    void anotherSessionIsMeasuredAnew() {
        resequencer.begin(0);
        handOn(100_000, 100_000);
        resequencer.begin(0);
        sequence = 1;
        handOn(0, 200_000);

        assertEquals(0, lag.latestNanos(), "a day played again is old, not late");
    }

    /** Hands on a message that the venue stamped, at a time on its clock, both in milliseconds. */
    private void handOn(long venueMillis, long millis) {
        resequencer.message(sequence++, ADD, 0, ADD.length, 0, millis * MILLI);
        if (lag.moved(resequencer.counts())) {
            lag.told(venueMillis * MILLI, HOUR + millis * MILLI);
        }
    }

    private FeedState state() {
        return new LiveState("nasdaq", "mold-udp", resequencer, new Silence(sink, HOUR), lag).of("", "S", List.of());
    }
}
