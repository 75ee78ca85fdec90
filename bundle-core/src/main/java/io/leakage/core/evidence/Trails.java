package io.leakage.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The trails of all instruments in which we showed something, and which of them are compared with others. One thread. */
final class Trails {
    private Trail[] byInstrument = new Trail[1024];
    private final List<Trail> all = new ArrayList<>();

    /** {@return an instrument's trail, null when we showed nothing in it} */
    Trail at(int instrument) {
        return instrument < 0 || instrument >= byInstrument.length ? null : byInstrument[instrument];
    }

    /** Begins an instrument's trail. */
    Trail begin(int instrument) {
        if (instrument >= byInstrument.length) {
            byInstrument = Arrays.copyOf(byInstrument, Math.max(instrument + 1, byInstrument.length * 2));
        }
        byInstrument[instrument] = new Trail(instrument, this);
        all.add(byInstrument[instrument]);
        return byInstrument[instrument];
    }

    /** {@return all of them, in the order they began} */
    List<Trail> all() {
        return all;
    }
}
