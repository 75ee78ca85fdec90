package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.ReplayEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * kill −9 at random moments under 300 messages a second: at the end every message has counted once, and the scores are those of a run that
 * was never broken. 20 kills; {@code itests/durability.sh} does 100.
 */
@Timeout(1200)
class KillTest {
    private static final int KILLS = Integer.getInteger("leakage.kills", 20);
    private static final long SEED = Long.getLong("leakage.seed", 4);
    private static final int A_SECOND = 300;
    private static final long LONGEST_MILLIS = 600;

    /** So long after a kill messages go on; then they wait until the next process is up, or there would be ever more to send again. */
    private static final long AWAY_NANOS = 100_000_000;

    private volatile boolean flows;

    @TempDir(factory = InMemory.class)
    private Path directory;

    /** A kill asks nothing of a disk, and a busy one would only make the test slow: memory, where there is enough. */
    static final class InMemory implements TempDirFactory {
        private static final Path MEMORY = Path.of("/dev/shm");
        private static final long ENOUGH = 1L << 30;

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
            boolean there = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
            return there ? Files.createTempDirectory(MEMORY, "killed") : Files.createTempDirectory("killed");
        }
    }

    @Test
    void howeverOftenItIsKilledEveryMessageCountsOnceAndTheScoresAreThoseOfTheUnbrokenRun() throws Exception {
        int port = DurableSessionTest.freePort();
        DropCopySource source = KilledDesk.source(directory, port);
        AtomicInteger sent = new AtomicInteger();
        ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
        try (Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            other.remembers = false;
            sender.scheduleAtFixedRate(() -> send(other, sent), 0, 1_000_000_000L / A_SECOND, TimeUnit.NANOSECONDS);
            killAndKill(other, port);
            sender.shutdown();
            assertTrue(sender.awaitTermination(10, TimeUnit.SECONDS));
            finish(source, other, sent.get());
        } finally {
            sender.shutdownNow();
        }
    }

    private void killAndKill(Counterparty other, int port) throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Process desk = KilledDesk.start(directory, port);
            flows = true;
            int before = other.outgoing.get();
            if (kill % 10 != 9) {   // every tenth is killed before or amid its logon
                Await.until(() -> other.isLoggedOn() && other.outgoing.get() > before, () -> "no logon");
            }
            // the moment of the kill is the test's only choice
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_MILLIS)));
            desk.destroyForcibly().waitFor();
            LockSupport.parkNanos(AWAY_NANOS);
            flows = false;
        }
    }

    private void finish(DropCopySource source, Counterparty other, int sent) {
        List<ParentRow> live;
        try (LeakageEngine engine = KilledDesk.engine(directory)) {
            OrderInlet inlet = engine.inlets().orders(source.name());
            try (DropCopySession session = new DropCopySession(source, inlet)) {
                session.start();
                other.awaitLogon(session);
                awaitFills(engine.scorecard(), Reports.fills(sent));
            }
            live = rows(engine.scorecard());
        }
        long executed = live.stream().mapToLong(ParentRow::executed).sum();
        System.out.println(KILLS + " kills, seed " + SEED + ": " + sent + " messages, " + other.again + " sent again, "
                + Math.max(0, Reports.fills(sent) - executed) + " lost, " + Math.max(0, executed - Reports.fills(sent)) + " doubled");
        assertEquals(Reports.fills(sent), executed);
        ReplayEngine replayed = new ReplayEngine();
        replayed.replay(directory.resolve("journal"));
        assertEquals(live, rows(replayed.scorecard()), "replay equals live");
        assertEquals(uncounted(unbroken(sent)), uncounted(live));
    }

    /** Waits as long as it goes on. */
    private static void awaitFills(Scorecard scores, int fills) {
        while (executed(scores) < fills) {
            long stands = executed(scores);
            Await.until(() -> executed(scores) > stands || executed(scores) >= fills,
                    () -> stands + " fills of " + fills + ", and no more come");
        }
    }

    private void send(Counterparty other, AtomicInteger sent) {
        if (!flows) {
            return;
        }
        try {
            int n = sent.getAndIncrement();
            other.send(Reports.type(n), Reports.body(n));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ParentRow> unbroken(int sent) {
        ReplayEngine engine = new ReplayEngine();
        DropCopyReader reader = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), engine.inlets().orders("street"));
        for (int n = 0; n < sent; n++) {
            byte[] raw = Reports.bytes(n);
            reader.read(raw, 0, raw.length);
        }
        return rows(engine.scorecard());
    }

    /** How often a row was written, and after how many messages, does count what was sent again; nothing else does. */
    private static List<ParentRow> uncounted(List<ParentRow> rows) {
        rows.forEach(row -> {
            row.version(0);
            row.orderSequence(0);
        });
        return rows;
    }

    private static long executed(Scorecard scores) {
        return rows(scores).stream().mapToLong(ParentRow::executed).sum();
    }

    private static List<ParentRow> rows(Scorecard scores) {
        List<ParentRow> rows = new ArrayList<>();
        for (int parent = 0; parent < scores.parents(); parent++) {
            ParentRow row = new ParentRow();
            scores.read(parent, row);
            rows.add(row);
        }
        return rows;
    }
}
