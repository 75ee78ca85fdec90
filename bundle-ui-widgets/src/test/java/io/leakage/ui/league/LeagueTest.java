package io.leakage.ui.league;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.PlayedDay;
import io.leakage.ui.text.LeagueJson;
import io.leakage.ui.text.LeagueText;
import org.junit.jupiter.api.Test;

/** A buy at an arrival mid of 100: filled on A at 100.01, 100.02 and 100.03, on B at 100.05 and 100.07, so 1, 2, 3 and 5, 7 bps. */
class LeagueTest {
    private final League league = League.of(day(), Measure.ARRIVAL_SLIPPAGE, By.VENUE);

    @Test
    void theWorstVenueIsFirstWithItsCountsMeanMedianAndDeciles() {
        Standing worst = league.standings().get(0);
        Standing best = league.standings().get(1);

        assertEquals("B", worst.group());
        assertEquals(2, worst.fills());
        assertEquals(200, worst.quantity());
        assertEquals(6, worst.mean(), 1e-9);
        assertEquals(6, worst.median(), 1e-9);
        // between 5 and 7, a tenth of the way and nine tenths
        assertEquals(5.2, worst.deciles()[0], 1e-9);
        assertEquals(6.8, worst.deciles()[8], 1e-9);
        assertEquals("A", best.group());
        assertEquals(2, best.mean(), 1e-9);
    }

    @Test
    void theWorstTenthIsOfAllFills() {
        // of 1, 2, 3, 5, 7 the ninth decile is 5 + 0.6 · 2 = 6.2: one fill is worse, and it is one of B's two
        assertEquals(0.5, league.standings().get(0).worst(), 1e-12);
        assertEquals(0, league.standings().get(1).worst(), 1e-12);
    }

    @Test
    void theMeansArePulledTogetherAsTheFormulaSays() {
        // squares within: 2 of A, 2 of B, 3 degrees of freedom: 4/3; variances of the means 4/9 and 2/3
        Shrinkage expected = new Shrinkage(new double[] {2, 6}, new double[] {4 / 9.0, 2 / 3.0});

        assertEquals(Math.sqrt(4 / 3.0), league.within(), 1e-9);
        assertEquals(expected.centre(), league.centre(), 1e-9);
        assertEquals(expected.mean(1), league.standings().get(0).shrunken(), 1e-9);
        assertEquals(expected.mean(1) + expected.reach(1), league.standings().get(0).hi(), 1e-9);
        assertEquals(0, league.standings().get(0).pull(), "two groups are too few to pull");
    }

    @Test
    void aGainIsWorstWhereItIsLeast() {
        League capture = League.of(day(), Measure.SPREAD_CAPTURE, By.VENUE);

        // bought at the offer's other side: the dearer, the less of the spread was kept
        assertEquals("B", capture.standings().get(0).group());
    }

    @Test
    void fillsThatWaitAreCountedAndNotAveraged() {
        // the market has come 5 s after the last fill: a minute later nothing is known
        League minute = League.of(day(), Measure.MARKOUT_1M, By.VENUE);

        assertEquals(0, minute.fills());
        assertEquals(0, minute.standings().get(0).fills());
        assertEquals(5, minute.standings().stream().mapToInt(Standing::waiting).sum());
        assertTrue(Double.isNaN(minute.standings().get(0).mean()));
        assertTrue(LeagueText.of(minute).contains("cannot say"), LeagueText.of(minute));
    }

    @Test
    void everyGroupingAndEveryMeasureOfAFillGivesATable() {
        for (By by : By.values()) {
            for (Measure measure : Measure.values()) {
                if (Formula.of(measure).isOfFill()) {
                    League any = League.of(day(), measure, by);
                    assertEquals(5, any.standings().stream().mapToInt(s -> s.fills() + s.censored() + s.waiting() + s.leftOut()).sum());
                }
            }
        }
    }

    @Test
    void aMeasureOfAnOrderHasNoLeague() {
        assertThrows(IllegalArgumentException.class, () -> League.of(day(), Measure.IS_OPPORTUNITY, By.VENUE));
    }

    @Test
    void theTableAsTextAndAsJson() {
        String text = LeagueText.of(league);
        String json = LeagueJson.of(league);

        assertTrue(text.startsWith("Slip bps in bps by venue: what the fills cost against the mid at arrival, "), text);
        assertTrue(text.contains("\nB          2     200 "), text);
        assertTrue(json.startsWith("{\"measure\":\"arrival_slippage\",\"unit\":\"bps\",\"by\":\"venue\",\"fills\":5,\"centre\":"), json);
        assertTrue(json.contains("\"standings\":[{\"group\":\"B\",\"fills\":2,\"quantity\":200,\"censored\":0,"), json);
    }

    private static Scorecard day() {
        PlayedDay day = new PlayedDay().quote(0, "99.99", "100.01").parent(500, "P", Side.BUY, 500)
                .child(600, "C", "P", Side.BUY, 500, "101");
        String[] prices = {"100.01", "100.02", "100.03", "100.05", "100.07"};
        for (int i = 0; i < prices.length; i++) {
            day.fill(1_000L + 100 * i, "C", "E" + i, 100, prices[i], i == prices.length - 1, i < 3 ? "A" : "B");
        }
        return day.passed(6_400).scorecard();
    }
}
