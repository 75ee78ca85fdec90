package io.leakage.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuelTest {
    private final List<String> turns = new ArrayList<>();

    @Test
    void contestantsTakeTurnsAndWhoBeginsChanges() throws Exception {
        new Duel("turns", "turn").rounds(0, 3).contestant("a", turn("a")).contestant("b", turn("b")).run();

        assertEquals(List.of("a", "b", "b", "a", "a", "b"), turns);
    }

    @Test
    void allocatedBytesAreCountedPerOperation() throws Exception {
        byte[][] kept = new byte[1][];
        Report report = new Duel("bytes", "array").rounds(1, 3).contestant("allocates", () -> {
            for (int i = 0; i < 1_000; i++) {
                kept[0] = new byte[984];
            }
            return 1_000;
        }).run();

        // 984 bytes behind a header of 16
        assertEquals(1_000, report.figures().get(1).value(), 20);
    }

    @Test
    void theBaselineIsTheFirstAndGoalsStandBesideTheFigures() throws Exception {
        Report report = new Duel("goals", "turn").rounds(0, 1).contestant("base", turn("base"))
                .contestant("ours", turn("ours"), Goal.atMost(Double.MAX_VALUE), null).ratio("ours", Goal.atLeast(Double.MAX_VALUE)).run();

        assertEquals(List.of("base", "base", "ours", "ours", "ours / base"), report.figures().stream().map(Figure::what).toList());
        assertEquals("met", report.figures().get(2).verdict());
        assertEquals("MISSED", report.figures().get(4).verdict());
    }

    @Test
    void aRoundWithoutOperationsIsAnError() {
        Duel duel = new Duel("idle", "turn").contestant("idle", () -> 0);

        assertThrows(IllegalStateException.class, duel::run);
    }

    @Test
    void aFigureThatIsNotANumberMeetsNoGoal() {
        assertFalse(Goal.atMost(1).isMet(Double.NaN));
        assertFalse(Goal.atLeast(1).isMet(Double.NaN));
        assertTrue(Goal.atMost(1).isMet(1));
    }

    @Test
    void theReportIsWrittenAsJson(@TempDir Path directory) throws Exception {
        new Report("books").figure("ours", "MiB", 300, Goal.atMost(200)).write(directory);

        String json = Files.readString(directory.resolve("books.json"));
        assertTrue(json.contains("\"value\" : 300.0"), json);
        assertTrue(json.contains("\"met\" : false"), json);
    }

    private Contestant turn(String who) {
        return () -> {
            turns.add(who);
            return 1;
        };
    }
}
