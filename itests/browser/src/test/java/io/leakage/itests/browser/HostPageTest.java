package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import io.leakage.api.event.Side;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.column.Resolvers;
import io.leakage.ui.web.LeakageServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board and its parts in a page of a host's own, beside a desktop agent of FDC3's published interface. */
@Timeout(120)
class HostPageTest extends OpenedBoard {
    private static final String HOST = """
            <!doctype html><html lang="en"><title>An EMS</title><link rel="icon" href="icon.svg">
            <script type="module" src="agent.js"></script>
            <script type="module" src="leakage.js"></script>
            <p>Drift <leakage-cell order="P-1" column="drift"></leakage-cell> <leakage-cell order="P-1" column="grade"></leakage-cell></p>
            <leakage-board></leakage-board></html>""";

    @Override
    Servlet servlet() {
        Resolvers hosts = new Resolvers();
        hosts.add(order -> "4711".equals(order.ids().get("HostId")) ? OrderRef.clOrdId("P-4713") : null);
        columns.close();
        columns = new LeakageColumns(scorecard, dirty, hosts);
        return new LeakageServlet(scorecard, columns, false, 8) {
            @Override
            public void service(ServletRequest asked, ServletResponse answer) throws IOException, ServletException {
                String path = ((HttpServletRequest) asked).getRequestURI();
                if (path.endsWith("/host.html")) {
                    answer.setContentType("text/html;charset=utf-8");
                    answer.getWriter().write(HOST);
                } else if (path.endsWith("/agent.js")) {
                    answer.setContentType("text/javascript");
                    try (InputStream agent = LeakageServlet.class.getResourceAsStream("agent.js")) {
                        answer.getOutputStream().write(agent.readAllBytes());
                    }
                } else {
                    super.service(asked, answer);
                }
            }
        };
    }

    private void openHost() {
        open(new Browser.NewContextOptions().setViewportSize(1400, 900));
        page.navigate(server.base() + "/host.html");
        see(cell("P-4713", "evidence"), "1 in 65");
    }

    @Test
    void theChosenOrderAndItsInstrumentAreBroadcast() {
        day();
        openHost();
        cell("P-4713", "parent").click();

        see("#detail h2", "P-4713");
        page.waitForCondition(() -> Integer.valueOf(2).equals(page.evaluate("fdc3.told.length")));
        assertEquals(List.of("fdc3.order", "fdc3.instrument"), page.evaluate("fdc3.told.map(context => context.type)"));
        assertEquals(Map.of("ClOrdID", "P-4713"), page.evaluate("fdc3.told[0].id"));
        assertEquals(Map.of("ticker", "NVDA"), page.evaluate("fdc3.told[1].id"));
        noComplaints();
    }

    @Test
    void theIntentToViewAnAnalysisOpensTheParentAlsoOfAChild() {
        day();
        openHost();

        assertEquals(true, page.evaluate("fdc3.raise('ViewAnalysis', { type: 'fdc3.order', id: { ours: 'none', ClOrdID: 'P-4713-2' } })"));

        see("#detail h2", "P-4713");
        assertThat(page.locator("#figure-trend canvas")).isVisible();
    }

    @ParameterizedTest(name = "{0} {1} opens {2}")
    @CsvSource({"HostId, 4711, P-4713", "ClOrdID@east, P-1, P-1@east", "OrderID, X77, P-4711", "526, P-4712, P-4712",
        "myOms, P-4711, P-4711"})
    void anOrderIsOpenedByEveryKindOfIdThatAnApplicationMayHave(String namespace, String id, String opened) {
        day();
        order("P-1@east", "AMZN", Side.BUY, 9_000, 4_000, Grade.GREEN, .8, 320, row -> { });
        scorecard.alias("X77", scorecard.find("P-4711"));
        openHost();

        page.evaluate("id => fdc3.raise('ViewAnalysis', { type: 'fdc3.order', id })", Map.of(namespace, id));

        see("#detail h2", opened);
    }

    @Test
    void anOrderOfOneSessionIsBroadcastAlsoByTheIdThatTheSessionKnows() {
        day();
        order("P-1@east", "AMZN", Side.BUY, 9_000, 4_000, Grade.GREEN, .8, 320, row -> { });
        openHost();
        page.evaluate("document.querySelector('leakage-board').choose('P-1@east')");

        page.waitForCondition(() -> Integer.valueOf(2).equals(page.evaluate("fdc3.told.length")));
        assertEquals(Map.of("ClOrdID", "P-1@east", "ClOrdID@east", "P-1"), page.evaluate("fdc3.told[0].id"));
    }

    @Test
    void theBoardFollowsTheOrderThatIsSelectedElsewhereAndDoesNotTellOfItAgain() {
        day();
        openHost();

        assertEquals(true, page.evaluate("fdc3.select({ type: 'fdc3.order', id: { OrderID: 'none', ClOrdID: 'P-4711' } })"));

        see("#detail h2", "P-4711");
        assertThat(page.locator(".ag-row-selected[row-id='P-4711']").first()).isVisible();
        assertEquals(0, page.evaluate("fdc3.told.length"));
        cell("P-4713", "parent").click();
        page.waitForCondition(() -> Integer.valueOf(2).equals(page.evaluate("fdc3.told.length")));
    }

    @Test
    void aCellOfTheHostsOwnPageFollowsTheOrder() {
        day();
        openHost();
        see("leakage-cell[column='drift']", "+2.9997 bps");

        change(0, row -> RecordedScorecard.point(row, Measure.DRIFT, 50_000 / 10_001.0));

        see("leakage-cell[column='drift']", "+4.9995 bps");
        assertThat(page.locator("leakage-cell[column='grade'] .grade")).hasAttribute("aria-label", "Cannot say");
        noComplaints();
    }

    @Test
    void theColumnDefinitionsReadOrdersAsTheServiceTellsThem() {
        day();
        openHost();

        assertEquals(List.of("drift", "Drift bps", "+6.4000"), page.evaluate("""
                async () => {
                  const { columnDefs } = await import('./leakage.js');
                  const defs = columnDefs(await (await fetch('v1/columns')).json());
                  const order = (await (await fetch('v1/orders')).json()).find(one => one.parent === 'P-4713');
                  const drift = defs.find(def => def.colId === 'drift');
                  return [drift.colId, drift.headerName, drift.valueFormatter({ value: drift.valueGetter({ data: order }) })];
                }"""));
    }
}
