package io.leakage.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.ui.PlayedDay;
import io.leakage.ui.console.ScorecardCommandsComponent;
import org.junit.jupiter.api.Test;

/** A buy of 700 that arrives at a mid of 100.01, filled 100 at a time while the mid rises by a cent a second. */
class ExplanationTest {
    private final ParentRow row = new ParentRow();
    private final FillRow fill = new FillRow();

    @Test
    void anInputOfTheFillsNamesItsFirstFiveExecutionsAndCountsTheRest() {
        String text = Explanation.of(day(7), row, Measure.ARRIVAL_SLIPPAGE);

        assertTrue(text.contains("average price 100.0514285714: average price of the fills, executions E1, E2, E3, E4, E5 and 2 more\n"),
                text);
        assertTrue(text.contains("arrival mid 100.01: mid of the book at arrival, order P, 2026-01-02T14:30:00.500000000Z, quote of market message 1\n"), text);
    }

    @Test
    void anInputNamesOnlyTheExecutionsItHolds() {
        // the market ends half a second after the last fill: a second later is known of the first six
        String text = Explanation.of(day(7), row, Measure.MARKOUT_1S);

        assertTrue(text.contains("average mid 1 s after those fills, executions E1, E2, E3, E4, E5 and 1 more\n"), text);
        assertTrue(text.contains("the fills whose mid 1 s after is known, the same executions\n"), text);
    }

    @Test
    void theFirstAndTheLastFillAreNamed() {
        String text = Explanation.of(day(2), row, Measure.IN_FLIGHT_DRIFT);

        assertTrue(text.contains("mid last 100.03: mid at the last fill, execution E2, 2026-01-02T14:30:02.500000000Z, quote of market message 3\n"), text);
        assertTrue(text.contains("mid first 100.02: mid just before the first fill, the mid now before there is one, execution E1, "
                + "2026-01-02T14:30:01.500000000Z, quote of market message 2\n"), text);
    }

    @Test
    void aFillIsExplainedWithItsOwnNumbers() {
        Scorecard scorecard = day(3);
        assertTrue(Words.find(scorecard, row, "E2", fill));

        String text = Explanation.of(scorecard, row, fill, Measure.MARKOUT_1S);

        // bought at 100.05, a second later the mid is 100.04: one cent of 100.05 is 0.9995 bps in our favour
        assertTrue(text.startsWith("Markout 1 s, of execution E2 (order C, 100 @ 100.05, 2026-01-02T14:30:02.500000000Z) alone: "), text);
        assertTrue(text.contains("\n= 1e4 · 1 · (100.04 − 100.05) / 100.05\n= -0.9995 bps\n"), text);
        assertTrue(text.endsWith("status VALID"), text);
    }

    @Test
    void everyMeasureOfAFillIsItsFormulaWithTheNumbersShown() {
        Scorecard scorecard = day(3);
        assertTrue(Words.find(scorecard, row, "E1", fill));
        int shown = 0;
        for (Measure measure : Measure.values()) {
            String text = Explanation.of(scorecard, row, fill, measure);
            if (Formula.of(measure).isOfFill() && FillScore.of(measure, fill, row).status() == Status.VALID) {
                assertTrue(text.contains("\n= " + Explanation.numbers(measure, input -> fill.input(input, row)) + "\n"), text);
                assertFalse(Explanation.numbers(measure, input -> fill.input(input, row)).contains("–"), text);
                shown++;
            }
        }
        assertTrue(shown > 8, shown + " measures have a meaning for a fill");
    }

    @Test
    void aMeasureOfAnOrderSaysThatAFillHasNone() {
        Scorecard scorecard = day(1);
        assertTrue(Words.find(scorecard, row, "E1", fill));

        assertTrue(Explanation.of(scorecard, row, fill, Measure.IS_OPPORTUNITY).startsWith("IS opportunity $ is of an order"));
    }

    @Test
    void aMidKnownAsAnIntervalGivesTheFillAnInterval() {
        day(1);
        fill.price(100_00000000L);
        fill.quantity(10);
        fill.mid(Horizon.AFTER_1S, 2 * 100_01000000L, 2 * 100_00000000L, 2 * 100_02000000L, Flag.ORDER_UNDECIDABLE.bit());

        FillScore score = FillScore.of(Measure.MARKOUT_1S, fill, row);

        // one, none or two cents over 100: 1, 0 or 2 bps
        assertEquals(1, score.value(), 1e-9);
        assertEquals(0, score.lo(), 1e-9);
        assertEquals(2, score.hi(), 1e-9);
        assertEquals(Status.VALID, score.status());
    }

    @Test
    void aBustedFillHasNoNumber() {
        Scorecard scorecard = day(1);
        assertTrue(Words.find(scorecard, row, "E1", fill));
        fill.quantity(0);
        fill.flags(Flag.CORRECTED.bit());

        FillScore score = FillScore.of(Measure.MARKOUT_1S, fill, row);

        assertEquals(Status.SUPPRESSED, score.status());
        assertTrue(Flag.CORRECTED.in(score.flags()));
    }

    @Test
    void aNumberThatReportsDisagreeWithTellsTheirFiguresAndOurSum() {
        PlayedDay day = new PlayedDay().quote(0, "100.00", "100.02").parent(500, "P", Side.BUY, 300)
                .child(600, "C", "P", Side.BUY, 300, "101")
                .fill(1_000, "C", "E1", 100, "100.04", false).passed(2_000);
        assertTrue(day.scorecard().read(0, row));
        assertFalse(Explanation.of(day.scorecard(), row, Measure.ARRIVAL_SLIPPAGE).contains("reports say"));

        day.status(1_500, "C", 150, 150, "100.055");
        assertTrue(day.scorecard().read(0, row));
        assertTrue(Words.find(day.scorecard(), row, "E1", fill));
        String both = "\nof order C reports say CumQty 150, LeavesQty 150, AvgPx 100.055; "
                + "its executions sum up to 100, 200 left, average 100.04";
        for (String text : new String[] {Explanation.of(day.scorecard(), row, Measure.ARRIVAL_SLIPPAGE),
            new ScorecardCommandsComponent(day.scorecard()).explain("P", "arrival_slippage", "E1")}) {
            assertTrue(text.contains("status DEGRADED: ") && text.endsWith(both), text);
        }
    }

    @Test
    void theConsoleSaysWhatItDoesNotFind() {
        ScorecardCommandsComponent console = new ScorecardCommandsComponent(day(1));

        assertEquals("no order has the id X", console.explain("X", "drift"));
        assertEquals("no measure has the id drft; leakage:measures lists them", console.explain("P", "drft"));
        assertEquals("order P has no execution E9; leakage:scorecard P lists them", console.explain("P", "drift", "E9"));
        assertEquals("no order has the id X", console.scorecard("X"));
    }

    @Test
    void theReportHoldsEveryMeasureEveryChildAndEveryFill() {
        ScorecardCommandsComponent console = new ScorecardCommandsComponent(day(7));

        String report = console.scorecard("C");

        assertTrue(report.startsWith("Scorecard of P (the order has ended, some measures wait for market data)\nBUY 700 INST, executed "),
                report);
        for (Measure measure : Measure.values()) {
            assertTrue(report.contains("\n  " + measure.header() + " "), "no " + measure.header() + " in " + report);
        }
        assertTrue(report.contains("\nChildren (1)\n") && report.contains("\nFills (7)"), report);
        for (int i = 1; i <= 7; i++) {
            assertTrue(report.contains("\n  E" + i + " "), report);
        }
    }

    @Test
    void theCatalogueTellsIdUnitSignFormulaAndSince() {
        String text = CatalogueText.all();

        for (Measure measure : Measure.values()) {
            assertTrue(text.contains("\n" + measure.id() + "  " + measure.unit().symbol() + ", " + measure.sign().words() + "; since "
                    + measure.since() + "\n    " + measure.meaning() + "\n    = " + Explanation.formula(measure)), measure.id());
        }
    }

    private Scorecard day(int fills) {
        PlayedDay day = new PlayedDay().quote(0, "100.00", "100.02").parent(500, "P", Side.BUY, 100L * fills)
                .child(600, "C", "P", Side.BUY, 100L * fills, "101");
        for (int i = 1; i <= fills; i++) {
            day.quote(1_000L * i, "100.0" + i, "100.0" + (i + 2));
            String price = i == 1 ? "100.04" : i == 2 ? "100.05" : "100.0" + (fills == 7 ? i == 3 ? "4" : i == 4 ? "5" : "6" : "6");
            day.fill(1_000L * i + 500, "C", "E" + i, 100, price, i == fills);
        }
        day.passed(1_000L * fills + 1_000);
        Scorecard scorecard = day.scorecard();
        assertTrue(scorecard.read(0, row));
        return scorecard;
    }
}
