package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;

/** What a grandmaster's clockAccuracy (IEEE 1588 table 5) stands for. */
final class PtpAccuracy {
    private static final int FIRST = 0x17;
    /** Picoseconds for 0x17 … 0x30. */
    private static final double[] PICOS = {1, 2.5, 10, 25, 100, 250, 1e3, 2.5e3, 1e4, 2.5e4, 1e5, 2.5e5, 1e6, 2.5e6, 1e7, 2.5e7, 1e8, 2.5e8,
        1e9, 2.5e9, 1e10, 2.5e10, 1e11, 2.5e11, 1e12, 1e13};

    private PtpAccuracy() {
    }

    /** {@return the bound in nanoseconds, rounded up; {@link Absent#LONG} for "more than 10 s", unknown (0xFE) and reserved} */
    static long nanos(int clockAccuracy) {
        int index = clockAccuracy - FIRST;
        return index >= 0 && index < PICOS.length ? (long) Math.ceil(PICOS[index] / 1_000) : Absent.LONG;
    }
}
