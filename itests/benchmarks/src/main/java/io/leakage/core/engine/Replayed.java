package io.leakage.core.engine;

import io.leakage.core.book.Market;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Replay;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A journal read with less behind it than a replay has, a frame at a time: what a replay is held against. */
public final class Replayed {
    private Replayed() {
    }

    /** Reads the frames. {@return how many} */
    public static long frames(Path journal) {
        return read(journal, event -> { });
    }

    /** Reads them into the books. {@return how many} */
    public static long books(Path journal) {
        return read(journal, new Market()::apply);
    }

    /** Reads them into the whole pipeline, and looks at none ahead. {@return how many} */
    public static long pipeline(Path journal) {
        Pipeline pipeline = new Pipeline();
        return read(journal, event -> {
            pipeline.onEvent(event);
            pipeline.release(event);
        });
    }

    /** The pipeline behind the live one as a tail runs it, which nobody listens to. {@return how many events} */
    public static long tail(Path journal) {
        TailEngine engine = new TailEngine(journal, event -> { });
        long events = 0;
        while (engine.advance()) {
            events++;
        }
        return events;
    }

    private static long read(Path journal, Consumer<LeakageEvent> into) {
        return Replay.of(TailEngine.events(journal), new LeakageEvent(), into).events();
    }
}
