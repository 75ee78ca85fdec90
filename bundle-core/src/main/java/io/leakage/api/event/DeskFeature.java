package io.leakage.api.event;

import java.util.Locale;

/** What can be switched on and off for one desk while everything runs. */
public enum DeskFeature {
    /** The desk's orders have cells in the host's blotter. */
    COLUMNS,
    /** The desk's orders are on the page and in the JSON. */
    BOARD,
    /** Rules judge the desk's orders. */
    RULES,
    /** What rules say may change how the desk's orders are worked, as far as the mode lets it. */
    SWITCHING;

    private static final DeskFeature[] ALL = values();

    /** {@return the feature's bit in {@link DeskTerms#bits}} */
    public int bit() {
        return 1 << ordinal();
    }

    /** {@return how it is written in a configuration: {@code columns}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the feature at this place; makes no copy} */
    static DeskFeature at(int ordinal) {
        return ALL[ordinal];
    }

    /** {@return how many there are} */
    static int count() {
        return ALL.length;
    }
}
