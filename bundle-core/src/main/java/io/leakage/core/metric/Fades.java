package io.leakage.core.metric;

import io.leakage.core.book.Listing;
import java.util.ArrayList;
import java.util.List;

/** How the other side's touch faded after the footprints of one parent, in sums of whole numbers: the same in any order of telling. */
final class Fades {
    private final List<Fade> all = new ArrayList<>(0);
    private Presence presence;
    private int changes;
    private int counted;
    private int open;
    private int undecided;
    private long after;
    private long lo;
    private long hi;
    private long placebo;
    private long flags;
    private boolean stale;

    /** From now on it is known when we were quiet. */
    void enter(Presence of) {
        presence = of;
        changes = of.changes();
    }

    /** One more to be answered. */
    void add(Fade fade) {
        all.add(fade);
        open++;
    }

    /** One is of a footprint that is another now, or none. */
    void remove(Fade fade) {
        all.remove(fade);
        stale = true;
    }

    /** One was answered, or answered again. */
    void answered(Fade fade) {
        if (fade.isSummed()) {
            stale = true;
        } else {
            open--;
            take(fade);
        }
    }

    private void take(Fade fade) {
        fade.summed(true);
        flags |= fade.flags();
        if (fade.compare(presence)) {
            counted++;
            after += fade.after();
            lo += fade.lo();
            hi += fade.hi();
            placebo += fade.placebo();
        }
        undecided += fade.isUndecided() ? 1 : 0;
    }

    /** Sums anew if what was in the sums is another now; to call before they are read. */
    void settle() {
        if (presence == null || !stale && changes == presence.changes()) {
            return;
        }
        stale = false;
        changes = presence.changes();
        counted = 0;
        open = 0;
        undecided = 0;
        after = 0;
        lo = 0;
        hi = 0;
        placebo = 0;
        flags = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isOpen()) {
                open++;
            } else {
                take(all.get(i));
            }
        }
    }

    /** Puts every open question on the agenda. */
    void await(Agenda<Question> agenda) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isOpen()) {
                agenda.add(all.get(i));
            }
        }
    }

    /** Answers again what a hole had kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listing) {
        boolean any = false;
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isOpen() && AsOf.isRepairable(all.get(i).flags())) {
                all.get(i).answer(listing);
                any = true;
            }
        }
        return any;
    }

    /** {@return whether one of our times in the instrument is too coarse to say what was quiet} */
    boolean isCoarse() {
        return presence != null && presence.isCoarse();
    }

    /** {@return how many footprints are known with their placebos} */
    int counted() {
        return counted;
    }

    /** {@return how many wait for market data} */
    int open() {
        return open;
    }

    /** {@return mean share withdrawn after the footprints, 0 to 1; NaN when none is known} */
    double after() {
        return mean(after);
    }

    /** {@return mean share withdrawn after their placebos, 0 to 1; NaN when none is known} */
    double placebo() {
        return mean(placebo);
    }

    private double mean(long sum) {
        return counted == 0 ? Double.NaN : (double) sum / Fade.WHOLE / counted;
    }

    /**
     * {@return the least that the one less the other may be once all is known: of what is too coarse or waits for market data nothing was
     * withdrawn, and all after its placebos}
     */
    double excessLo() {
        int unknown = undecided + open;
        return ((double) (lo - placebo) / Fade.WHOLE - unknown) / (counted + unknown);
    }

    /** {@return the most it may be} */
    double excessHi() {
        int unknown = undecided + open;
        return ((double) (hi - placebo) / Fade.WHOLE + unknown) / (counted + unknown);
    }

    /** {@return {@link io.leakage.api.score.Flag} bits: why some are not known} */
    long flags() {
        return flags;
    }
}
