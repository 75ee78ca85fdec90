package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.OrderTerms;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.host.SwitchSend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

            Files.delete(file);
            Await.until(() -> context.getServiceReference(AlgoSwitchHook.class) == null, () -> "the hook is still there");
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
