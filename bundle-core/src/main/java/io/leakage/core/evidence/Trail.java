package io.leakage.core.evidence;

import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import java.util.Arrays;

/** All own footprints in one instrument, whoever's, in the order of time; and the placebo instants of that instrument. One thread. */
final class Trail {
    final int instrument;
    final Placebos placebos;
    final Reference reference;
    /** Whether its instrument is bound to a feed. */
    boolean bound;
    private Footprint[] all = new Footprint[16];
    private int count;

    Trail(int instrument, Trails trails) {
        this.instrument = instrument;
        reference = new Reference(trails);
        placebos = new Placebos(instrument, reference);
    }

    /** Takes a footprint in at its place; of several at one time, behind the others. */
    void insert(Footprint footprint) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        int at = count++;
        while (at > 0 && all[at - 1].nanos() > footprint.nanos()) {
            all[at] = all[at - 1];
            all[at].place = at;
            at--;
        }
        all[at] = footprint;
        footprint.place = at;
    }

    /** Takes all footprints of a parent out. {@return the place of the first of them, {@link #count} when there was none} */
    int remove(ParentEvidence parent) {
        int first = count;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (all[i].parent == parent) {
                first = Math.min(first, kept);
            } else {
                all[kept] = all[i];
                all[kept].place = kept;
                kept++;
            }
        }
        Arrays.fill(all, kept, count, null);
        first = first == count ? kept : first;
        count = kept;
        return first;
    }

    /** Takes a parent's footprints before an instant out. */
    void removeBefore(ParentEvidence parent, long nanos) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (all[i].parent != parent || all[i].nanos() >= nanos) {
                all[kept] = all[i];
                all[kept].place = kept;
                kept++;
            }
        }
        Arrays.fill(all, kept, count, null);
        count = kept;
    }

    /** {@return whether an own footprint lies from one instant to another, both included} */
    boolean anyWithin(long from, long to) {
        int place = placeOf(from);
        return place < count && all[place].nanos() <= to;
    }

    /** {@return the place of the first footprint at an instant or later, by halving} */
    int placeOf(long from) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (all[middle].nanos() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** {@return the place of the first footprint at an instant or later} */
    int firstSince(long nanos) {
        int place = count;
        while (place > 0 && all[place - 1].nanos() >= nanos) {
            place--;
        }
        return place;
    }

    int count() {
        return count;
    }

    Footprint at(int place) {
        return all[place];
    }

    /**
     * {@return whether another own footprint lies from a horizon before one, that instant not included, to the end of its window} One that
     * somebody else began by taking our resting order crowds no earlier one: it comes when the price comes to us, and to leave out what
     * it comes after would leave those the price went away from.
     */
    boolean isCrowded(Footprint footprint, int horizon) {
        int place = footprint.place;
        boolean before = place > 0 && all[place - 1].nanos() > footprint.nanos() - Horizons.nanos(horizon);
        int next = place + 1;
        while (next < count && all[next].isTaken()) {
            next++;
        }
        return before || next < count && all[next].nanos() <= footprint.until(horizon);
    }

    /** {@return how far it and all it is compared with are known, when itself is up to {@code own}} */
    long known(Market market, long own) {
        return reference.isThere() ? Math.min(own, reference.watermark(market)) : own;
    }

    /** Looks at the placebo instants that the feed has come past. */
    void catchUp(Listing listing, long watermark) {
        placebos.catchUp(listing, watermark);
    }
}
