package io.leakage.api.score;

import io.leakage.api.event.Absent;
import java.util.List;

/**
 * What a measure is of one fill alone: its formula with that fill's numbers, the interval that its mids and the arrival mid leave, and how
 * far it may be trusted. Any thread that owns the rows.
 *
 * @param value  in the measure's unit, NaN when suppressed
 * @param lo     the lower end of its interval, NaN when nobody knows
 * @param hi     the upper end of its interval, NaN when nobody knows
 * @param status how far it may be trusted
 * @param flags  {@link Flag} bits
 */
public record FillScore(double value, double lo, double hi, Status status, long flags) {
    private static final double BPS = 1e4;
    private static final int[] ASKED = new int[Measure.count()];

    static {
        for (int i = 0; i < ASKED.length; i++) {
            ASKED[i] = asked(Measure.at(i));
        }
    }

    /**
     * Scores a fill.
     *
     * @throws IllegalArgumentException for a measure that has no meaning for one fill, see {@link Formula#isOfFill}
     */
    public static FillScore of(Measure measure, FillRow fill, ParentRow parent) {
        Formula formula = Formula.of(measure);
        if (!formula.isOfFill()) {
            throw new IllegalArgumentException(measure.id() + " is of an order, it has no meaning for one fill: " + measure.formula());
        }
        long flags = flags(measure, formula, fill, parent);
        double value = fill.quantity() == 0 ? Double.NaN : formula.value(fill, parent);
        if (!Double.isFinite(value)) {
            return new FillScore(Double.NaN, Double.NaN, Double.NaN, Status.SUPPRESSED, flags);
        }
        Status status = Flag.degrade(flags) ? Status.DEGRADED : Status.VALID;
        if (Flag.unbound(flags)) {
            return new FillScore(value, Double.NaN, Double.NaN, status, flags);
        }
        return within(formula, fill, parent, value, status, flags);
    }

    /** A formula is monotone in each of its inputs, so its extremes stand where every input is at one of its ends. */
    private static FillScore within(Formula formula, FillRow fill, ParentRow parent, double value, Status status, long flags) {
        List<Input> inputs = List.copyOf(formula.inputs());
        FillRow low = ends(fill, true);
        FillRow high = ends(fill, false);
        double lo = value;
        double hi = value;
        for (int corner = 0; corner < 1 << inputs.size(); corner++) {
            int ends = corner;
            double there = formula.value(input -> {
                boolean first = (ends >> inputs.indexOf(input) & 1) == 0;
                return input == Input.ARRIVAL_MID ? arrivalMid(parent, first) : (first ? low : high).input(input, parent);
            });
            lo = Math.min(lo, there);
            hi = Math.max(hi, there);
        }
        if (lo == hi && Flag.ORDER_UNDECIDABLE.in(flags)) {
            // of quotes a row keeps no interval: that the time is coarse is known, what it does to the number is not
            return new FillScore(value, Double.NaN, Double.NaN, Status.DEGRADED, flags);
        }
        return new FillScore(value, lo, hi, status, flags);
    }

    /** A copy whose mids all stand at one end of their intervals. */
    private static FillRow ends(FillRow fill, boolean low) {
        FillRow copy = new FillRow();
        copy.copyFrom(fill);
        for (int i = 0; i < Horizon.count(); i++) {
            Horizon horizon = Horizon.at(i);
            long end = low ? fill.midLoTwice(horizon) : fill.midHiTwice(horizon);
            copy.mid(horizon, end, end, end, 0);
        }
        return copy;
    }

    /** The row tells the arrival mid's interval through the slippage against it. */
    private static double arrivalMid(ParentRow parent, boolean first) {
        double end = first ? parent.lo(Measure.ARRIVAL_SLIPPAGE) : parent.hi(Measure.ARRIVAL_SLIPPAGE);
        boolean point = end == parent.value(Measure.ARRIVAL_SLIPPAGE) || !Double.isFinite(end);
        return point ? parent.arrivalMid() : parent.averagePrice() / (1 + parent.side().sign() * end / BPS);
    }

    private static long flags(Measure measure, Formula formula, FillRow fill, ParentRow parent) {
        long flags = fill.flags();
        for (int i = 0; i < Horizon.count(); i++) {
            flags |= (ASKED[measure.ordinal()] >> i & 1) == 0 ? 0 : fill.midFlags(Horizon.at(i));
        }
        boolean arrival = formula.inputs().stream().anyMatch(input -> input.when() == Input.When.ARRIVAL);
        return arrival ? flags | parent.flags(Measure.ARRIVAL_SLIPPAGE) : flags;
    }

    /** The horizons whose mids a measure is taken from, as bits: a row with that mid alone tells. */
    private static int asked(Measure measure) {
        int asked = 0;
        for (int i = 0; i < Horizon.count(); i++) {
            FillRow only = withoutMids();
            only.mid(Horizon.at(i), 2, 2, 2, 0);
            boolean one = Horizon.at(i) == measure.horizon() || told(measure, only) != told(measure, withoutMids());
            asked |= one ? 1 << i : 0;
        }
        return asked;
    }

    private static long told(Measure measure, FillRow fill) {
        ParentRow parent = new ParentRow();
        return Formula.of(measure).inputs().stream().filter(input -> Double.isFinite(fill.input(input, parent))).count();
    }

    private static FillRow withoutMids() {
        FillRow none = new FillRow();
        for (int i = 0; i < Horizon.count(); i++) {
            none.mid(Horizon.at(i), Absent.LONG, Absent.LONG, Absent.LONG, 0);
        }
        return none;
    }
}
