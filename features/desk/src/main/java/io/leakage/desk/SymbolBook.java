package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.core.book.L3Books;
import io.leakage.core.book.LevelBooks;
import java.util.Set;
import java.util.TreeSet;

/**
 * The book of one symbol out of a whole feed, by the same books the engine keeps: of orders, or, once the feed tells levels or quotes of
 * the symbol, of those. One thread; allocates only to grow.
 */
public final class SymbolBook implements MarketInlet {
    private static final int WANTED = 0;
    private static final int OTHER = 1;
    private static final char START_OF_MESSAGES = 'O';

    private final String wanted;
    private final L3Books books = new L3Books();
    private final LevelBooks levels = new LevelBooks();
    private final Set<String> symbols = new TreeSet<>();
    private long venueNanos = Absent.LONG;
    private long sequence;
    private boolean byLevel;
    private boolean touched;
    private long unfit;
    private long latestOrder;
    private long latestPrice;
    private long lastNanos = Long.MAX_VALUE;
    private Runnable before;

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

    /** {@return number of the latest message of the feed} */
    public long sequence() {
        return sequence;
    }

    /** {@code work} runs once, before the first message later than this is told. */
    void beforeLaterThan(long nanos, Runnable work) {
        lastNanos = nanos;
        before = work;
    }

    /** {@return whether the book may have changed since this was last asked} */
    public boolean wasTouched() {
        boolean was = touched;
        touched = false;
        return was;
    }

    /** {@return whether an event did not fit the book since this was last asked: an unknown order or level, more shares than displayed} */
    public boolean didNotFit() {
        long now = books.unapplied() + levels.unapplied();
        boolean did = now != unfit;
        unfit = now;
        return did;
    }

    /** {@return whether the feed tells levels or quotes of this symbol, not orders} */
    boolean isByLevel() {
        return byLevel;
    }

    /** {@return reference of the order that the latest message of this symbol was about} */
    public long latestOrder() {
        return latestOrder;
    }

    /** {@return price of the level that the latest message of this symbol was about, in 1e-8} */
    long latestPrice() {
        return latestPrice;
    }

    /** {@return number of levels of a side} */
    public int levels(Side side) {
        return byLevel ? levels.levels(WANTED, side) : books.levels(WANTED, side);
    }

    /** {@return price of a level, 0 the best, in 1e-8} */
    public long price(Side side, int level) {
        return byLevel ? levels.price(WANTED, side, level) : books.price(WANTED, side, level);
    }

    /** {@return shares of a level, 0 the best} */
    public long shares(Side side, int level) {
        return byLevel ? levels.shares(WANTED, side, level) : books.shares(WANTED, side, level);
    }

    /** {@return orders of a level, 0 the best; 0 where the feed does not count them} */
    public int orders(Side side, int level) {
        return byLevel ? levels.orders(WANTED, side, level) : books.orders(WANTED, side, level);
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
    public void listed(int instrument, long number, long nanos) {
        heard(number, nanos);
    }

    @Override
    public void added(int instrument, long number, long nanos, long orderRef, Side side, long shares, long price) {
        if (isMine(instrument, number, nanos, orderRef)) {
            books.added(WANTED, orderRef, side, shares, price);
        }
    }

    @Override
    public void executed(int instrument, long number, long nanos, long orderRef, long shares, long matchNumber) {
        if (isMine(instrument, number, nanos, orderRef)) {
            books.executed(WANTED, orderRef, shares);
        }
    }

    @Override
    public void executedAt(int instrument, long number, long nanos, long orderRef, long shares, long price, boolean printable,
            long matchNumber) {
        executed(instrument, number, nanos, orderRef, shares, matchNumber);
    }

    @Override
    public void cancelled(int instrument, long number, long nanos, long orderRef, long shares) {
        if (isMine(instrument, number, nanos, orderRef)) {
            books.cancelled(WANTED, orderRef, shares);
        }
    }

    @Override
    public void deleted(int instrument, long number, long nanos, long orderRef) {
        if (isMine(instrument, number, nanos, orderRef)) {
            books.deleted(WANTED, orderRef);
        }
    }

    @Override
    public void replaced(int instrument, long number, long nanos, long orderRef, long newOrderRef, long shares, long price) {
        if (isMine(instrument, number, nanos, orderRef)) {
            books.replaced(WANTED, orderRef, newOrderRef, shares, price);
        }
    }

    @Override
    public void traded(int instrument, long number, long nanos, Side side, long shares, long price, long matchNumber) {
        heard(number, nanos);
    }

    @Override
    public void crossed(int instrument, long number, long nanos, long shares, long price, char crossType, long matchNumber) {
        heard(number, nanos);
    }

    @Override
    public void broken(int instrument, long number, long nanos, long matchNumber) {
        heard(number, nanos);
    }

    @Override
    public void tradingState(int instrument, long number, long nanos, TradingState state) {
        heard(number, nanos);
    }

    @Override
    public void passed(int instrument, long number, long nanos) {
        heard(number, nanos);
    }

    @Override
    public void session(long number, long nanos, char code) {
        heard(number, nanos);
        if (code == START_OF_MESSAGES) {
            books.clear();
            levels.clear();
            touched = true;
        }
    }

    @Override
    public void level(int instrument, long number, long nanos, Side side, long price, long shares, int orders, boolean whole) {
        heard(number, nanos);
        if (instrument == WANTED) {
            byLevel = true;
            latestPrice = price;
            levels.level(WANTED, side, price, shares, orders);
            touched |= whole;   // the book between levels of one change never stood
        }
    }

    @Override
    public void quoted(int instrument, long number, long nanos, long bid, long bidShares, long offer, long offerShares) {
        heard(number, nanos);
        if (instrument == WANTED) {
            byLevel = true;
            latestPrice = bid;
            levels.quoted(WANTED, bid, bidShares, offer, offerShares);
            touched = true;
        }
    }

    @Override
    public void cleared(int instrument, long number, long nanos) {
        heard(number, nanos);
        if (instrument == WANTED || instrument == Absent.NAME) {
            books.clear(WANTED);
            levels.clear(WANTED);
            touched = true;
        }
    }

    @Override
    public void breaker(long number, long nanos, int level) {
        heard(number, nanos);
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
    public void recovered(long number) {
        // a file is read in order
    }

    @Override
    public void silent(boolean silent) {
        // a file has no line that could fall silent
    }

    @Override
    public void lagging(long nanos) {
        // a file is never behind
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        // the file's reader has said so already
    }

    @Override
    public void ended(long number) {
        // the file's reader says so
    }

    private boolean isMine(int instrument, long number, long nanos, long orderRef) {
        heard(number, nanos);
        if (instrument != WANTED) {
            return false;
        }
        touched = true;
        latestOrder = orderRef;
        return true;
    }

    private void heard(long number, long nanos) {
        if (nanos > lastNanos) {
            lastNanos = Long.MAX_VALUE;
            before.run();
        }
        venueNanos = nanos;
        sequence = number;
    }
}
