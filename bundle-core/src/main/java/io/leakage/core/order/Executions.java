package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Every execution once, by its key; and the corrections that came before what they correct. Those wait, so many and so long; then their
 * order is in conflict for good.
 *
 * <p>Drop copies number their executions apart from each other, so a key may stand for several: one an order and a copy, but never two of
 * one order, whoever tells of them.
 */
final class Executions {
    /** So many corrections wait at most. */
    static final int WAITING_AT_MOST = 1024;

    private Execution[] byKey = new Execution[1024];
    /** What else a key stands for, the newest first; few keys ever do. */
    private final Map<Integer, List<Execution>> behind = new HashMap<>();
    private Execution[] byMatch = new Execution[64];
    private final Deque<Correction> waiting = new ArrayDeque<>();

    /** {@return what a key stands for, the newest at index 0; null behind the last} */
    Execution at(int key, int index) {
        if (index == 0) {
            return key >= 0 && key < byKey.length ? byKey[key] : null;
        }
        List<Execution> others = behind.isEmpty() ? null : behind.get(key);
        return others == null || index > others.size() ? null : others.get(index - 1);
    }

    /** {@return what a drop copy means by a key: that order's execution, else the newest of which this copy told; null for neither} */
    Execution find(int key, Order order, long copy) {
        Execution told = null;
        int index = 0;
        for (Execution one = at(key, index); one != null; one = at(key, ++index)) {
            if (one.order == order) {
                return one;
            }
            told = told == null && (one.copies & copy) != 0 ? one : told;
        }
        return told;
    }

    void put(int key, Execution execution) {
        if (key >= byKey.length) {
            byKey = Arrays.copyOf(byKey, Math.max(key + 1, byKey.length * 2));
        }
        if (byKey[key] != null) {
            behind.computeIfAbsent(key, first -> new ArrayList<>(1)).add(0, byKey[key]);
        }
        byKey[key] = execution;
    }

    /** Its key no longer stands for it. */
    void forget(Execution execution) {
        List<Execution> others = behind.get(execution.name);
        if (byKey[execution.name] == execution) {
            byKey[execution.name] = others == null || others.isEmpty() ? null : others.remove(0);
        } else if (others != null) {
            others.remove(execution);
        }
    }

    private boolean isUnder(int key, Execution execution) {
        int index = 0;
        Execution one = at(key, index);
        while (one != null && one != execution) {
            one = at(key, ++index);
        }
        return one != null;
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
        Execution execution = find(correction.reference, correction.order, correction.copy);
        if (execution == null) {
            return await(correction);
        }
        boolean known = correction.name != Absent.NAME && correction.name != execution.name && isUnder(correction.name, execution);
        boolean changed = correction.applyTo(execution, known);
        settle(correction, execution);
        return changed;
    }

    /** Applies what waited for an execution, and what waited for those corrections in turn. */
    void release(Execution execution) {
        for (boolean again = !waiting.isEmpty(); again;) {
            again = false;
            for (Iterator<Correction> all = waiting.iterator(); all.hasNext();) {
                Correction correction = all.next();
                if (correction.isOf(execution) && isUnder(correction.reference, execution)) {
                    all.remove();
                    noLongerWaits(correction);
                    correction.applyTo(execution, false);
                    again |= keep(correction, execution);
                }
            }
        }
    }

    /** Two orders turned out to be one: what waits for an execution of the other waits for one of this. */
    void merge(Order order, Order other) {
        for (Correction correction : waiting) {
            if (correction.order == other) {
                correction.order = order;
                order.waiting++;
                order.flag(Flag.CORRECTION_WAITING, true);
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
            release(execution);
        }
    }

    private boolean keep(Correction correction, Execution execution) {
        if (correction.busts || correction.name == Absent.NAME || isUnder(correction.name, execution)) {
            return false;
        }
        put(correction.name, execution);
        return true;
    }
}
