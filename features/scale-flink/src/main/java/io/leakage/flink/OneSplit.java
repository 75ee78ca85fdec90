package io.leakage.flink;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one split there is to the first who asks, and once more when that one failed before a checkpoint. */
final class OneSplit implements SplitEnumerator<JournalSplit, JournalSplit> {
    private static final JournalSplit GIVEN = new JournalSplit("", 0, 0);

    private final SplitEnumeratorContext<JournalSplit> context;
    private JournalSplit waiting;

    /** @param waiting null when it was given before */
    OneSplit(SplitEnumeratorContext<JournalSplit> context, JournalSplit waiting) {
        this.context = context;
        this.waiting = waiting;
    }

    @Override
    public void start() {
        // nothing to find
    }

    @Override
    public void handleSplitRequest(int reader, String host) {
        // given without being asked
    }

    @Override
    public void addReader(int reader) {
        if (waiting != null) {
            context.assignSplit(waiting, reader);
            waiting = null;
        }
        context.signalNoMoreSplits(reader);
    }

    @Override
    public void addSplitsBack(List<JournalSplit> splits, int reader) {
        for (JournalSplit split : splits) {
            waiting = split;
        }
        if (waiting != null && context.registeredReaders().containsKey(reader)) {
            addReader(reader);
        }
    }

    @Override
    public JournalSplit snapshotState(long checkpoint) {
        return waiting == null ? GIVEN : waiting;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
