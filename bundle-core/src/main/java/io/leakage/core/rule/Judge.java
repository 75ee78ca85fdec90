package io.leakage.core.rule;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.score.ParentRow;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Judges rows by the rules of their parents' desks, and gives them their light. A desk without rules of its own is under those told for
 * all; where there are none either, nobody can say. One thread; it allocates only to grow and when a rule fires or ends.
 */
public final class Judge {
    /** Where a parent's market lags behind the one that tells the time, it is asked again this much later. */
    private static final long AGAIN_NANOS = 1_000_000L;

    /** By desk's number plus one; the first is for all. */
    private RuleSet[] byDesk = new RuleSet[1];
    private int sets;
    /** By desk's number; null where none were told. */
    private DeskTerms[] terms = {};
    private Watch[] watches = {};
    private long nextDue = Long.MAX_VALUE;

    /**
     * From now on these rules are in force; every parent begins anew under them.
     *
     * @param desk the desk's number; {@code Absent.NAME} for every desk without rules of its own
     * @param set  null for none
     */
    public void rules(int desk, RuleSet set) {
        int place = desk - Absent.NAME;
        if (place >= byDesk.length) {
            byDesk = Arrays.copyOf(byDesk, place + 1);
        }
        sets += (set == null ? 0 : 1) - (byDesk[place] == null ? 0 : 1);
        byDesk[place] = set;
    }

    /**
     * From now on this is on for a desk.
     *
     * @param desk the desk's number
     * @param now  null when the desk is no more
     * @return whether something else is on than before, so that its rows are to be shown anew
     */
    public boolean terms(int desk, DeskTerms now) {
        if (desk >= terms.length) {
            terms = Arrays.copyOf(terms, Math.max(desk + 1, terms.length * 2));
        }
        DeskTerms before = terms[desk];
        terms[desk] = now;
        return before == null || now == null || before.isJudged() != now.isJudged() || !before.features().equals(now.features());
    }

    /** {@return what is on for a desk; null when nobody told} */
    public DeskTerms terms(int desk) {
        return desk < 0 || desk >= terms.length ? null : terms[desk];
    }

    private boolean isJudged(int desk) {
        DeskTerms told = terms(desk);
        return told == null || told.isJudged();
    }

    /** {@return whether there are rules for anybody} */
    public boolean isAwake() {
        return sets > 0;
    }

    /**
     * Time went on: names the parents of whom a rule may have held long enough by now.
     *
     * @param nanos   venue time
     * @param parents hears their numbers; each needs a row now
     */
    public void wake(long nanos, IntConsumer parents) {
        if (nanos < nextDue) {
            return;
        }
        long next = Long.MAX_VALUE;
        for (int parent = 0; parent < watches.length; parent++) {
            long due = watches[parent] == null ? Long.MAX_VALUE : watches[parent].nextDue();
            if (due <= nanos) {
                parents.accept(parent);
                next = Math.min(next, nanos + AGAIN_NANOS);
            } else {
                next = Math.min(next, due);
            }
        }
        nextDue = next;
    }

    /** {@return the venue time from which on {@link #wake} names somebody, {@link Long#MAX_VALUE} for never} */
    public long nextDue() {
        return nextDue;
    }

    /** Judges a parent's row and gives it its light. */
    public void judge(ParentRow row, Hearer hearer) {
        RuleSet set = isJudged(row.desk()) ? of(row.desk()) : null;
        if (set == null) {
            return;
        }
        Watch watch = watch(row.number(), set);
        watch.judge(row, hearer);
        nextDue = Math.min(nextDue, watch.nextDue());
    }

    private RuleSet of(int desk) {
        int place = desk - Absent.NAME;
        RuleSet own = place < byDesk.length ? byDesk[place] : null;
        return own == null ? byDesk[0] : own;
    }

    private Watch watch(int parent, RuleSet set) {
        if (parent >= watches.length) {
            watches = Arrays.copyOf(watches, Math.max(parent + 1, watches.length * 2));
        }
        if (watches[parent] == null || watches[parent].set != set) {
            watches[parent] = new Watch(set);
        }
        return watches[parent];
    }
}
