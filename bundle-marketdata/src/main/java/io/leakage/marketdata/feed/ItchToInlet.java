package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.marketdata.wire.Alpha;
import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.Itch50Listener;

/**
 * ITCH 5.0 messages to calls on the market inlet: stock locate to instrument, nanoseconds since midnight to nanoseconds since the epoch,
 * price(4) to 1e-8. Messages that touch no book say that time went on.
 *
 * <p>A stock is learned from its directory message, or from the first message that carries its symbol when we joined late. One thread;
 * no allocation per message.
 */
public final class ItchToInlet extends LineToInlet implements Itch50Listener {
    private static final long PRICE4 = 10_000;

    private final VenueDay day;
    private final Itch50Decoder decoder = new Itch50Decoder(this);
    private final Locates locates = new Locates();
    private final StockSymbol symbol = new StockSymbol();

    private long sequence;
    private long receiveNanos = Absent.LONG;
    private long venueNanos = Absent.LONG;
    private boolean newDay;
    private long unknownLocates;
    private long refused;

    /**
     * A mapping for one feed.
     *
     * @param inlet where the calls go
     * @param day   what midnight the times are counted from
     */
    public ItchToInlet(MarketInlet inlet, VenueDay day) {
        super(inlet);
        this.day = day;
    }

    @Override
    public void packet(long nanos) {
        receiveNanos = nanos;
        if (newDay || !day.isKnown()) {
            newDay = false;
            day.begin(nanos);
        }
        inlet.packet(nanos);
    }

    @Override
    public boolean message(long number, byte[] buffer, int offset, int length) {
        sequence = number;
        return decoder.decode(buffer, offset, length);
    }

    /** Locate codes are given out anew with each session, and its first packet may be another day's. */
    @Override
    public void sessionChanged() {
        locates.clear();
        newDay = true;
        if (venueNanos != Absent.LONG) {
            inlet.cleared(Absent.NAME, sequence, venueNanos);
        }
    }

    @Override
    public long venueNanos() {
        return venueNanos;
    }

    /** {@return messages about an order of a stock we never heard of; they are passed on as time only} */
    public long unknownLocates() {
        return unknownLocates;
    }

    /** {@return messages with a field that means nothing: side, trading state, blank symbol; they are passed on as time only} */
    public long refused() {
        return refused;
    }

    @Override
    public void systemEvent(int locate, int tracking, long nanos, char event) {
        if (event == 'O') {
            locates.clear();
            if (receiveNanos != Absent.LONG) {
                day.begin(receiveNanos);
            }
        }
        inlet.session(sequence, at(nanos), event);
    }

    @Override
    public void stockDirectory(int locate, int tracking, long nanos, long stock, char category, char financialStatus, long roundLot,
            char roundLotsOnly, char classification, int subType, char authenticity, char shortSaleThreshold, char ipo, char luldTier,
            char etp, long etpLeverage, char inverse) {
        boolean known = locates.isFor(locate, stock);
        int instrument = instrument(locate, stock, nanos);
        if (instrument == Absent.NAME) {
            pass(instrument, nanos);
        } else if (known) {
            inlet.listed(instrument, sequence, at(nanos));
        }
    }

    @Override
    public void added(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4) {
        int instrument = instrument(locate, stock, nanos);
        if (instrument == Absent.NAME || !isSide(side)) {
            refuse(instrument, nanos);
        } else {
            inlet.added(instrument, sequence, at(nanos), order, side(side), shares, price4 * PRICE4);
        }
    }

    @Override
    public void executed(int locate, int tracking, long nanos, long order, long shares, long match) {
        int instrument = locates.instrument(locate);
        if (instrument == Absent.NAME) {
            unknown(nanos);
        } else {
            inlet.executed(instrument, sequence, at(nanos), order, shares, match);
        }
    }

    @Override
    public void executedAt(int locate, int tracking, long nanos, long order, long shares, long match, char printable, long price4) {
        int instrument = locates.instrument(locate);
        if (instrument == Absent.NAME) {
            unknown(nanos);
        } else {
            inlet.executedAt(instrument, sequence, at(nanos), order, shares, price4 * PRICE4, printable != 'N', match);
        }
    }

    @Override
    public void cancelled(int locate, int tracking, long nanos, long order, long shares) {
        int instrument = locates.instrument(locate);
        if (instrument == Absent.NAME) {
            unknown(nanos);
        } else {
            inlet.cancelled(instrument, sequence, at(nanos), order, shares);
        }
    }

    @Override
    public void deleted(int locate, int tracking, long nanos, long order) {
        int instrument = locates.instrument(locate);
        if (instrument == Absent.NAME) {
            unknown(nanos);
        } else {
            inlet.deleted(instrument, sequence, at(nanos), order);
        }
    }

    @Override
    public void replaced(int locate, int tracking, long nanos, long order, long newOrder, long shares, long price4) {
        int instrument = locates.instrument(locate);
        if (instrument == Absent.NAME) {
            unknown(nanos);
        } else {
            inlet.replaced(instrument, sequence, at(nanos), order, newOrder, shares, price4 * PRICE4);
        }
    }

    @Override
    public void traded(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4, long match) {
        int instrument = instrument(locate, stock, nanos);
        if (instrument == Absent.NAME || !isSide(side)) {
            refuse(instrument, nanos);
        } else {
            // since July 2014 the venue writes B whichever side rested: B says nothing
            inlet.traded(instrument, sequence, at(nanos), side == 'B' ? null : Side.SELL, shares, price4 * PRICE4, match);
        }
    }

    /** A cross of 0 shares says that none took place: no print. */
    @Override
    public void crossed(int locate, int tracking, long nanos, long shares, long stock, long price4, long match, char crossType) {
        int instrument = instrument(locate, stock, nanos);
        if (instrument == Absent.NAME || shares < 0) {
            refuse(instrument, nanos);
        } else if (shares == 0) {
            pass(instrument, nanos);
        } else {
            inlet.crossed(instrument, sequence, at(nanos), shares, price4 * PRICE4, crossType, match);
        }
    }

    @Override
    public void broken(int locate, int tracking, long nanos, long match) {
        int instrument = locates.instrument(locate);
        if (instrument == Absent.NAME) {
            unknown(nanos);
        } else {
            inlet.broken(instrument, sequence, at(nanos), match);
        }
    }

    @Override
    public void tradingAction(int locate, int tracking, long nanos, long stock, char state, int reason) {
        int instrument = instrument(locate, stock, nanos);
        tell(instrument, nanos, instrument == Absent.NAME ? null : locates.action(locate, state));
    }

    @Override
    public void operationalHalt(int locate, int tracking, long nanos, long stock, char market, char action) {
        int instrument = instrument(locate, stock, nanos);
        boolean known = instrument != Absent.NAME && (action == 'H' || action == 'T');
        tell(instrument, nanos, known ? locates.operationalHalt(locate, action == 'H') : null);
    }

    @Override
    public void regSho(int locate, int tracking, long nanos, long stock, char action) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    @Override
    public void participantPosition(int locate, int tracking, long nanos, int participant, long stock, char primary, char mode,
            char state) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    @Override
    public void breakerLevels(int locate, int tracking, long nanos, long level1Price8, long level2Price8, long level3Price8) {
        pass(Absent.NAME, nanos);
    }

    @Override
    public void breakerBreached(int locate, int tracking, long nanos, char level) {
        pass(Absent.NAME, nanos);
    }

    @Override
    public void ipoQuoting(int locate, int tracking, long nanos, long stock, long releaseSeconds, char qualifier, long ipoPrice4) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    @Override
    public void auctionCollar(int locate, int tracking, long nanos, long stock, long referencePrice4, long upperPrice4, long lowerPrice4,
            long extension) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    @Override
    public void imbalance(int locate, int tracking, long nanos, long paired, long imbalance, char direction, long stock, long farPrice4,
            long nearPrice4, long referencePrice4, char crossType, char variation) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    @Override
    public void retailInterest(int locate, int tracking, long nanos, long stock, char interest) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    @Override
    public void directListing(int locate, int tracking, long nanos, long stock, char eligible, long minimumPrice4, long maximumPrice4,
            long nearPrice4, long nearNanos, long lowerCollarPrice4, long upperCollarPrice4) {
        pass(instrument(locate, stock, nanos), nanos);
    }

    private int instrument(int locate, long stock, long nanos) {
        return locates.isFor(locate, stock) ? locates.instrument(locate) : learn(locate, stock, nanos);
    }

    private int learn(int locate, long stock, long nanos) {
        if (Alpha.length(stock) == 0) {
            return Absent.NAME;
        }
        int instrument = inlet.instrument(symbol.of(stock));
        locates.bind(locate, stock, instrument);
        inlet.listed(instrument, sequence, at(nanos));
        return instrument;
    }

    private void tell(int instrument, long nanos, TradingState state) {
        if (state == null) {
            refuse(instrument, nanos);
        } else {
            inlet.tradingState(instrument, sequence, at(nanos), state);
        }
    }

    private void refuse(int instrument, long nanos) {
        refused++;
        pass(instrument, nanos);
    }

    private void unknown(long nanos) {
        unknownLocates++;
        pass(Absent.NAME, nanos);
    }

    private void pass(int instrument, long nanos) {
        inlet.passed(instrument, sequence, at(nanos));
    }

    private long at(long nanos) {
        venueNanos = day.epochNanos(nanos);
        return venueNanos;
    }

    private static boolean isSide(char side) {
        return side == 'B' || side == 'S';
    }

    private static Side side(char side) {
        return side == 'B' ? Side.BUY : Side.SELL;
    }
}
