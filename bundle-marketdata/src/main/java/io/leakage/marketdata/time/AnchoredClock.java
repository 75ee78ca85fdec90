package io.leakage.marketdata.time;

/**
 * The machine's clock without an object per reading: the monotonic clock, tied to the wall clock anew every second and whenever the two
 * are more than a millisecond apart. One thread.
 */
final class AnchoredClock {
    private static final long HOLDS_NANOS = 1_000_000_000L;
    private static final long NANOS_A_MILLI = 1_000_000L;
    private static final long TIGHT_NANOS = 2_000;
    private static final int TRIES = 5;

    private long anchorMono;
    private long distance;

    AnchoredClock() {
        anchor();
    }

    /** {@return nanoseconds since the epoch} */
    long epochNanos() {
        long mono = System.nanoTime();
        long apart = (mono + distance) / NANOS_A_MILLI - System.currentTimeMillis();
        if (mono - anchorMono > HOLDS_NANOS || apart > 1 || apart < -1) {
            anchor();
            mono = System.nanoTime();
        }
        return mono + distance;
    }

    /** The tightest of a few: a thread that is put aside between two clocks sees them apart. */
    private void anchor() {
        long tightest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && tightest > TIGHT_NANOS; i++) {
            long before = System.nanoTime();
            long wall = WallClock.epochNanos();
            long after = System.nanoTime();
            if (after - before < tightest) {
                tightest = after - before;
                distance = wall - before - (after - before) / 2;
                anchorMono = after;
            }
        }
    }
}
