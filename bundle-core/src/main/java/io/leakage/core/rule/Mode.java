package io.leakage.core.rule;

/** How far a rule may go; each includes what stands before it. */
public enum Mode {
    /** Not judged at all. */
    OFF,
    /** Judged and shown. */
    OBSERVE,
    /** A switch is proposed to a person. */
    ADVISE,
    /** A switch is sent, as far as desk, host and two persons allow. */
    AUTO
}
