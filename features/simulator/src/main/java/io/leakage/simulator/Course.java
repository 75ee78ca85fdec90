package io.leakage.simulator;

/**
 * What an instrument's worth is made to do beside its random walk.
 *
 * @param driftFrom      from when on it drifts, nanoseconds since the venue's midnight
 * @param ticksPerSecond how fast
 * @param turn           when it jumps, and its walk gets another size
 * @param jumpTicks      how far it jumps
 * @param volatility     its walk's size from then on, as a multiple of before
 */
record Course(long driftFrom, double ticksPerSecond, long turn, double jumpTicks, double volatility) {
    /** A random walk and nothing else. */
    static final Course STEADY = new Course(Long.MAX_VALUE, 0, Long.MAX_VALUE, 0, 1);

    private static final double SECOND = 1e9;

    /** {@return what comes on top from one instant to another, in ticks} */
    double ticks(long from, long to) {
        double drift = to > driftFrom ? ticksPerSecond * (to - Math.max(from, driftFrom)) / SECOND : 0;
        return from < turn && to >= turn ? drift + jumpTicks : drift;
    }

    /** {@return the walk's size at an instant, as a multiple} */
    double volatility(long nanos) {
        return nanos < turn ? 1 : volatility;
    }
}
