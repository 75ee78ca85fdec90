package io.leakage.core.switching;

/** What must hold before a switch is proposed, and once more before it is sent; in the order in which an objection is told. */
public enum Guard {
    /** The news it rests on is live: not replayed, sent again or told late, and newer than what was acted on before. */
    LIVE("what it rests on is not live news"),
    /** The order's desk switches at all, and lets rules advise. */
    DESK("the desk's configuration does not let rules advise"),
    /** The rule itself may at least advise. */
    RULE("the rule only observes"),
    /** Nobody has pulled the kill switch, of the desk or of the firm. */
    NOT_KILLED("killed"),
    /** The desk has not stopped by itself. */
    DESK_NOT_LATCHED("the desk is latched off until a person re-enables it"),
    /** No limit of this order was reached. */
    PARENT_NOT_LATCHED("the order has had its switches; latched off until a person re-enables it"),
    /** No trader has taken the order over. */
    NOT_TAKEN_OVER("a trader has taken the order over"),
    /** The order itself is known, acknowledged and works. */
    WORKING("the order does not work, or was never told itself"),
    /** The rule still holds. */
    HOLDS("the rule no longer holds"),
    /** Nothing that the rule lets hold it back does. */
    NO_VETO("vetoed"),
    /** Enough is left to be worth it. */
    REMAINING("too little of the order is left"),
    /** The rule fired anew since it was acted on, and not while nothing was live. */
    FRESH("the rule has to fire anew"),
    /** The rule has actions left on this order. */
    RULE_LIMIT("the rule has had its actions on this order"),
    /** Long enough after the last switch of the order. */
    COOLDOWN("too soon after the order's last switch"),
    /** No other switch of the order is undecided or unanswered. */
    ALONE("another switch of the order is undecided or unanswered"),
    /** The order has another strategy now. */
    OTHER_STRATEGY("the order has this strategy already"),
    /** The desk has not sent as many as it may in a second. */
    RATE("as many as the desk may send in a second have gone out"),
    /** The host's hook said that it can send it. */
    CAPABLE("no hook has said that it can be sent"),
    /** For acting by itself: the desk and the rule say so, and two different persons enabled it. */
    AUTO("acting by itself is not enabled by desk, rule and two persons"),
    /** For acting on advice: a named person approved it, in time. */
    APPROVED("nobody approved it in time");

    private static final Guard[] ALL = values();

    private final String words;

    Guard(String words) {
        this.words = words;
    }

    /** {@return its bit among those that fail} */
    public int bit() {
        return 1 << ordinal();
    }

    /** {@return what is told when it fails} */
    public String words() {
        return words;
    }

    /** {@return the bits of all before {@link #CAPABLE}: what a proposal needs} */
    static int toPropose() {
        return CAPABLE.bit() - 1;
    }

    /** {@return what sending needs when a person approved it} */
    static int toSendAdvised() {
        return toPropose() | CAPABLE.bit() | APPROVED.bit();
    }

    /** {@return what sending by itself needs} */
    static int toSendByItself() {
        return toPropose() | CAPABLE.bit() | AUTO.bit();
    }

    /** {@return the first of those that fail, null when none does} */
    static Guard first(int failing) {
        return failing == 0 ? null : ALL[Integer.numberOfTrailingZeros(failing)];
    }
}
