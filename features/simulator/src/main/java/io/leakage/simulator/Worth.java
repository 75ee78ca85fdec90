package io.leakage.simulator;

/**
 * What the background believes an instrument to be worth: a random walk in event time that nobody's orders move. Because the flow keeps
 * one eye on it, what an order pushed away comes back in time.
 */
final class Worth {
    private static final long STREAM = 2;
    private static final double SECOND = 1e9;

    private final Draws draws;
    private final double ticksPerRootSecond;
    private final Course course;
    private double ticks;
    private long lastNanos;

    Worth(Listing listing, long seed, long startNanos) {
        this(listing, seed, startNanos, Course.STEADY);
    }

    Worth(Listing listing, long seed, long startNanos, Course course) {
        this.course = course;
        draws = new Draws(seed, STREAM, listing.locate);
        ticksPerRootSecond = listing.ticksPerRootSecond;
        ticks = (double) listing.openPrice / Listing.TICK;
        lastNanos = startNanos;
    }

    /** Goes on to this instant. */
    void advance(long nanos) {
        double volatility = ticksPerRootSecond * course.volatility(lastNanos);
        ticks += draws.normal() * volatility * Math.sqrt((nanos - lastNanos) / SECOND) + course.ticks(lastNanos, nanos);
        lastNanos = nanos;
    }

    /** {@return the worth in ticks} */
    double ticks() {
        return ticks;
    }
}
