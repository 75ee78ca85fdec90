package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal on a file system that forgets, at a power cut, whatever was not forced to it: every message that was acknowledged is there
 * afterwards. {@code forgetful.py} is that file system, by FUSE.
 */
@Timeout(180)
class PowerCutTest {
    private static final int ACKNOWLEDGED = 303;
    private static final int MORE = 50;

    @TempDir
    private Path directory;

    @Test
    void whatWasAcknowledgedSurvivesAPowerCut() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("mount"));
        Path survivors = Files.createDirectory(directory.resolve("survivors"));
        Process system = mount(mount, survivors);
        try {
            try (LeakageEngine engine = engine(mount.resolve("journal"), true)) {
                DropCopyReader reader = new DropCopyReader(scan(), engine.inlets().orders("street"));
                read(reader, 0, ACKNOWLEDGED);
                assertTrue(!Files.exists(mount.resolve("power-cut")) && Files.exists(survivors.resolve("done")), "the power went");
                read(reader, ACKNOWLEDGED, ACKNOWLEDGED + MORE);   // nobody knows yet
            }
        } finally {
            unmount(mount, system);
        }
        try (LeakageEngine engine = engine(survivors.resolve("journal"), false);
                BacklogReader backlog = new BacklogReader("street", scan(), engine.inlets().orders("street").backlog().orElseThrow(),
                        new Alarm("street"))) {
            backlog.start();
            Await.until(() -> engine.scorecard().progress().orderEvents() >= ACKNOWLEDGED,
                    () -> engine.scorecard().progress() + ", of which " + ACKNOWLEDGED + " were acknowledged");
            assertEquals(ACKNOWLEDGED, engine.scorecard().progress().orderEvents());
            long executed = 0;
            ParentRow row = new ParentRow();
            for (int parent = 0; parent < engine.scorecard().parents(); parent++) {
                engine.scorecard().read(parent, row);
                executed += row.executed();
            }
            assertEquals(Reports.fills(ACKNOWLEDGED), executed);
            System.out.println("power cut after " + ACKNOWLEDGED + " acknowledged messages: 0 lost, 0 doubled");
        }
    }

    private static void read(DropCopyReader reader, int from, int to) {
        for (int n = from; n < to; n++) {
            byte[] raw = Reports.bytes(n);
            reader.read(raw, 0, raw.length);
        }
    }

    private static FixScan scan() {
        return new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
    }

    private static LeakageEngine engine(Path journal, boolean sync) {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, sync, 64));
    }

    /** Mounts it, or skips the test and says what is missing. */
    private Process mount(Path mount, Path survivors) throws Exception {
        Path program = directory.resolve("forgetful.py");
        try (InputStream text = PowerCutTest.class.getResourceAsStream("forgetful.py")) {
            Files.copy(text, program);
        }
        Path said = directory.resolve("forgetful.txt");
        Process system;
        try {
            system = new ProcessBuilder("/usr/bin/python3", program.toString(), mount.toString(), survivors.toString())
                    .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        } catch (IOException none) {
            assumeTrue(false, "no file system that forgets: " + none.getMessage());
            return null;
        }
        boolean mounted = false;
        for (int tries = 0; tries < 200 && system.isAlive() && !mounted; tries++) {
            LockSupport.parkNanos(50_000_000);
            mounted = Files.readString(Path.of("/proc/mounts")).contains(" " + mount + " fuse");
        }
        assumeTrue(mounted, "no file system that forgets (needs /dev/fuse, fuse3 and python3-fusepy; tried /usr/bin/python3 forgetful.py): "
                + Files.readString(said));
        return system;
    }

    private static void unmount(Path mount, Process system) throws Exception {
        new ProcessBuilder("umount", "-l", mount.toString()).redirectErrorStream(true).start().waitFor();
        if (!system.waitFor(10, TimeUnit.SECONDS)) {
            system.destroyForcibly();
        }
    }
}
