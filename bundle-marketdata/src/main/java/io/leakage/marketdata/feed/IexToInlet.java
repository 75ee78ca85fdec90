package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.marketdata.wire.Alpha;
import io.leakage.marketdata.wire.DeepDecoder;
import io.leakage.marketdata.wire.DeepListener;
import io.leakage.marketdata.wire.TopsDecoder;
import io.leakage.marketdata.wire.TopsListener;

/**
 * IEX messages, DEEP 1.0 or TOPS 1.6, to calls on the market inlet; prices 1e-4 to 1e-8. A print does not say which side rested, so its
 * side is null; one of an auction is a cross. What touches no book says that time went on. One thread; no allocation per message.
 *
 * <p>The venue's day is told in ITCH's letters: R, the regular hours' beginning, as Q.
 */
final class IexToInlet extends LineToInlet implements DeepListener, TopsListener {
    private static final long PRICE4 = 10_000;
    private static final long HIGHEST = Long.MAX_VALUE / 2 / PRICE4;
    private static final int SINGLE_PRICE_CROSS = 0x08;
    private static final char CROSS = 'X';

    private final DeepDecoder deep;
    private final TopsDecoder tops;
    private final SymbolTable symbols = new SymbolTable();
    private final StockSymbol text = new StockSymbol();

    private long sequence;
    private long venueNanos = Absent.LONG;
    private long refused;

    private IexToInlet(MarketInlet inlet, boolean isDeep) {
        super(inlet);
        this.deep = isDeep ? new DeepDecoder(this) : null;
        this.tops = isDeep ? null : new TopsDecoder(this);
    }

    /** {@return a mapping of DEEP} */
    static IexToInlet deep(MarketInlet inlet) {
        return new IexToInlet(inlet, true);
    }

    /** {@return a mapping of TOPS} */
    static IexToInlet tops(MarketInlet inlet) {
        return new IexToInlet(inlet, false);
    }

    @Override
    public void packet(long receiveNanos) {
        inlet.packet(receiveNanos);
    }

    @Override
    public boolean message(long number, byte[] buffer, int offset, int length) {
        sequence = number;
        return deep != null ? deep.decode(buffer, offset, length) : tops.decode(buffer, offset, length);
    }

    /** What was halted is told anew with each session. */
    @Override
    public void sessionChanged() {
        symbols.clear();
        if (venueNanos != Absent.LONG) {
            inlet.cleared(Absent.NAME, sequence, venueNanos);
        }
    }

    @Override
    public long venueNanos() {
        return venueNanos;
    }

    /** {@return messages with a field that means nothing: state, price, blank symbol; they are passed on as time only} */
    long refused() {
        return refused;
    }

    @Override
    public void priceLevel(long nanos, boolean buy, boolean whole, long symbol, long shares, long price4) {
        int instrument = instrument(symbol, nanos);
        if (instrument == Absent.NAME || !isPrice(price4)) {
            refuse(instrument);
        } else {
            inlet.level(instrument, sequence, nanos, buy ? Side.BUY : Side.SELL, price4 * PRICE4, shares, 0, whole);
        }
    }

    @Override
    public void quoted(long nanos, int flags, long symbol, long bidShares, long bidPrice4, long offerPrice4, long offerShares) {
        int instrument = instrument(symbol, nanos);
        if (instrument == Absent.NAME || !isPrice(bidPrice4) || !isPrice(offerPrice4)) {
            refuse(instrument);
            return;
        }
        boolean bid = bidPrice4 != 0 && bidShares > 0;
        boolean offer = offerPrice4 != 0 && offerShares > 0;
        inlet.quoted(instrument, sequence, nanos, bid ? bidPrice4 * PRICE4 : Absent.LONG, bid ? bidShares : Absent.LONG,
                offer ? offerPrice4 * PRICE4 : Absent.LONG, offer ? offerShares : Absent.LONG);
    }

    @Override
    public void traded(long nanos, int flags, long symbol, long shares, long price4, long tradeId) {
        int instrument = instrument(symbol, nanos);
        if (instrument == Absent.NAME || !isPrice(price4)) {
            refuse(instrument);
        } else if ((flags & SINGLE_PRICE_CROSS) != 0) {
            inlet.crossed(instrument, sequence, nanos, shares, price4 * PRICE4, CROSS, tradeId);
        } else {
            inlet.traded(instrument, sequence, nanos, null, shares, price4 * PRICE4, tradeId);
        }
    }

    @Override
    public void broken(long nanos, int flags, long symbol, long shares, long price4, long tradeId) {
        int instrument = instrument(symbol, nanos);
        if (instrument == Absent.NAME) {
            refuse(instrument);
        } else {
            inlet.broken(instrument, sequence, nanos, tradeId);
        }
    }

    @Override
    public void systemEvent(long nanos, char event) {
        venueNanos = nanos;
        if (event == 'O') {
            symbols.clear();
        }
        inlet.session(sequence, nanos, event == 'R' ? 'Q' : event);
    }

    @Override
    public void securityDirectory(long nanos, int flags, long symbol, long roundLot, long previousPrice4, int luldTier) {
        boolean known = symbols.instrument(symbol) != Absent.NAME;
        int instrument = instrument(symbol, nanos);
        if (instrument == Absent.NAME) {
            refuse(instrument);
        } else if (known) {
            inlet.listed(instrument, sequence, nanos);
        }
    }

    @Override
    public void tradingStatus(long nanos, char status, long symbol, int reason) {
        int instrument = instrument(symbol, nanos);
        TradingState state = switch (status) {
            case 'T' -> TradingState.TRADING;
            case 'H' -> TradingState.HALTED;
            case 'P' -> TradingState.PAUSED;
            case 'O' -> TradingState.QUOTATION;
            default -> null;
        };
        if (instrument == Absent.NAME || state == null) {
            refuse(instrument);
        } else {
            inlet.tradingState(instrument, sequence, nanos, symbols.status(symbol, state));
        }
    }

    @Override
    public void operationalHalt(long nanos, char status, long symbol) {
        int instrument = instrument(symbol, nanos);
        if (instrument == Absent.NAME || status != 'O' && status != 'N') {
            refuse(instrument);
        } else {
            inlet.tradingState(instrument, sequence, nanos, symbols.operationalHalt(symbol, status == 'O'));
        }
    }

    @Override
    public void retailLiquidity(long nanos, char indicator, long symbol) {
        pass(instrument(symbol, nanos));
    }

    @Override
    public void shortSaleTest(long nanos, boolean inEffect, long symbol, char detail) {
        pass(instrument(symbol, nanos));
    }

    @Override
    public void securityEvent(long nanos, char event, long symbol) {
        pass(instrument(symbol, nanos));
    }

    @Override
    public void officialPrice(long nanos, char priceType, long symbol, long price4) {
        pass(instrument(symbol, nanos));
    }

    @Override
    public void auction(long nanos, char auctionType, long symbol, long paired, long referencePrice4, long indicativePrice4,
            long imbalance, char imbalanceSide, int extension, long scheduledSeconds, long bookPrice4, long collarPrice4,
            long lowerPrice4, long upperPrice4) {
        pass(instrument(symbol, nanos));
    }

    private int instrument(long symbol, long nanos) {
        venueNanos = nanos;
        int instrument = symbols.instrument(symbol);
        return instrument != Absent.NAME ? instrument : learn(symbol, nanos);
    }

    private int learn(long symbol, long nanos) {
        if (Alpha.length(symbol) == 0) {
            return Absent.NAME;
        }
        int instrument = inlet.instrument(text.of(symbol));
        symbols.bind(symbol, instrument);
        inlet.listed(instrument, sequence, nanos);
        return instrument;
    }

    private void refuse(int instrument) {
        refused++;
        pass(instrument);
    }

    private void pass(int instrument) {
        inlet.passed(instrument, sequence, venueNanos);
    }

    private static boolean isPrice(long price4) {
        return price4 > -HIGHEST && price4 < HIGHEST;
    }
}
