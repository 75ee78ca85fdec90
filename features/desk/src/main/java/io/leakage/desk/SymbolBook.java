package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.core.book.L3Books;
import java.util.Set;
import java.util.TreeSet;

/** The order book of one symbol out of a whole feed, by the same books the engine keeps. One thread; allocates only to grow. */
public final class SymbolBook implements MarketInlet {
    private static final int WANTED = 0;
    private static final int OTHER = 1;
    private static final char START_OF_MESSAGES = 'O';

    private final String wanted;
    private final L3Books books = new L3Books();
    private final Set<String> symbols = new TreeSet<>();
    private long venueNanos = Absent.LONG;
    private boolean touched;
    private long unfit;
    private long latestOrder;

    /**
     * An empty book.
     *
     * @param symbol whose, as the venue writes it
     */
    public SymbolBook(String symbol) {
        wanted = symbol;
    }

    /** {@return whether the feed has named the symbol yet} */
    public boolean isListed() {
        return symbols.contains(wanted);
    }

    /** {@return the symbols the feed has named} */
    public Set<String> symbols() {
        return symbols;
    }

    /** {@return time of the latest message of the feed, whatever its symbol} */
    public long venueNanos() {
        return venueNanos;
    }

    /** {@return whether the book may have changed since this was last asked} */
    public boolean wasTouched() {
        boolean was = touched;
        touched = false;
        return was;
    }

    /** {@return whether an event did not fit the book since this was last asked: an unknown order, more shares than displayed} */
    public boolean didNotFit() {
        boolean did = books.unapplied() != unfit;
        unfit = books.unapplied();
        return did;
    }

    /** {@return reference of the order that the latest message of this symbol was about} */
    public long latestOrder() {
        return latestOrder;
    }

    /** {@return number of levels of a side} */
    public int levels(Side side) {
        return books.levels(WANTED, side);
    }

    /** {@return price of a level, 0 the best, in 1e-8} */
    public long price(Side side, int level) {
        return books.price(WANTED, side, level);
    }

    /** {@return shares of a level, 0 the best} */
    public long shares(Side side, int level) {
        return books.shares(WANTED, side, level);
    }

    /** {@return orders of a level, 0 the best} */
    public int orders(Side side, int level) {
        return books.orders(WANTED, side, level);
    }

    @Override
    public int instrument(CharSequence symbol) {
        String name = symbol.toString();
        symbols.add(name);
        return name.equals(wanted) ? WANTED : OTHER;
    }

    @Override
    public void packet(long receiveNanos) {
        // a file has no packets
    }

    @Override
    public void listed(int instrument, long sequence, long nanos) {
        venueNanos = nanos;
    }

    @Override
    public void added(int instrument, long sequence, long nanos, long orderRef, Side side, long shares, long price) {
        if (isMine(instrument, nanos, orderRef)) {
            books.added(WANTED, orderRef, side, shares, price);
        }
    }

    @Override
    public void executed(int instrument, long sequence, long nanos, long orderRef, long shares, long matchNumber) {
        if (isMine(instrument, nanos, orderRef)) {
            books.executed(WANTED, orderRef, shares);
        }
    }

    @Override
    public void executedAt(int instrument, long sequence, long nanos, long orderRef, long shares, long price, boolean printable,
            long matchNumber) {
        executed(instrument, sequence, nanos, orderRef, shares, matchNumber);
    }

    @Override
    public void cancelled(int instrument, long sequence, long nanos, long orderRef, long shares) {
        if (isMine(instrument, nanos, orderRef)) {
            books.cancelled(WANTED, orderRef, shares);
        }
    }

    @Override
    public void deleted(int instrument, long sequence, long nanos, long orderRef) {
        if (isMine(instrument, nanos, orderRef)) {
            books.deleted(WANTED, orderRef);
        }
    }

    @Override
    public void replaced(int instrument, long sequence, long nanos, long orderRef, long newOrderRef, long shares, long price) {
        if (isMine(instrument, nanos, orderRef)) {
            books.replaced(WANTED, orderRef, newOrderRef, shares, price);
        }
    }

    @Override
    public void traded(int instrument, long sequence, long nanos, Side side, long shares, long price, long matchNumber) {
        venueNanos = nanos;
    }

    @Override
    public void crossed(int instrument, long sequence, long nanos, long shares, long price, char crossType, long matchNumber) {
        venueNanos = nanos;
    }

    @Override
    public void broken(int instrument, long sequence, long nanos, long matchNumber) {
        venueNanos = nanos;
    }

    @Override
    public void tradingState(int instrument, long sequence, long nanos, TradingState state) {
        venueNanos = nanos;
    }

    @Override
    public void passed(int instrument, long sequence, long nanos) {
        venueNanos = nanos;
    }

    @Override
    public void session(long sequence, long nanos, char code) {
        venueNanos = nanos;
        if (code == START_OF_MESSAGES) {
            books.clear();
            touched = true;
        }
    }

    @Override
    public void level(int instrument, long sequence, long nanos, Side side, long price, long shares, int orders, boolean whole) {
        venueNanos = nanos;
    }

    @Override
    public void quoted(int instrument, long sequence, long nanos, long bid, long bidShares, long offer, long offerShares) {
        venueNanos = nanos;
    }

    @Override
    public void cleared(int instrument, long sequence, long nanos) {
        venueNanos = nanos;
    }

    @Override
    public void breaker(long sequence, long nanos, int level) {
        venueNanos = nanos;
    }

    @Override
    public void filled() {
        // a file is read in order
    }

    @Override
    public void recovering() {
        // a file is read in order
    }

    @Override
    public void recovered(long sequence) {
        // a file is read in order
    }

    @Override
    public void silent(boolean silent) {
        // a file has no line that could fall silent
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        // the file's reader has said so already
    }

    @Override
    public void ended(long sequence) {
        // the file's reader says so
    }

    private boolean isMine(int instrument, long nanos, long orderRef) {
        venueNanos = nanos;
        if (instrument != WANTED) {
            return false;
        }
        touched = true;
        latestOrder = orderRef;
        return true;
    }
}
