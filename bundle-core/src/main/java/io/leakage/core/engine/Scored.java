package io.leakage.core.engine;

import io.leakage.api.score.EvidenceCard;
import io.leakage.core.book.Listing;
import io.leakage.core.event.LeakageEvent;
import java.util.function.Consumer;

/**
 * A pipeline behind the live one, and what records are written from beside an event and its rows: where the event at hand stands, and what
 * the pipeline knows after it. One thread.
 */
public abstract class Scored {
    final Pipeline pipeline = new Pipeline();
    private final Consumer<LeakageEvent> witness;

    /** @param witness sees every event with the rows it changed, after the pipeline; must keep nothing of it */
    Scored(Consumer<LeakageEvent> witness) {
        this.witness = witness;
    }

    /** {@return where the event at hand stands in the journal} */
    public abstract long position();

    /** {@return whether the event at hand is carried in place of days that were given up: it is not news to anybody} */
    public abstract boolean isCarried();

    /** {@return what is known of an instrument} */
    public final Listing listing(int instrument) {
        return pipeline.listing(instrument);
    }

    /** {@return a parent's evidence card as of the event at hand without its placebos, null when it has shown nothing} */
    public final EvidenceCard outline(int parent) {
        return pipeline.outline(parent);
    }

    /** {@return a number that rises whenever something of a parent's footprints changes} */
    public final long evidenceChanges(int parent) {
        return pipeline.evidenceChanges(parent);
    }

    void handle(LeakageEvent event) {
        pipeline.onEvent(event);
        witness.accept(event);
        pipeline.release(event);
    }
}
