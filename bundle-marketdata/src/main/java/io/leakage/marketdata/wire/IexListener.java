package io.leakage.marketdata.wire;

/**
 * What TOPS and DEEP say alike, as primitives; what a listener does not care for it leaves out.
 *
 * <p>In every message {@code nanos} is nanoseconds since the epoch, {@code symbol} the symbol as {@link Alpha}; prices ending in 4 are
 * units of 1e-4, signed, 0 when there is none. Shares are unsigned.
 */
public interface IexListener {
    /** S: the venue's day went a step on; O start of messages, S system hours, R regular hours, M their end, E, C end of messages. */
    default void systemEvent(long nanos, char event) {
    }

    /**
     * D: a security of today.
     *
     * @param flags         bit 7 test, 6 when issued, 5 ETP
     * @param roundLot      shares of a round lot
     * @param previousPrice4 the adjusted official closing price of the day before
     * @param luldTier      0 none, 1 or 2
     */
    default void securityDirectory(long nanos, int flags, long symbol, long roundLot, long previousPrice4, int luldTier) {
    }

    /** H: trading status H halted, O order acceptance period, P paused, T trading; {@code reason} four letters. */
    default void tradingStatus(long nanos, char status, long symbol, int reason) {
    }

    /** I: retail liquidity; A on the buy side, B on the sell side, C both, space none. */
    default void retailLiquidity(long nanos, char indicator, long symbol) {
    }

    /** O: operational halt at IEX: O halted, N not. */
    default void operationalHalt(long nanos, char status, long symbol) {
    }

    /** P: short-sale price test in effect or not; detail A intraday drop, C from the day before, D deactivated, N not known, space none. */
    default void shortSaleTest(long nanos, boolean inEffect, long symbol, char detail) {
    }

    /** E: O the opening process is complete, C the closing process. */
    default void securityEvent(long nanos, char event, long symbol) {
    }

    /**
     * T: a trade at IEX, against a displayed or a hidden order.
     *
     * @param flags sale conditions: bit 7 intermarket sweep, 6 extended hours, 5 odd lot, 4 trade-through exempt, 3 single-price cross
     */
    default void traded(long nanos, int flags, long symbol, long shares, long price4, long tradeId) {
    }

    /** X: official price; Q opening, M closing. */
    default void officialPrice(long nanos, char priceType, long symbol, long price4) {
    }

    /** B: a trade of this day never happened; flags as in {@link #traded}. */
    default void broken(long nanos, int flags, long symbol, long shares, long price4, long tradeId) {
    }

    /**
     * A: what an auction to come would do.
     *
     * @param auctionType      O opening, C closing, I IPO, H halt, V volatility
     * @param paired           shares that would trade at the reference price
     * @param indicativePrice4 clearing price of all auction orders
     * @param imbalance        shares left over
     * @param imbalanceSide    B, S, N none
     * @param extension        how often it was put off
     * @param scheduledSeconds when it will be, seconds since the epoch
     * @param bookPrice4       clearing price with the continuous book
     * @param collarPrice4     the price the collars stand around
     */
    default void auction(long nanos, char auctionType, long symbol, long paired, long referencePrice4, long indicativePrice4,
            long imbalance, char imbalanceSide, int extension, long scheduledSeconds, long bookPrice4, long collarPrice4,
            long lowerPrice4, long upperPrice4) {
    }
}
