package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * System calls that fail at random, by Debian's fiu-utils, in a process with an engine and a session: writes to files and sockets, and
 * forces. Mapped files are written without a call, so what fails is the session's store, the journal's new segments and the connection.
 * Each time the session goes on, or is back, and completes.
 */
@Timeout(600)
class WriteFailureTest {
    private static final int RUNS = Integer.getInteger("leakage.writefailures", 0);
    private static final int A_RUN = 202;
    private static final List<String> FAILURES = List.of("posix/io/rw/write", "posix/io/rw/pwrite", "posix/io/sync/fsync", "posix/io/rw/*");

    @TempDir
    private Path directory;

    @Test
    void whateverFailsForAWhileNoSessionStaysStuck() throws Exception {
        assumeTrue(RUNS > 0, "asked for by -Dleakage.writefailures=20: without a watchdog of its own, a session that failed to write its "
                + "store stays stuck in one run of five");
        assumeTrue(isThere("fiu-run") && isThere("fiu-ctrl"),
                "no fiu-run on the PATH (Debian: fiu-utils), so no write can be made to fail");
        int port = DurableSessionTest.freePort();
        DropCopySource source = KilledDesk.source(directory, port);
        Process desk = KilledDesk.start(directory, port, "fiu-run", "-x");
        int sent = 0;
        int again;
        int logons;
        try (Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            other.remembers = false;
            for (int run = 0; run < RUNS; run++) {
                awaitLogon(other, run);
                String failure = FAILURES.get(run % FAILURES.size());
                control(desk, "enable_random name=" + failure + ",probability=0.1");
                for (int i = 0; i < A_RUN; i++) {
                    other.send(Reports.type(sent), Reports.body(sent));
                    sent++;
                    LockSupport.parkNanos(2_000_000);
                }
                control(desk, "disable name=" + failure);
                awaitLogon(other, run);
                int before = executed();
                awaitTaken(run, sent, before);
            }
            again = other.again.get();
            logons = other.logons.get();
        } finally {
            desk.destroyForcibly().waitFor();
        }
        System.out.println(RUNS + " runs with failing writes, " + sent + " messages, " + again + " sent again, " + logons
                + " logons: 0 stuck, 0 lost, 0 doubled");
        assertTrue(logons > 1, "something failed indeed: there was more than one logon");
    }

    /** The desk is another process: what it has taken stands in its journal, which anybody may read. */
    private void awaitTaken(int run, int sent, int before) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (executed() < Reports.fills(sent)) {
            assertTrue(System.nanoTime() < deadline, "run " + run + " is stuck at " + executed() + " fills of " + Reports.fills(sent)
                    + ", was at " + before);
            LockSupport.parkNanos(50_000_000);
        }
        assertEquals(Reports.fills(sent), executed(), "none twice");
    }

    private int executed() {
        ReplayEngine replayed = new ReplayEngine();
        replayed.replay(directory.resolve("journal"));
        int executed = 0;
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < replayed.scorecard().parents(); parent++) {
            replayed.scorecard().read(parent, row);
            executed += row.executed();
        }
        return executed;
    }

    private static void awaitLogon(Counterparty other, int run) {
        Await.until(other::isLoggedOn, () -> "run " + run + ": not logged on");
    }

    private static void control(Process desk, String command) throws IOException, InterruptedException {
        Process control = new ProcessBuilder("fiu-ctrl", "-c", command, Long.toString(desk.pid()))
                .redirectErrorStream(true).start();
        String said = new String(control.getInputStream().readAllBytes());
        assertEquals(0, control.waitFor(), "fiu-ctrl " + command + ": " + said);
    }

    private static boolean isThere(String command) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }
}
