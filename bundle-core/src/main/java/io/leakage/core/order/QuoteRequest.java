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
    /** Whose footprints its asks are while no order is known. */
    Order apart;
    /** Nothing of it can be hit any more. */
    boolean over;

    QuoteRequest(int name) {
        this.name = name;
    }

    /** {@return its QuoteReqID} */
    public int name() {
        return name;
    }

    /** {@return the order it is for, null while none is known} */
    public Order order() {
        return order;
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

    /** {@return whether its quote was hit, or an order of this request was executed with it} */
    public boolean isWon(Asked one) {
        return one.won;
    }

    /** {@return whether it will not win any more: another did, it is out, or the request is over} */
    public boolean isLost(Asked one) {
        return !one.won && (one.out || over || anyWon());
    }

    private boolean anyWon() {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).won) {
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

    /** An order of it was executed with these firms, of which either may be absent. */
    void executedWith(int counterparty, int broker) {
        Asked one = find(counterparty);
        one = one == null ? find(broker) : one;
        if (one != null && one.counterparty != Absent.NAME) {
            one.won = true;
        }
    }
}
