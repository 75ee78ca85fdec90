package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One order on the board, in the order of its story. */
@Timeout(120)
class OrderStoryTest extends OpenedBoard {
    @Test
    void theKeyboardAloneFindsTheRedParentAndOpensItsEvidence() {
        day();
        open(ColorScheme.DARK, 1600, 1000);
        see(cell("P-4713", "evidence"), "1 in 65");
        for (int i = 0; i < 40 && !focusIn(".ag-header-cell"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("ArrowRight");
        assertEquals("grade", page.evaluate("document.activeElement.getAttribute('col-id')"));
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ag-header-cell[col-id='grade']")).hasAttribute("aria-sort", "descending");
        page.keyboard().press("ArrowDown");
        assertEquals("P-4713", page.evaluate("document.activeElement.closest('.ag-row').getAttribute('row-id')"));
        page.keyboard().press("?");
        see(".explain", "a rule of grade red fired");
        page.keyboard().press("Escape");
        assertThat(page.locator(".explain")).isHidden();

        page.keyboard().press("Enter");
        see("#detail h2", "P-4713");
        assertThat(page.locator("#detail .close")).isFocused();
        for (int i = 0; i < 40 && !focusIn("#evidence summary"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        see("#evidence[open] .one-in", "1 in 65 (E = 65.82), valid");
        see("#evidence", "Can be computed again from instrument");
        page.keyboard().press("Escape");
        assertThat(page.locator("#detail")).isHidden();
        assertEquals("P-4713", page.evaluate("document.activeElement.closest('.ag-row').getAttribute('row-id')"));
        noComplaints();
    }

    @Test
    void theStoryIsToldInFiguresWithUnitsIntervalsAndReasons() {
        day();
        open(ColorScheme.LIGHT, 1600, 1000);
        for (int i = 1; i <= 5; i++) {
            live(3, i);
        }
        cell("P-4713", "parent").click();

        see("#figure-trend .said", "leak by 1 s +1.5000 bps [0.9000 … 2.1000]");
        see("#figure-trend .said", "Rule leaks: leak_1s at least 1.");
        see("#figure-mid .said", "6 children sent");
        see("#figure-response .said", "By 1 s after 24 footprints +1.75 bps, after placebos +0.25 bps, difference [0.90 … 2.10]");
        see("#diagnostics", "Quotes faded beyond other times");
        see("#diagnostics", "Degraded: market data was lost");
        see("#attribution", "+3.4000 bps [1.9000 … 4.9000]");
        see("#attribution", "cannot say");
        see("#advice", "asks to switch to POV-10 (ADVISE)");
        assertThat(page.locator("#figure-trend canvas")).isVisible();
        assertThat(page.locator("#figure-response canvas")).isVisible();
        assertThat(page.locator("#advice button")).hasCount(0);
        tall("story-light", 2600);
        page.locator("#theme").click();
        tall("story-dark", 2600);
        noComplaints();
    }

    @Test
    void anOrderOfWhichNothingIsKnownSaysWhyInsteadOfDrawing() {
        day();
        open(ColorScheme.LIGHT, 1600, 1000);
        cell("P-4714", "parent").click();

        see("#figure-trend .said", "Slippage cannot say");
        assertThat(page.locator("#figure-trend .plot.hatched")).isVisible();
        assertThat(page.locator("#figure-response .plot.hatched")).isVisible();
        assertThat(page.locator("#attribution .hatched")).hasCount(5);
        tall("story-cannot-say", 1800);
        noComplaints();
    }

    @Test
    void anOpenOrderFollowsWhatChangesAndKeepsWhatIsUnfolded() {
        day();
        open(ColorScheme.LIGHT, 1600, 1000);
        cell("P-1", "parent").click();
        page.locator("[data-measure='arrival_slippage'] summary").click();
        see("[data-measure='arrival_slippage'] pre", "= 1e4 · 1 · (100.04 − 100.01) / 100.01");

        change(0, row -> RecordedScorecard.point(row, Measure.DRIFT, 50_000 / 10_001.0));

        see("[data-measure='drift'] .value", "+4.9995 bps");
        see("[data-measure='arrival_slippage'] pre", "Slip bps: what the fills cost");
        noComplaints();
    }

    @Test
    void theBoardFitsANarrowWindowAndADoubledScale() {
        day();
        open(ColorScheme.LIGHT, 720, 900);
        cell("P-4713", "parent").click();
        see("#figure-trend .said", "leak by 1 s");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "story-narrow.png")));
        assertEquals(false, page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        context.close();

        // a browser at 200 % gives the page half as many pixels of twice the size
        open(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(720, 450).setDeviceScaleFactor(2));
        see(cell("P-4713", "grade"), "R");
        shoot("zoom-200");
        cell("P-4713", "parent").click();
        see("#figure-trend .said", "leak by 1 s");
        assertEquals(false, page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "zoom-200-story.png")));
        noComplaints();
    }

    /** The order a quarter of a second further on; waits until the board's service has seen it so. */
    private void live(int parent, int step) {
        change(parent, row -> {
            row.asOfNanos(RecordedScorecard.ARRIVAL + 250_000_000L * step);
            row.input(Input.MID_NOW, 100.01 + 0.013 * step);
            row.score(Measure.LEAK_1S, .3 * step, .3 * step - .6, .3 * step + .6, Status.VALID, 0);
        });
        page.waitForCondition(() -> page.request().get(server.base() + "/v1/series?id=P-4713").text().contains((250.0 * step) + "]"));
    }

    private boolean focusIn(String selector) {
        return Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector));
    }

    private void tall(String name, int height) {
        page.setViewportSize(1600, height);
        shoot(name);
        page.setViewportSize(1600, 1000);
    }
}
