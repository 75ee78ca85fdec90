package io.leakage.api.score;

/** What a number above zero means. */
public enum Sign {
    /** It hurts the order, whichever side it is on. */
    COST("positive is a cost, on either side"),
    /** It helps the order. */
    GAIN("more is better"),
    /** Neither: it describes. A markout above 0 favours a fill that is over, and costs an order that still works. */
    NEUTRAL("neither good nor bad by itself");

    private final String words;

    Sign(String words) {
        this.words = words;
    }

    /** {@return for a person} */
    public String words() {
        return words;
    }
}
