package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Mids summed over time. */
class MidTimeTest {
    private final MidTime sum = new MidTime();
    private final MidTime before = new MidTime();

    @Test
    void aMidCountsForAsLongAsItIsDefined() {
        QuoteTape tape = new QuoteTape();
        tape.append(10, 99, 101, 1, 1, 0);
        tape.append(20, 99, Absent.LONG, 1, 0, Flag.ONE_SIDED.bit());
        tape.append(25, 101, 103, 1, 1, 0);
        tape.keep(1_000);

        assertTrue(tape.midsUntil(35, sum));
        assertEquals(20, sum.known(), "10 at 100, 5 without, 10 at 102");
        assertEquals(2 * (10 * 100 + 10 * 102), sum.total());
        assertTrue(tape.midsUntil(9, sum));
        assertEquals(0, sum.known());
    }

    @Test
    void sumsAreExactInAnyOrderOfAskingAndHoweverLateTheTapeIsKept() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            QuoteTape tape = new QuoteTape();
            List<long[]> rows = new ArrayList<>();
            long nanos = 1_767_364_200_000_000_000L;
            int keptFrom = random.nextInt(200);
            for (int i = 0; i < 900; i++) {
                nanos += random.nextLong(3_000_000_000L);
                long mid = random.nextInt(9) == 0 ? Absent.LONG : 30_000_000_000_000L + random.nextLong(1_000_000_000_000L);
                rows.add(new long[] {nanos, mid});
                tape.append(nanos, mid, mid, 1, 1, mid == Absent.LONG ? Flag.ONE_SIDED.bit() : 0);
                if (i == keptFrom) {
                    tape.keep(2_000);
                }
            }
            long from = rows.get(random.nextInt(400))[0] + random.nextInt(1_000);
            compare(tape, rows, from, from + random.nextLong(1_000_000_000_000L));
        }
    }

    private void compare(QuoteTape tape, List<long[]> rows, long from, long to) {
        assertTrue(tape.midsUntil(from, before) && tape.midsUntil(to, sum));
        sum.since(before);
        BigInteger total = BigInteger.ZERO;
        long known = 0;
        for (int i = 0; i < rows.size(); i++) {
            long begin = Math.max(from, rows.get(i)[0]);
            long end = i + 1 < rows.size() ? Math.min(to, rows.get(i + 1)[0]) : to;
            if (end > begin && rows.get(i)[1] != Absent.LONG) {
                total = total.add(BigInteger.valueOf(2 * rows.get(i)[1]).multiply(BigInteger.valueOf(end - begin)));
                known += end - begin;
            }
        }
        assertEquals(known, sum.known());
        assertEquals(total, BigInteger.valueOf(sum.high()).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(sum.low()))));
        assertEquals(total.doubleValue(), sum.total(), Math.ulp(total.doubleValue()));
    }

    @Test
    void whatIsBeyondTheReachIsNotSummed() {
        QuoteTape tape = new QuoteTape();
        for (int i = 0; i < 2_000; i++) {
            tape.append(i * 1_000_000_000L, 99, 101, i, 1, 0);
        }
        tape.keep(4_000);

        assertFalse(tape.midsUntil(5, sum));
    }
}
