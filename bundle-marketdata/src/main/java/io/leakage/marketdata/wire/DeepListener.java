package io.leakage.marketdata.wire;

/** Every message of IEX DEEP 1.0; see {@link IexListener} for units. Called by {@link DeepDecoder} on the caller's thread. */
public interface DeepListener extends IexListener {
    /**
     * 8 and 5: a price level now displays so much.
     *
     * @param buy    8: the buy side; else 5, the sell side
     * @param whole  the event is processed to its end; while false more levels follow, and the book between them never stood
     * @param shares 0: the level is gone
     */
    default void priceLevel(long nanos, boolean buy, boolean whole, long symbol, long shares, long price4) {
    }
}
