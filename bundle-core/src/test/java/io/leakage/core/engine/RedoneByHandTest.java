package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every number can be redone from its row: the catalogue's formula, fed with the row's inputs, gives what the row says. */
class RedoneByHandTest {
    @Test
    void theFormulaOfEveryMeasureGivesItsValueFromTheInputsOfTheRow() {
        Set<Measure> seen = EnumSet.noneOf(Measure.class);
        for (long seed = 0; seed < 60; seed++) {
            Scorecard scores = day(seed);
            ParentRow row = new ParentRow();
            for (int parent = 0; parent < scores.parents(); parent++) {
                if (scores.read(parent, row)) {
                    redo(row, seen, "day " + seed + ", parent " + parent);
                }
            }
        }
        redo(new LeakyDay(1, Side.SELL, 1, 0).play(0), seen, "a day of footprints");
        Set<Measure> never = EnumSet.complementOf(EnumSet.copyOf(seen));
        never.removeIf(measure -> measure.horizon() != null && Math.abs(measure.horizon().nanos()) > 500_000_000L);   // a day lasts a second
        assertEquals(EnumSet.of(Measure.IS_FEES), never, "measures that no day had a number for: nobody told fees");
    }

    private static void redo(ParentRow row, Set<Measure> seen, String where) {
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (row.status(measure) != Status.SUPPRESSED) {
                seen.add(measure);
                double value = row.value(measure);
                assertEquals(value, Formula.of(measure).value(row), 1e-7 * Math.max(1, Math.abs(value)), where + ", " + measure);
                assertTrue(!(row.lo(measure) > value + 1e-9) && !(row.hi(measure) < value - 1e-9), where + ", " + measure + " outside of itself");
            }
        }
    }

    @Test
    void whatAMeasureIsOfEachFillAddsUpToWhatItIsOfTheOrder() {
        int compared = 0;
        for (long seed = 0; seed < 40; seed++) {
            Scorecard scores = day(seed);
            ParentRow row = new ParentRow();
            for (int parent = 0; parent < scores.parents(); parent++) {
                if (scores.read(parent, row) && row.status(Measure.IS_SPREAD) != Status.SUPPRESSED) {
                    double scale = Math.max(1, Math.abs(row.value(Measure.IS_SPREAD)));
                    assertEquals(row.value(Measure.IS_SPREAD), sum(scores, row, Measure.IS_SPREAD), 1e-7 * scale, "day " + seed);
                    compared++;
                }
            }
        }
        assertTrue(compared > 20, compared + " orders compared");
    }

    private static double sum(Scorecard scores, ParentRow row, Measure measure) {
        double sum = 0;
        FillRow fill = new FillRow();
        for (int i = 0; i < row.fills(); i++) {
            assertTrue(scores.readFill(row.number(), i, fill));
            sum += fill.quantity() == 0 ? 0 : Formula.of(measure).value(fill, row);
        }
        return sum;
    }

    private static Scorecard day(long seed) {
        RandomDay day = new RandomDay(seed);
        ReplayEngine engine = new ReplayEngine();
        RandomDay.referTo(engine.inlets().reference());
        RandomDay.Sides sides = RandomDay.open(engine.inlets());
        day.market.forEach(step -> step.accept(sides.market()));
        day.orders.forEach(step -> step.accept(sides.orders()));
        return engine.scorecard();
    }
}
