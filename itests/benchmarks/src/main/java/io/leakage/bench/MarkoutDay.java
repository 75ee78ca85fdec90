package io.leakage.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A day to take markouts of: quotes of many instruments that come a microsecond or more apart, and fills of them once all have quoted, both
 * in order of time. Every time is a whole number of microseconds, which is as fine as any contestant goes.
 */
final class MarkoutDay {
    static final int INSTRUMENTS = 100;
    static final long START = 1_767_364_200_000_000_000L;
    /** How far from a fill, nanoseconds. */
    static final long[] HORIZONS = {0, 10_000_000L, 100_000_000L, 1_000_000_000L, 5_000_000_000L, 10_000_000_000L, 30_000_000_000L,
        60_000_000_000L, 300_000_000_000L, 1_800_000_000_000L};

    private static final long MICROS = 1_000;
    private static final long TICK = 1_000_000;
    private static final int LONGEST_PAUSE = 4_000;

    final long[] nanos;
    final int[] instrument;
    final long[] bid;
    final long[] offer;
    final long[] fillNanos;
    final int[] fillInstrument;
    final long[] fillPrice;
    /** +1 buys, −1 sells. */
    final int[] fillSide;

    MarkoutDay(int quotes, int fills) {
        SplittableRandom random = new SplittableRandom(7);
        nanos = new long[quotes];
        instrument = new int[quotes];
        bid = new long[quotes];
        offer = new long[quotes];
        long[] at = new long[INSTRUMENTS];
        Arrays.fill(at, 10_000 * TICK);
        long time = START;
        for (int i = 0; i < quotes; i++) {
            time += MICROS * (1 + random.nextInt(LONGEST_PAUSE));
            int of = i < INSTRUMENTS ? i : random.nextInt(INSTRUMENTS);
            at[of] += TICK * (random.nextInt(3) - 1);
            nanos[i] = time;
            instrument[i] = of;
            bid[i] = at[of];
            offer[i] = at[of] + TICK * (1 + random.nextInt(2));
        }
        long from = nanos[INSTRUMENTS] + 1;
        long micros = (time - from) / MICROS;
        fillNanos = random.longs(fills, 0, micros).map(micro -> from / MICROS * MICROS + micro * MICROS).sorted().toArray();
        fillInstrument = random.ints(fills, 0, INSTRUMENTS).toArray();
        fillPrice = random.longs(fills, 9_900, 10_100).map(ticks -> ticks * TICK).toArray();
        fillSide = random.ints(fills, 0, 2).map(side -> 2 * side - 1).toArray();
    }
}
