package io.leakage.core.evidence;

/** What became of a footprint at a horizon. */
enum Fate {
    /** Its window is not over. */
    OPEN,
    /** It was ranked among its placebos. */
    COUNTED,
    /** Another own footprint lies within a horizon of it; one that only was taken counts as such only when it came before. */
    CROWDED,
    /** A mid is not known, or a hole, a halt, a pause or an auction lies in its window. */
    DISTURBED,
    /** Too few placebos. */
    UNMATCHED,
    /** There were enough, but too few at which the market was about as volatile: it has become another. */
    VOLATILITY_BREAK,
    /** Its time is known too coarsely for the horizon, or is not the venue's. */
    UNDECIDABLE,
    /** The feed ended before the horizon. */
    CENSORED;

    /** How many there are. */
    static final int COUNT = values().length;

    private static final Fate[] ALL = values();

    /** {@return the fate at this place; makes no copy} */
    static Fate at(int ordinal) {
        return ALL[ordinal];
    }

    /** {@return whether a neighbour that comes to be known makes it {@link #CROWDED}} */
    boolean yieldsToNeighbours() {
        return this == COUNTED || this == DISTURBED || this == UNMATCHED || this == VOLATILITY_BREAK;
    }
}
