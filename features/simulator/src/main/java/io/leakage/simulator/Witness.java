package io.leakage.simulator;

/** Sees of our orders what everybody could see, as it happens at the venue. */
@FunctionalInterface
interface Witness {
    /** What there is to see. */
    enum Act {
        /** It came to rest, or rests elsewhere now. */
        RESTED,
        /** It left without a trade. */
        LEFT,
        /** It crossed and took. */
        TOOK,
        /** It rested and somebody took it. */
        WAS_FILLED
    }

    /** A child did something, at the agenda's present instant. */
    void saw(ChildOrder child, Act act);
}
