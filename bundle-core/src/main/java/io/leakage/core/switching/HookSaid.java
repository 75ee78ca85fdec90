package io.leakage.core.switching;

/** What the host's hook said of a switch. */
public enum HookSaid {
    /** It could send it. */
    CAPABLE(null),
    /** It could not. */
    NOT_CAPABLE(null),
    /** It sent it. */
    SENT(Happening.HOOK_SENT),
    /** It did not send it, nor will. */
    NOT_SENT(Happening.HOOK_REFUSED),
    /** The other side has it and has not decided. */
    PENDING(Happening.PENDING),
    /** The order is with the new strategy. */
    REPLACED(Happening.ACCEPTED),
    /** The other side refused. */
    REFUSED(Happening.DECLINED),
    /** Nothing was heard in time. */
    TIMED_OUT(Happening.SILENCE),
    /** Nobody can tell what became of it. */
    LOST(Happening.LOST);

    private static final HookSaid[] ALL = values();

    private final Happening happening;

    HookSaid(Happening happening) {
        this.happening = happening;
    }

    /** {@return what that is for the switch; null when it is about the hook alone} */
    Happening happening() {
        return happening;
    }

    /** {@return what was said, by its place} */
    public static HookSaid at(int ordinal) {
        return ALL[ordinal];
    }
}
