package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import java.util.Arrays;

/**
 * The bounded past of one instrument's top of book, oldest rows overwritten first. A row is in force from its time until the next row's;
 * of several rows with one time the last is in force. Row numbers stay valid until the next {@link #append}. Questions allocate nothing;
 * one thread.
 *
 * <p>It starts with {@value #FIRST_ROWS} rows and grows to {@value #DEFAULT_BOUND} as they come; beyond that up to {@value #BUSY_BOUND} while they
 * span less than {@value #REACH_NANOS} ns, so that an order message that comes late still finds its time in a busy instrument; and to whatever
 * {@link #keep} asked for.
 */
public final class QuoteTape {
    /** No quote at the time asked for: the instrument had not quoted yet. */
    public static final int NO_QUOTE = -1;
    /** The time asked for lies before what the tape still holds. */
    public static final int BEFORE_REACH = -2;
    /** Rows kept where nobody asked for more. */
    public static final int DEFAULT_BOUND = 256;
    /** Rows kept at most where nobody asked for more, in a busy instrument. */
    public static final int BUSY_BOUND = 1024;
    /** How far back a busy instrument's tape reaches, if {@value #BUSY_BOUND} rows suffice. */
    public static final long REACH_NANOS = 5_000_000_000L;

    private static final int FIRST_ROWS = 64;
    private static final int STRIDE = 11;
    private static final int BID = 1;
    private static final int OFFER = 2;
    private static final int BID_SHARES = 3;
    private static final int OFFER_SHARES = 4;
    private static final int FLAGS = 5;
    /** From a side's price to its shares, and to what was withdrawn from its best price so far. */
    private static final int TO_SHARES = 2;
    private static final int TO_WITHDRAWN = 5;
    /** Both sides' best prices so far: shares times nanoseconds displayed, as the bits of a double, and shares executed. */
    private static final int EXPOSED = 8;
    private static final int EXECUTED = 9;
    private static final int MESSAGE = 10;
    private static final long NO_MID = Flag.ONE_SIDED.bit() | Flag.CROSSED.bit() | Flag.HALT.bit() | Flag.AUCTION.bit()
            | Flag.MD_GAP.bit() | Flag.MD_STALE.bit() | Flag.BOOK_SUSPECT.bit();
    private static final long DISTURBED = Flag.HALT.bit() | Flag.AUCTION.bit();
    private static final long OF_THE_ROW_ALONE = Flag.CLOCK_INCONSISTENT.bit();

    private long[] cells = {};
    private int mask = -1;
    private int kept = DEFAULT_BOUND;
    /** Rows ever appended; row {@code n} lies at {@code n & mask}. */
    private long appended;
    /** First row still there. */
    private long oldest;
    /** When trading stopped, went on, stopped …: an odd number of turns means it stands still now. */
    private long[] turnNanos = {};
    private int turns;
    /** The mids up to each row over time; null while nobody asked to keep more. */
    private MidSums sums;
    /** Whether what the next row has less of was withdrawn, whether it was executed, and what a feed of levels printed of it. */
    private boolean withdraws;
    private boolean executes;
    private long bidTraded;
    private long offerTraded;

    /**
     * Raises the number of rows kept; never lowers it. Rows already overwritten do not come back. From now on mids are summed over time.
     *
     * @param rows at least so many, rounded up to a power of two
     */
    public void keep(int rows) {
        kept = Math.max(kept, Integer.highestOneBit(Math.max(1, rows - 1)) << 1);
        if (sums == null) {
            sums = new MidSums();
            sums.resize(oldest, oldest, mask, mask);
            for (long row = oldest; row < appended; row++) {
                sum(row);
            }
        }
    }

    /** Appends a quote that no message of a feed made. */
    public void append(long nanos, long bid, long offer, long bidShares, long offerShares, long flags) {
        append(nanos, bid, offer, bidShares, offerShares, flags, Absent.LONG);
    }

    /**
     * Appends a quote.
     *
     * @param nanos       venue time; one before the last row's is lifted to it, and the row flagged {@link Flag#CLOCK_INCONSISTENT}
     * @param bid         1e-8, {@link Absent#LONG} when there is none; so are {@code offer} and the shares
     * @param flags       bits of {@link Flag} that hold from here on
     * @param message     the feed's number of the message that made it, {@link Absent#LONG} when there is none
     */
    void append(long nanos, long bid, long offer, long bidShares, long offerShares, long flags, long message) {
        makeRoom();
        long time = nanos;
        long bits = flags;
        if (appended > oldest && nanos < nanos(last())) {
            time = nanos(last());
            bits |= OF_THE_ROW_ALONE;
        }
        int cell = (int) (appended & mask) * STRIDE;
        cells[cell] = time;
        cells[cell + BID] = bid;
        cells[cell + OFFER] = offer;
        cells[cell + BID_SHARES] = bidShares;
        cells[cell + OFFER_SHARES] = offerShares;
        cells[cell + FLAGS] = bits;
        sumTouch(cell);
        cells[cell + MESSAGE] = message;
        if (sums != null) {
            sum(appended);
        }
        appended++;
        turn(time, (bits & DISTURBED) != 0);
    }

    /** Says whether what the next rows have less of at the best prices was withdrawn, or executed; else nobody knows. */
    void loses(boolean withdrawn, boolean executed) {
        withdraws = withdrawn;
        executes = executed;
    }

    /** What a feed that tells levels prints apart: so many of the shares displayed at this price were not withdrawn. */
    void traded(long price, long shares) {
        if (appended > oldest) {
            bidTraded += bid(last()) == price ? shares : 0;
            offerTraded += offer(last()) == price ? shares : 0;
        }
    }

    /** What the best prices displayed and lost up to a row that is about to be appended; only while there was a mid. */
    private void sumTouch(int cell) {
        if (appended == oldest) {
            Arrays.fill(cells, cell + BID + TO_WITHDRAWN, cell + STRIDE, 0);
            bidTraded = 0;
            offerTraded = 0;
            return;
        }
        int before = last() * STRIDE;
        cells[cell + EXPOSED] = Double.doubleToRawLongBits(exposed(last(), cells[cell]));
        cells[cell + EXECUTED] = cells[before + EXECUTED];
        bidTraded = sumLost(cell, before, BID, 1, bidTraded);
        offerTraded = sumLost(cell, before, OFFER, -1, offerTraded);
    }

    /** {@return what was printed of the price that is the best now and is not yet gone from it} */
    private long sumLost(int cell, int before, int side, int sign, long printed) {
        long had = cells[before + side];
        long has = cells[cell + side];
        boolean worse = has == Absent.LONG || sign * has < sign * had;
        long kept = has == had ? cells[cell + side + TO_SHARES] : worse ? 0 : Long.MAX_VALUE;
        long lost = (cells[before + FLAGS] & NO_MID) != 0 ? 0 : Math.max(0, cells[before + side + TO_SHARES] - kept);
        long gone = Math.min(lost, printed);
        cells[cell + side + TO_WITHDRAWN] = cells[before + side + TO_WITHDRAWN] + (withdraws ? lost - gone : 0);
        cells[cell + EXECUTED] += executes ? lost : gone;
        return has == had ? printed - gone : 0;
    }

    /** {@return the row in force at {@code nanos}: the last with a time not after it; or {@link #NO_QUOTE}, {@link #BEFORE_REACH}} */
    public int rowAt(long nanos) {
        return answer(nanos == Long.MAX_VALUE ? appended : firstNotBefore(nanos + 1));
    }

    /** {@return the row in force just before {@code nanos}: the last with an earlier time; or {@link #NO_QUOTE}, {@link #BEFORE_REACH}} */
    public int rowBefore(long nanos) {
        return answer(firstNotBefore(nanos));
    }

    /** {@return as {@link #rowBefore(long)}, of a time that no row after {@code row} is before: looked for from there back} */
    public int rowBefore(long nanos, int row) {
        return answer(firstNotBefore(nanos, appended - (last() - row & mask)));
    }

    /** {@return the newest row, {@link #NO_QUOTE} on an empty tape} */
    public int last() {
        return appended == oldest ? NO_QUOTE : (int) ((appended - 1) & mask);
    }

    /** {@return a number that depends on the tape: reading it brings it near; its rows are another step} */
    long touch() {
        return appended + mask + turns;
    }

    /** {@return a number that depends on the newest row and the one that comes next, each longer than a line of memory} */
    long touchRows() {
        if (mask < 0) {
            return 0;
        }
        int newest = (int) (appended - 1 & mask) * STRIDE;
        int next = (int) (appended & mask) * STRIDE;
        return cells[newest] + cells[newest + MESSAGE] + cells[next] + cells[next + MESSAGE];
    }

    /** {@return how many rows the tape holds now} */
    public int rows() {
        return (int) (appended - oldest);
    }

    /** {@return time of a row, venue nanoseconds} */
    public long nanos(int row) {
        return cells[row * STRIDE];
    }

    /** {@return bid of a row in 1e-8, {@link Absent#LONG} when there was none} */
    public long bid(int row) {
        return cells[row * STRIDE + BID];
    }

    /** {@return offer of a row in 1e-8, {@link Absent#LONG} when there was none} */
    public long offer(int row) {
        return cells[row * STRIDE + OFFER];
    }

    /** {@return shares at the bid, {@link Absent#LONG} when there was none} */
    public long bidShares(int row) {
        return cells[row * STRIDE + BID_SHARES];
    }

    /** {@return shares at the offer, {@link Absent#LONG} when there was none} */
    public long offerShares(int row) {
        return cells[row * STRIDE + OFFER_SHARES];
    }

    /** {@return shares displayed at a side's best price, {@link Absent#LONG} when there was none} */
    public long shares(int row, Side side) {
        return cells[row * STRIDE + (side == Side.BUY ? BID : OFFER) + TO_SHARES];
    }

    /**
     * {@return shares withdrawn, not traded, from a side's best price, whichever that was at the time and while there was a mid, since the
     * tape's first row; the difference of two rows is what was withdrawn between them}
     */
    public long withdrawn(int row, Side side) {
        return cells[row * STRIDE + (side == Side.BUY ? BID : OFFER) + TO_WITHDRAWN];
    }

    /** {@return shares executed at both best prices, whichever those were at the time, while there was a mid, since the first row} */
    public long executed(int row) {
        return cells[row * STRIDE + EXECUTED];
    }

    /** {@return shares times nanoseconds displayed at both best prices, while there was a mid, from the first row to an instant of one} */
    public double exposed(int row, long nanos) {
        int cell = row * STRIDE;
        double before = Double.longBitsToDouble(cells[cell + EXPOSED]);
        boolean quoted = (cells[cell + FLAGS] & NO_MID) == 0;
        return quoted ? before + (double) (nanos - cells[cell]) * (cells[cell + BID_SHARES] + cells[cell + OFFER_SHARES]) : before;
    }

    /** {@return the row after a row, {@link #NO_QUOTE} after the newest} */
    public int next(int row) {
        return row == last() ? NO_QUOTE : row + 1 & mask;
    }

    /** {@return bits of {@link Flag}: what held in this row} */
    public long flags(int row) {
        return cells[row * STRIDE + FLAGS];
    }

    /** {@return the feed's number of the message that made a row, {@link Absent#LONG} when there was none} */
    public long message(int row) {
        return cells[row * STRIDE + MESSAGE];
    }

    /**
     * {@return bid + offer, which is twice the mid, exact; {@link Absent#LONG} when there is no mid: a side empty, crossed, halted, in
     * auction, or the book not to be trusted; {@link #flags} says which}
     */
    public long midTwice(int row) {
        return (flags(row) & NO_MID) == 0 ? bid(row) + offer(row) : Absent.LONG;
    }

    /**
     * Sums the mids over time from the tape's beginning to an instant; only on a tape that was asked to {@linkplain #keep keep} more.
     *
     * @return false when that is beyond the tape's reach
     */
    public boolean midsUntil(long nanos, MidTime into) {
        int row = rowAt(nanos);
        if (row < 0) {
            into.clear();
            return row == NO_QUOTE;
        }
        sums.read(row, into);
        long mid = midTwice(row);
        if (mid != Absent.LONG) {
            into.add(mid, nanos - nanos(row));
        }
        return true;
    }

    private void sum(long row) {
        int cell = (int) (row & mask);
        int previous = (int) (row - 1 & mask);
        sums.append(cell, row == oldest ? Absent.LONG : midTwice(previous), row == oldest ? 0 : nanos(cell) - nanos(previous));
    }

    /**
     * {@return whether trading was halted or in auction somewhere from {@code from} to {@code to}, both included; known for the whole day,
     * however short the tape}
     */
    public boolean disturbedBetween(long from, long to) {
        for (int stop = (turns - 1) & ~1; stop >= 0; stop -= 2) {
            boolean over = stop + 1 < turns && turnNanos[stop + 1] <= from;
            if (over || turnNanos[stop] <= to) {
                return !over;
            }
        }
        return false;
    }

    /**
     * Widens a range by every quote with a mid in force at an instant from {@code from} to {@code to}, both included, as far as the tape reaches.
     *
     * @return bits of {@link Flag} of the rows among them that have no mid, 0 when all have
     */
    public long widen(long from, long to, MidRange range) {
        long flags = 0;
        for (long row = Math.max(oldest, firstNotBefore(from + 1) - 1); row < appended && time(row) <= to; row++) {
            boolean passing = row + 1 < appended && time(row + 1) == time(row);
            if (passing) {
                continue;   // at its one instant the next row is in force
            }
            int cell = (int) (row & mask);
            long mid = midTwice(cell);
            if (mid == Absent.LONG) {
                flags |= flags(cell);
            } else {
                range.include(bid(cell), offer(cell));
            }
        }
        return flags;
    }

    private void turn(long time, boolean disturbed) {
        if (disturbed == ((turns & 1) == 1)) {
            return;
        }
        if (turns == turnNanos.length) {
            turnNanos = Arrays.copyOf(turnNanos, Math.max(4, turns * 2));
        }
        turnNanos[turns++] = time;
    }

    /** {@return {@link Flag} bits of a bid and an offer in 1e-8, each {@link Absent#LONG} when there is none} */
    static long touch(long bid, long offer) {
        if (bid == Absent.LONG || offer == Absent.LONG) {
            return Flag.ONE_SIDED.bit();
        }
        return bid < offer ? 0 : bid == offer ? Flag.LOCKED.bit() : Flag.CROSSED.bit();
    }

    private int answer(long after) {
        if (after > oldest) {
            return (int) ((after - 1) & mask);
        }
        return oldest == 0 ? NO_QUOTE : BEFORE_REACH;
    }

    /** The first row (counted from ever) whose time is not before {@code nanos}: galloping back, then by halves. */
    private long firstNotBefore(long nanos) {
        return firstNotBefore(nanos, appended);
    }

    /** The same, where no row from {@code end} on is before {@code nanos}. */
    private long firstNotBefore(long nanos, long end) {
        long high = end;
        long low = end;
        long step = 1;
        while (low > oldest && time(low - 1) >= nanos) {
            high = low - 1;
            low = Math.max(oldest, high - step);
            step <<= 1;
            if (time(low) < nanos) {
                break;
            }
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (time(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private long time(long row) {
        return cells[(int) (row & mask) * STRIDE];
    }

    private void makeRoom() {
        int capacity = mask + 1;
        if (appended - oldest < capacity) {
            return;
        }
        if (capacity > 0 && !mayGrow(capacity)) {
            oldest++;
            return;
        }
        int larger = Math.max(FIRST_ROWS, capacity << 1);
        long[] before = cells;
        cells = new long[larger * STRIDE];
        for (long row = oldest; row < appended; row++) {
            System.arraycopy(before, (int) (row & mask) * STRIDE, cells, (int) (row & (larger - 1)) * STRIDE, STRIDE);
        }
        if (sums != null) {
            sums.resize(oldest, appended, mask, larger - 1);
        }
        mask = larger - 1;
    }

    private boolean mayGrow(int capacity) {
        return capacity < kept || capacity < BUSY_BOUND && time(appended - 1) - time(oldest) < REACH_NANOS;
    }
}
