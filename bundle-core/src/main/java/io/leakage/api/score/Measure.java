package io.leakage.api.score;

/**
 * The catalogue of measures: columns, JSON and documentation are derived from it. Positive is a cost to the order, on either side.
 */
public enum Measure {
    /** Average fill against the mid at arrival. */
    ARRIVAL_SLIPPAGE("arrival_slippage", "Slip bps", Unit.BPS, 0, "what the fills cost against the mid at arrival"),
    /** The same in money. */
    LEAKAGE_COST("leakage_cost", "Cost $", Unit.MONEY, 0, "what the fills cost against the mid at arrival, in money"),
    /** The mid now against the mid at arrival. */
    DRIFT("drift", "Drift", Unit.BPS, 0, "how far the mid has moved against the order since it arrived"),
    /** The mid just before the first fill against the mid at arrival. */
    PRE_TRADE_LEAKAGE("pre_trade_leakage", "Pre-trade leak", Unit.BPS, 0, "how far the mid moved against the order before its first fill"),
    /** The mid 10 ms after the last fill against the mid at the last fill. */
    POST_TRADE_DRIFT_10MS("post_trade_drift_10ms", "Post drift 10 ms", Unit.BPS, 10_000_000L,
            "the mid's move in the 10 ms after the last fill"),
    /** … 100 ms after. */
    POST_TRADE_DRIFT_100MS("post_trade_drift_100ms", "Post drift 100 ms", Unit.BPS, 100_000_000L,
            "the mid's move in the 100 ms after the last fill"),
    /** … 1 s after. */
    POST_TRADE_DRIFT_1S("post_trade_drift_1s", "Post drift 1 s", Unit.BPS, 1_000_000_000L,
            "the mid's move in the second after the last fill"),
    /** … 10 s after. */
    POST_TRADE_DRIFT_10S("post_trade_drift_10s", "Post drift 10 s", Unit.BPS, 10_000_000_000L,
            "the mid's move in the 10 s after the last fill"),
    /** … 1 minute after. */
    POST_TRADE_DRIFT_1M("post_trade_drift_1m", "Post drift 1 m", Unit.BPS, 60_000_000_000L,
            "the mid's move in the minute after the last fill");

    private static final Measure[] ALL = values();

    private final String id;
    private final String header;
    private final Unit unit;
    private final long horizonNanos;
    private final String meaning;

    Measure(String id, String header, Unit unit, long horizonNanos, String meaning) {
        this.id = id;
        this.header = header;
        this.unit = unit;
        this.horizonNanos = horizonNanos;
        this.meaning = meaning;
    }

    /** {@return how files, JSON and rules call it; a horizon is its suffix} */
    public String id() {
        return id;
    }

    /** {@return the column's header} */
    public String header() {
        return header;
    }

    /** {@return what the number counts} */
    public Unit unit() {
        return unit;
    }

    /** {@return the horizon in nanoseconds, 0 for a measure without one} */
    public long horizonNanos() {
        return horizonNanos;
    }

    /** {@return one line for a person} */
    public String meaning() {
        return meaning;
    }

    /** {@return the product version that brought it} */
    public String since() {
        return "1.0";
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the measure at this place of the catalogue; makes no copy, unlike {@link #values}} */
    public static Measure at(int ordinal) {
        return ALL[ordinal];
    }
}
