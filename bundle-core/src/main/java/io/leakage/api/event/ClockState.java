package io.leakage.api.event;

/** How far the machine's clock may be trusted; what it is off by at most is told beside it. */
public enum ClockState {
    /** Steered by a source that answers; what is not traceable to UTC has no bound or a wide one. */
    LOCKED,
    /** The source fell silent a short while ago; the uncertainty grows with the oscillator's drift. */
    HOLDOVER,
    /** Was steered once; so long ago that the bound means little. */
    FREE,
    /** The machine itself says that its clock is not synchronised, or says nothing. */
    UNSYNC,
    /** The clock jumped; what spans the jump is not a duration. */
    STEPPED,
    /** Off by a whole number of seconds between TAI and UTC, or suspected to be. */
    TAI_SUSPECT
}
