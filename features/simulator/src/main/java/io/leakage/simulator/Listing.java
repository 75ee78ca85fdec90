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

    Listing(int locate, long seed) {
        this.locate = locate;
        symbol = locate <= SYMBOLS.length ? SYMBOLS[locate - 1] : "SIM" + locate;
        Draws draws = new Draws(seed, STREAM, locate);
        openPrice = draws.whole(4_000, 18_000) * TICK;
        halfSpreadTicks = draws.between(0.7, 1.6);
        ticksPerRootSecond = draws.between(0.25, 0.4) * openPrice / TICK / 10_000;
        arrivalsPerSecond = draws.between(15, 22);
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
