package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.health.ClockHealth;
import io.leakage.api.health.ClockReport;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The clock's evidence, however it is asked for. */
class ClockTest {
    private static final String COMMAND = "(&(osgi.command.scope=leakage)(osgi.command.function=clock))";

    @Test
    void serviceShellAndPageTellTheSame() throws Exception {
        try (Desk desk = new Desk(true)) {
            ClockHealth clock = desk.launcher().service(ClockHealth.class);
            ClockReport report = awaitJudgement(clock);

            Desk.Answer answer = desk.get("v1/clock");
            assertEquals(200, answer.status());
            assertTrue(answer.body().contains("\"state\":\"" + report.state() + "\""), answer.body());
            String text = command(desk.launcher().context());
            assertTrue(text.startsWith("Clock at ") && text.contains(": " + report.state() + ", "), text);
            assertTrue(text.contains("Stamping points"), text);
        }
    }

    private static ClockReport awaitJudgement(ClockHealth clock) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        ClockReport report = clock.report();
        while (report.history().isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "no judgement within 30 s: " + report);
            Thread.onSpinWait();
            report = clock.report();
        }
        return report;
    }

    /** A shell finds commands by these properties and calls the method named like the function. */
    private static String command(BundleContext context) throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(null, COMMAND);
        assertNotNull(found, "no service " + COMMAND);
        Object command = context.getService(found[0]);
        return (String) command.getClass().getMethod("clock").invoke(command);
    }
}
