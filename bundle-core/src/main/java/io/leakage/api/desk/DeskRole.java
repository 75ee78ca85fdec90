package io.leakage.api.desk;

/** What a person may do on a desk beyond looking. */
public enum DeskRole {
    /** Approves, rejects, takes an order over, and may stop everything. */
    TRADER,
    /** Stops everything, and lets it go on after somebody else has stopped it. */
    RISK,
    /** Changes the desk's configuration. */
    ADMIN
}
