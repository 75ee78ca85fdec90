package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport;
import io.leakage.api.health.ClockReport.Change;
import io.leakage.api.health.ClockReport.Day;
import io.leakage.api.health.ClockReport.StampingPoint;
import io.leakage.api.health.ClockReport.Term;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.ClockServlet;
import io.leakage.ui.web.LeakageServlet;
import io.leakage.ui.web.WebServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ClockSectionTest extends InChromium {
    /** 2026-01-02T14:30:00Z. */
    private static final long AT = 1_767_364_200_000_000_000L;

    @Test
    void theSectionShowsStateBoundAndOnDemandTheEvidence() throws Exception {
        ClockReport report = new ClockReport(AT, ClockState.LOCKED, 3_201, true, "follows PTP grandmaster <b>x</b>", -300, 500, "x", 6, 37, AT,
                List.of(new Term("path asymmetry", 800, "mean path delay")), List.of(new StampingPoint("KERNEL", 1_500, 40_000, 2_000)),
                List.of(new Day("2026-01-02", -300, AT, 9_000, 200, 3)), List.of(new Change(AT, ClockState.LOCKED, "because")));
        try (Shown shown = new Shown(report)) {
            Page page = shown.page;
            assertThat(page.locator("#clock summary")).hasText("Clock LOCKED ±3.2 µs");
            assertThat(page.locator("#clock-why")).isHidden();
            page.locator("#clock summary").click();

            assertThat(page.locator("#clock-why")).hasText("follows PTP grandmaster <b>x</b>");
            assertThat(page.locator("#clock-claim")).hasText("traceable to UTC");
            assertThat(page.locator("#clock-budget")).containsText("path asymmetry800 nsmean path delay");
            assertThat(page.locator("#clock-stamps")).containsText("p99.9 40.0 µs");
            assertThat(page.locator("#clock-days")).containsText("±9.0 µsno bound 1.5 % of the time");
            assertThat(page.locator("#clock-history")).containsText("14:30:00.000 UTCLOCKEDbecause");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "clock.png")));
        }
    }

    @Test
    void aClockThatIsNotSynchronisedHasNoBoundAndClaimsNothing() throws Exception {
        ClockReport report = new ClockReport(AT, ClockState.UNSYNC, Absent.LONG, false, "nobody steers", Absent.LONG, Absent.LONG, "", -1, 37,
                AT, List.of(), List.of(), List.of(), List.of());
        try (Shown shown = new Shown(report)) {
            assertThat(shown.page.locator("#clock summary")).hasText("Clock UNSYNC no bound");
            shown.page.locator("#clock summary").click();
            assertThat(shown.page.locator("#clock-claim")).hasText("no traceability claimed");
        }
    }

    /** The page over a service that has a clock to tell of. */
    private static final class Shown implements AutoCloseable {
        private final LeakageColumns columns;
        private final WebServer server;
        private final BrowserContext context;
        private final Page page;

        Shown(ClockReport report) throws Exception {
            RecordedScorecard scorecard = new RecordedScorecard();
            columns = new LeakageColumns(scorecard, new DirtyOrders());
            ClockServlet clock = new ClockServlet(() -> report, false);
            server = new WebServer(new LeakageServlet(scorecard, columns, false, 2) {
                @Override
                public void service(ServletRequest asked, ServletResponse answer) throws IOException, ServletException {
                    if (((HttpServletRequest) asked).getRequestURI().endsWith("/v1/clock")) {
                        clock.service(asked, answer);
                    } else {
                        super.service(asked, answer);
                    }
                }
            });
            context = chromium.browser().newContext();
            page = context.newPage();
            page.navigate(server.base() + "/");
        }

        @Override
        public void close() {
            context.close();
            server.close();
            columns.close();
        }
    }
}
