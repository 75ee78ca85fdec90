package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import io.leakage.core.score.HeapScoreStore;
import io.leakage.core.score.StoredScorecard;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The scorecard of a recorded day: the same pipeline without ring, threads or disk. What enters is handled on the calling thread before the
 * call returns. One thread.
 */
public final class ReplayEngine {
    private static final int EVENTS_BETWEEN_PROGRESS = 100_000;

    final Pipeline pipeline = new Pipeline();
    private final StoredScorecard scorecard = new StoredScorecard(new HeapScoreStore("memory"));
    private final Outlet outlet = new Outlet(scorecard, pipeline, null);
    private final Consumer<LeakageEvent> witness;
    private final Doors doors;

    /** An engine nobody watches. */
    public ReplayEngine() {
        this(event -> { });
    }

    /** @param witness sees every event with the rows it changed, after the pipeline; must keep nothing of it */
    public ReplayEngine(Consumer<LeakageEvent> witness) {
        this.witness = witness;
        scorecard.cards(pipeline::card);
        scorecard.asks(pipeline::asks);
        DirectSlots slots = new DirectSlots(this::handle);
        this.doors = new Doors(new Names(), () -> slots, source -> (raw, offset, length) -> 0, source -> new RawProgress(false),
                new Kills(null), pipeline.repeats());
    }

    /** {@return the front door} */
    public Inlets inlets() {
        return doors;
    }

    /**
     * Replays a journal's events, instead of using the door.
     *
     * @param directory an engine's journal directory
     * @return what was read, and what was damaged
     */
    public Replay replay(Path directory) {
        return replay(directory, Long.MAX_VALUE, position -> { });
    }

    /**
     * Replays a journal's events up to a time.
     *
     * @param directory  an engine's journal directory
     * @param untilNanos ends before the first event of a feed or reading of the clock that is later, nanoseconds since the epoch
     * @param progress   told the position of an event now and then
     * @return what was read, and what was damaged
     */
    public Replay replay(Path directory, long untilNanos, LongConsumer progress) {
        return new Past(new Names(), new Applied(), this::handle, pipeline).replay(TailEngine.events(directory), until(untilNanos, progress));
    }

    /**
     * Replays a journal's events under other rules than those in force at the time.
     *
     * @param rules     JSON, for every desk
     * @param directory an engine's journal directory
     * @return what was read, and what was damaged
     * @throws IllegalArgumentException when the rules cannot be read
     */
    public Replay replayUnder(String rules, Path directory) {
        return replayUnder(rules, directory, Long.MAX_VALUE, position -> { });
    }

    /**
     * Replays a journal's events up to a time under other rules.
     *
     * @see #replayUnder(String, Path)
     * @see #replay(Path, long, LongConsumer)
     */
    public Replay replayUnder(String rules, Path directory, long untilNanos, LongConsumer progress) {
        doors.desk().rules(null, rules);
        return new Past(new Names(), new Applied(), event -> {
            if (event.kind() != EventKind.RULES && event.kind() != EventKind.DECISION && event.kind() != EventKind.HOOK) {
                handle(event);
            }
        }, pipeline).replay(TailEngine.events(directory), until(untilNanos, progress));
    }

    private static Until until(long untilNanos, LongConsumer progress) {
        long[] told = {0};
        return (event, position) -> {
            if (++told[0] % EVENTS_BETWEEN_PROGRESS == 0) {
                progress.accept(position);
            }
            return event.venueNanos <= untilNanos || !event.kind().isMarket() && event.kind() != EventKind.CLOCK;
        };
    }

    /** {@return the scores, everything handled so far included} */
    public Scorecard scorecard() {
        outlet.flush();
        return scorecard;
    }

    /**
     * {@return every footprint of an order at every horizon, a line each of comma-separated text behind a header: its fate, response, placebos and
     * rank, and E after it; null when there is no such order}
     *
     * @param order any id of it
     */
    public String footprints(String order) {
        int parent = scorecard().find(order);
        return parent < 0 ? null : pipeline.footprints(parent);
    }

    private void handle(LeakageEvent event) {
        pipeline.onEvent(event);
        outlet.onEvent(event, false);
        witness.accept(event);
        pipeline.release(event);
    }
}
