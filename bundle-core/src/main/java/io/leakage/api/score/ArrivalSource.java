package io.leakage.api.score;

/** Where a parent's arrival time came from. */
public enum ArrivalSource {
    /** TransactTime of its NewOrderSingle. */
    NEW_ORDER_SINGLE,
    /** Its first execution report; no NewOrderSingle was seen. */
    FIRST_REPORT,
    /** Its first child; the parent itself was never seen. */
    FIRST_CHILD
}
