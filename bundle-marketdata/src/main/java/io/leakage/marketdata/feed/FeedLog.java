package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.Resequencer;
import io.leakage.marketdata.wire.SequenceCounts;
import io.leakage.marketdata.wire.Silence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of what was missed, at most a line a second whatever happens. On the feed's thread. */
final class FeedLog {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final String feed;
    private final Resequencer resequencer;
    private final Silence silence;
    private long nextNanos = Long.MIN_VALUE;
    private long seen;
    private boolean silent;

    FeedLog(String feed, Resequencer resequencer, Silence silence) {
        this.feed = feed;
        this.resequencer = resequencer;
        this.silence = silence;
    }

    void tick(long now) {
        SequenceCounts counts = resequencer.counts();
        long trouble = counts.gaps() + counts.recovered() + counts.lost() + counts.snapshots() + counts.snapshotsFailed()
                + counts.snapshotsStale() + counts.incomplete();
        if (trouble == seen && silent == silence.isSilent() || now < nextNanos) {
            return;
        }
        seen = trouble;
        silent = silence.isSilent();
        nextNanos = now + PAUSE_NANOS;
        LOG.warn("feed '{}'{}: {} gaps, {} messages recovered, {} lost; {} snapshots, {} in vain; {} incomplete sessions; next is {}", feed,
                silent ? " is silent" : "", counts.gaps(), counts.recovered(), counts.lost(), counts.snapshots(),
                counts.snapshotsFailed() + counts.snapshotsStale(), counts.incomplete(), resequencer.expected());
    }
}
