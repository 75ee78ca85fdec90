package io.leakage.itests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.LeakageServlet;
import io.leakage.ui.web.WebServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order's card to print, under the policy it is served with. */
@Timeout(120)
class CardPageTest {
    private static final String PAPER = "getComputedStyle(document.body).backgroundColor";
    /** Pairs of marks of a chart that lie on each other. */
    private static final String OVERLAPS = """
            [...document.querySelectorAll('svg.chart')].flatMap(svg => {
              const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
              return boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
                .filter(([b, q]) => p.left < q.right && q.left < p.right && p.top + 2 < q.bottom && q.top + 2 < p.bottom)
                .map(([b]) => a + ' on ' + b));
            })""";

    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void theCardIsStyledUnderItsPolicyAndNoWordsLieOnOthers(ColorScheme scheme) throws Exception {
        with(scheme, page -> {
            assertEquals("grid", page.evaluate("getComputedStyle(document.querySelector('.charts')).display"));
            assertEquals(scheme == ColorScheme.LIGHT ? "rgb(255, 255, 255)" : "rgb(16, 22, 29)", page.evaluate(PAPER));
            assertEquals(List.of(), page.evaluate(OVERLAPS));
            assertEquals(5, page.locator("svg.chart").count());
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "card-" + scheme + ".png")));
        });
    }

    @Test
    void paperIsWhiteAlsoWhereTheScreenIsDark() throws Exception {
        with(ColorScheme.DARK, page -> {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals("rgb(255, 255, 255)", page.evaluate(PAPER));
            assertEquals(List.of(), page.evaluate(OVERLAPS));
        });
    }

    private void with(ColorScheme scheme, Consumer<Page> look) throws Exception {
        scorecard.golden("P-1");
        try (LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
                WebServer server = new WebServer(new LeakageServlet(scorecard, columns, false, 8));
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(scheme)
                        .setViewportSize(1240, 900))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(complaints::add);
            page.navigate(server.base() + "/orders/P-1/scorecard");
            look.accept(page);
            assertEquals(List.of(), complaints, "what the browser's console says");
        }
    }
}
