package io.leakage.ui.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.ui.PlayedDay;
import io.leakage.ui.column.DirtyOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A buy of 100 at a mid of 100.00, filled at 100.02 a second later: 2 bps. Each new start looks at every order at once, which is what a
 * subscription does twice a second.
 */
class EndedCardsTest {
    private static final long HALF_AN_HOUR = 1_800_000;

    @TempDir
    private Path folder;
    private final PlayedDay day = new PlayedDay().quote(0, "99.99", "100.01").parent(500, "P", Side.BUY, 100);

    @Test
    void anOrderThatWorksHasNoFiles() throws IOException {
        day.fill(1_000, "P", "E", 50, "100.02", false);

        look();

        assertEquals(List.of(), files());
    }

    @Test
    void anOrderThatEndedHasItsCardInEveryForm() throws IOException {
        day.fill(1_000, "P", "E", 100, "100.02", true).passed(1_000 + HALF_AN_HOUR + 1);

        look();

        assertEquals(List.of("P.csv", "P.fills.csv", "P.html", "P.json", "P.txt", "P.version"), files());
        assertTrue(read("P.txt").startsWith("Scorecard of P (final)\n"), read("P.txt"));
        assertTrue(read("P.txt").endsWith("\n\nversion 1 of this card\n"), read("P.txt"));
        assertTrue(read("P.html").contains("Leakage Scorecard, version 1 of this card.</p></footer>"));
        assertTrue(read("P.json").startsWith("{\"cardVersion\":1,\"parent\":\"P\","), read("P.json"));
        assertEquals(2, read("P.csv").lines().count());
        assertEquals(2, read("P.fills.csv").lines().count());
        assertTrue(read("P.version").startsWith("version 1 "), read("P.version"));
    }

    @Test
    void whatMovesOnWithTheMarketIsNoNews() throws IOException {
        day.fill(1_000, "P", "E", 100, "100.02", true).passed(1_000 + HALF_AN_HOUR + 1);
        look();
        String card = read("P.json");

        day.quote(HALF_AN_HOUR + 2_000, "100.09", "100.11");
        look();

        assertEquals(card, read("P.json"), "written by another start, and nothing was new");
    }

    @Test
    void aLastHorizonMakesItFinal() throws IOException {
        day.fill(1_000, "P", "E", 100, "100.02", true).passed(3_000);
        look();
        assertTrue(read("P.txt").startsWith("Scorecard of P (the order has ended, some measures wait for market data)"), read("P.txt"));

        day.passed(1_000 + HALF_AN_HOUR + 1);
        look();

        assertTrue(read("P.txt").startsWith("Scorecard of P (final)\n"), read("P.txt"));
        assertTrue(read("P.version").startsWith("version 2 "), read("P.version"));
    }

    @Test
    void aCorrectionThatComesLateIsTheNextVersion() throws IOException {
        day.fill(1_000, "P", "E", 100, "100.02", true).passed(1_000 + HALF_AN_HOUR + 1);
        look();
        String before = read("P.csv");

        day.correct(HALF_AN_HOUR + 60_000, "P", "E2", "E", 100, "100.05");
        look();

        assertTrue(read("P.version").startsWith("version 2 "), read("P.version"));
        assertTrue(read("P.json").startsWith("{\"cardVersion\":2,"));
        assertTrue(read("P.txt").contains("100.05"), read("P.txt"));
        assertNotEquals(before, read("P.csv"));
    }

    @Test
    void anIdNeverLeavesTheFolderNorMeetsAnothers() {
        assertEquals("A-1_b", CardFiles.name("A-1_b"));
        for (String id : List.of("../P", "a/b", "P.fills", "", ".", "Ä", "x".repeat(200))) {
            assertTrue(CardFiles.name(id).matches("[A-Za-z0-9_-]{1,110}"), CardFiles.name(id));
        }
        assertNotEquals(CardFiles.name("a/b"), CardFiles.name("a.b"));
    }

    @Test
    void aVersionThatCannotBeReadIsNone() throws IOException {
        day.fill(1_000, "P", "E", 100, "100.02", true).passed(2_000);
        Files.writeString(folder.resolve("P.version"), "torn");

        look();

        assertTrue(read("P.version").startsWith("version 1 "), read("P.version"));
    }

    @Test
    void whatCannotBeWrittenIsTriedAgain() throws IOException {
        day.fill(1_000, "P", "E", 100, "100.02", true).passed(2_000);
        Path inTheWay = Files.createDirectory(folder.resolve("P.json"));
        Files.createFile(inTheWay.resolve("full"));
        look();
        assertFalse(Files.exists(folder.resolve("P.version")), "not all of it is there");

        Files.delete(inTheWay.resolve("full"));
        Files.delete(inTheWay);
        look();

        assertTrue(read("P.version").startsWith("version 1 "));
    }

    private void look() throws IOException {
        new EndedCards(day.scorecard(), folder, new DirtyOrders()).close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
