package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every library has a reason on the page, and every reason a library. */
class DependenciesPageTest {
    private static final Path PAGE = House.ROOT.resolve("features/desk/docs/dependencies.md");
    private static final Pattern MANAGED = Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern REASON = Pattern.compile("(?m)^\\| `([\\w.:-]+)` \\|.*\\w.* \\|$");

    @Test
    void thePageNamesExactlyWhatTheParentManages() throws IOException {
        String pom = Files.readString(House.ROOT.resolve("pom.xml"));
        String managed = pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"))
                .replaceAll("(?s)<exclusions>.*?</exclusions>", "");
        Set<String> libraries = new TreeSet<>();
        Matcher one = MANAGED.matcher(managed);
        while (one.find()) {
            if (!one.group(1).equals("io.leakage")) {
                libraries.add(one.group(1) + ":" + one.group(2));
            }
        }
        Set<String> reasons = new TreeSet<>();
        Matcher reason = REASON.matcher(Files.readString(PAGE));
        while (reason.find()) {
            reasons.add(reason.group(1));
        }

        assertFalse(libraries.isEmpty());
        assertEquals(libraries, reasons);
    }
}
