package io.leakage.core.engine;

import io.leakage.core.book.L3Books;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.FrameReader;

/**
 * A journal's frames, some of them read ahead of the one at hand, so that what they need is fetched from memory side by side. It waits for
 * none: where the journal ends for now, so does what is ahead. One thread.
 */
final class FramesAhead {
    private static final int MOST = L3Books.FORESEEN;

    private final Pipeline pipeline;
    private final LeakageEvent[] slots = new LeakageEvent[MOST];
    private final FrameReader.Step[] steps = new FrameReader.Step[MOST];
    private final long[] positions = new long[MOST];
    private final long[] nextPositions = new long[MOST];
    private FrameReader frames;
    private int count;
    private int at;

    /** @param pipeline told what comes */
    FramesAhead(Pipeline pipeline) {
        this.pipeline = pipeline;
        for (int i = 0; i < MOST; i++) {
            slots[i] = new LeakageEvent();
        }
    }

    /** Reads on from here, once what was read before has been taken. */
    void from(FrameReader reader) {
        frames = reader;
        count = 0;
        at = -1;
    }

    /** {@return what the next step brought} */
    FrameReader.Step next() {
        if (++at >= count) {
            fill();
        }
        return at < count ? steps[at] : FrameReader.Step.END;
    }

    /** {@return the slot of an event {@link #next} brought} */
    LeakageEvent event() {
        return slots[at];
    }

    /** {@return where the event {@link #next} brought last stands} */
    long position() {
        return at >= 0 && at < count ? positions[at] : frames.position();
    }

    /** {@return the position behind it} */
    long nextPosition() {
        return at >= 0 && at < count ? nextPositions[at] : frames.nextPosition();
    }

    private void fill() {
        at = 0;
        count = 0;
        while (count < MOST) {
            FrameReader.Step step = frames.next(slots[count]);
            if (step == FrameReader.Step.END) {
                break;
            }
            steps[count] = step;
            positions[count] = frames.position();
            nextPositions[count++] = frames.nextPosition();
            if (step == FrameReader.Step.LEFT_OUT) {
                break;
            }
        }
        if (count > 1) {
            foresee();
        }
    }

    private void foresee() {
        for (int i = 0; i < count; i++) {
            if (steps[i] == FrameReader.Step.EVENT) {
                pipeline.foresee(slots[i]);
            }
        }
        pipeline.touch();
    }
}
