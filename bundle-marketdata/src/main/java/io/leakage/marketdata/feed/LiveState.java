package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import io.leakage.marketdata.wire.LineCounts;
import io.leakage.marketdata.wire.Resequencer;
import io.leakage.marketdata.wire.SequenceCounts;
import io.leakage.marketdata.wire.Silence;
import java.util.List;

/**
 * A live feed's counters as they are now.
 *
 * @param name        the feed's name
 * @param transport   as configured
 * @param resequencer puts its messages into order
 * @param silence     whether it is heard
 * @param lag         how far it is behind
 */
record LiveState(String name, String transport, Resequencer resequencer, Silence silence, Lag lag) {
    /** {@return the whole state; trouble is empty while there is none} */
    FeedState of(String trouble, String session, List<LineState> lines) {
        SequenceCounts counts = resequencer.counts();
        return new FeedState(name, transport, condition(trouble), trouble, session, counts.messages(), counts.unread(), counts.gaps(),
                counts.recovered(), counts.lost(), counts.overflows(), counts.requests(), counts.answered(), counts.snapshots(),
                counts.snapshotsFailed() + counts.snapshotsStale(), counts.sessions(), counts.incomplete(), silence.count(),
                lag.latestNanos(), lag.mostNanos(), lines);
    }

    /** {@return one line's state; {@code limitNanos} is how long it may be silent} */
    static LineState line(String name, LineCounts counts, long limitNanos) {
        boolean heard = counts.heardNanos() != Long.MIN_VALUE && System.nanoTime() - counts.heardNanos() < limitNanos;
        return new LineState(name, heard, counts.packets(), counts.wins(), counts.duplicates(), counts.damaged(), counts.heartbeats(),
                counts.strays(), counts.lead().at(0.5), counts.lead().at(0.99), counts.lead().max());
    }

    private FeedCondition condition(String trouble) {
        SequenceCounts counts = resequencer.counts();
        if (!trouble.isEmpty()) {
            return FeedCondition.DOWN;
        }
        if (resequencer.isEnded()) {
            return counts.isComplete() ? FeedCondition.ENDED : FeedCondition.INCOMPLETE;
        }
        if (silence.isSilent()) {
            return FeedCondition.SILENT;
        }
        if (counts.sessions() == 0) {
            return FeedCondition.WAITING;
        }
        if (resequencer.isRecovering()) {
            return FeedCondition.RECOVERING;
        }
        if (resequencer.hasHole()) {
            return FeedCondition.MISSING;
        }
        if (lag.isLagged()) {
            return FeedCondition.LAGGED;
        }
        return counts.isWhole() ? FeedCondition.FLOWING : FeedCondition.LOSSY;
    }
}
