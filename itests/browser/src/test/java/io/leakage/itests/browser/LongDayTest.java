package io.leakage.itests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.web.LeakageServlet;
import jakarta.servlet.Servlet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A page that stays open: 300 rows that all change at every step, by the page's own pace. Every second of eight hours, with 60 rows that
 * change in each, so that each row changes every five seconds, is
 * <pre>  mvn -q test -pl itests/browser -am -Dtest=LongDayTest -Dsurefire.failIfNoSpecifiedTests=false \
 *      -Dleakage.steps=28800 -Dleakage.rows=60</pre>
 */
class LongDayTest extends OpenedBoard {
    private static final int PARENTS = 300;
    private static final int FIRST = 200;
    private static final int STEPS = Integer.getInteger("leakage.steps", 600);
    private static final int ROWS = Integer.getInteger("leakage.rows", PARENTS);
    private static final double MOST_GROWTH = 1 << 20;
    private static final int PIECES = 8;

    private static final String SHOWS = """
            text => document.querySelector(".ag-row[row-id='P-0'] [col-id='drift']").textContent.includes(text)""";

    private LeakageServlet service;
    private int step;

    @Override
    Servlet servlet() {
        service = (LeakageServlet) super.servlet();
        return service;
    }

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

        long began = System.nanoTime();
        double grown = 0;
        for (int i = 1; i <= PIECES; i++) {
            play(STEPS / PIECES);
            grown = kept(devtools) - heap;
            System.out.printf(Locale.ROOT, "%d steps of %d rows: heap %.2f MB and %.3f MB more, %.0f nodes and %.0f more, %.1f ms a step%n",
                    i * (STEPS / PIECES), ROWS, heap / (1 << 20), grown / (1 << 20), nodes, DevTools.metric(devtools, "Nodes") - nodes,
                    (System.nanoTime() - began) / 1e6 / (i * (STEPS / PIECES)));
        }
        double most = grown;
        assertTrue(most < MOST_GROWTH, () -> "the page kept " + most + " bytes of " + STEPS + " steps");
        assertEquals(nodes, DevTools.metric(devtools, "Nodes"), nodes / 100);
        assertEquals(listeners, DevTools.metric(devtools, "JSEventListeners"), listeners / 100);
        noComplaints();
    }

    /** So many steps; when all rows have changed, the last of them is seen before it goes on. */
    private void play(int steps) {
        int turn = PARENTS / ROWS;
        for (int i = 0; i < steps; i++, step++) {
            int by = 100 + step / turn % 800;
            int last = PARENTS - 1 - step % turn * ROWS;
            for (int parent = last; parent > last - ROWS; parent--) {
                service.onScore(scorecard.change(parent, row -> move(row, by)));
            }
            if (last < ROWS) {
                page.waitForFunction(SHOWS, String.valueOf(by));
            }
        }
    }

    /** Every number of the row is another; that shares were executed is told at once. */
    private static void move(ParentRow row, int by) {
        row.executed(by);
        for (int m = 0; m < Measure.count(); m++) {
            RecordedScorecard.point(row, Measure.at(m), by);
        }
    }

    private static double kept(CDPSession devtools) {
        devtools.send("HeapProfiler.collectGarbage");
        devtools.send("HeapProfiler.collectGarbage");
        return DevTools.metric(devtools, "JSHeapUsedSize");
    }
}
