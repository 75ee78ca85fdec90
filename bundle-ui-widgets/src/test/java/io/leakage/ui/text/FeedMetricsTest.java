package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import io.leakage.api.score.Progress;
import io.leakage.ui.RecordedFeeds;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FeedMetricsTest {
    private static final ClockReport CLOCK = new ClockReport(1, ClockState.HOLDOVER, 25_000, false, "", 2, 3, "", 6, 37, 4, List.of(), List.of(),
            List.of(), List.of());
    private static final Progress PROGRESS = new Progress(1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Test
    void everyFigureHasItsNameAndStandsOnce() {
        List<String> samples = lines().stream().filter(line -> line.startsWith("leakage_feed_") && !line.contains("condition"))
                .map(line -> line.replace("leakage_feed_", "").replace("{feed=\"nasdaq \\\"itch\\\"\"}", "")).toList();

        assertEquals(List.of("messages_total 11", "unread_total 12", "gaps_total 13", "recovered_total 14", "lost_total 15",
                "overflows_total 16", "requests_total 17", "answers_total 18", "snapshots_total 19", "snapshots_failed_total 20",
                "sessions_total 21", "sessions_incomplete_total 22", "silences_total 23", "lag_seconds 0.0025", "lag_max_seconds 0.031"),
                samples);
    }

    @Test
    void everyLineHasItsOwn() {
        List<String> b = lines().stream().filter(line -> line.contains("line=\"233.49.196.111:26477\""))
                .map(line -> line.replaceAll("leakage_line_|\\{.*}", "")).toList();

        assertEquals(List.of("heard 0", "packets_total 201", "wins_total 202", "duplicates_total 203", "damaged_total 204",
                "heartbeats_total 205", "strays_total 206", "lead_median_seconds 2.07E-7", "lead_p99_seconds 2.08E-7",
                "lead_max_seconds 2.09E-7"), b);
    }

    @Test
    void theClockSaysWhatItIsOffByAtMost() {
        List<String> clock = lines().stream().filter(line -> line.startsWith("leakage_clock_") && !line.endsWith(" 0")).toList();

        assertEquals(List.of("leakage_clock_state{state=\"holdover\"} 1", "leakage_clock_uncertainty_seconds 2.5E-5"), clock);
        assertTrue(lines().contains("leakage_instruments_stale 9"));
    }

    @Test
    void exactlyOneConditionHolds() {
        List<String> holds = lines().stream().filter(line -> line.startsWith("leakage_feed_condition{") && line.endsWith(" 1")).toList();

        assertEquals(1, holds.size());
        assertTrue(holds.get(0).contains("condition=\"missing\""), holds.get(0));
    }

    @Test
    void scenario31_aLaggedFeedIsShownWithItsLag() {
        List<String> lagged = FeedMetrics.of(PROGRESS, RecordedFeeds.lagged(2_500_000_000L), CLOCK).lines()
                .filter(line -> line.matches("leakage_feed_(condition\\{.*} 1|lag_seconds\\{.*)")).toList();

        assertEquals(List.of("leakage_feed_condition{feed=\"iex\",condition=\"lagged\"} 1", "leakage_feed_lag_seconds{feed=\"iex\"} 2.5"),
                lagged);
    }

    @Test
    void everySampleIsDeclaredBeforeIt() {
        Set<String> declared = new TreeSet<>();
        for (String line : lines()) {
            if (line.startsWith("# TYPE ")) {
                assertTrue(declared.add(line.split(" ")[2]), "declared twice: " + line);
            } else if (!line.startsWith("#")) {
                assertTrue(declared.contains(line.split("[{ ]")[0]), line);
            }
        }
        assertEquals(declared, lines().stream().filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> lines() {
        return FeedMetrics.of(PROGRESS, RecordedFeeds.feeds(), CLOCK).lines().toList();
    }
}
