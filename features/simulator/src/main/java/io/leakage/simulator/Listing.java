package io.leakage.simulator;

import io.leakage.api.event.Side;

/** One instrument as the venue lists it: its names, its book, its history, and the character its background flow has. */
final class Listing {
    /** One cent, in 1e-8. */
    static final long TICK = 1_000_000;
    private static final String[] SYMBOLS = {"AKRN", "BOLT", "CEDR", "DRFT", "EMBR", "FJRD", "GLYF", "HAZE", "IONA", "JUNO"};
    private static final long STREAM = 1;

    final int locate;
    final String symbol;
    final ExchangeBook book = new ExchangeBook();
    final QuoteHistory quotes = new QuoteHistory();
    /** First price, in 1e-8. */
    final long openPrice;
    /** Half the spread the flow comes back to, in ticks. */
    final double halfSpreadTicks;
    /** Standard deviation of the worth in one second, in ticks. */
    final double ticksPerRootSecond;
    /** Background decisions a second, on average. */
    final double arrivalsPerSecond;
    /** How much of the price new orders refer to is the mid; the rest is the worth, to which prices come back. */
    final double followMid;
    /** How much likelier a taker buys for each tick the mid is below the worth. */
    final double cheapness;
    /** While it is, nobody trades or comes; who wants to may leave. */
    boolean halted;
    /** Hears of trades in which the background took, null when nobody listens. */
    Trades trades;

    /** Wants to hear that a taker of this side traded, first at this price, at the agenda's present instant. */
    @FunctionalInterface
    interface Trades {
        void traded(Side taker, long price);
    }

    Listing(int locate, long seed) {
        this.locate = locate;
        symbol = symbol(locate);
        Draws draws = new Draws(seed, STREAM, locate);
        openPrice = draws.whole(4_000, 18_000) * TICK;
        halfSpreadTicks = draws.between(0.7, 1.6);
        ticksPerRootSecond = draws.between(0.25, 0.4) * openPrice / TICK / 10_000;
        arrivalsPerSecond = draws.between(15, 22);
        followMid = 0.85;
        cheapness = 0.05;
    }

    /** The middle of what there is, whatever the seed: at 100, so that a cent is a basis point. */
    Listing(int locate) {
        this.locate = locate;
        symbol = symbol(locate);
        openPrice = 10_000 * TICK;
        halfSpreadTicks = 1.15;
        ticksPerRootSecond = 0.32;
        arrivalsPerSecond = 18;
        followMid = 0.85;
        cheapness = 0.05;
    }

    private static String symbol(int locate) {
        return locate <= SYMBOLS.length ? SYMBOLS[locate - 1] : "SIM" + locate;
    }

    /** Writes down the best bid and offer if they changed. */
    void observe(long nanos) {
        quotes.record(nanos, book.bestPrice(Side.BUY, QuoteHistory.NO_PRICE), book.bestPrice(Side.SELL, QuoteHistory.NO_PRICE));
    }

    /** {@return the mid in ticks, the {@code otherwise} when a side is empty} */
    double midTicks(double otherwise) {
        PriceLevel bid = book.best(Side.BUY);
        PriceLevel offer = book.best(Side.SELL);
        return bid == null || offer == null ? otherwise : (bid.price + offer.price) / (2.0 * TICK);
    }
}
