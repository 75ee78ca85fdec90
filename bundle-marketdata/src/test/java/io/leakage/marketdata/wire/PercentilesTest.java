package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.testing.Garbage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private final Percentiles percentiles = new Percentiles();

    @Test
    void nothingCountedIsNothing() {
        assertEquals(0, percentiles.at(0.5));
        assertEquals(0, percentiles.max());
    }

    @Test
    void smallDurationsAreExact() {
        for (int nanos = 0; nanos < 4; nanos++) {
            percentiles.add(nanos);
        }

        assertEquals(0, percentiles.at(0.25));
        assertEquals(1, percentiles.at(0.5));
        assertEquals(3, percentiles.at(1));
    }

    @Test
    void aPercentileIsNeverTooSmallAndAtMostAQuarterTooLarge() {
        Random random = new Random(5);
        long[] durations = random.longs(10_000, 0, 1L << 40).map(nanos -> nanos >>> random.nextInt(40)).toArray();
        Arrays.stream(durations).forEach(percentiles::add);
        Arrays.sort(durations);

        for (double share : new double[] {0.01, 0.1, 0.5, 0.9, 0.99, 1}) {
            long exact = durations[(int) Math.ceil(share * durations.length) - 1];
            long told = percentiles.at(share);
            assertTrue(exact <= told && told <= exact * 1.25, share + ": exact " + exact + ", told " + told);
        }
        assertEquals(durations[durations.length - 1], percentiles.max());
    }

    @Test
    void theLongestDurationHasAPlaceAndANegativeOneCountsAsZero() {
        percentiles.add(Long.MAX_VALUE);
        percentiles.add(-1);

        assertEquals(0, percentiles.at(0.5));
        assertEquals(Long.MAX_VALUE, percentiles.at(1));
    }

    @Test
    void countingLeavesNoGarbage() {
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                percentiles.add(i * 1_000L);
            }
        }));
    }
}
