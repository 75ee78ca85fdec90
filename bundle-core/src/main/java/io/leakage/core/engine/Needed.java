package io.leakage.core.engine;

import io.leakage.api.event.ReferenceField;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Whose market data some orders need: their own instruments', and what turns out on the way through a journal. That is noted for the next
 * way through, since events of it were left out by then. One thread.
 */
final class Needed {
    private final IntPredicate matters;
    private final BitSet now = new BitSet();
    private final BitSet next = new BitSet();

    /**
     * @param instruments of the orders that matter
     * @param matters     whether a parent, by its number, is one of those
     */
    Needed(BitSet instruments, IntPredicate matters) {
        this.matters = matters;
        next.or(instruments);
    }

    /** Begins a way through the journal. */
    void begin() {
        now.or(next);
    }

    /** {@return whether an instrument is needed, known when this way began} */
    boolean has(int instrument) {
        return instrument >= 0 && now.get(instrument);
    }

    /** {@return whether one turned out to be needed as well, so that another way is due} */
    boolean hasGrown() {
        return next.cardinality() > now.cardinality();
    }

    void add(int instrument) {
        if (instrument >= 0) {
            next.set(instrument);
        }
    }

    /** A member of the basket of one that is needed is needed too. */
    void basket(LeakageEvent event) {
        if (event.kind() == EventKind.REFERENCE && event.code == ReferenceField.count() && event.instrument >= 0
                && next.get(event.instrument)) {
            add((int) event.otherRef);
        }
    }

    /** A child may be in another instrument than its parent. */
    void children(LeakageEvent event, Rows rows) {
        for (int i = 0; event.kind() == EventKind.ORDER && i < rows.children(); i++) {
            if (rows.child(i).order() == event.order().order && matters.test(rows.child(i).parent())) {
                add(event.instrument);
            }
        }
    }
}
