package io.leakage.itests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.ui.RecordedScorecard;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A page that stays open: 300 rows that all change as often as the page shows them. Eight hours of ten changes a second are 288,000 steps;
 * {@code -Dleakage.steps=288000} plays all of them, by the page's own pace:
 * <pre>  mvn -q test -pl itests/browser -am -Dtest=LongDayTest -Dsurefire.failIfNoSpecifiedTests=false -Dleakage.steps=288000</pre>
 */
class LongDayTest extends OpenedBoard {
    private static final int PARENTS = 300;
    private static final int FIRST = 200;
    private static final int STEPS = Integer.getInteger("leakage.steps", 600);
    private static final double MOST_GROWTH = 1 << 20;

    private static final String SHOWS = """
            text => document.querySelector(".ag-row[row-id='P-0'] [col-id='drift']").textContent.includes(text)""";

    private int step;

    @Test
    void aPageThatStaysOpenKeepsNothingOfWhatItShowedBefore() {
        for (int i = 0; i < PARENTS; i++) {
            order("P-" + i, "SYM" + i, i % 2 == 0 ? Side.BUY : Side.SELL, 50_000, 10_000, Grade.values()[i % 4], 1, 100, row -> { });
        }
        open(ColorScheme.LIGHT, 1600, 1000);
        see(cell("P-0", "symbol"), "SYM0");
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("Performance.enable");
        play(FIRST);   // whatever is made once is there then
        double heap = kept(devtools);
        double nodes = DevTools.metric(devtools, "Nodes");
        double listeners = DevTools.metric(devtools, "JSEventListeners");

        play(STEPS);

        double grown = kept(devtools) - heap;
        System.out.printf(Locale.ROOT, "%d steps of %d rows: heap %.2f MB and %.3f MB more, %.0f nodes and %.0f more%n", STEPS, PARENTS,
                heap / (1 << 20), grown / (1 << 20), nodes, DevTools.metric(devtools, "Nodes") - nodes);
        assertTrue(grown < MOST_GROWTH, () -> "the page kept " + grown + " bytes of " + STEPS + " steps");
        assertEquals(nodes, DevTools.metric(devtools, "Nodes"), nodes / 100);
        assertEquals(listeners, DevTools.metric(devtools, "JSEventListeners"), listeners / 100);
        noComplaints();
    }

    /** So many steps, each seen before the next. */
    private void play(int steps) {
        for (int i = 0; i < steps; i++) {
            double by = 100 + ++step % 800;
            for (int parent = 0; parent < PARENTS; parent++) {
                dirty.onScore(scorecard.change(parent, row -> {
                    for (int m = 0; m < Measure.count(); m++) {
                        RecordedScorecard.point(row, Measure.at(m), by);
                    }
                }));
            }
            page.waitForFunction(SHOWS, String.valueOf((int) by));
        }
    }

    private static double kept(CDPSession devtools) {
        devtools.send("HeapProfiler.collectGarbage");
        devtools.send("HeapProfiler.collectGarbage");
        return DevTools.metric(devtools, "JSHeapUsedSize");
    }
}
