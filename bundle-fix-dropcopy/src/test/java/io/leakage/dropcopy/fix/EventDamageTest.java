package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Flag;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.ReplayEngine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damage in the middle of the event journal: what it can no longer tell of orders is read from the raw messages. */
@Timeout(180)
class EventDamageTest {
    private static final int MESSAGES = 1010;   // ten parents, 1,000 fills

    @TempDir(factory = KillTest.InMemory.class)
    private Path directory;
    private byte[] events;

    @BeforeEach
    void aDayThatNothingBroke() throws IOException {
        try (LeakageEngine engine = engine()) {
            DropCopyReader reader = new DropCopyReader(scan(), engine.inlets().orders("street"));
            for (int n = 0; n < MESSAGES; n++) {
                byte[] raw = Reports.bytes(n);
                reader.read(raw, 0, raw.length);
            }
        }
        events = Files.readAllBytes(segment("events"));
    }

    @Test
    void whereverItIsDamagedTheScoresAreThoseOfTheUndamagedRun() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 6; round++) {
            byte[] damaged = events.clone();
            int places = 1 + random.nextInt(4);
            for (int place = 0; place < places; place++) {
                int from = 64 + random.nextInt(events.length - 64 - 5000);
                int bytes = round % 2 == 0 ? 1 : random.nextInt(5000);
                for (int at = from; at < from + bytes; at++) {
                    damaged[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
            putBack(damaged);

            String where = "round " + round;
            long orders = read(MESSAGES, where);
            assertTrue(orders < MESSAGES, where + " lost " + (MESSAGES - orders) + " orders' events");
            assertEquals(MESSAGES - orders, HistoryTest.history(directory.resolve("journal")).values().stream().filter(past -> past).count(),
                    where + ": what is read from disk is history");
            try (LeakageEngine again = engine()) {
                assertEquals(0, depth(again), where + ": nothing is read twice");
                assertEquals(unbroken(), rows(again.scorecard()), where + ", from the journal alone");
            }
            ReplayEngine replayed = new ReplayEngine();
            replayed.replay(directory.resolve("journal"));
            assertEquals(unbroken(), rows(replayed.scorecard()), where + ": replay equals live");
        }
    }

    @Test
    void anEventJournalThatIsGoneIsReadFromTheRawMessages() throws Exception {
        Files.delete(segment("events"));

        assertEquals(0, read(MESSAGES, "all of it"));
    }

    @Test
    void whatNeitherJournalCanTellIsFlaggedOnTheOrdersOfThatTime() throws Exception {
        damage("events", 0.5, 2000);
        damage("raw/street", 0.5, 2000);

        try (LeakageEngine engine = engine(); BacklogReader backlog = backlog(engine)) {
            backlog.start();
            List<ParentRow> whole = unbroken();
            Await.until(() -> backlog.depth() == 0 && silentlyShort(engine, whole).isEmpty(), () -> silentlyShort(engine, whole));
            List<ParentRow> rows = rows(engine.scorecard());
            long lost = 0;
            for (int parent = 0; parent < rows.size(); parent++) {
                lost += whole.get(parent).executed() - rows.get(parent).executed();
            }
            assertTrue(lost > 0, "some fills are gone for good");
            assertFalse(Flag.PARTIAL_HISTORY.in(rows.get(0).flags()), "the first was over long before");
        }
    }

    /** {@return the parents that lack fills and do not say so} */
    private static String silentlyShort(LeakageEngine engine, List<ParentRow> whole) {
        StringBuilder parents = new StringBuilder();
        for (ParentRow row : rows(engine.scorecard())) {
            long missing = whole.get(row.number()).executed() - row.executed();
            if (missing > 0 && !Flag.PARTIAL_HISTORY.in(row.flags())) {
                parents.append("parent ").append(row.number()).append(" lacks ").append(missing).append(", flags ")
                        .append(Flag.of(row.flags()));
            }
        }
        return parents.toString();
    }

    /** Starts, lets it read what is lacking and checks the scores; {@return how many orders' events the journal still had} */
    private long read(int messages, String where) throws Exception {
        try (LeakageEngine engine = engine(); BacklogReader backlog = backlog(engine)) {
            long before = engine.scorecard().progress().orderEvents();
            backlog.start();
            Await.until(() -> engine.scorecard().progress().orderEvents() >= messages && backlog.depth() == 0,
                    () -> where + ": " + engine.scorecard().progress());
            assertEquals(messages, engine.scorecard().progress().orderEvents(), where + ": each once");
            assertEquals(unbroken(), rows(engine.scorecard()), where);
            for (int parent = 0; parent < 10; parent++) {
                assertEquals(parent, engine.scorecard().find("P" + parent), where + ": found by its id");
            }
            return before;
        }
    }

    private static long depth(LeakageEngine engine) {
        try (var backlog = engine.inlets().orders("street").backlog().orElseThrow()) {
            return backlog.depth();
        }
    }

    private void damage(String journal, double at, int bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment(journal).toFile(), "rw")) {
            file.seek((long) (file.length() * at));
            file.write(new byte[bytes]);
        }
    }

    private void putBack(byte[] bytes) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("journal/events"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.write(directory.resolve("journal/events").resolve("0".repeat(20) + ".journal"), bytes);
    }

    private Path segment(String journal) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("journal").resolve(journal))) {
            return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
        }
    }

    private static List<ParentRow> unbroken() {
        ReplayEngine engine = new ReplayEngine();
        DropCopyReader reader = new DropCopyReader(scan(), engine.inlets().orders("street"));
        for (int n = 0; n < MESSAGES; n++) {
            reader.read(Reports.bytes(n), 0, Reports.bytes(n).length);
        }
        return rows(engine.scorecard());
    }

    /** How often a row was written, and after how many messages, tells that some came late; nothing else does. */
    private static List<ParentRow> rows(Scorecard scores) {
        List<ParentRow> rows = new ArrayList<>();
        for (int parent = 0; parent < scores.parents(); parent++) {
            ParentRow row = new ParentRow();
            scores.read(parent, row);
            row.version(0);
            row.orderSequence(0);
            rows.add(row);
        }
        return rows;
    }

    private static BacklogReader backlog(LeakageEngine engine) {
        return new BacklogReader("street", scan(), engine.inlets().orders("street").backlog().orElseThrow(), new Alarm("street"));
    }

    private static FixScan scan() {
        return new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
    }

    private LeakageEngine engine() {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory.resolve("journal"), null, false, 64));
    }
}
