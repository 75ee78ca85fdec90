package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockHealth;
import io.leakage.api.score.Scorecard;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Felix's executor of health checks finds ours, and what they say is so. By reflection: their classes belong to the bundles. */
class HealthCheckTest {
    private static final String EXECUTOR = "org.apache.felix.hc.api.execution.HealthCheckExecutor";
    private static final String SELECTOR = "org.apache.felix.hc.api.execution.HealthCheckSelector";
    /** A feed waits until its patience is over, and is silent from then on. */
    private static final Pattern FIRST_LINE = Pattern.compile("WARN local is (WAITING|SILENT \\(no session yet\\)): messages 0 ");
    private static Desk desk;

    @BeforeAll
    static void boot() throws Exception {
        desk = new Desk(true);
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    /** What one check said. */
    private record Verdict(String status, String lines) {
    }

    @Test
    void everyCheckIsRunByItsTag() throws Exception {
        assertEquals(Set.of("Leakage market data", "Leakage clock", "Leakage drop copies", "Leakage scorecard", "Leakage audit", "Leakage history",
                "Leakage desk equities-us", "Leakage desk program"), verdicts("leakage").keySet());
        assertEquals(Set.of("Leakage desk program"), verdicts("program").keySet());
        assertEquals(Set.of("Leakage scorecard"), verdicts("systemready").keySet());
        assertEquals("OK", verdicts("switches").get("Leakage audit").status());
    }

    @Test
    void beforeAnyPacketTheFeedWarnsOnly() throws Exception {
        Verdict feeds = verdicts("feeds").get("Leakage market data");

        assertEquals("WARN", feeds.status(), feeds.lines());
        assertTrue(FIRST_LINE.matcher(feeds.lines()).lookingAt(), feeds.lines());
        assertTrue(feeds.lines().contains("OK local by "), feeds.lines());
    }

    @Test
    void aDropCopyNobodyHasLoggedOnToIsWaitedFor() throws Exception {
        Verdict copies = verdicts("dropcopy").get("Leakage drop copies");

        assertEquals("WARN", copies.status(), copies.lines());
        assertTrue(copies.lines().contains(" is WAITING: last message never, nothing missing"), copies.lines());
    }

    @Test
    void theClockIsJudgedAsItsServiceReportsIt() throws Exception {
        ClockHealth clock = desk.launcher().service(ClockHealth.class);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Verdict verdict = verdicts("clock").get("Leakage clock");
        // the executor keeps a result for two seconds, and the clock is judged once a second
        while (!verdict.lines().contains(" the clock is " + clock.report().state() + ", ")) {
            assertTrue(System.nanoTime() < deadline, verdict + " against " + clock.report());
            Thread.onSpinWait();
            verdict = verdicts("clock").get("Leakage clock");
        }

        assertEquals(expected(clock.report().state()), verdict.status(), verdict.lines());
    }

    @Test
    void theScorecardSaysWhereScoresAreKept() throws Exception {
        Verdict scorecard = verdicts("scorecard").get("Leakage scorecard");

        assertEquals("OK", scorecard.status(), scorecard.lines());
        String keptIn = desk.launcher().service(Scorecard.class).keptIn();
        assertTrue(scorecard.lines().contains("OK scores are kept in " + keptIn), scorecard.lines());
    }

    private static String expected(ClockState state) {
        return switch (state) {
            case LOCKED -> "OK";
            case HOLDOVER, FREE, UNSYNC -> "WARN";
            case STEPPED, TAI_SUSPECT -> "CRITICAL";
        };
    }

    /** Each verdict of the checks with a tag, by the check's name. */
    private static Map<String, Verdict> verdicts(String tag) throws ReflectiveOperationException {
        BundleContext context = desk.launcher().context();
        ServiceReference<?> reference = context.getServiceReference(EXECUTOR);
        assertNotNull(reference, "no service " + EXECUTOR);
        Object executor = context.getService(reference);
        Class<?> type = executor.getClass().getClassLoader().loadClass(EXECUTOR);
        Class<?> selector = type.getClassLoader().loadClass(SELECTOR);
        Object tagged = selector.getMethod("tags", String[].class).invoke(null, (Object) new String[] {tag});
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Object done : (Iterable<?>) type.getMethod("execute", selector).invoke(executor, tagged)) {
            Class<?> execution = type.getClassLoader().loadClass("org.apache.felix.hc.api.execution.HealthCheckExecutionResult");
            Object result = execution.getMethod("getHealthCheckResult").invoke(done);
            Object metadata = execution.getMethod("getHealthCheckMetadata").invoke(done);
            verdicts.put((String) told(metadata, "getName"), new Verdict(told(result, "getStatus").toString(), lines(result)));
        }
        return verdicts;
    }

    private static String lines(Object result) throws ReflectiveOperationException {
        StringBuilder lines = new StringBuilder();
        for (Object entry : (Iterable<?>) result) {
            lines.append(told(entry, "getStatus")).append(' ').append(told(entry, "getMessage")).append('\n');
        }
        return lines.toString();
    }

    private static Object told(Object of, String method) throws ReflectiveOperationException {
        return of.getClass().getMethod(method).invoke(of);
    }
}
