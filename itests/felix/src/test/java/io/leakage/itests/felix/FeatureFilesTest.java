package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.desk.FeatureList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is one list of bundles; what the build lays out and what Karaf is told follow it. */
class FeatureFilesTest {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");
    /** Karaf has its own logging, Declarative Services, Configuration Admin, File Install and console. */
    private static final Set<String> OURS = Set.of("io.leakage:", "com.lmax:", "com.fasterxml.", "commons-io:", "commons-fileupload:",
            "org.apache.felix:org.apache.felix.http.", "org.apache.felix:org.apache.felix.healthcheck.");

    @Test
    void theBuildLaysOutExactlyWhatTheListNames() throws IOException {
        Set<String> listed = FeatureList.desk().bundles().stream()
                .map(bundle -> FeatureList.jar(TARGET, bundle).getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(TARGET.resolve("bundles"))) {
            Set<String> there = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));

            assertEquals(listed, there, "a jar of an earlier build goes with mvn clean");
        }
    }

    @Test
    void whatIsOptionalLiesApart() throws IOException {
        Set<String> listed = FeatureList.OPTIONAL.keySet().stream().flatMap(name -> FeatureList.optional(name).bundles().stream())
                .map(bundle -> FeatureList.jar(TARGET, bundle).getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(TARGET.resolve("optional"))) {
            assertEquals(listed, files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void karafIsToldOfEveryBundleItDoesNotHave() throws IOException {
        String features = Files.readString(TARGET.resolve("feature").resolve("features.xml"));
        for (String bundle : FeatureList.desk().bundles()) {
            if (OURS.stream().anyMatch(bundle::startsWith)) {
                String[] parts = bundle.split(":");
                String url = "mvn:" + parts[0] + "/" + parts[1] + "/" + parts[parts.length - 1];

                assertTrue(features.contains(url), url + " is not in features.xml");
            }
        }
    }
}
