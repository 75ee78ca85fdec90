package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.marketdata.wire.Ascii;
import io.leakage.marketdata.wire.DbnDefinition;
import io.leakage.marketdata.wire.DbnLevels;
import io.leakage.marketdata.wire.DbnListener;
import io.leakage.marketdata.wire.DbnMetadata;
import java.util.Arrays;

/**
 * DBN records to calls on the market inlet; prices 1e-9 to 1e-8 (a ninth decimal is cut off), numbers to symbols. One thread; no allocation
 * per record.
 *
 * <p>By order: A joins, C takes shares away, M gives the order of the same reference another price and size (its place in the queue is
 * lost, also where the venue would have kept it), R empties the book. T prints and leaves the book alone, as the C behind it takes the
 * shares out; F says again what T and C say and only moves time. mbp-1 and tbbo tell the top and, with T, the print behind it; mbp-10 the
 * levels that differ from the picture before. A print's side is the resting order's, the opposite of the aggressor DBN names.
 *
 * <p>Each instrument is taken from the first publisher that speaks of it: two venues' orders would not make one book.
 */
final class DbnToInlet implements DbnListener {
    private static final long PRICE9 = 10;

    private final MarketInlet inlet;
    private final DbnSymbols symbols;
    private DbnBook[] books = {};

    private long sequence;
    private long venueNanos = Absent.LONG;
    private long unknown;
    private long refused;
    private long elsewhere;
    private boolean doubtful;

    /** What is kept of one instrument. */
    private static final class DbnBook {
        private final int publisher;
        private LevelChanges levels;

        DbnBook(int publisher) {
            this.publisher = publisher;
        }
    }

    /**
     * A mapping for one file.
     *
     * @param inlet where the calls go
     * @param head  the file's head
     */
    DbnToInlet(MarketInlet inlet, DbnMetadata head) {
        this.inlet = inlet;
        this.symbols = new DbnSymbols(head, inlet::instrument);
    }

    /** The record about to be told has this number. */
    void number(long number) {
        sequence = number;
    }

    /** A record of another kind went by. */
    void other(long eventNanos) {
        time(eventNanos, NO_TIME);
        pass(Absent.NAME);
    }

    /** {@return the time of the latest record, nanoseconds since the epoch, {@link Absent#LONG} before the first} */
    long venueNanos() {
        return venueNanos;
    }

    /** {@return records about an instrument whose symbol nobody has told} */
    long unknown() {
        return unknown;
    }

    /** {@return records with a field that means nothing: side, action, price} */
    long refused() {
        return refused;
    }

    /** {@return records of a second publisher of the same instrument} */
    long elsewhere() {
        return elsewhere;
    }

    @Override
    public void order(int publisher, long id, long eventNanos, long order, long price9, long size, int flags, int channel, char action,
            char side, long receiveNanos, int inDelta, long venueSequence) {
        int instrument = instrument(publisher, id, eventNanos, receiveNanos, flags);
        if (instrument == Absent.NAME) {
            return;
        }
        switch (action) {
            case 'A' -> added(instrument, order, price9, size, flags, side);
            case 'C' -> inlet.cancelled(instrument, sequence, venueNanos, order, size);
            case 'M' -> modified(instrument, order, price9, size);
            case 'T' -> print(instrument, price9, size, side);
            case 'R' -> inlet.cleared(instrument, sequence, venueNanos);
            case 'F', 'N' -> pass(instrument);
            default -> refuse(instrument);
        }
    }

    private void added(int instrument, long order, long price9, long size, int flags, char side) {
        if (price9 == NO_PRICE || side != 'B' && side != 'A' || (flags & TOP_OF_BOOK) != 0) {
            refuse(instrument);
        } else {
            inlet.added(instrument, sequence, venueNanos, order, side == 'B' ? Side.BUY : Side.SELL, size, price9 / PRICE9);
        }
    }

    private void modified(int instrument, long order, long price9, long size) {
        if (price9 == NO_PRICE) {
            refuse(instrument);
        } else {
            inlet.replaced(instrument, sequence, venueNanos, order, order, size, price9 / PRICE9);
        }
    }

    @Override
    public void traded(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
            long receiveNanos, int inDelta, long venueSequence) {
        int instrument = instrument(publisher, id, eventNanos, receiveNanos, flags);
        if (instrument != Absent.NAME) {
            print(instrument, price9, size, side);
        }
    }

    @Override
    public void top(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
            long receiveNanos, int inDelta, long venueSequence, long bid9, long offer9, long bidSize, long offerSize, long bidOrders,
            long offerOrders) {
        int instrument = instrument(publisher, id, eventNanos, receiveNanos, flags);
        if (instrument == Absent.NAME) {
            return;
        }
        boolean bid = bid9 != NO_PRICE && bidSize > 0;
        boolean offer = offer9 != NO_PRICE && offerSize > 0;
        inlet.quoted(instrument, sequence, venueNanos, bid ? bid9 / PRICE9 : Absent.LONG, bid ? bidSize : Absent.LONG,
                offer ? offer9 / PRICE9 : Absent.LONG, offer ? offerSize : Absent.LONG);
        if (action == 'T') {
            print(instrument, price9, size, side);
        }
    }

    @Override
    public void depth(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
            long receiveNanos, int inDelta, long venueSequence, DbnLevels levels) {
        int instrument = instrument(publisher, id, eventNanos, receiveNanos, flags);
        if (instrument == Absent.NAME) {
            return;
        }
        LevelChanges picture = picture(instrument);
        picture.begin();
        for (int level = 0; level < DbnLevels.COUNT; level++) {
            if (levels.bid9(level) != NO_PRICE && levels.bidSize(level) > 0) {
                picture.put(Side.BUY, levels.bid9(level) / PRICE9, levels.bidSize(level), orders(levels.bidOrders(level)));
            }
            if (levels.offer9(level) != NO_PRICE && levels.offerSize(level) > 0) {
                picture.put(Side.SELL, levels.offer9(level) / PRICE9, levels.offerSize(level), orders(levels.offerOrders(level)));
            }
        }
        int changes = picture.tell(inlet, instrument, sequence, venueNanos);
        if (action == 'T') {
            print(instrument, price9, size, side);
        } else if (changes == 0) {
            pass(instrument);
        }
    }

    @Override
    public void status(int publisher, long id, long eventNanos, long receiveNanos, int action, int reason, int event, char trading,
            char quoting, char restricted) {
        int instrument = instrument(publisher, id, eventNanos, receiveNanos, 0);
        TradingState state = switch (action) {
            case 7 -> TradingState.TRADING;
            case 1, 2, 3, 4, 5, 6, 11 -> TradingState.QUOTATION;
            case 9 -> TradingState.PAUSED;
            case 8, 10, 12, 13, 15 -> TradingState.HALTED;
            default -> null;
        };
        if (instrument != Absent.NAME && state != null) {
            inlet.tradingState(instrument, sequence, venueNanos, state);
        } else if (instrument != Absent.NAME) {
            pass(instrument);
        }
    }

    @Override
    public void defined(int publisher, long id, long eventNanos, DbnDefinition definition) {
        time(eventNanos, definition.receiveNanos());
        symbols.learn(id, definition.symbol());
        int instrument = symbols.instrument(id, indexed(definition.receiveNanos()));
        if (instrument == Absent.NAME) {
            refuse(instrument);
        } else if (isKnown(instrument)) {
            inlet.listed(instrument, sequence, venueNanos);
        } else {
            book(instrument, publisher);
        }
    }

    @Override
    public void mapped(int publisher, long id, long eventNanos, byte[] bytes, int asked, int told, int width, long startNanos,
            long endNanos) {
        time(eventNanos, NO_TIME);
        String symbol = Ascii.text(bytes, told, width);
        symbols.learn(id, symbol.chars().allMatch(Character::isDigit) ? Ascii.text(bytes, asked, width) : symbol);
        pass(Absent.NAME);
    }

    private int instrument(int publisher, long id, long eventNanos, long receiveNanos, int flags) {
        time(eventNanos, receiveNanos);
        int instrument = symbols.instrument(id, indexed(receiveNanos));
        if (instrument == Absent.NAME) {
            unknown++;
            pass(instrument);
            return instrument;
        }
        if (book(instrument, publisher).publisher != publisher) {
            elsewhere++;
            pass(Absent.NAME);
            return Absent.NAME;
        }
        if ((flags & MAYBE_BAD_BOOK) != 0 != doubtful) {
            doubt();
        }
        return instrument;
    }

    /** Databento saw messages missing for good from here on; how many it does not say. */
    private void doubt() {
        doubtful = !doubtful;
        if (doubtful) {
            inlet.gap(sequence, sequence);
        }
    }

    private DbnBook book(int instrument, int publisher) {
        if (instrument >= books.length) {
            books = Arrays.copyOf(books, Math.max(instrument + 1, 2 * books.length));
        }
        if (books[instrument] == null) {
            books[instrument] = new DbnBook(publisher);
            inlet.listed(instrument, sequence, venueNanos);
        }
        return books[instrument];
    }

    private boolean isKnown(int instrument) {
        return instrument < books.length && books[instrument] != null;
    }

    /** Databento gives out a day's numbers by its own time. */
    private long indexed(long receiveNanos) {
        return receiveNanos == NO_TIME ? venueNanos : receiveNanos;
    }

    private LevelChanges picture(int instrument) {
        DbnBook book = books[instrument];
        if (book.levels == null) {
            book.levels = new LevelChanges(DbnLevels.COUNT);
        }
        return book.levels;
    }

    private void print(int instrument, long price9, long size, char aggressor) {
        if (price9 == NO_PRICE) {
            refuse(instrument);
            return;
        }
        Side resting = aggressor == 'B' ? Side.SELL : aggressor == 'A' ? Side.BUY : null;
        inlet.traded(instrument, sequence, venueNanos, resting, size, price9 / PRICE9, Absent.LONG);
    }

    private void refuse(int instrument) {
        refused++;
        pass(instrument);
    }

    private void pass(int instrument) {
        inlet.passed(instrument, sequence, venueNanos);
    }

    /** The venue's time where there is one, else Databento's, else that of the record before. */
    private void time(long eventNanos, long receiveNanos) {
        if (eventNanos != NO_TIME) {
            venueNanos = eventNanos;
        } else if (receiveNanos != NO_TIME) {
            venueNanos = receiveNanos;
        } else if (venueNanos == Absent.LONG) {
            venueNanos = 0;
        }
    }

    private static int orders(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
