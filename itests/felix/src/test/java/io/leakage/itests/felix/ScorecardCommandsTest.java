package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The scorecard's commands as a shell finds and calls them. */
class ScorecardCommandsTest {
    private static final String PROCESSOR = "org.apache.felix.service.command.CommandProcessor";
    private static final long START = 1_767_364_200_000_000_000L;

    @Test
    void theShellExplainsOrdersAndFillsAndPrintsTheCard() throws Exception {
        try (Desk desk = new Desk(true)) {
            aBuyFilledThreeCentsAboveTheMid(desk.launcher().service(Inlets.class));
            awaitFill(desk.launcher().service(Scorecard.class));
            BundleContext context = desk.launcher().context();

            String explained = shell(context, "leakage:explain P arrival_slippage");
            // 100.04 against 100.01
            assertTrue(explained.contains("= 1e4 · 1 · (100.04 − 100.01) / 100.01\n= 2.9997 bps\n"), explained);
            assertTrue(explained.contains("average price of the fills, execution E1\n"), explained);
            String fill = shell(context, "leakage:explain P arrival_slippage E1");
            assertTrue(fill.startsWith("Slip bps, of execution E1 (100 @ 100.04, "), fill);
            assertTrue(shell(context, "leakage:scorecard P").startsWith("Scorecard of P ("));
            assertTrue(shell(context, "leakage:evidence P").startsWith("Evidence of P, BUY INST: "));
            for (Measure measure : Measure.values()) {
                assertTrue(shell(context, "leakage:measures").contains(measure.id() + "  "), measure.id());
            }
            assertTrue(shell(context, "leakage:leagues arrival_slippage side").startsWith("Slip bps in bps by side: "));
            assertEquals(200, desk.get("orders/P/scorecard").status());
            Desk.Answer answer = desk.get("v1/explain?id=P&column=arrival_slippage&execution=E1");
            assertEquals(200, answer.status(), answer.body());
            assertTrue(answer.body().contains("\"execution\":\"E1\""), answer.body());
        }
    }

    /** What a session of the command processor makes of a line; by reflection, because its package belongs to the bundles. */
    private static String shell(BundleContext context, String line) throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(PROCESSOR, null);
        assertNotNull(found, "no service " + PROCESSOR);
        Object processor = context.getService(found[0]);
        Class<?> type = processor.getClass().getClassLoader().loadClass(PROCESSOR);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Object session = type.getMethod("createSession", InputStream.class, OutputStream.class, OutputStream.class)
                .invoke(processor, new ByteArrayInputStream(new byte[0]), out, out);
        Class<?> sessionType = processor.getClass().getClassLoader().loadClass("org.apache.felix.service.command.CommandSession");
        Object result = sessionType.getMethod("execute", CharSequence.class).invoke(session, line);
        sessionType.getMethod("close").invoke(session);
        return (String) result;
    }

    static void aBuyFilledThreeCentsAboveTheMid(Inlets inlets) {
        MarketInlet market = inlets.market("by-hand", WhenFull.WAIT);
        int instrument = market.instrument("INST");
        market.added(instrument, 1, START, 1, Side.BUY, 500, 100_00000000L);
        market.added(instrument, 2, START, 2, Side.SELL, 500, 100_02000000L);
        OrderInlet orders = inlets.orders("by-hand");
        OrderMessage order = message('D', 1);
        order.side = Side.BUY;
        order.orderQty = 100;
        orders.accept(order);
        OrderMessage fill = message('8', 2);
        fill.execType = 'F';
        fill.ordStatus = '2';
        fill.lastQty = 100;
        fill.lastPx = 100_04000000L;
        fill.execId = OrderMessage.slice(5, 2);
        orders.accept(fill);
        market.passed(instrument, 3, START + TimeUnit.SECONDS.toNanos(10));
    }

    private static OrderMessage message(char type, int second) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = type;
        message.transactNanos = START + TimeUnit.SECONDS.toNanos(second);
        message.raw = "INSTPE1".getBytes(StandardCharsets.US_ASCII);
        message.rawLength = message.raw.length;
        message.symbol = OrderMessage.slice(0, 4);
        message.clOrdId = OrderMessage.slice(4, 1);
        return message;
    }

    static void awaitFill(Scorecard scorecard) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        ParentRow row = new ParentRow();
        while (!scorecard.read(scorecard.find("P"), row) || Double.isNaN(row.value(Measure.ARRIVAL_SLIPPAGE))) {
            assertTrue(System.nanoTime() < deadline, "no score within 30 s: " + scorecard.progress());
            Thread.onSpinWait();
        }
    }
}
