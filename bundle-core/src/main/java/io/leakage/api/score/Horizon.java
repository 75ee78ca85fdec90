package io.leakage.api.score;

/** How long before or after a fill the market is looked at; in the order of time. */
public enum Horizon {
    /** A minute before. */
    BACK_1M("before_1m", "1 min before", -60_000_000_000L),
    /** Ten seconds before. */
    BACK_10S("before_10s", "10 s before", -10_000_000_000L),
    /** A second before. */
    BACK_1S("before_1s", "1 s before", -1_000_000_000L),
    /** Just before it: the last quote with an earlier time. */
    TOUCH("touch", "just before", 0),
    /** Ten milliseconds after. */
    AFTER_10MS("10ms", "10 ms after", 10_000_000L),
    /** A hundred milliseconds after. */
    AFTER_100MS("100ms", "100 ms after", 100_000_000L),
    /** A second after. */
    AFTER_1S("1s", "1 s after", 1_000_000_000L),
    /** Ten seconds after. */
    AFTER_10S("10s", "10 s after", 10_000_000_000L),
    /** A minute after. */
    AFTER_1M("1m", "1 min after", 60_000_000_000L),
    /** Five minutes after. */
    AFTER_5M("5m", "5 min after", 300_000_000_000L),
    /** Half an hour after. */
    AFTER_30M("30m", "30 min after", 1_800_000_000_000L);

    private static final Horizon[] ALL = values();

    private final String id;
    private final String words;
    private final long nanos;

    Horizon(String id, String words, long nanos) {
        this.id = id;
        this.words = words;
        this.nanos = nanos;
    }

    /** {@return how the ids of measures and inputs end} */
    public String id() {
        return id;
    }

    /** {@return for a person, such as {@code 10 s after}} */
    public String words() {
        return words;
    }

    /** {@return nanoseconds from the fill on, negative before it; 0 for {@link #TOUCH}} */
    public long nanos() {
        return nanos;
    }

    /** {@return whether it lies after the fill} */
    public boolean isAfter() {
        return nanos > 0;
    }

    /** {@return how many there are} */
    public static int count() {
        return ALL.length;
    }

    /** {@return the horizon at this place; makes no copy, unlike {@link #values}} */
    public static Horizon at(int ordinal) {
        return ALL[ordinal];
    }
}
