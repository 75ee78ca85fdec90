package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leakage.desk.FeatureList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sample that names an attribute no component knows would be obeyed by nobody. */
class SampleConfigurationsTest {
    private static final Path DESK = Path.of(System.getProperty("leakage.root"), "features", "desk");
    private static final Pattern PID = Pattern.compile("(?:factoryPid|pid)=\"([^\"]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile("<AD[^>]*\\sid=\"([^\"]+)\"");

    @Test
    void everyAttributeOfEverySampleIsKnownToItsComponent() throws IOException {
        Map<String, Set<String>> known = attributes();
        List<String> strangers = new ArrayList<>();
        List<Path> samples = samples();
        for (Path sample : samples) {
            String pid = sample.getFileName().toString().replaceAll("(-.*)?\\.config$", "");
            for (String line : Files.readAllLines(sample)) {
                String name = line.replaceAll("=.*", "");
                if (!line.startsWith("#") && !known.getOrDefault(pid, Set.of()).contains(name)) {
                    strangers.add(sample.getFileName() + ": " + name);
                }
            }
        }

        assertFalse(samples.isEmpty(), "no samples in " + DESK);
        assertEquals(List.of(), strangers, "components know " + known);
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(DESK.resolve("src/main/config"))) {
            return files.filter(file -> file.toString().endsWith(".config")).toList();
        }
    }

    /** Attribute names by PID, from the metatype of our bundles. */
    private static Map<String, Set<String>> attributes() throws IOException {
        Map<String, Set<String>> attributes = new TreeMap<>();
        for (String bundle : FeatureList.desk().bundles()) {
            if (bundle.startsWith("io.leakage:")) {
                addAll(FeatureList.jar(DESK.resolve("target/bundles"), bundle), attributes);
            }
        }
        for (String name : FeatureList.OPTIONAL.keySet()) {
            for (String bundle : FeatureList.optional(name).bundles()) {
                addAll(FeatureList.jar(DESK.resolve("target/optional"), bundle), attributes);
            }
        }
        return attributes;
    }

    private static void addAll(Path bundle, Map<String, Set<String>> attributes) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            for (var entry : jar.stream().filter(one -> one.getName().startsWith("OSGI-INF/metatype/")).toList()) {
                if (!entry.isDirectory()) {
                    add(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8), attributes);
                }
            }
        }
    }

    private static void add(String metatype, Map<String, Set<String>> attributes) {
        Matcher pid = PID.matcher(metatype);
        while (pid.find()) {
            Set<String> names = attributes.computeIfAbsent(pid.group(1), any -> new TreeSet<>());
            Matcher attribute = ATTRIBUTE.matcher(metatype);
            while (attribute.find()) {
                names.add(attribute.group(1));
            }
        }
    }
}
