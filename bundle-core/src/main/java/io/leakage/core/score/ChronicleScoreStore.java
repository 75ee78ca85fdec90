package io.leakage.core.score;

import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Row;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.core.shutdown.PriorityHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows in Chronicle Map, outside the heap, in files or in memory. Lives in a {@link ChronicleLoader} of its own and takes its threads and
 * hooks with it when it closes. A file that cannot be read is moved aside and begun anew: the rows come again from the journal.
 */
public final class ChronicleScoreStore implements ScoreStore {
    private static final Logger LOG = LoggerFactory.getLogger(ChronicleScoreStore.class);
    private static final int CHILDREN_A_PARENT = 32;
    private static final int FILLS_A_PARENT = 100;
    private static final long RELEASER_MILLIS = 2_000;
    private static final String CLEAN = "closed-cleanly";

    private final ReaderGate gate = new ReaderGate();
    private final Path dir;
    private final int parentsExpected;
    private final FileChannel lock;
    private final boolean clean;
    private ChronicleRows parents;
    private ChronicleRows children;
    private ChronicleRows fills;
    private boolean closed;

    /**
     * Opens the store.
     *
     * @param dir             folder of its files, made when it is not there; null keeps the rows in memory
     * @param parentsExpected how many parents a day brings; ten times as many still fit
     * @throws IOException when the folder is in use, or a file can neither be opened nor be moved aside
     */
    public ChronicleScoreStore(Path dir, int parentsExpected) throws IOException {
        this.dir = dir;
        this.parentsExpected = parentsExpected;
        this.lock = dir == null ? null : lock(dir);
        this.clean = dir != null && Files.deleteIfExists(dir.resolve(CLEAN));
        try {
            parents = open("parents", new ParentRow(), 1);
            children = open("children", new ChildRow(), CHILDREN_A_PARENT);
            fills = open("fills", new FillRow(), FILLS_A_PARENT);
        } catch (IOException | RuntimeException | Error e) {
            closeMaps();
            throw e;
        }
    }

    private ChronicleRows open(String name, Row row, int rowsAParent) throws IOException {
        long entries = (long) parentsExpected * rowsAParent;
        if (dir == null) {
            return ChronicleRows.inMemory(name, row.length(), entries);
        }
        File file = dir.resolve(name + '-' + row.length() + ".map").toFile();
        try {
            return ChronicleRows.inFile(name, row.length(), entries, file, clean);
        } catch (IOException | RuntimeException | InternalError | AssertionError e) {
            if (file.length() == 0) {
                throw e;
            }
            Path aside = dir.resolve(file.getName() + ".unreadable");
            LOG.warn("{} cannot be read ({}); moved to {} and begun anew, its rows come again from the journal", file, e,
                    aside.getFileName());
            Files.move(file.toPath(), aside, StandardCopyOption.REPLACE_EXISTING);
            return ChronicleRows.inFile(name, row.length(), entries, file, true);
        }
    }

    @Override
    public String kind() {
        return dir == null ? "Chronicle Map in memory" : "Chronicle Map in " + dir;
    }

    @Override
    public void put(ParentRow row) {
        put(parents, 0, row.number(), row);
    }

    @Override
    public void put(ChildRow row) {
        put(children, row.parent(), row.number(), row);
    }

    @Override
    public void put(FillRow row) {
        put(fills, row.parent(), row.number(), row);
    }

    @Override
    public boolean get(int parent, ParentRow into) {
        return get(parents, 0, parent, into);
    }

    @Override
    public boolean get(int parent, int child, ChildRow into) {
        return get(children, parent, child, into);
    }

    @Override
    public boolean get(int parent, int fill, FillRow into) {
        return get(fills, parent, fill, into);
    }

    private void put(ChronicleRows rows, int group, int place, Row row) {
        if (closed) {
            throw new IllegalStateException("the store is closed: " + kind());
        }
        rows.put(group, place, row);
    }

    private boolean get(ChronicleRows rows, int group, int place, Row into) {
        if (!gate.enter()) {
            return false;
        }
        try {
            return rows.get(group, place, into);
        } finally {
            gate.leave();
        }
    }

    @Override
    public void clear() {
        gate.shut();
        try {
            onOwnThread(() -> {
                parents.clear();
                children.clear();
                fills.clear();
            });
        } finally {
            gate.open();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            gate.shut();
            onOwnThread(this::closeMaps);
        }
    }

    /** Also after half an opening, which leaves no mark: the next opening looks closely. */
    private void closeMaps() {
        try {
            for (ChronicleRows rows : new ChronicleRows[] {parents, children, fills}) {
                if (rows != null) {
                    rows.close();
                }
            }
            if (closed && dir != null) {
                Files.writeString(dir.resolve(CLEAN), "the maps beside this file were closed by their writer\n");
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.warn("the maps in {} are closed but not marked so; they are checked when opened next", dir, e);
        } finally {
            BackgroundResourceReleaser.releasePendingResources();
            BackgroundResourceReleaser.stop();
            PriorityHook.clear();
            awaitReleaser();
        }
    }

    /** The thread that gives back Chronicle's memory was told to end; it is ours by the loader it inherited. */
    private static void awaitReleaser() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            boolean ours = thread.getContextClassLoader() == ChronicleScoreStore.class.getClassLoader();
            if (ours && thread.getName().equals(BackgroundResourceReleaser.BACKGROUND_RESOURCE_RELEASER)) {
                try {
                    thread.join(RELEASER_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void onOwnThread(Runnable task) {
        try {
            OwnThread.call(ChronicleScoreStore.class.getClassLoader(), Executors.callable(task));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Chronicle Map: " + e.getCause(), e.getCause());
        }
    }

    private static FileChannel lock(Path dir) throws IOException {
        Files.createDirectories(dir);
        FileChannel channel = FileChannel.open(dir.resolve("writer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this process has it itself
        }
        channel.close();
        throw new IOException("another store is open in " + dir);
    }
}
