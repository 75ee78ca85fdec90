package io.leakage.api.score;

/** The number spaces of names given out at the door; each is dense from 0. */
public enum NameKind {
    /** Symbols. */
    INSTRUMENT,
    /** Venue feeds. */
    FEED,
    /** Drop-copy sources. */
    SOURCE,
    /** ClOrdIDs, of children and parents alike. */
    ORDER,
    /** Executions by their unique key. */
    EXECUTION,
    /** Desks. */
    DESK,
    /** Everything else: accounts, venues, OrderIDs, strategies. */
    TEXT;

    private static final NameKind[] ALL = values();

    /** {@return how many kinds there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the kind at this place; makes no copy} */
    public static NameKind at(int ordinal) {
        return ALL[ordinal];
    }
}
