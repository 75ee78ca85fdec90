package io.leakage.api.event;

/** How far the scorecard may go for a desk; each includes what stands before it. */
public enum DeskMode {
    /** Its orders are not judged. */
    OFF,
    /** Judged and shown. */
    OBSERVE,
    /** A switch is proposed to a person. */
    ADVISE,
    /** A switch is sent, as far as rule, host and two persons allow. */
    AUTO
}
