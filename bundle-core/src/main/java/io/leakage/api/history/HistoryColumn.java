package io.leakage.api.history;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name    how files, topics and SQL call it: lower case, words between underscores
 * @param type    what stands in it; any column may be absent in a record
 * @param meaning one line for a person, with the unit
 */
public record HistoryColumn(String name, Type type, String meaning) {
    /** What stands in a column. */
    public enum Type {
        /** A whole number of 64 bits. */
        LONG,
        /** A number of 64 bits; NaN is absent. */
        DOUBLE,
        /** UTF-16 text. */
        TEXT,
        /** True or false. */
        FLAG,
        /** Nanoseconds since the epoch, UTC. */
        NANOS
    }

    /** Checks that all is there. */
    public HistoryColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(meaning, "meaning");
    }
}
