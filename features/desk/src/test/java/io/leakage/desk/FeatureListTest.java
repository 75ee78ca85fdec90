package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureListTest {
    @Test
    void everyVersionOfTheListIsFilledIn() {
        FeatureList desk = FeatureList.desk();

        assertTrue(desk.id().startsWith("io.leakage:desk:"), desk.id());
        assertTrue(desk.bundles().stream().noneMatch(bundle -> bundle.contains("$")), desk.bundles()::toString);
        assertEquals(5, desk.bundles().stream().filter(bundle -> bundle.startsWith("io.leakage:")).count());
    }

    @Test
    void whatIsOptionalHasAListEach() {
        for (String name : FeatureList.OPTIONAL.keySet()) {
            List<String> bundles = FeatureList.optional(name).bundles();

            assertTrue(bundles.stream().anyMatch(bundle -> bundle.startsWith("io.leakage:" + name + ":1")), bundles::toString);
        }
        assertEquals("\"kafka\", expected of [archive-parquet, history-ilp, history-kafka]",
                assertThrows(IllegalArgumentException.class, () -> FeatureList.optional("kafka")).getMessage());
    }

    @Test
    void whatIsConfiguredIsWanted(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("leakage.engine.config"));
        Files.createFile(folder.resolve("leakage.kafkaesque.config"));
        assertEquals(List.of(), FeatureList.wanted(folder));

        Files.createFile(folder.resolve("leakage.kafka.source-orders.config"));
        Files.createFile(folder.resolve("leakage.questdb~local.cfg.json"));
        Files.createFile(folder.resolve("leakage.archive.config"));
        assertEquals(List.of("archive-parquet", "history-ilp", "history-kafka"), FeatureList.wanted(folder));
    }

    @Test
    void theFrameworkIsLaunchedWithTheListsProperties() {
        assertEquals("sun.*,jdk.internal.*", FeatureList.desk().properties().get("org.osgi.framework.bootdelegation"));
        assertEquals("--nointeractive", FeatureList.desk().properties().get("gosh.args"));
    }

    @Test
    void bundlesMayBeWrittenWithOrWithoutAttributes() throws IOException {
        FeatureList list = read("{\"id\":\"a:b:1\",\"variables\":{\"id\":\"no\"},\"bundles\":[{\"id\":\"c:d:2\",\"start-order\":3},{\"id\":\"e:f:4\"}]}");

        assertEquals("a:b:1", list.id());
        assertEquals(List.of("c:d:2", "e:f:4"), list.bundles());
        assertFalse(list.properties().containsKey("id"));
    }

    @Test
    void aListThatIsNotJsonIsRefusedWithItsPlace() {
        IOException refused = assertThrows(IOException.class, () -> read("{\"id\": \"a:b:1\",\n \"bundles\": ["));

        assertTrue(refused.getMessage().contains("line: 2"), refused.getMessage());
    }

    @Test
    void aClassifierStandsBehindTheVersion() {
        assertEquals(Path.of("x", "http-1.1.jar"), FeatureList.jar(Path.of("x"), "org:http:1.1"));
        assertEquals(Path.of("x", "http-1.1-all.jar"), FeatureList.jar(Path.of("x"), "org:http:jar:all:1.1"));
    }

    private static FeatureList read(String json) throws IOException {
        InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return FeatureList.read(in);
    }
}
