package io.leakage.core.order;

import io.leakage.api.event.Absent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Which parents work the same instrument on both sides at a time: what one of them does moves the market the other is measured in. */
final class Opposites {
    private List<?>[] working = new List<?>[64];

    /**
     * Looks at a parent whose instrument and side are known.
     *
     * @param parent     to look at, once
     * @param discovered is told of others that are opposite to it
     */
    void enter(ParentOrder parent, List<ParentOrder> discovered) {
        List<ParentOrder> here = at(parent.instrument);
        for (Iterator<ParentOrder> others = here.iterator(); others.hasNext();) {
            ParentOrder other = others.next();
            if (other.isDone() || other.isRetired()) {
                others.remove();
            } else if (other.side != parent.side) {
                parent.crossed = true;
                if (!other.crossed) {
                    other.crossed = true;
                    discovered.add(other);
                }
            }
        }
        here.add(parent);
    }

    @SuppressWarnings("unchecked")
    private List<ParentOrder> at(int instrument) {
        if (instrument == Absent.NAME) {
            throw new IllegalArgumentException("instrument: a parent that works one, got none");
        }
        if (instrument >= working.length) {
            working = Arrays.copyOf(working, Math.max(instrument + 1, working.length * 2));
        }
        if (working[instrument] == null) {
            working[instrument] = new ArrayList<ParentOrder>(4);
        }
        return (List<ParentOrder>) working[instrument];
    }
}
