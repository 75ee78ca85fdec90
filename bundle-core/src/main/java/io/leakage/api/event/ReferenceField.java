package io.leakage.api.event;

/** What is known of an instrument apart from its market data. */
public enum ReferenceField {
    /** How much its price moves in a day: standard deviation of the daily return, 1e-8 of the whole. */
    VOLATILITY("volatility", true, "a share of the price such as 0.02"),
    /** How much of it trades in a day, shares. */
    DAILY_VOLUME("daily_volume", false, "a whole number of shares"),
    /** The last day's closing price, 1e-8. */
    PRIOR_CLOSE("prior_close", true, "a price above 0"),
    /** Today's opening price, 1e-8. */
    OPEN("open", true, "a price above 0"),
    /** Today's closing price, 1e-8. */
    CLOSE("close", true, "a price above 0"),
    /** How far it moves when its reference moves by one, 1e-8. */
    BETA("beta", true, "a number such as 1.3"),
    /** Y of the square-root law, 1e-8; 0.8 where nobody tells one. */
    IMPACT_FACTOR("impact_factor", true, "a number above 0 such as 0.8"),
    /** δ of the square-root law, 1e-8; 0.489 where nobody tells one. */
    IMPACT_EXPONENT("impact_exponent", true, "a number above 0 such as 0.489");

    private static final ReferenceField[] ALL = values();

    private final String id;
    private final boolean scaled;
    private final String expected;

    ReferenceField(String id, boolean scaled, String expected) {
        this.id = id;
        this.scaled = scaled;
        this.expected = expected;
    }

    /** {@return how files call it} */
    public String id() {
        return id;
    }

    /** {@return whether it is told in units of 1e-8, else in whole units} */
    public boolean isScaled() {
        return scaled;
    }

    /** {@return whether it may be told: above 0, β apart} */
    public boolean isPossible(long value) {
        return this == BETA ? value != Absent.LONG : value > 0;
    }

    /** {@return for a person who told something else} */
    public String expected() {
        return expected;
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the field at this place; makes no copy} */
    public static ReferenceField at(int ordinal) {
        return ALL[ordinal];
    }
}
