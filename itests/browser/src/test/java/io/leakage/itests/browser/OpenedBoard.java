package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.api.score.Verdict;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.LeakageServlet;
import io.leakage.ui.web.WebServer;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The board over a recorded scorecard, in Chromium. */
abstract class OpenedBoard extends InChromium {
    private static final Path AXE = Path.of("node_modules", "axe-core", "axe.min.js");
    static final int PATIENCE_MILLIS = 30_000;
    private static final long MILLI = 1_000_000L;
    private static final long CENT = 1_000_000L;
    final RecordedScorecard scorecard = new RecordedScorecard();
    final DirtyOrders dirty = new DirtyOrders();
    LeakageColumns columns = new LeakageColumns(scorecard, dirty);
    final List<String> complaints = new ArrayList<>();
    WebServer server;
    BrowserContext context;
    Page page;

    @BeforeEach
    void startServer() throws Exception {
        server = new WebServer(servlet());
    }

    /** {@return what is served} */
    Servlet servlet() {
        return new LeakageServlet(scorecard, columns, false, 8);
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
        server.close();
        columns.close();
    }

    /** Five orders, one of each light and one that nothing is known of. */
    void day() {
        scorecard.golden("P-1");
        order("P-4711", "AAPL", Side.SELL, 50_000, 31_200, Grade.AMBER, 1.8, 2_875.50, row ->
                row.score(Measure.DRIFT, 4.2, 3.9, 4.5, Status.DEGRADED, Flag.MD_GAP.bit()));
        order("P-4712", "MSFT", Side.BUY, 12_000, 12_000, Grade.GREEN, -0.42, -191.04, row -> row.state('2'));
        leaking();
        scorecard.begin("P-4714", null, "TSLA", Side.SELL, 8_000);
    }

    /** The order that leaks: P-4713, with children, fills, footprints and the rule that fired. */
    int leaking() {
        int parent = order("P-4713", "NVDA", Side.BUY, 250_000, 3_000, Grade.RED, 6.731, 91_322.18, OpenedBoard::evidence);
        for (int i = 0; i < 6; i++) {
            int child = scorecard.child(parent, "P-4713-" + i, 1_000, (10_003 + i) * CENT);
            if (i % 2 == 0) {
                scorecard.fill(parent, child, "E" + i, RecordedScorecard.ARRIVAL + (75 + 200 * i) * MILLI, (10_003 + i) * CENT, 1_000);
            }
        }
        scorecard.judge(new Verdict(parent, RecordedScorecard.ARRIVAL + 900 * MILLI, "us-equities", 3, "leaks", Grade.RED, true,
                List.of("evidence 65.8200× (at least 20)", "leak_1s 1.5000 bps (at least 1)"), "POV-10", "ADVISE", List.of()));
        return parent;
    }

    private static void evidence(ParentRow row) {
        row.score(Measure.EVIDENCE, 65.82, 65.82, 65.82, Status.VALID, 0);
        row.score(Measure.LEAK_1S, 1.5, .5, 2.5, Status.VALID, 0);
        row.score(Measure.DRIFT, 6.4, 6.4, 6.4, Status.VALID, 0);
        row.score(Measure.DRIFT_MARKET, 1.1, .4, 1.8, Status.VALID, 0);
        row.score(Measure.DRIFT_IMPACT, 1.6, .9, 2.3, Status.VALID, 0);
        row.score(Measure.DRIFT_LEAKAGE, 3.4, 1.9, 4.9, Status.VALID, 0);
        row.suppress(Measure.DRIFT_REST, Flag.NOT_IDENTIFIED.bit());
        row.score(Measure.FILL_PROBABILITY_10S, 41, 30, 52, Status.VALID, 0);
        row.score(Measure.AGGRESSOR_RATIO, 72, 72, 72, Status.VALID, 0);
        row.score(Measure.QUOTE_FADE, 18.5, 11, 26, Status.DEGRADED, Flag.MD_GAP.bit());
        row.score(Measure.PARTICIPATION, 8.2, 8.2, 8.2, Status.VALID, 0);
        String[] horizons = {"10ms", "100ms", "1s", "10s"};
        double[] excess = {.4, 1.1, 1.5, 1.2};
        for (int i = 0; i < horizons.length; i++) {
            row.input(Input.named("footprints_" + horizons[i]), 24);
            row.input(Input.named("response_" + horizons[i]), excess[i] + .25);
            row.input(Input.named("placebo_" + horizons[i]), .25);
            row.input(Input.named("bet_" + horizons[i]), 1 + i * 20);
            row.input(Input.named("crowded_" + horizons[i]), i);
            row.input(Input.named("disturbed_" + horizons[i]), 0);
            row.input(Input.named("unmatched_" + horizons[i]), 1);
            row.score(Measure.valueOf("LEAK_" + horizons[i].toUpperCase(java.util.Locale.ROOT)), excess[i], excess[i] - .6, excess[i] + .6,
                    Status.VALID, 0);
        }
        row.input(Input.MID_NOW, 100.074);
        row.asOfNanos(RecordedScorecard.ARRIVAL + 1_300 * MILLI);
    }

    int order(String id, String symbol, Side side, long quantity, long executed, Grade grade, double bps, double cost,
            Consumer<ParentRow> more) {
        int parent = scorecard.begin(id, "equities-us", symbol, side, quantity);
        scorecard.change(parent, row -> {
            row.executed(executed);
            row.averagePrice(100.01 * (1 + side.sign() * bps / 10_000));
            row.state('1');
            row.grade(grade);
            row.firstFillNanos(RecordedScorecard.ARRIVAL + 75 * MILLI);
            row.lastFillNanos(RecordedScorecard.ARRIVAL + 1_120 * MILLI);
            for (int i = 0; i < Measure.count(); i++) {
                RecordedScorecard.point(row, Measure.at(i), bps * (10 - i) / 10);
            }
            RecordedScorecard.point(row, Measure.LEAKAGE_COST, cost);
            row.suppress(Measure.POST_TRADE_DRIFT_10S, Flag.AWAITING_MARKET_DATA.bit());
            row.suppress(Measure.POST_TRADE_DRIFT_1M, Flag.AWAITING_MARKET_DATA.bit());
            more.accept(row);
        });
        return parent;
    }

    /** Writes a parent's next version and tells of it. */
    void change(int parent, Consumer<ParentRow> change) {
        dirty.onScore(scorecard.change(parent, change));
    }

    void tell(int parent) {
        change(parent, row -> { });
    }

    void open(ColorScheme scheme, int width, int height) {
        open(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
    }

    void open(Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address());
    }

    /** {@return where the board is} */
    String address() {
        return server.base() + "/";
    }

    /** {@return the cell of an order; an id without letters that a selector would read} */
    Locator cell(String order, String column) {
        return page.locator(".ag-row[row-id='" + order + "'] [col-id='" + column + "']");
    }

    void see(String selector, String text) {
        see(page.locator(selector), text);
    }

    void see(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }

    /** {@return what axe-core finds on the page as it is} */
    @SuppressWarnings("unchecked")
    List<String> barriers() throws IOException {
        page.evaluate(Files.readString(AXE));
        return (List<String>) page.evaluate("""
                axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                  rule.id + ': ' + node.target + ' ' + node.failureSummary.split('\\n').slice(0, 2).join(' '))))""");
    }

    void noComplaints() {
        assertEquals(List.of(), complaints, "what the browser's console says");
    }
}
