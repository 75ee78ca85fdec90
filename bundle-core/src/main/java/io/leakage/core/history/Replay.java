package io.leakage.core.history;

import io.leakage.core.event.LeakageEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A past day through the same pipeline: reads the frames of an event journal back into one slot and hands it on. Damaged records are
 * left out and told; it goes on with the next one that is whole.
 *
 * @param events  frames handed on
 * @param end     the position behind the last of them
 * @param damages what was left out
 */
public record Replay(long events, long end, List<Damage> damages) {
    /** What an event journal is told its records are. */
    public static final String CONTENT = "frame 5-6";

    /**
     * Replays a whole journal.
     *
     * @param dir      the journal's folder; no writer needs to be there
     * @param into     the slot, overwritten for each event; its rows are cleared
     * @param consumer {@code Pipeline.onEvent} and what follows it
     * @return what was done
     */
    public static Replay of(Path dir, LeakageEvent into, Consumer<LeakageEvent> consumer) {
        return of(dir, 0, into, consumer, () -> { });
    }

    /**
     * Replays a journal from a position on.
     *
     * @param from    a position in it
     * @param leftOut called where frames were left out, before the next one
     * @see #of(Path, LeakageEvent, Consumer)
     */
    public static Replay of(Path dir, long from, LeakageEvent into, Consumer<LeakageEvent> consumer, Runnable leftOut) {
        FrameReader reader = new FrameReader(dir, from);
        for (FrameReader.Step step = reader.next(into); step != FrameReader.Step.END; step = reader.next(into)) {
            if (step == FrameReader.Step.EVENT) {
                consumer.accept(into);
            } else {
                leftOut.run();
            }
        }
        return of(reader);
    }

    /** {@return what a reader has done by now} */
    public static Replay of(FrameReader reader) {
        return new Replay(reader.events(), reader.nextPosition(), reader.damages());
    }
}
