package io.leakage.core.switching;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Input;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchOutcome.Part;
import io.leakage.api.score.SwitchState;

/** How an order goes on after a decision, as {@link SwitchOutcome} has it. */
final class Sequel {
    final long number;
    final double propensity;
    final double expected;
    /** It is the first of its rule on its order. */
    final boolean counts;
    private final long executed;
    private final long left;
    private final double paid;
    private final double mid;
    private Part part;
    private double gained = Double.NaN;
    private boolean ended;

    /** @param row the order as it is when it is decided */
    Sequel(Case one, ParentRow row, boolean counts) {
        this.number = one.number;
        this.propensity = 1 - one.rule.holdOut();
        this.part = one.state == SwitchState.WITHHELD ? Part.WITHHELD : Part.LEFT;
        this.counts = counts;
        this.executed = row.executed();
        this.left = row.quantity() - row.executed();
        this.paid = paid(row);
        this.mid = row.input(Input.MID_NOW);
        this.expected = expected(row);
    }

    private static double paid(ParentRow row) {
        return row.executed() == 0 ? 0 : row.executed() * row.averagePrice();
    }

    /** The drift went on by as much a share as before; half of it is paid on average. */
    private double expected(ParentRow row) {
        double drift = 1e4 * row.side().sign() * (mid - row.arrivalMid()) / row.arrivalMid();
        return executed == 0 ? Double.NaN : -drift * left / executed / 2;
    }

    /** It was carried out; {@return whether that is news} */
    boolean carriedOut() {
        boolean news = part == Part.LEFT;
        part = Part.SWITCHED;
        return news;
    }

    /** The order now stands so; {@return whether that is another outcome} */
    boolean sees(ParentRow row) {
        boolean endedNow = row.endNanos() != Absent.LONG;
        double gainedNow = endedNow ? gained(row) : Double.NaN;
        boolean news = endedNow != ended || Double.compare(gainedNow, gained) != 0;
        ended = endedNow;
        gained = gainedNow;
        return news;
    }

    private double gained(ParentRow row) {
        double after = row.executed() - executed;
        double rest = Math.max(0, row.input(Input.RESIDUAL));
        double at = rest == 0 ? 0 : rest * row.input(Input.MID_END);
        double whole = (after + rest) * mid;
        return after + rest == 0 ? 0 : -1e4 * row.side().sign() * (paid(row) - paid + at - whole) / whole;
    }

    Part part() {
        return part;
    }

    double gained() {
        return gained;
    }

    boolean ended() {
        return ended;
    }

    SwitchOutcome told() {
        return new SwitchOutcome(number, part, left, expected, gained, ended, counts);
    }
}
