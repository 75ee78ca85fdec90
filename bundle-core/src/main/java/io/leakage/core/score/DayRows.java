package io.leakage.core.score;

import io.leakage.api.score.Amendment;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Row;
import io.leakage.api.score.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders of one past day as a run over the journal left them. One thread writes; once that is over any thread reads. Rows take 8 bytes
 * a word, one copy each; what is told beside them is counted by fixed sizes, rather too much than too little.
 */
public final class DayRows {
    private static final int VERSION = versionPlace();
    private static final int CARD_BYTES = 96;
    private static final int LOOK_BYTES = 128;
    private static final int PLACEBO_BYTES = 40;
    private static final int AMENDMENT_BYTES = 80;
    private static final int VERDICT_BYTES = 160;
    /** Of a clause that decided, or a veto. */
    private static final int REASON_BYTES = 128;

    private final Map<Integer, Order> orders = new HashMap<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private long bytes;

    private static final class Order {
        private long[] parent = {};
        private final List<long[]> children = new ArrayList<>();
        private final List<long[]> fills = new ArrayList<>();
        private EvidenceCard card;
    }

    /** Which word of a parent's row is its version. */
    private static int versionPlace() {
        ParentRow row = new ParentRow();
        row.version(-2);
        int place = 0;
        while (row.word(place) != -2) {
            place++;
        }
        return place;
    }

    /** Forgets everything. */
    public void clear() {
        orders.clear();
        amendments.clear();
        verdicts.clear();
        bytes = 0;
    }

    /** Keeps a parent's newest row. */
    public void put(ParentRow row) {
        Order order = order(row.number());
        order.parent = copy(row, order.parent);
    }

    /** Keeps a child's newest row. */
    public void put(ChildRow row) {
        put(order(row.parent()).children, row.number(), row);
    }

    /** Keeps a fill's newest row. */
    public void put(FillRow row) {
        put(order(row.parent()).fills, row.number(), row);
    }

    /** Keeps what was shown and is another now. */
    public void put(Amendment amendment) {
        amendments.add(amendment);
        bytes += AMENDMENT_BYTES;
    }

    /** Keeps what a rule said. */
    public void put(Verdict verdict) {
        verdicts.add(verdict);
        bytes += VERDICT_BYTES + (long) REASON_BYTES * (verdict.why().size() + verdict.vetoes().size());
    }

    /** Keeps a parent's evidence; null for none. */
    public void put(int parent, EvidenceCard card) {
        Order order = order(parent);
        bytes += bytes(card) - bytes(order.card);
        order.card = card;
    }

    private static long bytes(EvidenceCard card) {
        long all = card == null ? 0 : CARD_BYTES;
        for (EvidenceCard.Look look : card == null ? List.<EvidenceCard.Look>of() : card.looks()) {
            all += LOOK_BYTES + (long) PLACEBO_BYTES * look.placebos().size();
        }
        return all;
    }

    private Order order(int parent) {
        return orders.computeIfAbsent(parent, number -> new Order());
    }

    private void put(List<long[]> rows, int place, Row row) {
        while (rows.size() <= place) {
            rows.add(new long[0]);
        }
        rows.set(place, copy(row, rows.get(place)));
    }

    private long[] copy(Row row, long[] before) {
        long[] into = before;
        if (into.length == 0) {
            into = new long[row.length()];
            bytes += (long) into.length * Long.BYTES;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = row.word(i);
        }
        return into;
    }

    /** {@return the version of a parent's row, −1 when there is none} */
    long version(int parent) {
        Order order = orders.get(parent);
        return order == null || order.parent.length == 0 ? -1 : order.parent[VERSION];
    }

    /** Fills {@code into} with a parent's row; {@return false when there is none} */
    public boolean get(int parent, ParentRow into) {
        Order order = orders.get(parent);
        return order != null && get(order.parent, into);
    }

    /** Fills {@code into} with a child's row; {@return false when there is none} */
    public boolean get(int parent, int child, ChildRow into) {
        Order order = orders.get(parent);
        return order != null && child >= 0 && child < order.children.size() && get(order.children.get(child), into);
    }

    /** Fills {@code into} with a fill's row; {@return false when there is none} */
    public boolean get(int parent, int fill, FillRow into) {
        Order order = orders.get(parent);
        return order != null && fill >= 0 && fill < order.fills.size() && get(order.fills.get(fill), into);
    }

    private static boolean get(long[] row, Row into) {
        for (int i = 0; i < row.length; i++) {
            into.word(i, row[i]);
        }
        return row.length > 0;
    }

    EvidenceCard card(int parent) {
        Order order = orders.get(parent);
        return order == null ? null : order.card;
    }

    List<Amendment> amendments() {
        return amendments;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** {@return how much memory it takes, bytes: rows, evidence, amendments and verdicts} */
    public long bytes() {
        return bytes;
    }
}
