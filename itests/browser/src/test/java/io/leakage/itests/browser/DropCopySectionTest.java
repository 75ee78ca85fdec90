package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.leakage.api.event.Absent;
import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.LeakageServlet;
import io.leakage.ui.web.WebServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The page's section on the drop copies, in Chromium. */
class DropCopySectionTest extends InChromium {
    @Test
    void theSectionShowsWhatIsMissingAndThatItHasCome() throws Exception {
        AtomicReference<CopyState> copy = new AtomicReference<>(copy(CopyCondition.MISSING, 5, 9));
        RecordedScorecard scorecard = new RecordedScorecard();
        try (LeakageColumns columns = new LeakageColumns(scorecard, new DirtyOrders());
                WebServer server = new WebServer(
                        new LeakageServlet(scorecard, columns, List::of, () -> List.of(copy.get()), false, 2));
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(server.base() + "/");
            assertThat(page.locator("#copies-state")).hasText("MISSING");
            page.locator("#copies summary").click();
            assertThat(page.locator("#copies-list")).containsText("<b>street</b>MISSINGheard 2.0 s agomissing 5 to 8delivered 41");
            assertThat(page.locator("#copies-list")).containsText("gaps 31, resends asked 32");
            assertThat(page.locator("#copies-list")).containsText("duplicates dropped 36, executions told again 52");
            assertThat(page.locator("#copies-list")).containsText("rejected 46, late 47, inner gaps 48, missing inside 49");
            assertThat(page.locator("#copies-list")).containsText("35=8 50, 35=<i> 51");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "copies.png")));

            copy.set(copy(CopyCondition.FLOWING, Absent.LONG, Absent.LONG));
            assertThat(page.locator("#copies-state")).hasText("FLOWING");
            assertThat(page.locator("#copies-list")).containsText("nothing missing");
        }
    }

    private static CopyState copy(CopyCondition condition, long gapFrom, long gapTo) {
        return new CopyState("<b>street</b>", condition, "", 1_767_364_200_000_000_000L, 2_000_000_000L, 5, gapFrom, gapTo, 31, 32, 33, 34,
                35, 36, 37, 38, 52, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
                Map.of("8", 50L, "<i>", 51L));
    }
}
