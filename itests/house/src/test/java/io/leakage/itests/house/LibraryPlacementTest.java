package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One library, one package, or one at each edge: who wants to exchange a library has one place to look at. */
class LibraryPlacementTest {
    private static final String DS_ANNOTATION = "Lorg/osgi/service/component/annotations/";

    @ParameterizedTest(name = "{0} is used in {1} and nowhere else")
    @CsvSource({
        "com.lmax.disruptor, core.engine",
        "net.openhft, core.score",
        "io.airlift.compress, marketdata.feed",
        "quickfix, dropcopy.fix",
        "org.apache.kafka, flink kafka",
        "org.apache.flink, flink",
        "com.kx, kdb",
        "org.apache.mina, dropcopy.fix",
        "com.sun.jna, marketdata.time",
        "org.duckdb, archive archive.query",
        "software.amazon.awssdk, archive.depot",
        "com.fasterxml.jackson, archive archive.query core.audit core.desk core.rule.json flink ui.text",
        "jakarta.servlet, ui.web",
        "org.apache.felix.hc, health"})
    void aLibraryHasOneHome(String library, String home) {
        Set<String> strangers = new TreeSet<>();
        for (String edge : House.packageEdges()) {
            String[] ends = edge.split(" -> ");
            if ((ends[1] + ".").startsWith(library + ".") && !Set.of(home.split(" ")).contains(ends[0])) {
                strangers.add(ends[0]);
            }
        }

        assertEquals(Set.of(), strangers, "packages that use " + library);
    }

    @Test
    void componentAnnotationsStandOnComponentClassesOnly() {
        Map<String, String> classes = House.disassembled("io.leakage");
        List<String> strangers = classes.entrySet().stream()
                .filter(one -> one.getValue().contains(DS_ANNOTATION))
                .map(one -> one.getKey().replaceAll(".*/|\\.class", ""))
                .filter(name -> !name.endsWith("Component"))
                .collect(Collectors.toList());

        assertFalse(classes.isEmpty(), "no class of ours was found");
        assertEquals(List.of(), strangers, "classes with component annotations");
    }
}
