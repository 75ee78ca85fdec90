package io.leakage.marketdata.wire;

import static io.leakage.marketdata.wire.LittleEndian.i64;
import static io.leakage.marketdata.wire.LittleEndian.u32;

/** The price levels of a DBN record laid over its bytes, the best first; sizes are unsigned, {@link DbnListener#NO_PRICE} is no level. */
public final class DbnLevels {
    /** Levels a side. */
    public static final int COUNT = 10;
    /** Bytes of one level, both sides. */
    static final int WIDTH = 32;

    private byte[] bytes;
    private int offset;

    DbnLevels over(byte[] record, int first) {
        bytes = record;
        offset = first;
        return this;
    }

    /** {@return price of a bid, 0 the best, in 1e-9} */
    public long bid9(int level) {
        return i64(bytes, at(level));
    }

    /** {@return price of an offer, 0 the best, in 1e-9} */
    public long offer9(int level) {
        return i64(bytes, at(level) + 8);
    }

    /** {@return size of a bid} */
    public long bidSize(int level) {
        return u32(bytes, at(level) + 16);
    }

    /** {@return size of an offer} */
    public long offerSize(int level) {
        return u32(bytes, at(level) + 20);
    }

    /** {@return number of orders of a bid} */
    public long bidOrders(int level) {
        return u32(bytes, at(level) + 24);
    }

    /** {@return number of orders of an offer} */
    public long offerOrders(int level) {
        return u32(bytes, at(level) + 28);
    }

    private int at(int level) {
        if (level < 0 || level >= COUNT) {
            throw new IndexOutOfBoundsException("level " + level + " of " + COUNT);
        }
        return offset + level * WIDTH;
    }
}
