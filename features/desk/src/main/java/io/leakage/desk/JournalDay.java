package io.leakage.desk;

import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.history.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What an engine has recorded, once more through the same pipeline, so that its rows come out as they were. */
final class JournalDay {
    private static final int BAR = 30;

    private final ReplayOptions options;
    private final Consumer<String> problems;
    private final Consumer<String> progress;
    private final ReplayEngine engine = new ReplayEngine();
    private long events;
    private long end;
    private long begun;

    /**
     * @param options  which journal, and how far
     * @param problems told of what could not be read: segment, offset, what was expected
     * @param progress told how far it is, now and then
     */
    JournalDay(ReplayOptions options, Consumer<String> problems, Consumer<String> progress) {
        this.options = options;
        this.problems = problems;
        this.progress = progress;
    }

    /**
     * Replays it.
     *
     * @return the scores at its end
     * @throws IOException when a file cannot be read
     */
    Scorecard play() throws IOException {
        try {
            List<Inventory.Entry> segments = Inventory.of(options.journal().resolve("events"), io.leakage.core.history.Replay.CONTENT);
            end = segments.isEmpty() ? 0 : segments.get(segments.size() - 1).to();
            begun = segments.isEmpty() ? 0 : segments.get(0).from();
            io.leakage.core.history.Replay replay = replay(options.journal());
            events = replay.events();
            replay.damages().forEach(damage -> problems.accept(damage.toString()));
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
        return engine.scorecard();
    }

    private io.leakage.core.history.Replay replay(Path journal) throws IOException {
        long to = options.span().toNanos();
        if (options.rules() == null) {
            return engine.replay(journal, to, this::tell);
        }
        try {
            return engine.replayUnder(Files.readString(options.rules()), journal, to, this::tell);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--rules: " + options.rules() + ": " + e.getMessage(), e);
        }
    }

    private void tell(long position) {
        progress.accept(bar(position, begun, end));
    }

    /** {@return how far a position is from the beginning to the end; what was carried over from days given up lies before the beginning} */
    static String bar(long position, long begun, long end) {
        double share = end == begun ? 1 : Math.max(0, Math.min(1, (double) (position - begun) / (end - begun)));
        int done = (int) (share * BAR);
        return String.format(Locale.ROOT, "[%s%s] %3.0f %% of %,d MB", "#".repeat(done), " ".repeat(BAR - done), 100 * share,
                end - begun >> 20);
    }

    /** {@return every footprint of an order, as {@link ReplayEngine#footprints} tells} */
    String footprints(String order) {
        return engine.footprints(order);
    }

    /** {@return events replayed} */
    long events() {
        return events;
    }
}
