package io.leakage.ui.column;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.DirtyListener;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.Explanation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

/**
 * The scorecard's columns. Ids of the namespaces {@code ClOrdID} (11), {@code 526}, {@code 583} and {@code OrderID} (37) lead to an order,
 * with a session's word behind them ({@code ClOrdID@east}) to an order of that session; of another namespace a host is asked. Any thread;
 * reading takes no lock and waits for nobody.
 */
public final class LeakageColumns implements BlotterColumns, AutoCloseable {
    private static final Set<String> NAMESPACES = Set.of("ClOrdID", "11", "526", "583", "OrderID", "37");
    private static final int UNKNOWN_PARENT = -1;

    private final Scorecard scorecard;
    private final DirtyOrders dirty;
    private final Resolvers resolvers;
    private final ToIntFunction<OrderRef> known = this::known;
    private final List<Column> columns = Column.catalogue();
    private final List<ColumnSpec> specs = columns.stream().map(Column::spec).toList();
    /** A row to read into; who finds it taken makes one. A ThreadLocal would keep this bundle alive in the host's threads. */
    private final AtomicReference<ParentRow> spare = new AtomicReference<>();
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

    /**
     * Shows this scorecard.
     *
     * @param scorecard read at each call
     * @param dirty     told of new rows by the core
     */
    public LeakageColumns(Scorecard scorecard, DirtyOrders dirty) {
        this(scorecard, dirty, new Resolvers());
    }

    /** The same, with hosts that know orders by ids of their own. */
    public LeakageColumns(Scorecard scorecard, DirtyOrders dirty, Resolvers resolvers) {
        this.resolvers = resolvers;
        this.scorecard = scorecard;
        this.dirty = dirty;
    }

    @Override
    public List<ColumnSpec> columns() {
        return specs;
    }

    @Override
    public long read(OrderRef order, CellSink sink) {
        ParentRow taken = spare.getAndSet(null);
        ParentRow row = taken == null ? new ParentRow() : taken;
        long version = UNKNOWN;
        if (scorecard.read(find(order), row)) {
            version = row.version();
            sink.row(version, row.asOfNanos(), row.marketSequence(), row.orderSequence(),
                    row.clockState() == null ? -1 : row.clockState().ordinal(), row.clockUncertainty());
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).cell().read(row, scorecard, i, sink);
            }
        }
        spare.set(row);
        return version;
    }

    @Override
    public AutoCloseable subscribe(DirtyListener listener, int maxHz) {
        Subscription subscription = dirty.subscribe(parents -> {
            Set<String> ids = new LinkedHashSet<>();
            ParentRow row = new ParentRow();
            parents.stream().filter(parent -> scorecard.read(parent, row))
                    .forEach(parent -> ids.add(scorecard.text(NameKind.ORDER, row.order())));
            ids.remove(null);
            if (!ids.isEmpty()) {
                listener.changed(ids);
            }
        }, maxHz);
        subscriptions.add(subscription);
        return () -> {
            subscriptions.remove(subscription);
            subscription.close();
        };
    }

    /** Ends the subscriptions still open. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    @Override
    public String explain(OrderRef order, String columnId) {
        ParentRow row = new ParentRow();
        if (!scorecard.read(find(order), row)) {
            return "No order has the reference " + order.ids() + ".";
        }
        for (Column column : columns) {
            if (column.spec().id().equals(columnId)) {
                return Explanation.of(scorecard, row, column.spec());
            }
        }
        return "There is no column " + columnId + ".";
    }

    private int find(OrderRef order) {
        int parent = known(order);
        return parent >= 0 ? parent : resolvers.find(order, known);
    }

    private int known(OrderRef order) {
        for (Map.Entry<String, String> id : order.ids().entrySet()) {
            int parent = find(id.getKey(), id.getValue());
            if (parent >= 0) {
                return parent;
            }
        }
        return UNKNOWN_PARENT;
    }

    private int find(String namespace, String id) {
        int at = namespace.indexOf('@');
        if (!NAMESPACES.contains(at < 0 ? namespace : namespace.substring(0, at))) {
            return UNKNOWN_PARENT;
        }
        return scorecard.find(at < 0 ? id : id + namespace.substring(at));
    }
}
