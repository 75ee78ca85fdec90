package io.leakage.marketdata.wire;

/**
 * The records of Databento's DBN that tell of books, trades and instruments, as primitives; what a listener does not care for it leaves
 * out. Called by {@link DbnDecoder} on the caller's thread.
 *
 * <p>In every record {@code publisher} is the venue's number at Databento, {@code id} the instrument's (unsigned, given out anew each day
 * at some venues), {@code eventNanos} nanoseconds since the epoch on the venue's clock and {@code receiveNanos} on Databento's, prices
 * ending in 9 units of 1e-9. {@link #NO_TIME} and {@link #NO_PRICE} stand for what is not there. {@code side} is B, A (ask) or N; in a trade it is
 * the aggressor's.
 */
public interface DbnListener {
    /** A price that is not there. */
    long NO_PRICE = Long.MAX_VALUE;
    /** A time that is not there (all bits set). */
    long NO_TIME = -1;
    /** Flag: the last record of one event in this instrument. */
    int LAST = 1 << 7;
    /** Flag: the top of a book, not an order. */
    int TOP_OF_BOOK = 1 << 6;
    /** Flag: out of a snapshot, not an event. */
    int SNAPSHOT = 1 << 5;
    /** Flag: the channel has lost something for good. */
    int MAYBE_BAD_BOOK = 1 << 2;

    /**
     * Market by order.
     *
     * @param action A added, C cancelled ({@code size} leave the order), M modified (it has now this price and size), R the book is empty,
     *               T an aggressor traded, F a resting order was filled (a C follows), N nothing
     * @param inDelta nanoseconds from the venue's sending to {@code receiveNanos}
     */
    default void order(int publisher, long id, long eventNanos, long order, long price9, long size, int flags, int channel, char action,
            char side, long receiveNanos, int inDelta, long sequence) {
    }

    /** Trades: the print, without a book. */
    default void traded(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
            long receiveNanos, int inDelta, long sequence) {
    }

    /**
     * Market by price, one level (mbp-1), or a trade with the top of the book before it (tbbo): the event, and the top of the book.
     *
     * @param action A, C, M or R: the book changed; T: a trade
     */
    default void top(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
            long receiveNanos, int inDelta, long sequence, long bid9, long offer9, long bidSize, long offerSize, long bidOrders,
            long offerOrders) {
    }

    /**
     * Market by price, ten levels (mbp-10): the event, and the ten best levels a side after it.
     *
     * @param levels laid over the record, to be read here and now
     */
    default void depth(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
            long receiveNanos, int inDelta, long sequence, DbnLevels levels) {
    }

    /**
     * Trading status.
     *
     * @param action     1 pre-open, 2 pre-cross, 3 quoting, 4 cross, 5 rotation, 6 new price indication, 7 trading, 8 halt, 9 pause, 10
     *                   suspend, 11 pre-close, 12 close, 13 post-close, 14 short-sale restriction changed, 15 not available, 0 none
     * @param reason     as Databento says
     * @param event      as Databento says
     * @param trading    Y, N or ~ unknown
     * @param quoting    Y, N or ~ unknown
     * @param restricted short sales: Y, N or ~ unknown
     */
    default void status(int publisher, long id, long eventNanos, long receiveNanos, int action, int reason, int event, char trading,
            char quoting, char restricted) {
    }

    /** An instrument is defined; {@code definition} is laid over the record, to be read here and now. */
    default void defined(int publisher, long id, long eventNanos, DbnDefinition definition) {
    }

    /**
     * A number now stands for a symbol (live feeds); both texts end with a zero byte or their field.
     *
     * @param bytes     holds the texts
     * @param asked     first byte of the symbol as asked for
     * @param told      first byte of the symbol as answered
     * @param width     bytes of either field
     */
    default void mapped(int publisher, long id, long eventNanos, byte[] bytes, int asked, int told, int width, long startNanos,
            long endNanos) {
    }
}
