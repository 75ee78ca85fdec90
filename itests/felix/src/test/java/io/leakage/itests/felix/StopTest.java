package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.score.Scorecard;
import io.leakage.desk.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** After a stop nothing of ours goes on: no thread, no file. */
class StopTest {
    private static final long FAREWELL_MILLIS = 5_000;

    @Test
    void noThreadIsLeft() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Desk desk = new Desk(true)) {
            desk.launcher().service(Inlets.class).desk().clock(1, ClockState.UNSYNC, Absent.LONG);
            desk.launcher().service(Scorecard.class).progress();
            desk.get("v1/orders");
            assertFalse(left(before, 0).isEmpty(), "a booted framework has threads");
        }

        assertEquals(List.of(), left(before, FAREWELL_MILLIS));
    }

    @Test
    void theRunFolderIsGone() throws Exception {
        Path folder;
        try (RunFolder run = new RunFolder(Path.of(System.getProperty("java.io.tmpdir")))) {
            folder = run.root();
            Files.writeString(run.etc().resolve("a.cfg"), "b = c");
        }

        assertFalse(Files.exists(folder));
    }

    /** Names and places of threads that live on, after each was given time to end. */
    private static List<String> left(Set<Thread> before, long patienceMillis) throws InterruptedException {
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (before.contains(thread)) {
                continue;
            }
            if (patienceMillis > 0) {
                thread.join(patienceMillis);
            }
            if (thread.isAlive()) {
                left.add(thread.getName() + " at " + Arrays.toString(thread.getStackTrace()));
            }
        }
        return left;
    }
}
