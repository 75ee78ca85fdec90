package io.leakage.ui.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.ui.PlayedDay;
import io.leakage.ui.RecordedScorecard;
import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ScorecardPageTest {
    private static final Pattern SVG = Pattern.compile("<svg class=\"chart\".*?</svg>", Pattern.DOTALL);

    @Test
    void thePageShowsEveryMeasureChildAndFill() {
        String page = ScorecardPage.linked(day(), "").of(0);

        for (Measure measure : Measure.values()) {
            assertTrue(page.contains(">" + measure.header() + "</th>"), measure.header());
        }
        assertTrue(page.contains("<h2>Children (1)</h2>") && page.contains("<h2>Fills (2)</h2>"), page);
        assertTrue(page.contains("<td>E1</td>") && page.contains("<td>E2</td>"), page);
        // 100.045 on average against 100.01: 3.5 cents
        assertTrue(page.contains("3.4997 <small>bps</small>"), page);
        assertTrue(page.contains("exact, VALID"), page);
    }

    @Test
    void theChartsAreWholeDrawings() throws Exception {
        Matcher charts = SVG.matcher(ScorecardPage.linked(day(), "").of(0));
        int drawn = 0;
        while (charts.find()) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(charts.group())));
            assertFalse(charts.group().contains("NaN") || charts.group().contains("∞"), charts.group());
            drawn++;
        }

        assertEquals(5, drawn);
    }

    @Test
    void theSlippageChartsLineIsTheAverageSoFar() {
        String chart = SlippageChart.of(Card.of(day(), 0));

        // the first fill alone is 3 cents, 2.9997 bps; both are 3.4997: the staircase has those two heights and no other
        Matcher line = Pattern.compile("series average\" points=\"([^\"]*)\"").matcher(chart);
        assertTrue(line.find(), chart);
        Axis y = Axis.round(0, 40_000 / 10_001.0, 5, Svg.BOTTOM, Svg.TOP);
        String first = height(y.at(30_000 / 10_001.0));
        String both = height(y.at(35_000 / 10_001.0));
        String[] points = line.group(1).trim().split(" ");
        assertEquals(4, points.length, line.group(1));
        assertTrue(points[0].endsWith("," + first) && points[1].endsWith("," + first), line.group(1) + " at " + first);
        assertTrue(points[2].endsWith("," + both) && points[3].endsWith("," + both), line.group(1) + " at " + both);
    }

    @Test
    void theEvidenceChartBandsThePlacebosByTheIntervalOfTheExcess() {
        RecordedScorecard scorecard = new RecordedScorecard();
        int parent = scorecard.begin("P", null, "INST", Side.BUY, 100);
        scorecard.change(parent, row -> {
            row.score(Measure.LEAK_100MS, 1, .5, 1.5, Status.VALID, 0);
            row.input(Input.named("response_100ms"), 2);
            row.input(Input.named("placebo_100ms"), 1);
        });

        String chart = EvidenceChart.of(Card.of(scorecard, parent));

        // 2 less 1.5 to 2 less 0.5, around the placebos' mean of 1
        Axis y = Axis.round(0, 2, 5, Svg.BOTTOM, Svg.TOP);
        assertTrue(chart.contains("y=\"" + height(y.at(1.5)) + "\" width=\"16\" height=\"" + height(y.at(.5) - y.at(1.5)) + "\" class=\"band\""), chart);
        assertTrue(chart.contains("2.0000 bps") && chart.contains("1.0000 bps"), chart);
    }

    @Test
    void whatIsNotThereIsHatchedAndSaysWhy() {
        RecordedScorecard scorecard = new RecordedScorecard();
        scorecard.begin("P", null, "INST", Side.BUY, 100);

        String page = ScorecardPage.linked(scorecard, "").of(0);

        assertEquals(5, page.split("class=\"hatched\"", -1).length - 1, "each chart is hatched");
        assertTrue(page.contains("<span class=\"none\">cannot say</span> <small>bps</small></td><td class=\"why\">no execution yet"), page);
        assertTrue(page.contains("as it stands, the order still works"), page);
    }

    @Test
    void theWaterfallSaysWhichPartIsNotThereAndWhy() {
        String page = ScorecardPage.linked(day(), "").of(0);

        assertTrue(page.contains("positive is a cost; not among the bars: fees (nobody told a number it needs)</figcaption>"), page);
    }

    @Test
    void theWaterfallSaysWhenTheBarsDoNotAddUp() {
        RecordedScorecard scorecard = new RecordedScorecard();
        int parent = scorecard.begin("P", null, "INST", Side.BUY, 100);
        scorecard.change(parent, row -> {
            row.score(Measure.IS_SPREAD, 10, 10, 10, Status.VALID, 0);
            row.score(Measure.IS_DRIFT, 5, 5, 5, Status.VALID, 0);
            row.score(Measure.IMPLEMENTATION_SHORTFALL, 20, 20, 20, Status.VALID, 0);
        });

        String page = ScorecardPage.linked(scorecard, "").of(0);

        assertTrue(page.contains("; the others do not add up to the total</figcaption>"), page);
    }

    @Test
    void theMidChartOfAWorkingOrderGoesUpToNow() {
        Scorecard working = new PlayedDay().quote(0, "100.00", "100.02").parent(500, "P", Side.BUY, 200)
                .child(600, "C", "P", Side.BUY, 200, "101").fill(1_000, "C", "E1", 100, "100.04", false)
                .quote(30_000, "100.06", "100.08").passed(40_000).scorecard();

        String chart = MidChart.of(Card.of(working, 0));

        assertTrue(chart.contains("100.07, 2026-01-02T14:30:30.000000000Z"), chart);
    }

    @Test
    void aServedPageNeedsNothingThatThePolicyForbids() {
        String page = ScorecardPage.linked(day(), "../../").of(0);

        assertTrue(page.contains("<link rel=\"stylesheet\" href=\"../../card.css\">"), page);
        assertFalse(Pattern.compile("<style|<script|\\sstyle=|\\son\\w+=|https?:|url\\(|<img|<iframe").matcher(page).find(), page);
    }

    @Test
    void aFileHoldsItsStyleAndFetchesNothing() {
        String page = ScorecardPage.alone(day()).of(0);

        assertTrue(page.contains("@page { size: A4") && page.contains("@media screen and (prefers-color-scheme: dark)"), page);
        assertFalse(Pattern.compile("<link|<script|https?:|@import|url\\((?!#)|<img|<iframe").matcher(page).find(), page);
    }

    @Test
    void anIdCannotBreakOutOfThePage() {
        RecordedScorecard scorecard = new RecordedScorecard();
        scorecard.golden("\"><script>alert(1)</script>&'");

        String page = ScorecardPage.linked(scorecard, "").of(0);

        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;"), page);
    }

    @Test
    void anOrderThatDoesNotExistHasNoPage() {
        assertNull(ScorecardPage.alone(new RecordedScorecard()).of(7));
    }

    @Test
    void anAxisEndsAndIsMarkedOnRoundNumbers() {
        Axis axis = Axis.round(-3.2, 7.9, 5, 100, 0);

        assertEquals(-5, axis.lo());
        assertEquals(10, axis.hi());
        assertEquals("[-5.0, 0.0, 5.0, 10.0]", axis.marks().toString());
        assertEquals(50, axis.at(2.5));
        assertEquals("0.25", Axis.exact(0, 0.1, 5, 0, 1).text(0.25));
    }

    private static String height(double y) {
        String fixed = String.format(Locale.ROOT, "%.1f", y);
        return fixed.endsWith(".0") ? fixed.substring(0, fixed.length() - 2) : fixed;
    }

    /** A buy that arrives at 100.01 and is filled at 100.04 and 100.05, a second apart, as the mid rises. */
    private static Scorecard day() {
        return new PlayedDay().quote(0, "100.00", "100.02").parent(500, "P", Side.BUY, 200)
                .child(600, "C", "P", Side.BUY, 200, "101").quote(900, "100.02", "100.04").fill(1_000, "C", "E1", 100, "100.04", false)
                .quote(1_500, "100.03", "100.05").fill(2_000, "C", "E2", 100, "100.05", true).quote(2_500, "100.02", "100.04")
                .passed(70_000).scorecard();
    }
}
