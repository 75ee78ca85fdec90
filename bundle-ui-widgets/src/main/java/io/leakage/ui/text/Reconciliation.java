package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.OrderRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.StringJoiner;

/**
 * Where reports and our own sum disagree, both: CumQty (14), LeavesQty (151) and AvgPx (6) of an order's newest report beside what its
 * executions sum up to. One use, one thread.
 */
final class Reconciliation {
    private static final int NAMED = 5;

    private final StringJoiner lines = new StringJoiner("");
    private final Scorecard scorecard;
    private int orders;

    private Reconciliation(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /**
     * The orders in question of a parent, its own first.
     *
     * @param flags of the number that is explained
     * @return a line each, begun by a line end, of the first {@value #NAMED}; empty when the number is not flagged RECON_MISMATCH
     */
    static String of(Scorecard scorecard, ParentRow row, long flags) {
        return Flag.RECON_MISMATCH.in(flags) ? new Reconciliation(scorecard).lines(row) : "";
    }

    private String lines(ParentRow row) {
        ChildRow child = new ChildRow();
        if (row.toldExecuted() != Absent.LONG && (row.toldExecuted() != row.executed() || row.toldLeaves() != row.leaves())) {
            add(row.order(), row, row.executed(), row.averagePrice());
        }
        for (int i = 0; i < row.children() && scorecard.readChild(row.number(), i, child); i++) {
            if (Flag.RECON_MISMATCH.in(child.flags())) {
                add(child.order(), child, child.executed(), child.averagePrice());
            }
        }
        if (orders == 0) {
            add(row.order(), row, row.executed(), row.averagePrice());
        }
        return lines + (orders > NAMED ? "\nand of " + (orders - NAMED) + " more orders" : "");
    }

    private void add(int order, OrderRow row, long executed, double average) {
        if (++orders > NAMED) {
            return;
        }
        lines.add("\nof order " + Words.name(scorecard, NameKind.ORDER, order));
        lines.add(row.toldExecuted() == Absent.LONG ? " no report told CumQty" : " reports say CumQty " + row.toldExecuted()
                + ", LeavesQty " + whole(row.toldLeaves()) + ", AvgPx " + known(Words.price(row.toldAverage())));
        lines.add("; its executions sum up to " + executed + ", " + whole(row.leaves()) + " left, average "
                + Explanation.number(average));
    }

    private static String whole(long quantity) {
        return quantity == Absent.LONG ? "–" : String.valueOf(quantity);
    }

    private static String known(String text) {
        return text == null ? "–" : text;
    }
}
