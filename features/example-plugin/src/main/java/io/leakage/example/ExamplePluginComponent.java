package io.leakage.example;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.SwitchCapability;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** An EMS whose blotter is printed by {@code example:blotter} at the Gogo console, and whose broker takes one strategy. */
@Component(immediate = true, property = {"osgi.command.scope=example", "osgi.command.function=blotter"})
public final class ExamplePluginComponent implements AlgoSwitchHook {
    private final Map<String, String> lines = new ConcurrentSkipListMap<>();
    private final BlotterColumns columns;
    private final AutoCloseable repaints;

    /** Repaints at most ten times a second. */
    @Activate
    public ExamplePluginComponent(@Reference(target = "(leakage.desk=\\*)") BlotterColumns columns) {
        this.columns = columns;
        repaints = columns.subscribe(orders -> orders.forEach(this::repaint), 10);
    }

    private void repaint(String order) {
        StringBuilder line = new StringBuilder(order);
        columns.read(OrderRef.clOrdId(order), new CellSink() {
            @Override
            public void number(int column, double value, double lo, double hi, int status, long flags) {
                ColumnSpec spec = columns.columns().get(column);
                text(column, Double.isNaN(value) ? null : String.format(Locale.ROOT, "%." + spec.decimals() + "f ", value) + spec.unit());
            }

            @Override
            public void text(int column, String text) {
                ColumnSpec spec = columns.columns().get(column);
                line.append(spec.standard() ? " | " + spec.header() + " " + (text == null ? spec.nullText() : text) : "");
            }
        });
        lines.put(order, line.toString());
    }

    /** {@return a line an order, its numbers the newest} */
    public String blotter() {
        return String.join("\n", lines.values());
    }

    @Override
    public SwitchCapability capability(String broker, String strategy) {
        return strategy.equals("LIQUIDITY_SEEKER") ? new SwitchCapability(broker, strategy, true, false, Set.of(), "")
                : SwitchCapability.none(broker, strategy, "the broker has no " + strategy);
    }

    /** Here an EMS checks and sends; this one says at the console what it would. A hook that sends nothing must return NOT_SENT. */
    @Override
    public SwitchSend send(SwitchRequest request) {
        String replaced = request.order().ids().get("ClOrdID");
        String message = "35=G|11=" + request.id() + "|41=" + replaced + "|55=" + request.terms().symbol() + "|847=" + request.toStrategy();
        lines.put(replaced + " switched", message);
        return SwitchSend.sent(message);
    }

    /** Ends the repaints, so that nothing of this bundle is left. */
    @Deactivate
    public void close() throws Exception {
        repaints.close();
    }
}
