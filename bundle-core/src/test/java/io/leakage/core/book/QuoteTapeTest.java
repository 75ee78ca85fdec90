package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.testing.Garbage;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuoteTapeTest {
    private static final long SECOND = 1_000_000_000L;

    private final QuoteTape tape = new QuoteTape();

    @Test
    void aRowIsInForceFromItsTimeUntilTheNext() {
        quote(10, 100);
        quote(20, 200);

        assertEquals(100, bidAt(10));
        assertEquals(100, bidAt(19));
        assertEquals(200, bidAt(20));
        assertEquals(200, bidAt(Long.MAX_VALUE));
    }

    @Test
    void beforeIsStrict() {
        quote(10, 100);
        quote(20, 200);

        assertEquals(QuoteTape.NO_QUOTE, tape.rowBefore(10));
        assertEquals(100, tape.bid(tape.rowBefore(11)));
        assertEquals(100, tape.bid(tape.rowBefore(20)));
        assertEquals(200, tape.bid(tape.rowBefore(21)));
    }

    @Test
    void ofSeveralRowsAtOneTimeTheLastIsInForce() {
        quote(10, 100);
        quote(20, 200);
        quote(20, 201);
        quote(20, 202);

        assertEquals(202, bidAt(20));
        assertEquals(100, tape.bid(tape.rowBefore(20)));
    }

    @Test
    void anEmptyTapeHasNoQuote() {
        assertEquals(QuoteTape.NO_QUOTE, tape.rowAt(10));
        assertEquals(QuoteTape.NO_QUOTE, tape.rowBefore(10));
        assertEquals(QuoteTape.NO_QUOTE, tape.last());
    }

    @Test
    void aTimeOlderThanTheTapeIsBeforeItsReachAndNeverTheOldestRow() {
        for (int i = 0; i < 300; i++) {
            quote(i * SECOND, i);
        }

        // 300 rows a second apart into 256 places: rows 0 to 43 are gone
        assertEquals(QuoteTape.BEFORE_REACH, tape.rowAt(43 * SECOND));
        assertEquals(44, bidAt(44 * SECOND));
        assertEquals(QuoteTape.BEFORE_REACH, tape.rowBefore(44 * SECOND));
        assertEquals(QuoteTape.BEFORE_REACH, tape.rowAt(5));
        assertEquals(256, tape.rows());
    }

    @Test
    void aBusyTapeGrowsUntilItReachesFiveSecondsBack() {
        for (int i = 0; i < 10_000; i++) {
            quote(i * SECOND / 100, i);
        }

        // 100 rows a second: 512 are the first power of two to span 5 s
        assertEquals(512, tape.rows());
        assertEquals(9_488, bidAt(9_488 * SECOND / 100));
        assertEquals(QuoteTape.BEFORE_REACH, tape.rowAt(9_487 * SECOND / 100));
    }

    @Test
    void aTapeBusierThanThatKeepsItsBoundOfRows() {
        for (int i = 0; i < 10_000; i++) {
            quote(i, i);
        }

        assertEquals(QuoteTape.BUSY_BOUND, tape.rows());
    }

    @Test
    void aFollowedTapeKeepsMore() {
        tape.keep(1_000);
        for (int i = 0; i < 1_100; i++) {
            quote(i * SECOND, i);
        }

        assertEquals(1_024, tape.rows());
        assertEquals(76, bidAt(76 * SECOND));
        assertEquals(QuoteTape.BEFORE_REACH, tape.rowAt(75 * SECOND));
    }

    @Test
    void keepingMoreLaterDoesNotBringBackWhatIsGone() {
        for (int i = 0; i < 300; i++) {
            quote(i * SECOND, i);
        }
        tape.keep(65_536);
        for (int i = 300; i < 5_000; i++) {
            quote(i * SECOND, i);
        }

        assertEquals(QuoteTape.BEFORE_REACH, tape.rowAt(43 * SECOND));
        assertEquals(44, bidAt(44 * SECOND));
        assertEquals(4_321, bidAt(4_321 * SECOND));
    }

    @Test
    void anEarlierTimeIsLiftedToTheLastAndFlagged() {
        quote(20, 200);
        quote(15, 150);

        assertEquals(150, bidAt(20));
        assertEquals(QuoteTape.NO_QUOTE, tape.rowAt(15));
        assertTrue(Flag.CLOCK_INCONSISTENT.in(tape.flags(tape.last())));
        // the mid is still a mid
        assertEquals(150 + 151, tape.midTwice(tape.last()));
    }

    @ParameterizedTest
    @EnumSource(value = Flag.class, names = {"ONE_SIDED", "CROSSED", "HALT", "AUCTION", "MD_GAP", "MD_STALE", "BOOK_SUSPECT"})
    void thereIsNoMidWhere(Flag flag) {
        tape.append(1, 100, 102, 1, 1, flag.bit());

        assertEquals(Absent.LONG, tape.midTwice(tape.last()));
        assertTrue(flag.in(tape.flags(tape.last())));
    }

    @Test
    void aLockedBookHasAMid() {
        tape.append(1, 101, 101, 1, 1, Flag.LOCKED.bit());

        assertEquals(202, tape.midTwice(tape.last()));
    }

    @Test
    void everyQuestionGetsTheAnswerOfASortedMap() {
        SplittableRandom random = new SplittableRandom(11);
        TreeMap<Long, Long> expected = new TreeMap<>();
        tape.keep(4_096);
        long time = 0;
        for (int i = 0; i < 4_000; i++) {
            time += random.nextInt(4);
            quote(time, i);
            expected.put(time, (long) i);
        }

        for (long nanos = -1; nanos <= time + 1; nanos++) {
            assertSame(expected.floorEntry(nanos), tape.rowAt(nanos));
            assertSame(expected.lowerEntry(nanos), tape.rowBefore(nanos));
            long earlier = nanos - random.nextInt(300);
            int row = tape.rowBefore(nanos);
            assertEquals(tape.rowBefore(earlier), row < 0 ? row : tape.rowBefore(earlier, row));
        }
    }

    @Test
    void aGrownTapeLeavesNoGarbage() {
        for (int i = 0; i < QuoteTape.BUSY_BOUND; i++) {
            quote(i, i);
        }
        AtomicInteger quoted = new AtomicInteger(QuoteTape.BUSY_BOUND);

        assertEquals(0, Garbage.bytesOf(() -> {
            for (int i = 0; i < 2 * QuoteTape.BUSY_BOUND; i++) {
                int next = quoted.getAndIncrement();
                quote(next, next);
                tape.rowAt(next - 100);
                tape.rowBefore(next - 7);
            }
        }));
    }

    private void quote(long nanos, long bid) {
        tape.append(nanos, bid, bid + 1, 10, 20, 0);
    }

    private long bidAt(long nanos) {
        return tape.bid(tape.rowAt(nanos));
    }

    private void assertSame(Map.Entry<Long, Long> expected, int row) {
        if (expected == null) {
            assertEquals(QuoteTape.NO_QUOTE, row);
        } else {
            assertEquals(expected.getValue(), tape.bid(row));
        }
    }
}
