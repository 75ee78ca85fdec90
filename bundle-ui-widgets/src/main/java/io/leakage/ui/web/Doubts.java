package io.leakage.ui.web;

import io.leakage.api.score.Scorecard;
import io.leakage.ui.text.DeskDoubt;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The desks' doubt, read at most once a second however many ask, and when there is one order more. Any thread. */
final class Doubts {
    private static final long AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Scorecard scorecard;

    // under this object's monitor
    private Collection<DeskDoubt> read = List.of();
    private int parents = -1;
    private long readNanos;

    Doubts(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    synchronized Collection<DeskDoubt> all() {
        if (scorecard.parents() != parents || System.nanoTime() - readNanos > AGE_NANOS) {
            parents = scorecard.parents();
            read = DeskDoubt.of(scorecard);
            readNanos = System.nanoTime();
        }
        return read;
    }
}
