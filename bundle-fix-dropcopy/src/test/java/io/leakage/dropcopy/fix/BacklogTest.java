package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.OrderBacklog;
import io.leakage.api.health.QuarantinedMessage;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.GatedDesk;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is durable reaches the scores, whatever came in between: a full ring, a crash, both; once, and in its order. */
@Timeout(60)
class BacklogTest {
    private static final int MESSAGES = 1010;   // ten parents, 1,000 fills

    @TempDir
    private Path directory;

    @Test
    void aFullRingHoldsNobodyUpAndLosesNothing() {
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            desk.shut();
            DropCopyReader live = live(desk);
            for (int n = 0; n < MESSAGES; n++) {
                live.read(Reports.bytes(n), 0, Reports.bytes(n).length);   // with the gate shut, waiting here would never end
            }
            assertTrue(backlog.depth() > MESSAGES - 64, backlog.depth() + " wait on disk, 64 slots at most are in the ring");
            desk.open();
            awaitOrders(desk, MESSAGES);
            Await.until(() -> backlog.depth() == 0, () -> backlog.depth() + " still wait");
            assertEquals(unbroken(), desk.rows());
        }
        assertEquals(sequences(MESSAGES), journaledSequences());
    }

    @Test
    void whatIsDurableButNotInTheScoresIsReadAfterACrash() {
        for (int run = 0; run < 5; run++) {
            try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
                awaitOrders(desk, 202 * run);
                desk.shut();
                DropCopyReader live = live(desk);
                for (int n = 202 * run; n < 202 * (run + 1); n++) {
                    live.read(Reports.bytes(n), 0, Reports.bytes(n).length);
                }
                backlog.stop();
                desk.kill();
            }
        }
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            awaitOrders(desk, MESSAGES);
            Await.until(() -> backlog.depth() == 0, () -> backlog.depth() + " still wait");
            assertEquals(unbroken(), desk.rows(), "every word of every row, its version included");
        }
        assertEquals(sequences(MESSAGES), journaledSequences());
        ReplayEngine replayed = new ReplayEngine();
        replayed.replay(directory);
        assertEquals(unbroken(), rows(replayed), "replay equals live");
    }

    @Test
    void newMessagesQueueUpBehindTheBacklogInTheirOrder() {
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            DropCopyReader live = live(desk);
            for (int n = 0; n < MESSAGES; n++) {
                if (n % 100 == 50) {
                    desk.shut();
                }
                if (n % 100 == 90) {
                    desk.open();   // the backlog is read while new messages come
                }
                live.read(Reports.bytes(n), 0, Reports.bytes(n).length);
            }
            awaitOrders(desk, MESSAGES);
            assertTrue(backlog.read() > 0, "some took the way over the disk");
            assertEquals(unbroken(), desk.rows());
        }
        assertEquals(sequences(MESSAGES), journaledSequences());
    }

    @Test
    void aMessageReadFromTheBacklogAndSentAgainCountsOnce() {
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            desk.shut();
            DropCopyReader live = live(desk);
            for (int n = 0; n < 101; n++) {
                live.read(Reports.bytes(n), 0, Reports.bytes(n).length);
            }
            backlog.stop();
            desk.kill();
        }
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            DropCopyReader live = live(desk);
            for (int n = 51; n < 101; n++) {
                byte[] again = Fix.bytes(Fix.whole("FIX.4.4", "35=8|34=" + (n + 1) + "|43=Y|122=20260102-15:00:00.000|"
                        + "52=20260102-15:00:09.000|" + Reports.body(n)));
                live.read(again, 0, again.length);
            }
            awaitOrders(desk, 101 + 50);
            assertEquals(0, backlog.depth());
            ParentRow row = desk.rows().get(0);
            assertEquals(100, row.executed());
            assertEquals(100, row.fills());
        }
    }

    @Test
    void whatCouldNotBeReadIsListedAfterACrashOutOfTheBacklogToo() {
        byte[] poison = Fix.bytes(Fix.whole("FIX.4.4", "35=8|34=7|11=P0|32=many|"));
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            DropCopyReader live = live(desk);
            live.read(poison, 0, poison.length);
            Await.until(() -> desk.quarantine().count() == 1, () -> "not listed");
            desk.shut();
            for (int n = 0; n < 101; n++) {
                live.read(Reports.bytes(n), 0, Reports.bytes(n).length);
            }
            live.read(poison, 0, poison.length);
            assertEquals(1, desk.quarantine().count(), "the second waits on disk");
            backlog.stop();
            desk.kill();
        }
        try (GatedDesk desk = new GatedDesk(directory, false); BacklogReader backlog = backlog(desk)) {
            Await.until(() -> desk.quarantine().count() == 2, () -> "listed " + desk.quarantine().count());
            awaitOrders(desk, 101);
            for (QuarantinedMessage message : desk.quarantine().newest(10)) {
                assertEquals("street", message.source());
                assertTrue(message.reason().startsWith("tag 32: value \"many\" at byte "), message.reason());
                assertArrayEquals(poison, message.raw());
            }
            assertTrue(QuarantineText.of(2, desk.quarantine().newest(1)).startsWith("2 quarantined, the newest 1:\nstreet at "));
            assertEquals(0, backlog.depth());
        }
    }

    @Test
    void ofTwoReadersTheSecondGoesOnWhenTheFirstStops() throws InterruptedException {
        try (GatedDesk desk = new GatedDesk(directory, false)) {
            OrderBacklog first = desk.inlets().orders("street").backlog().orElseThrow();
            OrderBacklog second = desk.inlets().orders("street").backlog().orElseThrow();
            desk.shut();
            DropCopyReader live = live(desk);
            for (int n = 0; n < 101; n++) {
                live.read(Reports.bytes(n), 0, Reports.bytes(n).length);
            }
            desk.open();
            assertTrue(first.next(1000));
            long depth = second.depth();
            assertFalse(second.next(1), "the first reads");
            first.close();
            assertTrue(second.next(1000));
            assertEquals(depth, second.depth(), "the first did not say that it was done with its message");
            second.close();
        }
    }

    @Test
    void aReaderThatFindsNoRoomIsToldSoInTime() throws InterruptedException {
        try (GatedDesk desk = new GatedDesk(directory, false)) {
            OrderBacklog backlog = desk.inlets().orders("street").backlog().orElseThrow();
            desk.shut();
            DropCopyReader live = live(desk);
            for (int n = 0; n < 101; n++) {
                live.read(Reports.bytes(n), 0, Reports.bytes(n).length);
            }
            DropCopyReader again = new DropCopyReader(scan(), backlog.inlet());
            while (backlog.next(20)) {
                again.read(backlog.raw(), 0, backlog.length());
            }
            assertTrue(backlog.depth() > 101 - 64, backlog.depth() + " wait, 64 slots at most are taken");
            desk.open();
            assertTrue(backlog.next(5000));
            backlog.close();
        }
    }

    private List<ParentRow> unbroken() {
        ReplayEngine engine = new ReplayEngine();
        DropCopyReader reader = new DropCopyReader(scan(), engine.inlets().orders("street"));
        for (int n = 0; n < MESSAGES; n++) {
            reader.read(Reports.bytes(n), 0, Reports.bytes(n).length);
        }
        return rows(engine);
    }

    private static List<ParentRow> rows(ReplayEngine engine) {
        List<ParentRow> rows = new ArrayList<>();
        for (int parent = 0; parent < engine.scorecard().parents(); parent++) {
            ParentRow row = new ParentRow();
            engine.scorecard().read(parent, row);
            rows.add(row);
        }
        return rows;
    }

    private List<Long> journaledSequences() {
        List<Long> sequences = new ArrayList<>();
        Replay.of(directory.resolve("events"), new LeakageEvent(), event -> {
            if (event.kind() == EventKind.ORDER) {
                sequences.add(event.sequence);
            }
        });
        return sequences;
    }

    private static List<Long> sequences(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList();
    }

    private static BacklogReader backlog(GatedDesk desk) {
        Inlets inlets = desk.inlets();
        BacklogReader reader = new BacklogReader("street", scan(), inlets.orders("street").backlog().orElseThrow(), new Alarm("street"));
        reader.start();
        return reader;
    }

    private static DropCopyReader live(GatedDesk desk) {
        return new DropCopyReader(scan(), desk.inlets().orders("street"));
    }

    private static FixScan scan() {
        return new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
    }

    private static void awaitOrders(GatedDesk desk, int count) {
        Await.until(() -> desk.scorecard().progress().orderEvents() >= count,
                () -> desk.scorecard().progress() + ", expected " + count + " order events");
        assertEquals(count, desk.scorecard().progress().orderEvents());
    }
}
