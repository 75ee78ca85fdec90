package io.leakage.api.score;

/** Measures that are read together. */
public enum Family {
    /** How the market moved against the order. */
    LEAKAGE("Leakage"),
    /** Implementation shortfall and its parts. */
    SHORTFALL("Shortfall"),
    /** Against prices the market traded or quoted. */
    BENCHMARK("Benchmark"),
    /** The spread paid, kept and given back. */
    SPREAD("Spread"),
    /** The market around each fill. */
    MARKOUT("Markout"),
    /** How the order was executed. */
    EXECUTION("Execution"),
    /** Against what an order of its size is expected to do. */
    IMPACT("Impact"),
    /** Whether the market answers to what others could see of the order. */
    EVIDENCE("Evidence");

    private final String words;

    Family(String words) {
        this.words = words;
    }

    /** {@return its heading} */
    public String words() {
        return words;
    }
}
