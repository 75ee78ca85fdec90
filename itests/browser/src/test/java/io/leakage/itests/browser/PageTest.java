package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.LeakageServlet;
import io.leakage.ui.web.WebServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PageTest {
    private static final int PATIENCE_MILLIS = 30_000;
    private static Chromium chromium;

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    private final List<String> complaints = new ArrayList<>();
    private WebServer server;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() throws Exception {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void startServer() throws Exception {
        server = new WebServer(new LeakageServlet(scorecard, columns, false, 8));
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
        server.close();
        columns.close();
    }

    @Test
    void beforeTheFirstOrderThePageSaysSoAndThenShowsItByItself() {
        open(ColorScheme.LIGHT, 1440, 900);
        see("#empty-title", "No parent order yet");
        shoot("empty-light");

        tell(scorecard.golden("P-1"));

        see("#connection", "Live");
        see("tr[data-id='P-1'] td:nth-child(1)", "P-1");
        assertThat(page.locator("#empty")).isHidden();
        noComplaints();
    }

    @Test
    void aRowChangesInPlaceWithoutReload() {
        int parent = scorecard.golden("P-1");
        open(ColorScheme.LIGHT, 1440, 900);
        see("tr[data-id='P-1'] td:nth-child(" + place("drift") + ")", "+2.9997");
        page.evaluate("window.sameDocument = true");

        change(parent, row -> {
            RecordedScorecard.point(row, Measure.DRIFT, 50_000 / 10_001.0);
            row.grade(Grade.RED);
        });

        see("tr[data-id='P-1'] td:nth-child(" + place("drift") + ")", "+4.9995");
        assertThat(page.locator("tr[data-id='P-1'] .grade")).hasAttribute("aria-label", "Red");
        assertEquals(true, page.evaluate("window.sameDocument"));
        noComplaints();
    }

    @Test
    void theDayIsReadableInLightAndDark() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);
        see("tr[data-id='P-1'] td:nth-child(" + place("leakage_cost") + ")", "+300.00");
        shoot("day-light");
        context.close();

        open(ColorScheme.DARK, 1600, 900);
        see("tr[data-id='P-1'] td:nth-child(" + place("leakage_cost") + ")", "+300.00");
        shoot("day-dark");
        noComplaints();
    }

    @Test
    void whatIsNotThereIsADashWithItsReasonAndWhatIsDoubtfulIsPale() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);

        Locator none = page.locator("tr[data-id='P-1'] td:nth-child(" + place("post_trade_drift_1s") + ")");
        assertThat(none).hasText("–");
        assertTrue(none.getAttribute("title").contains("no number: the order is still working"), none.getAttribute("title"));
        Locator doubtful = page.locator("tr[data-id='P-4711'] td:nth-child(" + place("drift") + ")");
        assertThat(doubtful).hasClass("number doubt");
        assertTrue(doubtful.getAttribute("title").contains("market data was lost"), doubtful.getAttribute("title"));
        noComplaints();
    }

    @Test
    void aNumberSaysWhatItIsAsOfAndTheLightThatCannotSayIsHatched() {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> {
            row.marketSequence(4711);
            row.orderSequence(12);
            row.clock(ClockState.UNSYNC, Absent.LONG);
            row.questions(8);
            row.undecidable(1);
        });
        scorecard.amend(new Amendment(parent, 2, Measure.DRIFT, Double.NaN, Status.SUPPRESSED, Flag.MD_GAP.bit(), 3, Status.VALID, 0));
        open(ColorScheme.LIGHT, 1600, 900);

        Locator drift = page.locator("tr[data-id='P-1'] td:nth-child(" + place("drift") + ")");
        assertThat(drift).containsText("+2.9997");
        assertTrue(drift.getAttribute("title").contains("as of message 4711, order event 12, version 2, clock unsync, no bound"),
                drift.getAttribute("title"));
        Object paper = page.evaluate("getComputedStyle(document.querySelector(\"tr[data-id='P-1'] .grade\")).backgroundImage");
        assertTrue(paper.toString().contains("repeating-linear-gradient"), paper.toString());
        page.locator("tr[data-id='P-1'] button").click();
        see("#detail", "Amended (1)");
        see("#detail", "1 of 8 order times too coarse");
        see("#detail", "the machine's clock is not synchronised");
        noComplaints();
    }

    @Test
    void theKeyboardAloneOpensAnOrderAndItsExplanation() {
        day();
        open(ColorScheme.DARK, 1600, 900);
        page.locator("tr[data-id='P-1'] button").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        see("#detail h2", "P-1");
        assertThat(page.locator("#detail .close")).isFocused();

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        see("#detail details[open] pre", "Slip bps: what the fills cost");
        assertThat(page.locator("#detail")).containsText("= 1e4 · 1 · (100.04 − 100.01) / 100.01");
        assertThat(page.locator("#detail")).containsText("P-1-E2");
        shoot("detail-dark");

        change(0, row -> RecordedScorecard.point(row, Measure.DRIFT, 50_000 / 10_001.0));
        see("#detail [data-measure='drift'] .value", "+4.9995 bps");
        see("#detail details[open] pre", "Slip bps: what the fills cost");

        page.keyboard().press("Escape");
        assertThat(page.locator("#detail")).isHidden();
        assertThat(page.locator("tr[data-id='P-1'] button")).isFocused();
        noComplaints();
    }

    @Test
    void theDetailFitsBesideAndBelowTheTable() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);
        page.locator("tr[data-id='P-1'] button").click();
        page.locator("#detail summary").first().click();
        see("#detail details[open] pre", "Slip bps");
        shoot("detail-light");
        page.setViewportSize(720, 900);
        shoot("detail-narrow");
        assertEquals(false, page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        noComplaints();
    }

    @Test
    void aLostConnectionIsSaidAndTheNextOneIsTakenUpByItself() throws Exception {
        day();
        open(ColorScheme.LIGHT, 1440, 900);
        see("#connection", "Live");
        int port = server.port();

        server.close();
        see("#connection", "Disconnected");
        see("#notice", "What you see is from then");
        shoot("disconnected-light");
        scorecard.begin("P-NEW", "equities-us", "INST", Side.BUY, 500);
        server = new WebServer(new LeakageServlet(scorecard, columns, false, 8), port);

        see("#connection", "Live");
        see("tr[data-id='P-NEW'] td:nth-child(1)", "P-NEW");
        assertThat(page.locator("#notice")).isHidden();
    }

    @Test
    void textFromTheWireStaysText() {
        String hostile = "<img src=x onerror=\"window.hacked=1\">";
        scorecard.golden(hostile);
        scorecard.begin("'\"/><svg onload=window.hacked=1>", "<b>desk</b>", "<script>window.hacked=1</script>", Side.SELL, 10);
        open(ColorScheme.LIGHT, 1440, 900);
        assertThat(page.locator("#orders tbody tr")).hasCount(2);

        page.locator("#orders tbody tr").first().click();
        see("#detail h2", hostile);
        page.locator("#detail summary").first().click();
        see("#detail details[open] pre", "Slip bps");

        assertEquals(null, page.evaluate("window.hacked ?? null"));
        noComplaints();
    }

    @Test
    void aClickOnAHeaderSortsWithMissingValuesLast() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);
        see("tr[data-id='P-1'] td:nth-child(1)", "P-1");

        page.locator("th[data-id='leakage_cost'] button").click();
        page.locator("th[data-id='leakage_cost'] button").click();

        assertThat(page.locator("th[data-id='leakage_cost']")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("#orders tbody tr").first()).hasAttribute("data-id", "P-4713");
        assertThat(page.locator("#orders tbody tr").last()).hasAttribute("data-id", "P-4714");
        noComplaints();
    }

    private void day() {
        scorecard.golden("P-1");
        order("P-4711", "AAPL", Side.SELL, 50_000, 31_200, Grade.AMBER, 1.8, 2_875.50, row ->
                row.score(Measure.DRIFT, 4.2, 3.9, 4.5, Status.DEGRADED, Flag.MD_GAP.bit()));
        order("P-4712", "MSFT", Side.BUY, 12_000, 12_000, Grade.GREEN, -0.42, -191.04, row -> row.state('2'));
        order("P-4713", "NVDA", Side.BUY, 250_000, 140_300, Grade.RED, 6.731, 91_322.18, row -> { });
        scorecard.begin("P-4714", null, "TSLA", Side.SELL, 8_000);
    }

    private void order(String id, String symbol, Side side, long quantity, long executed, Grade grade, double bps, double cost,
            Consumer<ParentRow> more) {
        int parent = scorecard.begin(id, "equities-us", symbol, side, quantity);
        scorecard.change(parent, row -> {
            row.executed(executed);
            row.averagePrice(100.01 * (1 + side.sign() * bps / 10_000));
            row.state('1');
            row.grade(grade);
            row.firstFillNanos(RecordedScorecard.ARRIVAL + 75_000_000);
            row.lastFillNanos(RecordedScorecard.ARRIVAL + 1_120_000_000);
            for (int i = 0; i < Measure.count(); i++) {
                RecordedScorecard.point(row, Measure.at(i), bps * (10 - i) / 10);
            }
            RecordedScorecard.point(row, Measure.LEAKAGE_COST, cost);
            row.suppress(Measure.POST_TRADE_DRIFT_10S, Flag.AWAITING_MARKET_DATA.bit());
            row.suppress(Measure.POST_TRADE_DRIFT_1M, Flag.AWAITING_MARKET_DATA.bit());
            more.accept(row);
        });
    }

    private void change(int parent, Consumer<ParentRow> change) {
        dirty.onScore(scorecard.change(parent, change));
    }

    private void tell(int parent) {
        change(parent, row -> { });
    }

    private int place(String column) {
        return columns.columns().stream().map(spec -> spec.id()).toList().indexOf(column) + 1;
    }

    private void open(ColorScheme scheme, int width, int height) {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(server.base() + "/");
    }

    private void see(String selector, String text) {
        assertThat(page.locator(selector)).containsText(text,
                new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }

    private void noComplaints() {
        assertEquals(List.of(), complaints, "what the browser's console says");
    }
}
