package io.leakage.marketdata.wire;

/** Every message of IEX TOPS 1.6; see {@link IexListener} for units. Called by {@link TopsDecoder} on the caller's thread. */
public interface TopsListener extends IexListener {
    /**
     * Q: the best displayed bid and offer at IEX; price and shares are 0 on a side that is empty.
     *
     * @param flags bit 7 set: not available for trading here; bit 6 set: outside regular hours
     */
    default void quoted(long nanos, int flags, long symbol, long bidShares, long bidPrice4, long offerPrice4, long offerShares) {
    }
}
