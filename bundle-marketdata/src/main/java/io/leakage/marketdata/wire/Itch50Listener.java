package io.leakage.marketdata.wire;

/**
 * Every message of Nasdaq TotalView-ITCH 5.0, as primitives; what a listener does not care for it leaves out. Called by
 * {@link Itch50Decoder} on the caller's thread.
 *
 * <p>In every message {@code locate} is the stock's number for the day (0 when the message concerns none), {@code tracking} Nasdaq's
 * internal tracking number, {@code nanos} nanoseconds since midnight in the venue's zone. {@code stock} is the symbol as {@link Alpha},
 * texts of four bytes are an {@code int} of the same kind. Prices ending in 4 are units of 1e-4, those ending in 8 units of 1e-8.
 * Shares and prices are unsigned.
 */
public interface Itch50Listener {
    /** S: the venue's day went a step on; O, S, Q, M, E, C. */
    default void systemEvent(int locate, int tracking, long nanos, char event) {
    }

    /**
     * R: a stock of today.
     *
     * @param category          market category (Q, G, S Nasdaq tiers; N NYSE; A American; P Arca; Z BATS; V IEX)
     * @param financialStatus   D deficient, E delinquent, Q bankrupt, S suspended, N normal, …
     * @param roundLot          shares of a round lot
     * @param roundLotsOnly     Y or N
     * @param classification    issue classification
     * @param subType           issue sub-type, two letters in the low 16 bits
     * @param authenticity      P live, T test
     * @param shortSaleThreshold Y, N or space
     * @param ipo               Y, N or space
     * @param luldTier          1, 2 or space
     * @param etp               Y, N or space
     * @param etpLeverage       leverage factor
     * @param inverse           Y or N
     */
    default void stockDirectory(int locate, int tracking, long nanos, long stock, char category, char financialStatus, long roundLot,
            char roundLotsOnly, char classification, int subType, char authenticity, char shortSaleThreshold, char ipo, char luldTier,
            char etp, long etpLeverage, char inverse) {
    }

    /** H: trading state H halted, P paused, Q quotation only, T trading; {@code reason} four letters. */
    default void tradingAction(int locate, int tracking, long nanos, long stock, char state, int reason) {
    }

    /** Y: Reg SHO short-sale price test; 0 none, 1 intraday drop, 2 in effect. */
    default void regSho(int locate, int tracking, long nanos, long stock, char action) {
    }

    /** L: a market participant's position in a stock; {@code primary} Y or N, {@code mode} and {@code state} as the venue says. */
    default void participantPosition(int locate, int tracking, long nanos, int participant, long stock, char primary, char mode,
            char state) {
    }

    /** V: today's market-wide circuit breaker levels. */
    default void breakerLevels(int locate, int tracking, long nanos, long level1Price8, long level2Price8, long level3Price8) {
    }

    /** W: a market-wide circuit breaker level (1, 2, 3) was breached. */
    default void breakerBreached(int locate, int tracking, long nanos, char level) {
    }

    /** K: quoting period of an IPO; release in seconds since midnight, qualifier A anticipated or C cancelled. */
    default void ipoQuoting(int locate, int tracking, long nanos, long stock, long releaseSeconds, char qualifier, long ipoPrice4) {
    }

    /** J: collars of the auction after a limit-up limit-down pause, and how often it was extended. */
    default void auctionCollar(int locate, int tracking, long nanos, long stock, long referencePrice4, long upperPrice4, long lowerPrice4,
            long extension) {
    }

    /** h: operational halt at one market (Q Nasdaq, B BX, X PSX); action H halted, T trading. */
    default void operationalHalt(int locate, int tracking, long nanos, long stock, char market, char action) {
    }

    /** A: a displayed order; {@code side} B or S. */
    default void added(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4) {
    }

    /** F: a displayed order with its participant's name; told as {@link #added} unless overridden. */
    default void addedBy(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4,
            int participant) {
        added(locate, tracking, nanos, order, side, shares, stock, price4);
    }

    /** E: a displayed order traded at its price. */
    default void executed(int locate, int tracking, long nanos, long order, long shares, long match) {
    }

    /** C: a displayed order traded at another price; {@code printable} Y or N. */
    default void executedAt(int locate, int tracking, long nanos, long order, long shares, long match, char printable, long price4) {
    }

    /** X: part of an order was cancelled. */
    default void cancelled(int locate, int tracking, long nanos, long order, long shares) {
    }

    /** D: an order left the book. */
    default void deleted(int locate, int tracking, long nanos, long order) {
    }

    /** U: an order was replaced by another. */
    default void replaced(int locate, int tracking, long nanos, long order, long newOrder, long shares, long price4) {
    }

    /** P: a trade against an order not displayed; {@code side} is that order's. */
    default void traded(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4, long match) {
    }

    /** Q: a cross; {@code crossType} O opening, C closing, H halt or IPO, I intraday; 0 shares when none took place. */
    default void crossed(int locate, int tracking, long nanos, long shares, long stock, long price4, long match, char crossType) {
    }

    /** B: an earlier print never happened. */
    default void broken(int locate, int tracking, long nanos, long match) {
    }

    /**
     * I: net order imbalance before a cross.
     *
     * @param paired     shares that would trade at the reference price
     * @param imbalance  shares left over
     * @param direction  B, S, N none, O too few orders, P paused
     * @param variation  how far the near price is from the inside, as the venue codes it
     */
    default void imbalance(int locate, int tracking, long nanos, long paired, long imbalance, char direction, long stock, long farPrice4,
            long nearPrice4, long referencePrice4, char crossType, char variation) {
    }

    /** N: retail interest; B, S, A both, N none. */
    default void retailInterest(int locate, int tracking, long nanos, long stock, char interest) {
    }

    /**
     * O: price discovery of a direct listing with capital raise.
     *
     * @param eligible    Y when the stock may open, else N
     * @param nearNanos   nanoseconds since midnight when the near execution price was computed
     */
    default void directListing(int locate, int tracking, long nanos, long stock, char eligible, long minimumPrice4, long maximumPrice4,
            long nearPrice4, long nearNanos, long lowerCollarPrice4, long upperCollarPrice4) {
    }
}
