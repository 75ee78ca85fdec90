package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree as a reader finds it. */
class LayoutTest {
    private static final Set<String> TOP = Set.of("pom.xml", "bundle-core", "bundle-fix-dropcopy", "bundle-marketdata",
            "bundle-ui-widgets", "features", "itests", "README.md", "LICENSE");
    private static final Pattern SOURCE = Pattern.compile("(.*?)/src/(?:main|test)/java/(.*)/[^/]+\\.java");

    @Test
    void theTopLevelIsFixed() throws IOException {
        try (Stream<Path> entries = Files.list(House.ROOT)) {
            Set<String> names = entries.map(entry -> entry.getFileName().toString()).filter(name -> !name.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(new TreeSet<>(TOP), names);
        }
    }

    @Test
    void everyPackageOfEveryModuleSaysWhatItIs() {
        Set<String> packages = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (Path file : sources()) {
            Matcher source = SOURCE.matcher(House.ROOT.relativize(file).toString());
            if (source.matches()) {
                String name = source.group(1) + " " + source.group(2).replace('/', '.');
                (file.endsWith("package-info.java") ? described : packages).add(name);
            }
        }
        packages.removeAll(described);

        assertEquals(Set.of(), packages, "packages without package-info.java");
    }

    private static List<Path> sources() {
        return House.files(House.ROOT).stream().filter(file -> file.toString().endsWith(".java")).toList();
    }
}
