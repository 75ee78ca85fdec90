package io.leakage.marketdata.time;

/**
 * Sees steps of the wall clock beside the monotonic one. A clock that is steered runs up to 500 ppm faster or slower, and so does its
 * distance from the other at most; what is more is a step. One thread.
 */
final class StepWatch {
    private static final double FASTEST_SLEW = 500e-6;

    private final long thresholdNanos;
    private boolean begun;
    private long distance;
    private long lastMono;
    private long lastDoubt;

    /** Steps smaller than the threshold (nanoseconds) are not told. */
    StepWatch(long thresholdNanos) {
        this.thresholdNanos = thresholdNanos;
    }

    /**
     * Takes a reading of the wall clock between two of the monotonic clock.
     *
     * @param monoBefore monotonic nanoseconds before
     * @param wall       nanoseconds since the epoch
     * @param monoAfter  monotonic nanoseconds after
     * @return how far the wall clock jumped since the last reading, nanoseconds, 0 when it did not; forward is positive
     */
    long jump(long monoBefore, long wall, long monoAfter) {
        long doubt = (monoAfter - monoBefore + 1) / 2;
        long mono = monoBefore + doubt;
        long moved = wall - mono - distance;
        long slew = (long) (FASTEST_SLEW * (mono - lastMono));
        boolean jumped = begun && Math.abs(moved) > thresholdNanos + doubt + lastDoubt + slew;
        distance = !begun || jumped ? wall - mono : distance + Math.max(-slew, Math.min(slew, moved));
        begun = true;
        lastMono = mono;
        lastDoubt = doubt;
        return jumped ? moved : 0;
    }
}
