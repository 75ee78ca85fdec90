package io.leakage.core.event;

/** What an event says. The first group comes from feeds, the second from drop copies, the third from the desk, the last names things. */
public enum EventKind {
    /** An instrument is listed; bound to its feed. */
    LISTED,
    /** A displayed order joined the book. */
    ADDED,
    /** A displayed order traded at its price. */
    EXECUTED,
    /** A displayed order traded at another price. */
    EXECUTED_AT,
    /** Part of a displayed order was cancelled. */
    CANCELLED,
    /** A displayed order left. */
    DELETED,
    /** A displayed order was replaced by another. */
    REPLACED,
    /** A trade against a hidden order. */
    TRADED,
    /** A cross printed. */
    CROSSED,
    /** A print was broken. */
    BROKEN,
    /** A price level displays so much now. */
    LEVEL,
    /** The top of the book. */
    QUOTED,
    /** The venue emptied a book, or all. */
    CLEARED,
    /** A market-wide circuit breaker was reached. */
    BREAKER,
    /** Trading stopped or went on. */
    TRADING_STATE,
    /** A message that touches no book. */
    PASSED,
    /** The venue's day went a step on. */
    SESSION,
    /** Messages of the feed are missing. */
    GAP,
    /** Everything that was missing has come. */
    FILLED,
    /** A snapshot of the feed's books follows. */
    RECOVERING,
    /** The feed's books are whole again. */
    RECOVERED,
    /** The feed went silent, or speaks again. */
    SILENT,
    /** The feed is behind its venue, or has caught up. */
    LAGGING,
    /** This instrument's events were dropped at the door: the ring was full. */
    DROPPED,
    /** The feed is at its end. */
    ENDED,

    /** A drop-copy message. */
    ORDER,
    /** A drop-copy message that could not be read. */
    QUARANTINED,
    /** Messages of the drop copy are missing. */
    COPY_GAP,
    /** What was missing has come. */
    COPY_FILLED,
    /** The drop copy numbers its messages anew. */
    COPY_EPOCH,
    /** The drop copy kept nothing for us for a while. */
    COPY_HOLE,
    /** The drop copy went silent, or speaks again. */
    COPY_STALE,
    /** The drop copy never told what happened before. */
    COPY_PARTIAL,
    /** How long a drop copy lets wait. */
    PATIENCE,

    /** What the machine's clock read. */
    CLOCK,
    /** What orders say was given to or taken from a desk. */
    DESK,
    /** What is known of an instrument apart from its market data. */
    REFERENCE,

    /** A name was given its number. */
    NAMED,

    /** Part of the text of a desk's rules, or of those of every desk without any; the last part puts them in force. */
    RULES,

    /** What is on for a desk, and how far it may go. */
    DESK_TERMS,
    /** A person decided about switches. */
    DECISION,
    /** The host's hook said something of a switch. */
    HOOK,
    /** The scorecard was started anew behind what stands before in the journal. */
    RESTARTED,

    /** Somebody asks for a parent's evidence card; changes nothing, and is not kept. */
    INQUIRY,

    /** Behind it stand what was kept of days that the journal gave up, or so much of them was left out here. */
    CARRIED,

    /** A drop-copy message of a request for quotes: who was asked, what was quoted, whose quote was hit. */
    QUOTING;

    private static final EventKind[] ALL = values();

    /** {@return whether the journal keeps it} */
    public boolean isKept() {
        return this != INQUIRY;
    }

    /** {@return whether it comes from a feed} */
    public boolean isMarket() {
        return ordinal() <= ENDED.ordinal();
    }

    /** {@return whether what it takes from a book was withdrawn, as far as no trade explains it} */
    public boolean withdraws() {
        return this == CANCELLED || this == DELETED || this == REPLACED || this == LEVEL;
    }

    /** {@return whether a displayed order traded} */
    public boolean executes() {
        return this == EXECUTED || this == EXECUTED_AT;
    }

    /** {@return whether a drop copy says it of itself} */
    public boolean isOfCopy() {
        return ordinal() >= COPY_GAP.ordinal() && ordinal() <= COPY_PARTIAL.ordinal();
    }

    /** {@return whether it is a drop-copy message that was read: of an order, or of a request for quotes} */
    public boolean isOfOrders() {
        return this == ORDER || this == QUOTING;
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the kind at this place; makes no copy} */
    public static EventKind at(int ordinal) {
        return ALL[ordinal];
    }
}
