package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;

/** A quote: whose it is, and what was answered to it, each once it is known. A QuoteID is unique within a request and a firm only. */
final class Quote {
    final int name;
    QuoteRequest request;
    /** Who quotes, {@code Absent.NAME} while nobody said. */
    int firm = Absent.NAME;
    boolean hit;
    /** When it could be hit no longer, nanoseconds since the epoch; {@link Long#MAX_VALUE} while it can. */
    long outNanos = Long.MAX_VALUE;
    /** The order that hit it, and its side. */
    int order = Absent.NAME;
    Side side;

    Quote(int name) {
        this.name = name;
    }

    /** {@return whether a message that names these, either of which may be absent, can be of this quote} */
    boolean fits(QuoteRequest of, int by) {
        return (of == null || request == null || of == request) && (by == Absent.NAME || firm == Absent.NAME || by == firm);
    }

    /** {@return whether something was answered to it that ends it} */
    boolean isAnswered() {
        return hit || outNanos != Long.MAX_VALUE;
    }
}
