package io.leakage.dropcopy.fix;

/** The FIX versions a source may speak, as configuration names them. */
public enum FixVersion {
    /** FIX 4.2: executions told with ExecTransType (20). */
    FIX_4_2("4.2", "FIX.4.2", ""),
    /** FIX 4.4. */
    FIX_4_4("4.4", "FIX.4.4", ""),
    /** FIX 5.0 SP2 over a FIXT 1.1 session. */
    FIX_5_0_SP2("5.0SP2", "FIXT.1.1", "9");

    /** The names configuration may use, for messages. */
    public static final String NAMES = "4.2, 4.4 or 5.0SP2";

    private final String label;
    private final String beginString;
    private final String applVerId;

    FixVersion(String label, String beginString, String applVerId) {
        this.label = label;
        this.beginString = beginString;
        this.applVerId = applVerId;
    }

    /**
     * Finds a version by its name.
     *
     * @throws IllegalArgumentException with the names there are
     */
    public static FixVersion of(String name) {
        for (FixVersion version : values()) {
            if (version.label.equals(name)) {
                return version;
            }
        }
        throw new IllegalArgumentException("version: " + NAMES + ", got \"" + name + "\"");
    }

    /** {@return its name in configurations and profiles} */
    public String label() {
        return label;
    }

    /** {@return BeginString (8)} */
    public String beginString() {
        return beginString;
    }

    /** {@return DefaultApplVerID (1137), empty where the session says it all} */
    public String applVerId() {
        return applVerId;
    }
}
