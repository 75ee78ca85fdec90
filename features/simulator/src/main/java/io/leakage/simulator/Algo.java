package io.leakage.simulator;

/** What the simulated broker can do with an order, as its FIXatdl file names it. */
public enum Algo {
    /** The same clip at regular intervals, shown at the touch or taken from the other side: whoever watches learns to know it. */
    VWAP("1001"),
    /** Waits at the touch in sizes and after pauses without a pattern, and never takes. */
    LIQUIDITY_SEEKER("1003");

    private final String wire;

    Algo(String wire) {
        this.wire = wire;
    }

    /** {@return TargetStrategy (847)} */
    public String wire() {
        return wire;
    }

    /** {@return the one of this TargetStrategy, null when there is none} */
    static Algo of(String wire) {
        for (Algo algo : values()) {
            if (algo.wire.equals(wire)) {
                return algo;
            }
        }
        return null;
    }
}
