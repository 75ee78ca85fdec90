package io.leakage.ui.archive;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Input.When;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import java.util.Set;

/**
 * What a card says of an order that is over, as one number: another when any of it is another, whenever it is read. What goes on moving with
 * the market, such as the drift up to now, is left out, and so is how often the row was written.
 */
final class Said {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final boolean[] MOVES = of(When.NOW);
    private static final boolean[] OF_FIRST_FILL = of(When.FIRST_FILL);

    private long sum;

    private Said() {
    }

    /** {@return the number} */
    static long by(ParentRow row) {
        Said said = new Said();
        said.order(row);
        for (int i = 0; i < Measure.count(); i++) {
            boolean moves = MOVES[i] || OF_FIRST_FILL[i] && row.firstFillNanos() == Absent.LONG;
            if (!moves) {
                said.measure(row, Measure.at(i));
            }
        }
        return said.sum;
    }

    private void order(ParentRow row) {
        add(row.quantity());
        add(row.executed());
        add(row.averagePrice());
        add(row.state());
        add(row.desk());
        add(row.children());
        add(row.fills());
        add(row.arrivalNanos());
        add(row.arrivalMid());
        add(row.firstFillNanos());
        add(row.lastFillNanos());
        add(row.endNanos());
        add(row.flags());
        add(row.grade().ordinal());
    }

    private void measure(ParentRow row, Measure measure) {
        add(row.value(measure));
        add(row.lo(measure));
        add(row.hi(measure));
        add(row.status(measure).ordinal());
        add(row.flags(measure));
    }

    private void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    private void add(long word) {
        sum = (sum ^ word) * MULTIPLIER;
        sum ^= sum >>> 32;
    }

    private static boolean[] of(When when) {
        boolean[] places = new boolean[Measure.count()];
        for (int i = 0; i < places.length; i++) {
            Set<Input> inputs = Formula.of(Measure.at(i)).inputs();
            places[i] = inputs.stream().anyMatch(input -> input.when() == when);
        }
        return places;
    }
}
