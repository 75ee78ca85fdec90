package io.leakage.api.score;

/** The light beside an order. Only a rule gives one; no measure carries a threshold of its own. */
public enum Grade {
    /** No rule in force, or no number good enough to judge by. */
    CANNOT_SAY,
    /** A rule was asked and did not fire. */
    GREEN,
    /** A rule of grade amber fired. */
    AMBER,
    /** A rule of grade red fired. */
    RED
}
