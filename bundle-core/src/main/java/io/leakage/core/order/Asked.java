package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;

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
    /** Until when the request is valid, and until when the quote. */
    long requestUntilNanos = Absent.LONG;
    long quoteUntilNanos = Absent.LONG;
    /** When it quoted last. */
    long quotedNanos = Absent.LONG;
    /** It is among those that an order's step stands for. */
    boolean placed;
    /** A quote of it was hit. */
    boolean hit;
    /** An order that it was asked for was executed with it. */
    boolean bought;
    /** When it passed, withdrew, let its quote expire or was told that another was better; {@link Long#MAX_VALUE} before. */
    long outNanos = Long.MAX_VALUE;

    Asked(int counterparty) {
        this.counterparty = counterparty;
    }

    /** Takes a quote; the newest by its own time stands. */
    void quotes(LeakageEvent event) {
        if (event.venueNanos >= quotedNanos) {
            quotedNanos = event.venueNanos;
            bid = event.quote().bid;
            offer = event.quote().offer;
            quoteUntilNanos = event.quote().validUntilNanos;
        }
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

    /** {@return until when its quote is valid, {@code Absent.LONG} when nobody said} */
    public long quoteUntilNanos() {
        return quoteUntilNanos;
    }

    /** {@return until when the request is valid, {@code Absent.LONG} when nobody said} */
    public long requestUntilNanos() {
        return requestUntilNanos;
    }

    /** {@return whether others could see at a known time that it was asked} */
    boolean isSeen() {
        return timed && nanos != Absent.LONG;
    }
}
