package io.leakage.core.history;

import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
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
    public static final String CONTENT = "frame 5";

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
        JournalReader reader = new JournalReader(dir, CONTENT, from);
        List<Damage> damages = new ArrayList<>();
        long events = 0;
        do {
            for (ByteBuffer frame = reader.next(); frame != null; frame = reader.next()) {
                if (read(frame, into, reader, damages)) {
                    consumer.accept(into);
                    events++;
                } else {
                    leftOut.run();
                }
            }
            if (reader.damage() != null) {
                damages.add(reader.damage());
                leftOut.run();
            }
        } while (reader.damage() != null && reader.skipDamage());
        return new Replay(events, reader.nextPosition(), List.copyOf(damages));
    }

    private static boolean read(ByteBuffer frame, LeakageEvent into, JournalReader reader, List<Damage> damages) {
        try {
            Frame.read(frame, into);
            return true;
        } catch (RuntimeException e) {
            damages.add(new Damage(reader.file(), reader.offset(), reader.position(), "expected a frame: " + e));
            return false;
        }
    }
}
