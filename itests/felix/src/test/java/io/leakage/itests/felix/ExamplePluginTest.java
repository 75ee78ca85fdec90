package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderTermsReader;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The EMS that others may copy from does what it says, and needs nothing but the API. */
class ExamplePluginTest {
    private static final Path FOLDER = Path.of(System.getProperty("leakage.root"), "features", "example-plugin");
    private static final int LINES = 60;

    @TempDir
    private Path folder;
    private final LeakingOrders leaks = new LeakingOrders();

    @Test
    void itShowsTheColumnsAndSwitchesWhatAPersonApproved() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.json"), LeakingOrders.RULES);
        try (Desk desk = new Desk(true)) {
            BundleContext context = desk.launcher().context();
            Copies console = new Copies(desk);
            context.registerService(OrderTermsReader.class, LeakingOrders.TERMS, null);
            Files.writeString(desk.local.configurations().resolve("leakage.desk-switching.config"), LeakingOrders.desk(rules));
            long before = subscriptions();
            Bundle plugin = context.installBundle(jar().toUri().toString());
            plugin.start();
            assertEquals(List.of(), imports(plugin).stream().filter(one -> !one.startsWith("io.leakage.api.")).toList());
            Scorecard scorecard = desk.launcher().service(Scorecard.class);
            Inlets inlets = desk.launcher().service(Inlets.class);
            Await.until(() -> scorecard.switches().desks().stream().anyMatch(one -> one.mode().equals("ADVISE")), () -> "no desk");

            leaks.tell(inlets, "P", 1);
            // to buy at a mid of 100, which is 100.05 a second later
            Await.until(() -> said(console).startsWith("P | Order P | Desk switching | ") && said(console).contains(" | Grade RED | ")
                    && said(console).contains(" | Drift 5.0000 bps | "), () -> said(console));
            Await.until(() -> isProposed(scorecard.switches().find(1)), () -> "not proposed: " + scorecard.switches().find(1));
            inlets.switches().approve(1, "ann");
            Await.until(() -> scorecard.switches().find(1).state() == SwitchState.SENT, () -> "not sent: " + scorecard.switches().find(1));
            assertTrue(said(console).contains("|41=P|55=TEST|847=LIQUIDITY_SEEKER"), said(console));

            plugin.uninstall();
            assertNull(context.getServiceReference(AlgoSwitchHook.class));
            Await.until(() -> subscriptions() == before, () -> subscriptions() + " threads of subscriptions, before it came " + before);
        }
    }

    @Test
    void itIsSixtyLinesLong() throws IOException {
        Path source = FOLDER.resolve("src/main/java/io/leakage/example/ExamplePluginComponent.java");
        try (Stream<String> lines = Files.lines(source)) {
            assertTrue(lines.dropWhile(line -> !line.startsWith("/**")).count() <= LINES, "without its imports");
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(FOLDER.resolve("target"))) {
            return jars.filter(one -> one.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    private static boolean isProposed(AlgoSwitch one) {
        return one != null && one.state() == SwitchState.PROPOSED && one.capable() == Capable.YES;
    }

    private static String said(Copies console) {
        try {
            return console.console("example:blotter");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The packages a bundle imports, without their versions. */
    private static List<String> imports(Bundle bundle) {
        return Arrays.stream(bundle.getHeaders().get("Import-Package").replaceAll("\"[^\"]*\"", "").split(","))
                .map(clause -> clause.replaceAll(";.*", "")).toList();
    }

    private static long subscriptions() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("leakage-dirty")).count();
    }
}
