package io.leakage.api.score;

/** What a number counts. */
public enum Unit {
    /** Hundredths of a per cent. */
    BPS("bps", 4),
    /** Money, in the currency the instrument is priced in; shown as $ whatever that is, since no row tells it. */
    MONEY("$", 2),
    /** Hundredths of the whole. */
    SHARE("%", 2),
    /** So many times a stake. */
    TIMES("×", 2);

    private final String symbol;
    private final int decimals;

    Unit(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    /** {@return how it is written behind a number} */
    public String symbol() {
        return symbol;
    }

    /** {@return decimals a person is shown} */
    public int decimals() {
        return decimals;
    }
}
