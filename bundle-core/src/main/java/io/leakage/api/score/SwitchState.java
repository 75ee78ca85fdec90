package io.leakage.api.score;

/** Where a switch stands. What comes before {@link #SENT} is ours; from there on the other side's reports say it. */
public enum SwitchState {
    /** A rule fired and nothing spoke against it: a person may approve it, or a desk that acts by itself does. */
    PROPOSED,
    /** It may be sent, and is handed to the hook once. */
    APPROVED,
    /** A person said no. */
    REJECTED,
    /** Nobody decided in time, or what it was for has gone. */
    EXPIRED,
    /** Held back by lot, to learn what switches are worth. */
    WITHHELD,
    /** It went out; nothing was heard yet. */
    SENT,
    /** The other side has it and has not decided (150=E, or 150=6 for a cancel). */
    PENDING_REPLACE,
    /** The order is with the new strategy. */
    REPLACED,
    /** It did not go out, the other side refused it, or there was nothing left to switch. */
    REFUSED,
    /** No answer in the time given. The order may have been replaced all the same, and a late answer is still told. */
    TIMED_OUT,
    /** What became of it cannot be told, such as when the session ended before an answer. A person has to look. */
    UNKNOWN;

    /** {@return whether it is {@link #REPLACED} or {@link #REFUSED}; what ended before it was approved has no answer} */
    public boolean isAnswered() {
        return this == REPLACED || this == REFUSED;
    }

    /** {@return whether it went out, or may have, and how it ended is not known} */
    public boolean isInFlight() {
        return this == APPROVED || this == SENT || this == PENDING_REPLACE || this == TIMED_OUT || this == UNKNOWN;
    }

    /** {@return whether nothing will happen to it any more} */
    public boolean isOver() {
        return this == REJECTED || this == EXPIRED || this == WITHHELD || isAnswered();
    }
}
