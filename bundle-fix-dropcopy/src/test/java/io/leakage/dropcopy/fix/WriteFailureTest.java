package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * System calls that fail at random, by Debian's fiu-utils, in a process with an engine and a session: writes to files and sockets, and
 * forces. Mapped files are written without a call, so what fails is the session's store, the journal's new segments and the connection.
 * Each time the session goes on, or is back, and completes; and where nothing can be written for a while, nothing is heard, and it says so in
 * time. 3 runs; {@code itests/durability.sh} does 20.
 */
@Timeout(600)
class WriteFailureTest {
    private static final int RUNS = Integer.getInteger("leakage.writefailures", 3);
    private static final int A_RUN = 202;
    private static final int HEARTBEAT_SECONDS = 2;
    private static final double STALE_HEARTBEATS = 2.4;
    private static final List<String> FAILURES = List.of("posix/io/rw/write", "posix/io/rw/pwrite", "posix/io/sync/fsync", "posix/io/rw/*");

    @TempDir
    private Path directory;
    private int port;
    private DropCopySource source;

    @BeforeEach
    void needFiu() throws Exception {
        assumeTrue(isThere("fiu-run") && isThere("fiu-ctrl"),
                "no fiu-run on the PATH (Debian: fiu-utils), so no write can be made to fail");
        port = DurableSessionTest.freePort();
        source = KilledDesk.source(directory, port, HEARTBEAT_SECONDS);
    }

    @Test
    void whateverFailsForAWhileNoSessionStaysStuck() throws Exception {
        Process desk = KilledDesk.start(directory, port, HEARTBEAT_SECONDS, "fiu-run", "-x");
        int sent = 0;
        int again;
        int logons;
        try (Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            other.remembers = false;
            for (int run = 0; run < RUNS; run++) {
                awaitLogon(other, run);
                String failure = FAILURES.get(run % FAILURES.size());
                control(desk, "enable_random name=" + failure + ",probability=0.1");
                sent = send(other, sent, A_RUN);
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
    }

    /** Whoever can write nothing sends no heartbeat and no logon, so that the other side soon falls silent. */
    @Test
    void whenNothingCanBeWrittenTheSilenceIsToldWithinTwoAndFourTenthsOfHeartbeatsAndItIsBackByItself() throws Exception {
        Process desk = KilledDesk.start(directory, port, HEARTBEAT_SECONDS, "fiu-run", "-x");
        StringBuilder took = new StringBuilder();
        try (Counterparty other = new Counterparty(source, directory.resolve("other"))) {
            other.remembers = false;
            int sent = 0;
            int told = 0;
            for (int run = 0; run < Math.max(1, RUNS / 4); run++) {
                awaitLogon(other, run);
                sent = send(other, sent, A_RUN);
                awaitTaken(run, sent, 0);
                control(desk, "enable name=posix/io/rw/write");
                Await.until(() -> !other.isLoggedOn(), () -> "our heartbeats still arrive");
                long since = System.nanoTime();   // the last that was heard is no later
                for (int before = told; told == before; told = staleTold()) {
                    assertTrue(System.nanoTime() - since < HEARTBEAT_SECONDS * STALE_HEARTBEATS * 1e9, "run " + run + ": not told");
                    LockSupport.parkNanos(10_000_000);
                }
                took.append(String.format(Locale.ROOT, " %.2f", (System.nanoTime() - since) / 1e9 / HEARTBEAT_SECONDS));
                sent = send(other, sent, A_RUN);
                control(desk, "disable name=posix/io/rw/write");
                awaitLogon(other, run);
                awaitTaken(run, sent, 0);
            }
        } finally {
            desk.destroyForcibly().waitFor();
        }
        System.out.println("from the last that could be heard until DC_STALE, heartbeats:" + took);
    }

    /** {@return how often the desk's journal tells of silence} */
    private int staleTold() {
        int[] told = {0};
        Replay.of(directory.resolve("journal/events"), new LeakageEvent(), event -> {
            told[0] += event.kind() == EventKind.COPY_STALE && event.on ? 1 : 0;
        });
        return told[0];
    }

    private static int send(Counterparty other, int from, int messages) throws Exception {
        for (int n = from; n < from + messages; n++) {
            other.send(Reports.type(n), Reports.body(n));
            LockSupport.parkNanos(2_000_000);
        }
        return from + messages;
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

    /** As long as {@link #awaitTaken} and more: the desk may have to find out first that its connector has to be built anew. */
    private static void awaitLogon(Counterparty other, int run) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!other.isLoggedOn()) {
            assertTrue(System.nanoTime() < deadline, "run " + run + ": not logged on");
            LockSupport.parkNanos(1_000_000);
        }
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
