package io.leakage.api.score;

/** How far a number may be trusted. */
public enum Status {
    /** Its inputs were whole. */
    VALID,
    /** Part of its inputs was missing or doubtful: read the interval and the flags. */
    DEGRADED,
    /** There is no number; the flags say why. */
    SUPPRESSED
}
