package io.leakage.api.host;

/** Where a request stands that went out. */
public enum SwitchState {
    /** It went out; nothing was heard yet. */
    SENT,
    /** The other side has it and has not decided (150=E, or 150=6 for a cancel). */
    PENDING_REPLACE,
    /** The order is with the new strategy. */
    REPLACED,
    /** The other side refused it, or there was nothing left to switch. */
    REFUSED,
    /** No answer in the time given. The order may have been replaced all the same, and a late answer is still told. */
    TIMED_OUT,
    /** What became of it cannot be told, such as when the session ended before an answer. A person has to look. */
    UNKNOWN;

    /** {@return whether the other side has given its answer} */
    public boolean isAnswered() {
        return this == REPLACED || this == REFUSED;
    }
}
