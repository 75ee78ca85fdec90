package io.leakage.core.event;

import io.leakage.api.score.Amendment;
import io.leakage.api.score.Ask;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows an event changed, travelling forward in its slot, to be used again through {@link RowPool}: steady state allocates nothing. One
 * thread fills them, another may read them and give them back.
 */
public final class Rows {
    /** So many of each stay with it when it is given back: most events need no more. */
    private static final int KEPT = 2;

    private final RowPool pool;
    private ParentRow[] parents = {new ParentRow()};
    private ChildRow[] children = {};
    private FillRow[] fills = {};
    private int parentCount;
    private int childCount;
    private int fillCount;
    private final List<Amendment> amendments = new ArrayList<>(0);
    private final List<Verdict> verdicts = new ArrayList<>(0);
    /** Null when there is none: most events have none. */
    private SwitchingNews switching;
    /** Null unless somebody asked. */
    private EvidenceCard card;
    private List<Ask> asks = List.of();
    private boolean conflict;

    /** Rows of their own. */
    public Rows() {
        this(new RowPool());
    }

    /** Rows that take from this pool what they need beyond the first. */
    Rows(RowPool pool) {
        this.pool = pool;
    }

    /** Gives back what most events do not need; the giving thread. */
    void shed() {
        shed(parents, parentCount, pool.parents);
        shed(children, childCount, pool.children);
        shed(fills, fillCount, pool.fills);
    }

    private static <T> void shed(T[] all, int count, Spares<T> spares) {
        for (int i = KEPT; i < count; i++) {
            spares.give(all[i]);
            all[i] = null;
        }
    }

    /** Forgets all rows. */
    public void clear() {
        parentCount = 0;
        childCount = 0;
        fillCount = 0;
        if (!amendments.isEmpty()) {
            amendments.clear();
        }
        if (!verdicts.isEmpty()) {
            verdicts.clear();
        }
        switching = null;
        card = null;
        asks = List.of();
        conflict = false;
    }

    /** Tells that the execution at hand contradicts what was told before under its key. */
    public void inConflict() {
        conflict = true;
    }

    /** {@return whether it does: it was not booked} */
    public boolean isInConflict() {
        return conflict;
    }

    /** Tells that a number shown before is another now. */
    public void amended(Amendment amendment) {
        amendments.add(amendment);
    }

    /** {@return what was told, to read before the next event} */
    public List<Amendment> amendments() {
        return amendments;
    }

    /** Tells that a rule fired or ended. */
    public void judged(Verdict verdict) {
        verdicts.add(verdict);
    }

    /** {@return which rules fired and ended, to read before the next event} */
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /** {@return what is told of switches, to add to} */
    public SwitchingNews switching() {
        if (switching == null) {
            switching = new SwitchingNews();
        }
        return switching;
    }

    /** {@return whether anything is told of switches} */
    public boolean hasSwitching() {
        return switching != null;
    }

    /** Answers who asked. */
    public void card(EvidenceCard answer) {
        card = answer;
    }

    /** {@return the answer to who asked, null for none} */
    public EvidenceCard card() {
        return card;
    }

    /** Answers who asked for those that were asked for quotes. */
    public void asks(List<Ask> answer) {
        asks = answer;
    }

    /** {@return that answer, empty for none} */
    public List<Ask> asks() {
        return asks;
    }

    /** {@return a row to fill, appended} */
    public ParentRow addParent() {
        if (parentCount == parents.length) {
            parents = Arrays.copyOf(parents, parents.length * 2);
        }
        if (parents[parentCount] == null) {
            ParentRow spare = pool.parents.take();
            parents[parentCount] = spare == null ? new ParentRow() : spare;
        }
        return parents[parentCount++];
    }

    /** {@return a row to fill, appended} */
    public ChildRow addChild() {
        if (childCount == children.length) {
            children = Arrays.copyOf(children, Math.max(1, children.length * 2));
        }
        if (children[childCount] == null) {
            ChildRow spare = pool.children.take();
            children[childCount] = spare == null ? new ChildRow() : spare;
        }
        return children[childCount++];
    }

    /** {@return a row to fill, appended} */
    public FillRow addFill() {
        if (fillCount == fills.length) {
            fills = Arrays.copyOf(fills, Math.max(1, fills.length * 2));
        }
        if (fills[fillCount] == null) {
            FillRow spare = pool.fills.take();
            fills[fillCount] = spare == null ? new FillRow() : spare;
        }
        return fills[fillCount++];
    }

    /** {@return number of parent rows} */
    public int parents() {
        return parentCount;
    }

    /** {@return a parent row} */
    public ParentRow parent(int index) {
        return parents[index];
    }

    /** {@return number of child rows} */
    public int children() {
        return childCount;
    }

    /** {@return a child row} */
    public ChildRow child(int index) {
        return children[index];
    }

    /** {@return number of fill rows} */
    public int fills() {
        return fillCount;
    }

    /** {@return a fill row} */
    public FillRow fill(int index) {
        return fills[index];
    }
}
