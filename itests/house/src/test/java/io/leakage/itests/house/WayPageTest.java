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
import org.junit.jupiter.api.Test;

/** The page that walks from what comes in to a cell. */
class WayPageTest {
    private static final Pattern CALL = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
    private static final int CALLS = 34;

    @Test
    void everyCallItNamesIsInTheSources() throws IOException {
        List<Path> sources = House.files(House.ROOT).stream().filter(file -> file.toString().contains("src/main/java")).toList();
        Set<String> missing = new TreeSet<>();
        int calls = 0;
        Matcher call = CALL.matcher(Files.readString(House.ROOT.resolve("features/desk/docs/way-of-a-number.md")));
        while (call.find()) {
            calls++;
            boolean there = false;
            for (Path source : sources) {
                there |= source.endsWith(call.group(1) + ".java") && declares(source, call.group(2));
            }
            if (!there) {
                missing.add(call.group());
            }
        }
        assertEquals(Set.of(), missing);
        assertEquals(CALLS, calls);
    }

    private static boolean declares(Path source, String method) throws IOException {
        return Pattern.compile("(?m)^ +(?:[\\w.<>\\[\\]?]+ )+" + method + "\\(").matcher(Files.readString(source)).results()
                .anyMatch(found -> !found.group().contains("return "));
    }
}
