package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Every execution once, by its key; and the corrections that came before what they correct. Those wait, so many and so long; then their
 * order is in conflict for good.
 */
final class Executions {
    /** So many corrections wait at most. */
    static final int WAITING_AT_MOST = 1024;

    private Execution[] byKey = new Execution[1024];
    private Execution[] byMatch = new Execution[64];
    private final Deque<Correction> waiting = new ArrayDeque<>();

    Execution at(int key) {
        return key >= 0 && key < byKey.length ? byKey[key] : null;
    }

    void put(int key, Execution execution) {
        if (key >= byKey.length) {
            byKey = Arrays.copyOf(byKey, Math.max(key + 1, byKey.length * 2));
        }
        byKey[key] = execution;
    }

    /**
     * The execution that this one repeats under another account, null when it repeats none: both carry the same TrdMatchID (880), belong to
     * the same order, and agree in price. A match that another order took part in is another execution: rather one too many than one lost.
     */
    Execution firstOfMatch(int match, Execution execution) {
        if (match == Absent.NAME) {
            return null;
        }
        if (match >= byMatch.length) {
            byMatch = Arrays.copyOf(byMatch, Math.max(match + 1, byMatch.length * 2));
        }
        Execution first = byMatch[match];
        if (first == null) {
            byMatch[match] = execution;
            return null;
        }
        boolean otherAccount = first.account != Absent.NAME && execution.account != Absent.NAME && first.account != execution.account;
        return otherAccount && first.order == execution.order && first.price == execution.price ? first : null;
    }

    /**
     * Applies a correction, or lets it wait.
     *
     * @return false when it changed nothing and waits for nothing
     */
    boolean revise(Correction correction) {
        Execution execution = at(correction.reference);
        if (execution == null) {
            return await(correction);
        }
        boolean known = correction.name != Absent.NAME && at(correction.name) == execution && correction.name != execution.name;
        boolean changed = correction.applyTo(execution, known);
        settle(correction, execution);
        return changed;
    }

    /** Applies what waited for an execution under this key, and what waited for those corrections in turn. */
    void release(int key) {
        Execution execution = at(key);
        for (boolean again = !waiting.isEmpty(); again;) {
            again = false;
            for (Iterator<Correction> all = waiting.iterator(); all.hasNext();) {
                Correction correction = all.next();
                if (at(correction.reference) == execution) {
                    all.remove();
                    noLongerWaits(correction);
                    correction.applyTo(execution, false);
                    again |= keep(correction, execution);
                }
            }
        }
    }

    /**
     * Gives up a correction that waited too long.
     *
     * @return its order, in conflict now; null when none has to be given up
     */
    Order expired(long nanos) {
        Correction given = waiting.size() > WAITING_AT_MOST ? waiting.peekFirst() : late(nanos);
        if (given == null) {
            return null;
        }
        waiting.remove(given);
        noLongerWaits(given);
        given.order.flag(Flag.CONFLICT, true);
        return given.order;
    }

    /** {@return the first whose source's patience is at its end: sources differ, so that need not be the oldest} */
    private Correction late(long nanos) {
        if (waiting.isEmpty() || nanos == Absent.LONG) {
            return null;
        }
        for (Correction correction : waiting) {
            if (correction.nanos != Absent.LONG && nanos - correction.nanos > correction.patienceNanos) {
                return correction;
            }
        }
        return null;
    }

    private boolean await(Correction correction) {
        for (Correction other : waiting) {
            if (other.isSame(correction)) {
                return false;
            }
        }
        waiting.addLast(correction);
        correction.order.waiting++;
        correction.order.flag(Flag.CORRECTION_WAITING, true);
        return true;
    }

    private static void noLongerWaits(Correction correction) {
        correction.order.flag(Flag.CORRECTION_WAITING, --correction.order.waiting > 0);
    }

    /** A correct's own key stands for the execution as well, so that it can be corrected in turn. */
    private void settle(Correction correction, Execution execution) {
        if (keep(correction, execution)) {
            release(correction.name);
        }
    }

    private boolean keep(Correction correction, Execution execution) {
        if (correction.busts || correction.name == Absent.NAME || at(correction.name) == execution) {
            return false;
        }
        put(correction.name, execution);
        return true;
    }
}
