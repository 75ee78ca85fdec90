package io.leakage.ui.web;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import java.util.List;
import java.util.Map;

/** Reads which order is meant by an id of a namespace, also one that only a host knows. One use. */
final class Meant implements CellSink {
    private final int place;
    private String parent;

    private Meant(int place) {
        this.place = place;
    }

    /** {@return the ClOrdID of the order that the columns show for this reference, null for none} */
    static String parent(BlotterColumns columns, String namespace, String id) {
        List<String> known = columns.columns().stream().map(ColumnSpec::id).toList();
        Meant meant = new Meant(known.indexOf("parent"));
        columns.read(new OrderRef(Map.of(namespace, id)), meant);
        return meant.parent;
    }

    @Override
    public void number(int column, double value, double lo, double hi, int status, long flags) {
        // which order it is stands in a text
    }

    @Override
    public void text(int column, String text) {
        if (column == place) {
            parent = text;
        }
    }
}
