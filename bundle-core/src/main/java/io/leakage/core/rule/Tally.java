package io.leakage.core.rule;

import io.leakage.api.score.ParentRow;

/** What a rule may ask of an order itself, beside its measures. */
public enum Tally {
    /** Share of the quantity that is not executed, in per cent. */
    REMAINING("remaining", "percent") {
        @Override
        double of(ParentRow row) {
            return row.quantity() <= 0 ? Double.NaN : 100.0 * Math.max(0, row.quantity() - row.executed()) / row.quantity();
        }
    },
    /** Share of the quantity that is executed, in per cent. */
    EXECUTED("executed", "percent") {
        @Override
        double of(ParentRow row) {
            return row.quantity() <= 0 ? Double.NaN : 100.0 * row.executed() / row.quantity();
        }
    },
    /** Number of executions. */
    FILLS("fills", "") {
        @Override
        double of(ParentRow row) {
            return row.fills();
        }
    },
    /** Number of child orders. */
    CHILDREN("children", "") {
        @Override
        double of(ParentRow row) {
            return row.children();
        }
    };

    private final String id;
    private final String unit;

    Tally(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /** {@return its name in a rule} */
    public String id() {
        return id;
    }

    /** {@return the name of its unit in a rule, empty for a bare number} */
    public String unit() {
        return unit;
    }

    /** {@return what a row says, NaN when it does not} */
    abstract double of(ParentRow row);
}
