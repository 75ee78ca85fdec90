package io.leakage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BrokerSessionTest {
    @Test
    void aCancelReplaceIsHandedOnWithItsFieldsAndOtherMessagesAreNot() throws Exception {
        BlockingQueue<DeskMessage> requests = new LinkedBlockingQueue<>();
        int port = freePort();
        try (BrokerSession broker = new BrokerSession(port, "BROKER", "EMS", requests::add)) {
            assertFalse(broker.isLoggedOn());
            assertThrows(IllegalStateException.class, () -> broker.send(new DeskMessage("8", 0).text(11, "R1")));
            try (DropCopySession ems = new DropCopySession("127.0.0.1", port, "EMS", "BROKER")) {
                assertTrue(ems.awaitLogon(Duration.ofSeconds(30)));
                ems.send(new DeskMessage("F", 0).text(11, "R0").text(41, "P"));
                ems.send(new DeskMessage("G", 0).text(11, "R1").text(41, "P").number(847, 1003));

                DeskMessage request = requests.poll(30, TimeUnit.SECONDS);
                assertEquals("G", request.type());
                assertEquals("R1", request.get(11));
                assertEquals("P", request.get(41));
                assertEquals("1003", request.get(847));
                assertEquals(0, requests.size());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
