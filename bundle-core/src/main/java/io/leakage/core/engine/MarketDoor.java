package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.NameKind;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.BitSet;

/** A feed's calls, written into slots. */
final class MarketDoor implements MarketInlet {
    private final Names names;
    private final Slots slots;
    private final int feed;
    private final boolean waits;
    private final BitSet stale = new BitSet();
    private long receiveNanos = Absent.LONG;
    private long dropped;

    MarketDoor(Names names, Slots slots, String feed, WhenFull whenFull) {
        this.names = names;
        this.slots = slots;
        this.feed = names.number(NameKind.FEED, feed, slots);
        this.waits = whenFull == WhenFull.WAIT;
    }

    @Override
    public int instrument(CharSequence symbol) {
        return names.number(NameKind.INSTRUMENT, symbol, slots);
    }

    @Override
    public void packet(long nanos) {
        receiveNanos = nanos;
    }

    @Override
    public void listed(int instrument, long sequence, long venueNanos) {
        finish(start(EventKind.LISTED, instrument, sequence, venueNanos));
    }

    @Override
    public void added(int instrument, long sequence, long venueNanos, long orderRef, Side side, long shares, long price) {
        LeakageEvent event = start(EventKind.ADDED, instrument, sequence, venueNanos);
        if (event != null) {
            event.orderRef = orderRef;
            event.side(side);
            event.quantity = shares;
            event.price = price;
            slots.publish();
        }
    }

    @Override
    public void executed(int instrument, long sequence, long venueNanos, long orderRef, long shares, long matchNumber) {
        LeakageEvent event = start(EventKind.EXECUTED, instrument, sequence, venueNanos);
        if (event != null) {
            event.orderRef = orderRef;
            event.quantity = shares;
            event.otherRef = matchNumber;
            slots.publish();
        }
    }

    @Override
    public void executedAt(int instrument, long sequence, long venueNanos, long orderRef, long shares, long price, boolean printable,
            long matchNumber) {
        LeakageEvent event = start(EventKind.EXECUTED_AT, instrument, sequence, venueNanos);
        if (event != null) {
            event.orderRef = orderRef;
            event.quantity = shares;
            event.price = price;
            event.on = printable;
            event.otherRef = matchNumber;
            slots.publish();
        }
    }

    @Override
    public void cancelled(int instrument, long sequence, long venueNanos, long orderRef, long shares) {
        LeakageEvent event = start(EventKind.CANCELLED, instrument, sequence, venueNanos);
        if (event != null) {
            event.orderRef = orderRef;
            event.quantity = shares;
            slots.publish();
        }
    }

    @Override
    public void deleted(int instrument, long sequence, long venueNanos, long orderRef) {
        LeakageEvent event = start(EventKind.DELETED, instrument, sequence, venueNanos);
        if (event != null) {
            event.orderRef = orderRef;
            slots.publish();
        }
    }

    @Override
    public void replaced(int instrument, long sequence, long venueNanos, long orderRef, long newOrderRef, long shares, long price) {
        LeakageEvent event = start(EventKind.REPLACED, instrument, sequence, venueNanos);
        if (event != null) {
            event.orderRef = orderRef;
            event.otherRef = newOrderRef;
            event.quantity = shares;
            event.price = price;
            slots.publish();
        }
    }

    @Override
    public void traded(int instrument, long sequence, long venueNanos, Side side, long shares, long price, long matchNumber) {
        LeakageEvent event = start(EventKind.TRADED, instrument, sequence, venueNanos);
        if (event != null) {
            event.side(side);
            event.quantity = shares;
            event.price = price;
            event.otherRef = matchNumber;
            slots.publish();
        }
    }

    @Override
    public void crossed(int instrument, long sequence, long venueNanos, long shares, long price, char crossType, long matchNumber) {
        LeakageEvent event = start(EventKind.CROSSED, instrument, sequence, venueNanos);
        if (event != null) {
            event.quantity = shares;
            event.price = price;
            event.code = crossType;
            event.otherRef = matchNumber;
            slots.publish();
        }
    }

    @Override
    public void broken(int instrument, long sequence, long venueNanos, long matchNumber) {
        LeakageEvent event = start(EventKind.BROKEN, instrument, sequence, venueNanos);
        if (event != null) {
            event.otherRef = matchNumber;
            slots.publish();
        }
    }

    @Override
    public void level(int instrument, long sequence, long venueNanos, Side side, long price, long shares, int orders, boolean whole) {
        LeakageEvent event = start(EventKind.LEVEL, instrument, sequence, venueNanos);
        if (event != null) {
            event.side(side);
            event.price = price;
            event.quantity = shares;
            event.otherRef = orders;
            event.on = whole;
            slots.publish();
        }
    }

    @Override
    public void quoted(int instrument, long sequence, long venueNanos, long bid, long bidShares, long offer, long offerShares) {
        LeakageEvent event = start(EventKind.QUOTED, instrument, sequence, venueNanos);
        if (event != null) {
            event.price = bid;
            event.quantity = bidShares;
            event.orderRef = offer;
            event.otherRef = offerShares;
            slots.publish();
        }
    }

    @Override
    public void cleared(int instrument, long sequence, long venueNanos) {
        certain(EventKind.CLEARED, instrument, sequence, venueNanos);
        slots.publish();
    }

    @Override
    public void breaker(long sequence, long venueNanos, int level) {
        LeakageEvent event = certain(EventKind.BREAKER, Absent.NAME, sequence, venueNanos);
        event.code = (char) level;
        slots.publish();
    }

    @Override
    public void tradingState(int instrument, long sequence, long venueNanos, TradingState state) {
        LeakageEvent event = start(EventKind.TRADING_STATE, instrument, sequence, venueNanos);
        if (event != null) {
            event.tradingState(state);
            slots.publish();
        }
    }

    @Override
    public void passed(int instrument, long sequence, long venueNanos) {
        finish(start(EventKind.PASSED, instrument, sequence, venueNanos));
    }

    @Override
    public void session(long sequence, long venueNanos, char code) {
        LeakageEvent event = certain(EventKind.SESSION, Absent.NAME, sequence, venueNanos);
        event.code = code;
        slots.publish();
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        LeakageEvent event = certain(EventKind.GAP, Absent.NAME, fromSequence, Absent.LONG);
        event.quantity = toSequence;
        slots.publish();
    }

    @Override
    public void filled() {
        certain(EventKind.FILLED, Absent.NAME, Absent.LONG, Absent.LONG);
        slots.publish();
    }

    @Override
    public void recovering() {
        certain(EventKind.RECOVERING, Absent.NAME, Absent.LONG, Absent.LONG);
        slots.publish();
    }

    @Override
    public void recovered(long sequence) {
        certain(EventKind.RECOVERED, Absent.NAME, sequence, Absent.LONG);
        slots.publish();
    }

    @Override
    public void silent(boolean silent) {
        LeakageEvent event = certain(EventKind.SILENT, Absent.NAME, Absent.LONG, Absent.LONG);
        event.on = silent;
        slots.publish();
    }

    @Override
    public void lagging(long nanos) {
        LeakageEvent event = certain(EventKind.LAGGING, Absent.NAME, Absent.LONG, Absent.LONG);
        event.quantity = nanos;
        slots.publish();
    }

    @Override
    public void ended(long sequence) {
        certain(EventKind.ENDED, Absent.NAME, sequence, Absent.LONG);
        slots.publish();
    }

    /** {@return a slot with the head filled, null when the event had to be dropped} */
    private LeakageEvent start(EventKind kind, int instrument, long sequence, long venueNanos) {
        if (waits) {
            return fill(slots.claim(), kind, instrument, sequence, venueNanos);
        }
        if (!stale.isEmpty()) {
            tellStale();
        }
        // before all that was lost is told, nothing may pass: the time it tells would count as known
        LeakageEvent event = stale.isEmpty() ? slots.tryClaim() : null;
        if (event == null) {
            dropped++;
            if (instrument >= 0) {
                stale.set(instrument);
            }
            return null;
        }
        return fill(event, kind, instrument, sequence, venueNanos);
    }

    /** Says of every instrument that lost events that it did, as soon as there is room. */
    private void tellStale() {
        for (int instrument = stale.nextSetBit(0); instrument >= 0; instrument = stale.nextSetBit(instrument + 1)) {
            LeakageEvent event = slots.tryClaim();
            if (event == null) {
                return;
            }
            tellStale(event, instrument);
        }
    }

    /** {@return a slot for what is never dropped, waited for; what was lost before is told first} */
    private LeakageEvent certain(EventKind kind, int instrument, long sequence, long venueNanos) {
        for (int lost = stale.nextSetBit(0); lost >= 0; lost = stale.nextSetBit(lost + 1)) {
            tellStale(slots.claim(), lost);
        }
        return fill(slots.claim(), kind, instrument, sequence, venueNanos);
    }

    private void tellStale(LeakageEvent event, int instrument) {
        fill(event, EventKind.DROPPED, instrument, Absent.LONG, Absent.LONG);
        event.quantity = dropped;
        slots.publish();
        dropped = 0;
        stale.clear(instrument);
    }

    private void finish(LeakageEvent event) {
        if (event != null) {
            slots.publish();
        }
    }

    private LeakageEvent fill(LeakageEvent event, EventKind kind, int instrument, long sequence, long venueNanos) {
        event.kind(kind);
        event.source = feed;
        event.instrument = instrument;
        event.sequence = sequence;
        event.venueNanos = venueNanos;
        event.receiveNanos = receiveNanos;
        event.side(null);
        event.price = Absent.LONG;
        event.quantity = Absent.LONG;
        event.orderRef = Absent.LONG;
        event.otherRef = Absent.LONG;
        event.code = 0;
        event.on = false;
        event.tradingState(null);
        return event;
    }
}
