package io.leakage.flink;

import io.leakage.core.engine.FrameBlocks;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one journal, a block at a time; a place that cannot be read is logged, counted as {@code damages} and left out. */
final class JournalBlocks implements SourceReader<byte[], JournalSplit> {
    private static final Logger LOG = LoggerFactory.getLogger(JournalBlocks.class);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final SourceReaderContext context;
    private final int bytes;
    private final boolean follows;
    private final Counter damages;
    private final CompletableFuture<Void> assigned = new CompletableFuture<>();
    private JournalSplit split;
    private FrameBlocks blocks;
    private boolean isLast;
    private boolean rests;

    JournalBlocks(SourceReaderContext context, int bytes, boolean follows) {
        this.context = context;
        this.bytes = bytes;
        this.follows = follows;
        this.damages = context.metricGroup().counter("damages");
    }

    @Override
    public void start() {
        // the split is given without being asked for
    }

    @Override
    public InputStatus pollNext(ReaderOutput<byte[]> output) {
        if (split == null) {
            return isLast ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        byte[] block = next();
        rests = block == null;
        if (rests) {
            return follows ? InputStatus.NOTHING_AVAILABLE : InputStatus.END_OF_INPUT;
        }
        output.collect(block);
        return InputStatus.MORE_AVAILABLE;
    }

    /** @throws SuppressRestartsException where beginning anew would heal nothing */
    private byte[] next() {
        if (blocks == null && !Files.isDirectory(Path.of(split.directory(), "events"))) {
            throw new SuppressRestartsException(new NoSuchFileException(split.directory(), null,
                    "an engine's journal, with events in it, must be there where the job reads it"));
        }
        try {
            blocks = blocks == null ? new FrameBlocks(Path.of(split.directory()), split.mark(), split.kept(), bytes, this::damaged)
                    : blocks;
            return blocks.next();
        } catch (IllegalStateException e) {   // not in our format, or given up where it was read
            throw new SuppressRestartsException(e);
        }
    }

    private void damaged(String what) {
        damages.inc();
        LOG.error("journal {}: {}", split.directory(), what);
    }

    @Override
    public List<JournalSplit> snapshotState(long checkpoint) {
        if (split == null) {
            return List.of();
        }
        return List.of(blocks == null ? split : new JournalSplit(split.directory(), blocks.mark(), blocks.kept()));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        if (split == null) {
            return assigned;
        }
        Executor later = CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return rests ? CompletableFuture.runAsync(() -> { }, later) : CompletableFuture.completedFuture(null);
    }

    @Override
    public void addSplits(List<JournalSplit> splits) {
        split = splits.get(0);
        assigned.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        isLast = true;
        assigned.complete(null);
    }

    @Override
    public void close() {
        if (blocks != null) {
            blocks.close();
        }
    }
}
