package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * A request for quotes: who was asked, when, and whose quote was hit. It is one of an order's, as soon as one that it names, or that
 * hit a quote of it, is known; until then it is its instrument's.
 */
public final class QuoteRequest {
    final int name;
    final List<Asked> asked = new ArrayList<>(4);
    /** The order that it names, the parent it names, and the order that hit a quote. */
    int orderName = Absent.NAME;
    int parentName = Absent.NAME;
    int hitName = Absent.NAME;
    int instrument = Absent.NAME;
    Side side;
    Order order;
    /** Of the names by which an order may be found: how much the one says by which it was. */
    int rank;
    /** Whose footprints its asks are while no order is known. */
    Order apart;
    /** Its order has its asks as steps. */
    boolean placed;
    /** When the first message of it was, {@code Absent.LONG} while none had a time. */
    long nanos = Absent.LONG;
    /** When nothing of it could be hit any more, {@link Long#MAX_VALUE} before. */
    long overNanos = Long.MAX_VALUE;
    /** Its quotes that have an id. */
    final List<Quote> quotes = new ArrayList<>(4);
    /** Of these, the answered ones of which nobody said whose they are. */
    final List<Quote> unsaid = new ArrayList<>(0);
    /** What was told that names neither firm nor quote: it holds for the only one asked. */
    final Asked nobody = new Asked(Absent.NAME);

    QuoteRequest(int name) {
        this.name = name;
    }

    /** {@return its QuoteReqID} */
    public int name() {
        return name;
    }

    /** {@return the parent of that order, null while none is known} */
    public ParentOrder parent() {
        return order == null ? null : order.parent;
    }

    /** {@return the order whose steps its asks are, null while neither order nor side is known} */
    public Order asks() {
        return order == null ? apart : order;
    }

    /** {@return its instrument, {@code Absent.NAME} until a message told it} */
    public int instrument() {
        return instrument;
    }

    /** {@return the side of its order, else the one it tells; null when it asks for both and no quote was hit} */
    public Side side() {
        return order != null && order.parent.side() != null ? order.parent.side() : side;
    }

    /** {@return how many were asked} */
    public int count() {
        return asked.size();
    }

    /** {@return one of those asked, in the order of the messages} */
    public Asked asked(int place) {
        return asked.get(place);
    }

    /** {@return who holds the newest quote of one of those asked: itself, or who named nobody when it is the only one asked} */
    public Asked quoted(Asked one) {
        return isOnly(one) && nobody.quotedNanos > one.quotedNanos ? nobody : one;
    }

    /** {@return whether its quote was hit, or an order of this request was executed with it} */
    public boolean isWon(Asked one) {
        return one.hit || one.bought || isOnly(one) && isAnyonesHit();
    }

    /** {@return whether it will not win any more: another did, it is out, or the request is over} */
    public boolean isLost(Asked one) {
        return !isWon(one) && (outNanos(one) != Long.MAX_VALUE || anyWon());
    }

    /** {@return when it or the whole request was out, {@link Long#MAX_VALUE} while neither is} */
    long outNanos(Asked one) {
        long out = Math.min(overNanos, one.outNanos);
        for (int i = 0; isOnly(one) && i < unsaid.size(); i++) {
            out = Math.min(out, unsaid.get(i).outNanos);
        }
        return out;
    }

    private boolean isOnly(Asked one) {
        return asked.size() == 1 && asked.get(0) == one;
    }

    private boolean isAnyonesHit() {
        for (int i = 0; i < unsaid.size(); i++) {
            if (unsaid.get(i).hit) {
                return true;
            }
        }
        return nobody.hit;
    }

    private boolean anyWon() {
        for (int i = 0; i < asked.size(); i++) {
            if (isWon(asked.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@return the one with that name, null when it was not asked} */
    Asked find(int counterparty) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).counterparty == counterparty) {
                return asked.get(i);
            }
        }
        return null;
    }

    Asked of(int counterparty) {
        Asked known = find(counterparty);
        if (known == null) {
            known = new Asked(counterparty);
            asked.add(known);
        }
        return known;
    }

    /** Says that no execution is known that took a quote of it. */
    void nothingBought() {
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).bought = false;
        }
    }

    /** {@return whose quote an execution may have taken: who it is with was asked by then, and not out before; null for nobody} */
    Asked tradesWith(Execution execution) {
        Asked one = execution.counterparty == Absent.NAME ? null : find(execution.counterparty);
        one = one == null && execution.broker != Absent.NAME ? find(execution.broker) : one;
        long at = one == null ? Absent.LONG : askedNanos(one);
        if (at == Absent.LONG) {
            return null;
        }
        boolean timed = execution.nanos != Absent.LONG;
        boolean early = timed && execution.nanos + Math.max(0, execution.truncation - 1) < at;
        boolean late = outNanos(one) < (timed ? execution.nanos : Long.MAX_VALUE);
        return early || late ? null : one;
    }

    /** {@return when one was asked, by name or with all when the request names nobody; {@code Absent.LONG} when it was not} */
    long askedNanos(Asked one) {
        Asked all = one.nanos == Absent.LONG ? find(Absent.NAME) : one;
        return all == null ? Absent.LONG : all.nanos;
    }
}
