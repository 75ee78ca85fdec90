package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that says what may be tried, and which tests show that it fails. */
class SecurityPageTest {
    private static final Path PAGE = House.ROOT.resolve("features/desk/docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final Pattern SCRIPT = Pattern.compile("`(itests/\\w+\\.sh)`");
    private static final int ROWS = 15;

    @Test
    void everyTestItNamesIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        List<Path> tests = House.files(House.ROOT).stream().filter(file -> file.toString().endsWith("Test.java")).toList();
        Matcher named = NAMED.matcher(Files.readString(PAGE));
        while (named.find()) {
            String method = named.group(2);
            if (tests.stream().filter(file -> file.endsWith(named.group(1) + ".java"))
                    .noneMatch(file -> method == null || read(file).contains("void " + method + "("))) {
                missing.add(named.group());
            }
        }
        Matcher script = SCRIPT.matcher(Files.readString(PAGE));
        while (script.find()) {
            if (!Files.isExecutable(House.ROOT.resolve(script.group(1)))) {
                missing.add(script.group());
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void everyRowNamesWhatShowsIt() throws IOException {
        int rows = 0;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| **")) {
                String shown = line.substring(line.lastIndexOf('|', line.length() - 2));
                assertTrue(NAMED.matcher(shown).find() || SCRIPT.matcher(shown).find(), line);
                rows++;
            }
        }

        assertTrue(rows >= ROWS, "only " + rows + " rows");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
