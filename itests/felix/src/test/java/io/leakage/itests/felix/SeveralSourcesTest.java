package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.desk.FreePort;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Several drop copies at once, configured while they run: what is said of one is not felt by another. */
class SeveralSourcesTest {
    private static final int EACH = 50;

    @Test
    void changingAndRemovingOneSourceIsNotFeltByTheOthers() throws Exception {
        int bravoPort = FreePort.tcp();
        int charliePort = FreePort.tcp();
        try (Desk desk = new Desk(true); Street alpha = Street.waiting("ALPHA", Copies.US);
                Street bravo = Street.calling("BRAVO", Copies.US, bravoPort);
                Street charlie = Street.calling("CHARLIE", Copies.US, charliePort)) {
            Copies copies = new Copies(desk);
            copies.configure("alpha", alpha.port(), Map.of("acceptor", "false"));
            copies.configure("bravo", bravoPort, Map.of());
            copies.configure("charlie", charliePort, Map.of());
            List.of(alpha, bravo, charlie).forEach(Street::awaitLogon);
            Order a = new Order("A", alpha);
            Order b = new Order("B", bravo);
            Order c = new Order("C", charlie);
            fill(a, b, c);

            copies.configure("charlie", charliePort, Map.of("resend.chunk", 10));
            while (charlie.logons() < 2) {   // the others go on while it is changed
                a.fill(1);
                b.fill(1);
                Thread.onSpinWait();
            }
            fill(a, b, c);
            copies.awaitExecuted("C", 2 * EACH);
            assertTrue(charlie.heard("2").get(0).contains("|7=1|16=10|"), "it asks by tens, as newly configured");

            copies.remove("charlie");
            while (copies.state("charlie") != null) {
                a.fill(1);
                b.fill(1);
            }
            fill(a, b);

            copies.awaitExecuted("A", a.filled());
            copies.awaitExecuted("B", b.filled());
            assertEquals(a.filled(), copies.executed("A"));
            assertEquals(b.filled(), copies.executed("B"));
            assertEquals(2 * EACH, copies.executed("C"));
            assertUnbroken(alpha);
            assertUnbroken(bravo);
            // when it was changed and when it was removed; while it ends it turns others away with a word (58)
            Await.until(() -> charlie.heard("5").stream().filter(one -> !one.contains("|58=")).count() == 2,
                    () -> "two goodbyes in " + charlie.heard("5"));
            for (String name : List.of("alpha", "bravo")) {
                assertEquals(0, copies.state(name).gaps(), name);
                assertEquals(0, copies.state(name).duplicates(), name);
            }
        }
    }

    @Test
    void aWrongConfigurationIsRefusedAndTheLastGoodOneStays() throws Exception {
        int port = FreePort.tcp();
        try (Desk desk = new Desk(true); Street bravo = Street.calling("BRAVO", Copies.US, port)) {
            Copies copies = new Copies(desk);
            Queue<String> log = new ConcurrentLinkedQueue<>();
            desk.launcher().forwardLog(log::add);
            copies.configure("bravo", port, Map.of());
            bravo.awaitLogon();
            Order order = new Order("B", bravo);
            order.fill(EACH);

            copies.configure("bravo", port, Map.of("heartbeat.seconds", 0));
            awaitLine(log, "heartbeat.seconds: 1 to 3600, got \"0\"");
            copies.configure("bravo", port, Map.of("version", "4.3"));
            awaitLine(log, "version: 4.2, 4.4 or 5.0SP2, got \"4.3\"");
            copies.configure("bravo", port, Map.of("port", "many"));
            awaitLine(log, "many");
            order.fill(EACH);

            copies.awaitExecuted("B", 2 * EACH);
            assertUnbroken(bravo);

            copies.configure("bravo", port, Map.of("resend.chunk", 10));
            Await.until(() -> bravo.logons() == 2, () -> "a right configuration is not taken after wrong ones: " + log);
            order.fill(EACH);
            copies.awaitExecuted("B", 3 * EACH);
        }
    }

    private static void fill(Order... orders) {
        for (Order order : orders) {
            order.fill(EACH);
        }
    }

    private static void assertUnbroken(Street street) {
        assertEquals(1, street.logons(), "logons");
        assertEquals(List.of(), street.heard("5"), "logouts");
        assertEquals(List.of(), street.heard("2"), "nothing was asked for again");
        assertTrue(street.heard("3").isEmpty(), () -> "rejects " + street.heard("3"));
    }

    private static void awaitLine(Queue<String> log, String part) {
        Await.until(() -> log.stream().anyMatch(line -> line.contains(part)), () -> "no line with " + part + " in " + log);
    }
}
