package io.leakage.core.switching;

/** What can happen to a switch. */
public enum Happening {
    /** Its rule fired, and stands. */
    RULE_STANDS,
    /** Its rule fired, and the lot fell on holding it back. */
    LOT_WITHHOLDS,
    /** A person approves it. */
    APPROVE,
    /** It may act by itself, if all agrees. */
    ACT,
    /** A person rejects it. */
    REJECT,
    /** What it was for has gone: the rule ended, a kill, a take-over, the order's end, other rules, another configuration. */
    VOID,
    /** Its time is over, to be decided or to be answered. */
    TIME_UP,
    /** The scorecard was started anew. */
    RESTART,
    /** The hook sent it. */
    HOOK_SENT,
    /** The hook did not send it, nor will. */
    HOOK_REFUSED,
    /** The other side has it. */
    PENDING,
    /** The other side replaced the order. */
    ACCEPTED,
    /** The other side refused it. */
    DECLINED,
    /** The hook says that nothing was heard. */
    SILENCE,
    /** The hook says that nobody can tell. */
    LOST
}
