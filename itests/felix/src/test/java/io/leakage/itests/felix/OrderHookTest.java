package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Nothing can be sent before a configuration says over which session, nor after it is gone. */
class OrderHookTest {
    private static final String ATDL = """
            <Strategies xmlns="http://www.fixprotocol.org/FIXatdl-1-1/Core" strategyIdentifierTag="847" changeStrategyOnCxlRpl="true">
              <Strategy name="SNIPER" wireValue="1001" version="1"/>
            </Strategies>
            """;

    @TempDir
    private Path folder;

    @Test
    void aHookIsThereWhileItsConfigurationIs() throws Exception {
        Path atdl = Files.writeString(folder.resolve("embr.xml"), ATDL);
        try (Desk desk = new Desk(true)) {
            BundleContext context = desk.launcher().context();
            assertNull(context.getServiceReference(AlgoSwitchHook.class));

            Path file = desk.local.configurations().resolve("leakage.order.hook-ems.config");
            Files.writeString(file, "name=\"ems\"\nport=\"" + freePort() + "\"\nsender.comp.id=\"SCORECARD\"\ntarget.comp.id=\"EMS\"\n"
                    + "store=\"\"\nbrokers=[\"EMBR\\=" + atdl + "\"]\n");
            Await.until(() -> context.getServiceReference(AlgoSwitchHook.class) != null, () -> "no hook");
            ServiceReference<AlgoSwitchHook> reference = context.getServiceReference(AlgoSwitchHook.class);
            AlgoSwitchHook hook = context.getService(reference);
            assertTrue(hook.capability("EMBR", "SNIPER").byReplace());
            assertFalse(hook.capability("EMBR", "VWAP").isAny());
            assertEquals(SwitchSend.refused("the order session is down"), hook.send(request()));
            context.ungetService(reference);
            tell(desk.launcher().service(Inlets.class).orders("by-hand"));
            Await.until(() -> algo(desk).equals("SNIPER"), () -> "the broker's file names it, got " + algo(desk));

            Files.delete(file);
            Await.until(() -> context.getServiceReference(AlgoSwitchHook.class) == null, () -> "the hook is still there");
            Await.until(() -> algo(desk).equals("847=1001"), () -> "nobody names it any more, got " + algo(desk));
        }
    }

    /** An order to TargetStrategy 1001. */
    private static void tell(OrderInlet orders) {
        OrderMessage order = new OrderMessage();
        order.clear();
        order.msgType = 'D';
        order.transactNanos = 1_767_364_200_000_000_000L;
        order.raw = "P1001INST".getBytes(StandardCharsets.US_ASCII);
        order.rawLength = order.raw.length;
        order.clOrdId = OrderMessage.slice(0, 1);
        order.strategy = OrderMessage.slice(1, 4);
        order.symbol = OrderMessage.slice(5, 4);
        order.side = Side.BUY;
        order.orderQty = 100;
        orders.accept(order);
    }

    private static String algo(Desk desk) {
        try {
            String told = desk.get("v1/orders/P").body();
            int at = told.indexOf("\"algo\":\"");
            return at < 0 ? told : told.substring(at + 8, told.indexOf('"', at + 8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SwitchRequest request() {
        OrderTerms terms = new OrderTerms('1', "X", 100, '1', OrderTerms.NO_PRICE, '0', "", new TreeMap<>());
        return new SwitchRequest("R1", OrderRef.clOrdId("P"), OrderRef.clOrdId("A"), terms, "EMBR", "VWAP", "SNIPER", Map.of(), "by hand",
                "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
