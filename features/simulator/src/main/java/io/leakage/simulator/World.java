package io.leakage.simulator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is true in a simulated market, so that what a scorecard says of it can be checked.
 *
 * @param name           one word
 * @param ghosts         whether our orders never reach the venue, so that nothing at all is ours
 * @param predator       how many levels of the far side a predator takes after each of our footprints, on average; 0 when there is none
 * @param latencyNanos   how long after it the predator comes
 * @param trend          by how much the market drifts against the order all the time, bps a minute
 * @param alpha          by how much it drifts against the order from the order's arrival on, bps a minute
 * @param shock          by how much all instruments jump against a buyer in the middle of the orders' life, bps
 * @param volatility     how much larger the random walk's steps are from the middle on
 * @param hidden         share of takers who find somebody hidden at the mid
 * @param haltSeconds    for how long trading is halted in the middle; 0 for not at all
 * @param gapMillis      how much of the feed is lost in the middle, in milliseconds; 0 for nothing
 * @param followed       whether the desk showed an order at the open, so that the market's past is kept when the parents come
 */
public record World(String name, boolean ghosts, double predator, long latencyNanos, double trend, double alpha, double shock,
        double volatility, double hidden, int haltSeconds, int gapMillis, boolean followed) {
    /** Nothing of what the drop copy tells had any effect. */
    public static final World NOTHING = new World("nothing", true, 0, 500_000, 0, 0, 0, 1, .1, 0, 0, true);
    /** Our orders rest, leave and take, and nobody knows them. */
    public static final World MECHANICAL = new World("mechanical", false, 0, 500_000, 0, 0, 0, 1, .1, 0, 0, true);
    /** The market drifts against us all day. */
    public static final World TREND = new World("trend", false, 0, 500_000, 3, 0, 0, 1, .1, 0, 0, true);
    /** We were right: the market begins to drift when our order comes. */
    public static final World ALPHA = new World("alpha", false, 0, 500_000, 0, 3, 0, 1, .1, 0, 0, true);
    /** The whole market jumps. */
    public static final World SHOCK = new World("shock", false, 0, 500_000, 0, 0, 15, 1, .1, 0, 0, true);
    /** The market becomes four times as volatile. */
    public static final World VOLATILE = new World("volatile", false, 0, 500_000, 0, 0, 0, 4, .1, 0, 0, true);
    /** Trading is halted. */
    public static final World HALT = new World("halt", false, 0, 500_000, 0, 0, 0, 1, .1, 20, 0, true);
    /** A piece of the feed is lost for good. */
    public static final World GAP = new World("gap", false, 0, 500_000, 0, 0, 0, 1, .1, 0, 300, true);

    /** As nothing, and the parents are the day's first orders: nobody kept the market's past. */
    public static final World FIRST = new World("first", true, 0, 500_000, 0, 0, 0, 1, .1, 0, 0, false);

    /** Refuses what cannot be. */
    public World {
        if (!(predator >= 0 && volatility > 0 && hidden >= 0 && hidden <= 1) || latencyNanos < 1 || haltSeconds < 0 || gapMillis < 0) {
            throw new IllegalArgumentException(name + ": predator " + predator + ", latency " + latencyNanos + " ns, volatility "
                    + volatility + ", hidden " + hidden + ", halt " + haltSeconds + " s, gap " + gapMillis + " ms");
        }
    }

    /**
     * {@return the mechanical world with a predator that comes after half a millisecond}
     *
     * @param strength levels it takes after each footprint, on average
     */
    public static World predator(double strength) {
        return new World("predator " + strength, false, strength, 500_000, 0, 0, 0, 1, .1, 0, 0, true);
    }

    /** {@return the worlds in which nobody reacts to our orders} */
    public static List<World> nulls() {
        return List.of(NOTHING, MECHANICAL, TREND, ALPHA, SHOCK, VOLATILE, HALT, GAP, FIRST);
    }

    /**
     * Finds a world.
     *
     * @param name of {@link #nulls}, or {@code predator} and a strength
     * @return the world
     * @throws IllegalArgumentException when there is none
     */
    public static World named(String name) {
        if (name.startsWith("predator")) {
            return predator(Double.parseDouble(name.substring("predator".length()).trim()));
        }
        return nulls().stream().filter(world -> world.name.equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no world '" + name + "', there are predator K, " + names()));
    }

    private static String names() {
        return nulls().stream().map(World::name).collect(Collectors.joining(", "));
    }

    /** {@return whether nobody reacts to our orders, so that every alarm is false} */
    public boolean isNull() {
        return predator == 0;
    }
}
