package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.Arrays;

/** The price levels of one side of one book, in arrays, the best last. One thread; no allocation but to grow. */
final class LevelSide {
    private static final int FIRST_LEVELS = 8;

    /** Turns prices into keys that rise towards the best: 0 for bids, all ones for offers. */
    private final long mask;
    private long[] keys = new long[FIRST_LEVELS];
    private long[] shares = new long[FIRST_LEVELS];
    private int[] orders = new int[FIRST_LEVELS];
    private int size;

    LevelSide(Side side) {
        mask = side == Side.BUY ? 0 : -1;
    }

    /** Sets a level, a new one or one that is there. {@return whether the top changed} */
    boolean set(long price, long newShares, int newOrders) {
        int index = find(price ^ mask);
        if (index < 0) {
            index = -1 - index;
            insert(index);
            keys[index] = price ^ mask;
            shares[index] = 0;
        }
        boolean top = index == size - 1 && shares[index] != newShares;
        shares[index] = newShares;
        orders[index] = newOrders;
        return top;
    }

    /** {@return whether there is a level at this price} */
    boolean has(long price) {
        return find(price ^ mask) >= 0;
    }

    /** Removes a level that is there. {@return whether the top changed} */
    boolean remove(long price) {
        int index = find(price ^ mask);
        size--;
        System.arraycopy(keys, index + 1, keys, index, size - index);
        System.arraycopy(shares, index + 1, shares, index, size - index);
        System.arraycopy(orders, index + 1, orders, index, size - index);
        return index == size;
    }

    /** Makes this the only level, or none when the price is absent. {@return whether the top changed} */
    boolean only(long price, long onlyShares) {
        boolean same = price(0) == price && (price == Absent.LONG || shares(0) == onlyShares);
        size = 0;
        if (price != Absent.LONG) {
            keys[0] = price ^ mask;
            shares[0] = onlyShares;
            orders[0] = 0;
            size = 1;
        }
        return !same;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long price(int depth) {
        return isThere(depth) ? keys[size - 1 - depth] ^ mask : Absent.LONG;
    }

    long shares(int depth) {
        return isThere(depth) ? shares[size - 1 - depth] : Absent.LONG;
    }

    int orders(int depth) {
        return isThere(depth) ? orders[size - 1 - depth] : 0;
    }

    private boolean isThere(int depth) {
        return depth >= 0 && depth < size;
    }

    /** {@return where the key is, or {@code −1 −} where it belongs} */
    private int find(long key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }

    private void insert(int index) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            shares = Arrays.copyOf(shares, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
        }
        System.arraycopy(keys, index, keys, index + 1, size - index);
        System.arraycopy(shares, index, shares, index + 1, size - index);
        System.arraycopy(orders, index, orders, index + 1, size - index);
        size++;
    }
}
