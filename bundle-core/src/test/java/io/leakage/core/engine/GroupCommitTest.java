package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.core.history.JournalReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
    private static final int THREADS = 8;
    private static final int EACH = 200;

    @TempDir
    private Path directory;

    @Test
    void threadsThatWaitTogetherShareAForceAndGoOnInTheOrderOfTheirRecords() throws InterruptedException {
        List<Long> order = new ArrayList<>();
        long forces;
        try (RawJournal journal = new RawJournal(directory, true)) {
            Turns turns = new Turns();
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                threads.add(new Thread(() -> write(journal, turns, start, order)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            forces = journal.forces();
        }
        assertEquals(THREADS * EACH, order.size());
        assertEquals(order.stream().sorted().toList(), order);
        assertTrue(forces < THREADS * EACH, forces + " forces for " + THREADS * EACH + " records");
        JournalReader reader = new JournalReader(directory, RawJournal.CONTENT, 0);
        int read = 0;
        for (ByteBuffer record = reader.next(); record != null; record = reader.next()) {
            read++;
        }
        assertEquals(THREADS * EACH, read);
    }

    @Test
    void oneThreadAloneForcesEachOfItsRecords() {
        try (RawJournal journal = new RawJournal(directory, true)) {
            for (int i = 0; i < 10; i++) {
                journal.commit(journal.append(new byte[100], 0, 100));
            }
            assertEquals(10, journal.forces());
            journal.commit(0);
            assertEquals(10, journal.forces(), "what is forced is not forced again");
        }
    }

    private static void write(RawJournal journal, Turns turns, CyclicBarrier start, List<Long> order) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < EACH; i++) {
            long position;
            long turn;
            synchronized (turns) {
                position = journal.append(new byte[100], 0, 100);
                turn = turns.take();
            }
            journal.commit(position);
            turns.await(turn);
            order.add(position);   // the turn is the lock
            turns.end(turn);
        }
    }
}
