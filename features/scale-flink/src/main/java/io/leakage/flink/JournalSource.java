package io.leakage.flink;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * An engine's journal as blocks of frames, in its order, by one reader. The folder must be there where that reader runs. A checkpoint holds
 * the place at which the journal is read on.
 *
 * @param directory an engine's journal
 * @param bytes     a block's size, at least
 * @param follows   whether to wait at the journal's end for what is written next
 */
record JournalSource(String directory, int bytes, boolean follows) implements Source<byte[], JournalSplit, JournalSplit> {
    private static final long serialVersionUID = 1;

    @Override
    public Boundedness getBoundedness() {
        return follows ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<JournalSplit, JournalSplit> createEnumerator(SplitEnumeratorContext<JournalSplit> context) {
        return new OneSplit(context, new JournalSplit(directory, Long.MIN_VALUE, 0));
    }

    @Override
    public SplitEnumerator<JournalSplit, JournalSplit> restoreEnumerator(SplitEnumeratorContext<JournalSplit> context, JournalSplit kept) {
        return new OneSplit(context, kept.directory().isEmpty() ? null : kept);
    }

    @Override
    public SimpleVersionedSerializer<JournalSplit> getSplitSerializer() {
        return new JournalSplit.Bytes();
    }

    @Override
    public SimpleVersionedSerializer<JournalSplit> getEnumeratorCheckpointSerializer() {
        return new JournalSplit.Bytes();
    }

    @Override
    public SourceReader<byte[], JournalSplit> createReader(SourceReaderContext context) {
        return new JournalBlocks(context, bytes, follows);
    }
}
