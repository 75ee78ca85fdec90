package io.leakage.core.rule;

/** Whether a condition holds; one that rests on a number nobody can say is neither true nor false (Kleene's strong logic). */
public enum Truth {
    /** It does not hold. */
    NO,
    /** A number it needs is missing. */
    CANNOT_SAY,
    /** It holds. */
    YES;

    private static final Truth[] ALL = values();

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /** {@return the truth at this place; makes no copy} */
    static Truth at(int ordinal) {
        return ALL[ordinal];
    }

    Truth and(Truth other) {
        return ordinal() < other.ordinal() ? this : other;
    }

    Truth or(Truth other) {
        return ordinal() > other.ordinal() ? this : other;
    }

    Truth not() {
        return ALL[YES.ordinal() - ordinal()];
    }
}
