package io.leakage.core.engine;

import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The same pipeline once more, behind the live one: reads the journal that the live one writes, an event at a time, at its own pace. What it
 * computes is what was computed live. One thread.
 */
public final class TailEngine extends Scored {
    private final Past past = new Past(new Names(), new Applied(), this::handle, pipeline);

    /**
     * A tail before the journal's first event.
     *
     * @param directory the folder of an engine's journal
     * @param witness   sees every event with the rows it changed, after the pipeline; must keep nothing of it
     */
    public TailEngine(Path directory, Consumer<LeakageEvent> witness) {
        super(witness);
        past.begin(events(directory));
    }

    /** {@return the folder of the events in an engine's journal} */
    public static Path events(Path directory) {
        return directory.resolve("events");
    }

    /** Handles the next event; {@return false when there is none yet} */
    public boolean advance() {
        return past.advance();
    }

    @Override
    public long position() {
        return past.position();
    }

    /** {@return the position behind it} */
    public long nextPosition() {
        return past.nextPosition();
    }

    @Override
    public boolean isCarried() {
        return past.isCarried();
    }

    /**
     * Returns when everything handled by now is on the disk itself, so that nobody keeps what the journal may still lose.
     *
     * @throws IOException when that cannot be had
     */
    public void force() throws IOException {
        past.force();
    }

    /** {@return what was read, and what was damaged} */
    public Replay read() {
        return past.read();
    }
}
