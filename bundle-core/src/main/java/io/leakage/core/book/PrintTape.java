package io.leakage.core.book;

import java.util.Arrays;

/**
 * The bounded past of one instrument's trades, oldest overwritten first, with running sums since its first: so what was traded between two
 * instants is two look-ups, however much that was. Prints are numbered from 0; a place is the number of the print that follows it. Times in
 * venue nanoseconds, never falling; prices in 1e-8; money as the distance from the first price, so that sums stay small. A print that was
 * broken stays, and is taken out of every sum asked for since. Questions allocate nothing; one thread.
 *
 * <p>It starts with {@value #FIRST_ROWS} prints and grows to {@value #DEFAULT_BOUND} while they span less than {@value #REACH_NANOS} ns, so
 * that thousands of instruments that hardly trade and never had an own order do not fill the heap over a day; and to whatever {@link #keep}
 * asked for.
 */
public final class PrintTape {
    /** The instant lies before what the tape still holds. */
    public static final long BEFORE_REACH = -1;
    /** Prints kept at most where nobody asked for more. */
    public static final int DEFAULT_BOUND = 256;
    /** How far back a tape reaches where nobody asked for more, if {@value #DEFAULT_BOUND} prints suffice: half an hour. */
    public static final long REACH_NANOS = 1_800_000_000_000L;

    private static final int FIRST_ROWS = 16;
    private static final int STRIDE = 8;
    private static final int PRICE = 1;
    private static final int SHARES = 2;
    private static final int MATCH = 3;
    /** Sums over the prints before this one. */
    private static final int VOLUME = 4;
    private static final int MONEY = 5;
    private static final int BOUGHT = 6;
    private static final int SOLD = 7;

    private long[] cells = {};
    private int mask = -1;
    /** Asked for; 0 while nobody asked. */
    private int kept;
    private long printed;
    private long oldest;
    private long reference;
    private long volume;
    private long money;
    private long bought;
    private long sold;
    private boolean overflowed;
    /** Number, price, shares and aggressor of every print that was broken. */
    private long[] broken = {};
    private int brokenCount;

    /** Raises the number of prints kept; never lowers it. */
    public void keep(int rows) {
        kept = Math.max(kept, Integer.highestOneBit(Math.max(1, rows - 1)) << 1);
    }

    /**
     * A trade.
     *
     * @param nanos     not before the last one's
     * @param shares    of 0 it is none
     * @param aggressor +1 when the buyer took what rested, −1 when the seller did, 0 when nobody said
     * @param match     the feed's number of it
     */
    void print(long nanos, long price, long shares, int aggressor, long match) {
        if (shares <= 0) {
            return;
        }
        makeRoom();
        reference = printed == 0 ? price : reference;
        int cell = cell(printed++);
        cells[cell] = nanos;
        cells[cell + PRICE] = price;
        cells[cell + SHARES] = shares;
        cells[cell + MATCH] = match;
        cells[cell + VOLUME] = volume;
        cells[cell + MONEY] = money;
        cells[cell + BOUGHT] = bought;
        cells[cell + SOLD] = sold;
        volume += shares;
        bought += aggressor > 0 ? shares : 0;
        sold += aggressor < 0 ? shares : 0;
        overflowed |= Math.multiplyHigh(price - reference, shares) != (price - reference) * shares >> 63 || volume < 0;
        long more = (price - reference) * shares;
        overflowed |= ((money ^ money + more) & (more ^ money + more)) < 0;
        money += more;
    }

    /** The newest print of this number never happened. {@return whether the tape still held it} */
    boolean breaks(long match) {
        for (long print = printed - 1; print >= oldest; print--) {
            if (cells[cell(print) + MATCH] == match) {
                takeOut(print);
                return true;
            }
        }
        return false;
    }

    private void takeOut(long print) {
        for (int i = 0; i < brokenCount; i++) {
            if (broken[4 * i] == print) {
                return;
            }
        }
        if (4 * brokenCount == broken.length) {
            broken = Arrays.copyOf(broken, Math.max(16, 2 * broken.length));
        }
        int at = 4 * brokenCount++;
        broken[at] = print;
        broken[at + 1] = price(print);
        broken[at + 2] = shares(print);
        broken[at + 3] = aggressor(print);
    }

    /** {@return how many prints there were; the place behind the newest} */
    public long printed() {
        return printed;
    }

    /** {@return shares of all prints there ever were, broken ones included} */
    long volume() {
        return volume;
    }

    /** {@return how many prints were broken} */
    public int broken() {
        return brokenCount;
    }

    /** {@return whether a sum passed 64 bits} */
    public boolean overflowed() {
        return overflowed;
    }

    /** {@return number of the oldest print kept} */
    public long oldest() {
        return oldest;
    }

    /** {@return the place before the first print not before {@code nanos}, or {@link #BEFORE_REACH} when that may be forgotten} */
    public long placeAt(long nanos) {
        long low = oldest;
        long high = printed;
        while (low < high) {
            long middle = low + high >>> 1;
            if (nanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == oldest && oldest > 0 ? BEFORE_REACH : low;
    }

    /** {@return time of a print that is kept} */
    public long nanos(long print) {
        return cells[cell(print)];
    }

    /** {@return price of a print that is kept} */
    public long price(long print) {
        return cells[cell(print) + PRICE];
    }

    /** {@return shares of a print that is kept, though it was broken} */
    public long shares(long print) {
        return cells[cell(print) + SHARES];
    }

    /** {@return +1 when the buyer of a print that is kept was the aggressor, −1 when the seller was, 0 when nobody knows} */
    public int aggressor(long print) {
        int cell = cell(print);
        boolean last = print + 1 == printed;
        long boughtAfter = last ? bought : cells[cell(print + 1) + BOUGHT];
        long soldAfter = last ? sold : cells[cell(print + 1) + SOLD];
        return boughtAfter > cells[cell + BOUGHT] ? 1 : soldAfter > cells[cell + SOLD] ? -1 : 0;
    }

    /** {@return the price that money is told from} */
    public long reference() {
        return reference;
    }

    /** Writes the sums over all prints before a place that is kept, broken ones included. */
    public void sums(long place, Traded into) {
        if (place == printed) {
            into.set(volume, money, bought, sold);
        } else {
            int cell = cell(place);
            into.set(cells[cell + VOLUME], cells[cell + MONEY], cells[cell + BOUGHT], cells[cell + SOLD]);
        }
    }

    /** Takes out of sums from one place to another what was broken of it. */
    public void takeOut(long from, long to, Traded of) {
        for (int i = 0; i < 4 * brokenCount; i += 4) {
            if (broken[i] >= from && broken[i] < to) {
                of.subtract(broken[i + 2], (broken[i + 1] - reference) * broken[i + 2], (int) broken[i + 3]);
            }
        }
    }

    /** {@return a number that depends on where the next print goes: reading it brings that near} */
    long touch() {
        return mask < 0 ? 0 : cells[cell(printed)];
    }

    private int cell(long print) {
        return (int) (print & mask) * STRIDE;
    }

    private void makeRoom() {
        int capacity = mask + 1;
        if (printed - oldest < capacity) {
            return;
        }
        if (capacity > 0 && !mayGrow(capacity)) {
            oldest++;
            return;
        }
        int larger = Math.max(FIRST_ROWS, capacity << 1);
        long[] before = cells;
        cells = new long[larger * STRIDE];
        for (long print = oldest; print < printed; print++) {
            System.arraycopy(before, (int) (print & mask) * STRIDE, cells, (int) (print & larger - 1) * STRIDE, STRIDE);
        }
        mask = larger - 1;
    }

    private boolean mayGrow(int capacity) {
        return capacity < kept || capacity < DEFAULT_BOUND && nanos(printed - 1) - nanos(oldest) < REACH_NANOS;
    }
}
