package io.leakage.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four lines are written; then somebody changes the files. */
class AuditLogTest {
    @TempDir
    private Path dir;
    private Path lines;
    private List<String> whole;

    @BeforeEach
    void write() {
        lines = dir.resolve("audit.jsonl");
        try (AuditLog log = new AuditLog(dir)) {
            for (String state : List.of("PROPOSED", "APPROVED")) {
                log.append(line(state));
            }
        }
        try (AuditLog log = new AuditLog(dir)) {
            assertEquals(2, log.lines(), "it goes on behind what was there");
            log.append(line("SENT"));
            log.append(line("REPLACED \"by\" \u0001\n"));
        }
    }

    private static Map<String, Object> line(String state) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", "switch");
        line.put("state", state);
        line.put("why", List.of("evidence 80 (at least 50)"));
        line.put("propensity", 0.9);
        return line;
    }

    @Test
    void aLogAsItWasWrittenIsWhole() throws IOException {
        AuditCheck check = AuditCheck.of(dir);
        assertTrue(check.isWhole(), check.toString());
        assertEquals(4, check.lines());
        assertTrue(Files.readAllLines(lines).get(0).startsWith("{\"n\":1,\"before\":\"" + AuditLog.NONE
                + "\",\"what\":\"switch\",\"state\":\"PROPOSED\",\"why\":[\"evidence 80 (at least 50)\"],\"propensity\":0.9,\"hash\":\""));
    }

    @Test
    void everySingleByteThatIsAnotherShows() throws IOException {
        byte[] whole = Files.readAllBytes(lines);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(lines, changed);
            assertFalse(AuditCheck.of(dir).isWhole(), "byte " + at);
        }
    }

    @Test
    void aLineThatIsGoneShowsWithItsNumber() throws IOException {
        for (int gone = 0; gone < 3; gone++) {
            List<String> left = new ArrayList<>(whole());
            left.remove(gone);
            put(left);
            AuditCheck check = AuditCheck.of(dir);
            assertTrue(check.problem().contains("line " + (gone + 1) + ": expected to begin with {\"n\":" + (gone + 1)), check.problem());
            put(whole());
        }
    }

    @Test
    void whatWaitsForALineNeedNotWaitForTheHeadWhichFollows() throws IOException {
        Path head = dir.resolve("audit.head");
        String before = Files.readString(head);
        try (AuditLog log = new AuditLog(dir)) {
            log.append(line("SENT"));
            log.force();
            assertEquals(before, Files.readString(head));
            assertEquals(5, AuditCheck.of(dir).lines(), "a log that goes on behind its head is whole");
            assertTrue(AuditCheck.of(dir).isWhole());
            log.seal();
            assertTrue(Files.readString(head).startsWith("5\n"));
        }
    }

    @Test
    void aLogThatSomebodyTookAwayOrPutAnotherInItsPlaceIsNotForced() throws IOException {
        AuditLog log = new AuditLog(dir);
        log.append(line("SENT"));
        Files.move(lines, dir.resolve("elsewhere"));
        assertThrows(UncheckedIOException.class, log::force);
        Files.writeString(lines, "another");
        UncheckedIOException refused = assertThrows(UncheckedIOException.class, log::force);
        assertTrue(refused.getMessage().contains("another file of 7"), refused.getMessage());
        assertThrows(UncheckedIOException.class, log::close);
    }

    @Test
    void aLostEndShowsByTheHead() throws IOException {
        put(whole().subList(0, 2));
        assertTrue(AuditCheck.of(dir).problem().contains("expected line 4"), AuditCheck.of(dir).problem());
        Files.delete(lines);
        assertFalse(AuditCheck.of(dir).isWhole());
    }

    @Test
    void aHeadThatIsBehindAfterAPowerCutIsBelievedOnlyWhenItIsRightAboutItsLine() throws IOException {
        String second = whole().get(1);
        String hash = second.substring(second.length() - 66, second.length() - 2);
        Files.writeString(dir.resolve("audit.head"), "2\n" + hash + "\n");
        assertTrue(AuditCheck.of(dir).isWhole(), AuditCheck.of(dir).toString());
        Files.writeString(dir.resolve("audit.head"), "3\n" + hash + "\n");
        assertFalse(AuditCheck.of(dir).isWhole());
        Files.writeString(dir.resolve("audit.head"), "nonsense");
        assertFalse(AuditCheck.of(dir).isWhole());
    }

    @Test
    void linesInAnotherOrderShow() throws IOException {
        List<String> swapped = new ArrayList<>(whole());
        Collections.swap(swapped, 1, 2);
        put(swapped);
        assertTrue(AuditCheck.of(dir).problem().contains("line 2"));
    }

    @Test
    void aLogThatIsNotWholeIsNotWrittenOn() throws IOException {
        put(whole().subList(0, 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new AuditLog(dir)).getMessage().contains("expected line 4"));
    }

    private List<String> whole() throws IOException {
        if (whole == null) {
            whole = Files.readAllLines(lines);
        }
        return whole;
    }

    private void put(List<String> all) throws IOException {
        Files.writeString(lines, String.join("\n", all) + "\n");
    }
}
