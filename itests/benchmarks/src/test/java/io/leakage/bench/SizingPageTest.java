package io.leakage.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.bench.Sizing.Assumption;
import io.leakage.bench.Sizing.Constant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on sizing: what follows there follows from the constants and assumptions that stand there. */
class SizingPageTest {
    private static final Path PAGE = Path.of(System.getProperty("leakage.root"), "features", "desk", "docs", "sizing.md");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([0-9][^| ]*) \\|");

    @Test
    void aBillionEventsOfTwentyBytesAreTwentyGigabytesAndAThousandNanosecondsEachAreTheirHours() {
        Map<Constant, Double> constants = new EnumMap<>(Constant.class);
        for (Constant one : Constant.values()) {
            constants.put(one, one == Constant.JOURNAL_PACKED ? 20.0 : 1000.0);
        }
        Map<Assumption, Double> assumed = new EnumMap<>(Assumption.class);
        for (Assumption one : Assumption.values()) {
            assumed.put(one, one == Assumption.EVENTS_A_DAY ? 1e9 : one == Assumption.DAYS_A_YEAR ? 36 : 2.0);
        }

        Map<String, Double> sizes = Sizing.of(constants, assumed);

        assertEquals(20, sizes.get("journal of a day, packed (GB)"), 1e-9);
        assertEquals(0.04, sizes.get("journal kept (TB)"), 1e-12);
        assertEquals(10, sizes.get("re-scoring a year, one thread (hours)"), 1e-9);
        assertEquals(2.5, sizes.get("re-scoring a year, all slots (hours)"), 1e-9, "two slots of twice the rate");
    }

    @Test
    void whatThePageSaysFollowsFromWhatItSays() throws IOException {
        Map<String, String> page = page();
        Map<Constant, Double> constants = new EnumMap<>(Constant.class);
        for (Constant one : Constant.values()) {
            constants.put(one, Double.valueOf(page.get(one.what + " (" + one.unit + ")")));
        }
        Map<Assumption, Double> assumed = new EnumMap<>(Assumption.class);
        for (Assumption one : Assumption.values()) {
            assumed.put(one, Double.valueOf(page.get(one.what + " (" + one.unit + ")")));
        }

        Map<String, String> expected = new LinkedHashMap<>();
        Sizing.of(constants, assumed).forEach((what, value) -> expected.put(what, shown(value)));

        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(what -> found.put(what, page.get(what)));
        assertEquals(expected, found);
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static Map<String, String> page() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            rows.put(row.group(1), row.group(2).replace(",", ""));
        }
        return rows;
    }
}
