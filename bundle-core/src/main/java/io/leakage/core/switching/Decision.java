package io.leakage.core.switching;

/** What a person can decide. */
public enum Decision {
    /** A proposal may be sent. */
    APPROVE,
    /** A proposal may not be sent. */
    REJECT,
    /** An order is the trader's alone: rules leave it alone. */
    TAKE_OVER,
    /** The trader gives the order back. */
    RELEASE,
    /** Nothing goes out any more, of a desk or of the firm. */
    KILL,
    /** It may go on after a kill; two persons. */
    REARM,
    /** A desk that stopped by itself may go on; its counts begin anew. */
    UNLATCH_DESK,
    /** An order that has had its switches may have as many again. */
    UNLATCH_PARENT,
    /** A desk may act by itself; two persons. */
    AUTO_ON,
    /** A desk may no longer act by itself; one person. */
    AUTO_OFF;

    private static final Decision[] ALL = values();

    /** {@return the decision at this place} */
    public static Decision at(int ordinal) {
        return ALL[ordinal];
    }
}
