package io.leakage.ui.text;

import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a desk's numbers hangs on order times that are too coarse.
 *
 * @param desk        the desk's id, {@link Words#NO_DESK} for orders that none claims
 * @param parents     how many parents it has
 * @param questions   prices asked of the market for them, and answered
 * @param undecidable those of them whose time allowed more than one answer
 */
public record DeskDoubt(String desk, int parents, int questions, int undecidable) {
    /** {@return one for each desk that has a parent, by its id} */
    public static Collection<DeskDoubt> of(Scorecard scorecard) {
        Map<String, DeskDoubt> desks = new TreeMap<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row)) {
                desks.merge(Words.desk(scorecard, row.desk()),
                        new DeskDoubt(Words.desk(scorecard, row.desk()), 1, row.questions(), row.undecidable()), DeskDoubt::plus);
            }
        }
        return desks.values();
    }

    private DeskDoubt plus(DeskDoubt other) {
        return new DeskDoubt(desk, parents + other.parents, questions + other.questions, undecidable + other.undecidable);
    }
}
