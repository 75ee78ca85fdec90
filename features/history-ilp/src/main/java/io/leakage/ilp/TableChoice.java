package io.leakage.ilp;

import io.leakage.api.history.HistoryTable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Tables of the history by their names in a configuration. */
public final class TableChoice {
    private TableChoice() {
    }

    /**
     * {@return the tables of these names, all when there are none}
     *
     * @throws IllegalArgumentException with what was got and what is allowed
     */
    public static Set<HistoryTable> of(String[] names) {
        Set<HistoryTable> tables = names.length == 0 ? EnumSet.allOf(HistoryTable.class) : EnumSet.noneOf(HistoryTable.class);
        for (String name : names) {
            try {
                tables.add(HistoryTable.valueOf(name.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tables: of " + EnumSet.allOf(HistoryTable.class) + ", got \"" + name + "\"", e);
            }
        }
        return tables;
    }
}
