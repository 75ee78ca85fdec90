package io.leakage.itests.scenarios;

import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Scorecard;
import io.leakage.desk.FreePort;
import io.leakage.desk.LocalDesk;
import io.leakage.simulator.DeskMessage;
import io.leakage.simulator.DropCopySession;
import io.leakage.simulator.MoldUdp64Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;

/** The product running in Felix, a venue that speaks MoldUDP64 to it and a desk that speaks FIX to it, all over real sockets. */
final class LiveDesk implements AutoCloseable {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    final LocalDesk local;
    final Scorecard scorecard;
    final BlotterColumns columns;
    final MoldUdp64Sender venue;
    final DropCopySession desk;
    private long ordersSent;

    LiveDesk(LocalDate date) throws IOException, BundleException, InterruptedException {
        local = new LocalDesk(new LocalDesk.Setup(new FrameworkFactory(), TARGET.resolve("bundles"), TARGET.resolve("runs"), true,
                FreePort.tcp(), date));
        scorecard = local.launcher().service(Scorecard.class);
        columns = local.launcher().service(BlotterColumns.class);
        venue = new MoldUdp64Sender("SCENARIO", local.feed());
        desk = new DropCopySession("127.0.0.1", local.fixPort(), LocalDesk.SENDER, LocalDesk.TARGET);
        if (!desk.awaitLogon(Duration.ofSeconds(60))) {
            throw new AssertionError("no FIX logon");
        }
    }

    void send(DeskMessage message) {
        desk.send(message);
        ordersSent++;
    }

    /** Waits until everything sent so far has been measured. */
    void awaitMeasured() {
        venue.flush();
        await("everything sent", () -> scorecard.progress().marketSequence() >= venue.sent()
                && scorecard.progress().orderEvents() >= ordersSent);
    }

    void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain for " + what + ": sent " + venue.sent() + " and " + ordersSent + ", "
                        + scorecard.progress());
            }
            LockSupport.parkNanos(500_000);
        }
    }

    /** The numbers an EMS would paint into the order's row, by column id. */
    Map<String, Double> cells(String clOrdId) {
        Map<String, Double> cells = new HashMap<>();
        long version = columns.read(OrderRef.clOrdId(clOrdId), new CellSink() {
            @Override
            public void number(int column, double value, double lo, double hi, int status, long flags) {
                cells.put(columns.columns().get(column).id(), value);
            }

            @Override
            public void text(int column, String text) {
                // the texts have tests of their own
            }
        });
        if (version == BlotterColumns.UNKNOWN) {
            throw new AssertionError("no order " + clOrdId);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        desk.close();
        venue.close();
        local.close();
    }
}
