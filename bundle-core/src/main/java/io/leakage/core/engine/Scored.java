package io.leakage.core.engine;

import io.leakage.api.score.EvidenceCard;
import io.leakage.core.book.Listing;

/** What records are written from, beside an event and its rows: where the event at hand stands, and what the pipeline knows after it. */
public interface Scored {
    /** {@return where the event at hand stands in the journal} */
    long position();

    /** {@return whether the event at hand is carried in place of days that were given up: it is not news to anybody} */
    boolean isCarried();

    /** {@return what is known of an instrument} */
    Listing listing(int instrument);

    /** {@return a parent's evidence card as of the event at hand without its placebos, null when it has shown nothing} */
    EvidenceCard outline(int parent);

    /** {@return a number that rises whenever something of a parent's footprints changes} */
    long evidenceChanges(int parent);
}
