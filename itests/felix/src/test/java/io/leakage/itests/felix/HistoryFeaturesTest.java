package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.desk.FeatureList;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The optional stores of the history in a framework: their clients are made from inside their bundles, and say who is not there. */
class HistoryFeaturesTest {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");
    private static Desk desk;
    private static Copies copies;

    @BeforeAll
    static void boot() throws Exception {
        desk = new Desk(true);
        copies = new Copies(desk);
        for (String name : FeatureList.OPTIONAL.keySet()) {
            desk.launcher().add(FeatureList.optional(name), TARGET.resolve("optional"));
        }
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void aStoreThatIsNotThereIsBehindAndSaysWhy() throws Exception {
        configure("leakage.kafka-none", "name=\"kafka-none\"", "bootstrap.servers=\"127.0.0.1:1\"");
        configure("leakage.questdb-none", "name=\"questdb-none\"", "url=\"http://127.0.0.1:1\"");
        configure("leakage.kdb-none", "name=\"kdb-none\"", "port=\"1\"");

        awaitLine("leakage:history", "kafka-none ", "IN TROUBLE: Kafka at 127.0.0.1:1: cannot begin: ");
        awaitLine("leakage:history", "questdb-none ", "IN TROUBLE: QuestDB at http://127.0.0.1:1: cannot begin: Connection refused");
        awaitLine("leakage:history", "kdb-none ", "IN TROUBLE: kdb+ at 127.0.0.1:1: cannot begin: Connection refused");
        assertTrue(desk.launcher().missing().isEmpty(), desk.launcher().missing()::toString);
    }

    @Test
    void theArchiveIsKeptInAFolderAndSaysWhenABucketDoesNotAnswer() throws Exception {
        Path archive = desk.local.configurations().resolveSibling("archive");
        configure("leakage.archive", "location=\"" + archive + "\"", "flush.seconds=I\"1\"");
        Await.until(() -> Files.exists(archive.resolve("manifest.json")), () -> said("leakage:history"));

        configure("leakage.archive", "location=\"s3://research/us\"", "endpoint=\"http://127.0.0.1:1\"",
                "spool=\"" + archive.resolveSibling("spool") + "\"");
        awaitLine("leakage:history", "archive ", "IN TROUBLE: s3://research/us/: could not read the manifest: ");
    }

    @Test
    void aTopicIsReadOnceItsProtocolIsKnown() throws Exception {
        configure("leakage.kafka.source-flow", "name=\"flow\"", "topic=\"internal_order_flow\"", "protocol=\"fix\"",
                "bootstrap.servers=\"127.0.0.1:1\"");
        configure("leakage.kafka.source-odd", "name=\"odd\"", "topic=\"t\"", "protocol=\"morse\"", "bootstrap.servers=\"127.0.0.1:1\"");

        awaitLine("leakage:topics", "flow reads internal_order_flow as fix", "IN TROUBLE: Kafka at 127.0.0.1:1: ");
        awaitLine("leakage:topics", "odd waits for a bundle that knows morse", "");
    }

    private static void configure(String pid, String... lines) throws Exception {
        Files.write(desk.local.configurations().resolve(pid + ".config"), List.of(lines), StandardCharsets.UTF_8);
    }

    private static void awaitLine(String command, String begin, String part) throws Exception {
        Await.until(() -> said(command).lines().anyMatch(line -> line.startsWith(begin) && line.contains(part)), () -> said(command));
    }

    private static String said(String command) {
        try {
            return copies.console(command);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
