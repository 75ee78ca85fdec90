package io.leakage.core.history;

import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frames of an event journal one after the other, also while it is being written. Damaged records are left out and told; it
 * goes on with the next one that is whole. One thread.
 */
public final class FrameReader {
    /** What the next step brought. */
    public enum Step {
        /** An event, in the slot. */
        EVENT,
        /** Frames were left out here; {@link #damages} says which. */
        LEFT_OUT,
        /** Nothing yet: what there is has been read. */
        END
    }

    private final JournalReader reader;
    private final List<Damage> damages = new ArrayList<>();
    private boolean told;
    private long events;

    /**
     * A reader before the frame at a position.
     *
     * @param dir  the journal's folder; no writer needs to be there
     * @param from a position in it, 0 for its oldest frame
     */
    public FrameReader(Path dir, long from) {
        this.reader = new JournalReader(dir, Replay.CONTENT, from);
    }

    /**
     * {@return what the next step brought}
     *
     * @param slot overwritten by an event
     */
    public Step next(LeakageEvent slot) {
        if (told && !reader.skipDamage()) {
            return Step.END;
        }
        told = false;
        ByteBuffer frame = reader.next();
        if (frame != null) {
            return read(frame, slot) ? Step.EVENT : Step.LEFT_OUT;
        }
        if (reader.damage() == null) {
            return Step.END;
        }
        damages.add(reader.damage());
        told = true;
        return Step.LEFT_OUT;
    }

    private boolean read(ByteBuffer frame, LeakageEvent slot) {
        try {
            Frame.read(frame, slot);
            events++;
            return true;
        } catch (RuntimeException e) {
            damages.add(new Damage(reader.file(), reader.offset(), reader.position(), "expected a frame: " + e));
            return false;
        }
    }

    /** {@return where the event {@link #next} read last stands} */
    public long position() {
        return reader.position();
    }

    /** {@return the position behind it} */
    public long nextPosition() {
        return reader.nextPosition();
    }

    /**
     * Returns when everything read by now is on the disk itself.
     *
     * @throws IOException when that cannot be had
     */
    public void force() throws IOException {
        reader.force();
    }

    /** {@return events read} */
    public long events() {
        return events;
    }

    /** {@return what was left out} */
    public List<Damage> damages() {
        return List.copyOf(damages);
    }
}
