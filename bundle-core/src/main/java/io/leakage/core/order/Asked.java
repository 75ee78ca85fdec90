package io.leakage.core.order;

import io.leakage.api.event.Absent;

/** A counterparty that was asked for a quote, and what it answered. Times in nanoseconds since the epoch, prices in 1e-8. */
public final class Asked {
    final int counterparty;
    /** When it was asked, {@code Absent.LONG} while only its answer is known. */
    long nanos = Absent.LONG;
    long truncation;
    boolean timed;
    long quantity = Absent.LONG;
    long bid = Absent.LONG;
    long offer = Absent.LONG;
    long validUntilNanos = Absent.LONG;
    boolean won;
    /** It passed, withdrew or let its quote expire, or was told that another was better. */
    boolean out;

    Asked(int counterparty) {
        this.counterparty = counterparty;
    }

    /** {@return its name, {@code Absent.NAME} when the message named nobody} */
    public int counterparty() {
        return counterparty;
    }

    /** {@return when it was asked, {@code Absent.LONG} while only its answer is known} */
    public long nanos() {
        return nanos;
    }

    /** {@return OrderQty (38) it was asked for, {@code Absent.LONG} when the message does not say} */
    public long quantity() {
        return quantity;
    }

    /** {@return BidPx of its newest quote, {@code Absent.LONG} for none} */
    public long bid() {
        return bid;
    }

    /** {@return OfferPx of its newest quote, {@code Absent.LONG} for none} */
    public long offer() {
        return offer;
    }

    /** {@return until when its quote, before it the request, is valid; {@code Absent.LONG} when nobody said} */
    public long validUntilNanos() {
        return validUntilNanos;
    }

    /** {@return whether others could see at a known time that it was asked} */
    boolean isSeen() {
        return timed && nanos != Absent.LONG;
    }
}
