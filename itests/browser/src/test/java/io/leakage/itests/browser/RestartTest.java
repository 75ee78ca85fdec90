package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.simulator.DeskMessage;
import io.leakage.simulator.DropCopySession;
import io.leakage.simulator.ItchWriter;
import io.leakage.simulator.MoldUdp64Sender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real service in a process of its own under an open page: it ends, and is started again on the same journal and port. */
@Timeout(420)
class RestartTest extends InChromium {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final long CENT = 1_000_000L;
    private static final long NINE_THIRTY_NEW_YORK = TimeUnit.MINUTES.toNanos(570);
    private static final long START = Instant.parse("2026-01-30T14:30:00Z").getEpochSecond() * 1_000_000_000L;
    private static final int SHARES = 10;

    @TempDir
    private Path folder;
    private int fills;
    private Page page;

    @ParameterizedTest(name = "killed at once: {0}")
    @ValueSource(booleans = {true, false})
    void aServiceThatEndedUnderAnOpenPageIsSaidToBeGoneAndComesBackWithNothingLost(boolean atOnce) throws Exception {
        List<String> complaints = new ArrayList<>();
        try (DeskProcess desk = new DeskProcess(folder)) {
            desk.start();
            desk.awaitAnswer();
            try (BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions()
                    .setColorScheme(ColorScheme.LIGHT).setViewportSize(1600, 900));
                    MoldUdp64Sender market = new MoldUdp64Sender("MARKET", desk.feed());
                    DropCopySession copy = desk.dropCopy()) {
                assertTrue(copy.awaitLogon(Duration.ofSeconds(60)));
                page = context.newPage();
                page.onPageError(complaints::add);
                page.navigate(desk.url());
                see("#empty-title", "No parent order yet");
                page.evaluate("window.sameDocument = true");
                bookOfOneCent(market);
                copy.send(order());
                fill(copy, 100);
                see(cell("executed"), "1,000");
                aSecondLater(market);
                see(cell("arrival_slippage"), "+2.9997");

                fill(copy, 50);   // some of them on their way
                desk.end(atOnce);
                see("#connection", "Disconnected");
                see("#notice", "What you see is from then. Trying again by itself.");
                see(cell("parent"), "P-1");
                shoot(atOnce ? "killed" : "stopped");
                fill(copy, 50);   // while nobody is there

                desk.start();
                see(cell("executed"), "2,000");
                see("#connection", "Live");
                assertThat(page.locator("#notice")).isHidden();
                see(cell("arrival_slippage"), "+2.9997");   // against the mid of before
                assertEquals(true, page.evaluate("window.sameDocument"));
                shoot(atOnce ? "killed-back" : "stopped-back");
            }
            assertEquals(IntStream.rangeClosed(1, fills).mapToObj(i -> "E" + i).collect(Collectors.toSet()),
                    executions(desk.ask("v1/fills")));
        }
        assertEquals(List.of(), complaints);
    }

    /** 100.00 to 100.02. */
    private static void bookOfOneCent(MoldUdp64Sender market) {
        ItchWriter writer = new ItchWriter(market);
        writer.directory(1, "INST").add(1, NINE_THIRTY_NEW_YORK, 1, Side.BUY, 500, "INST", 10_000 * CENT)
                .add(1, NINE_THIRTY_NEW_YORK, 2, Side.SELL, 500, "INST", 10_002 * CENT);
        market.heartbeat();
    }

    /** The market data has come this far. */
    private static void aSecondLater(MoldUdp64Sender market) {
        new ItchWriter(market).add(1, NINE_THIRTY_NEW_YORK + TimeUnit.SECONDS.toNanos(1), 3, Side.BUY, 100, "INST", 9_000 * CENT);
        market.heartbeat();
    }

    private static DeskMessage order() {
        return new DeskMessage("D", START + 1_000_000).text(11, "P-1").text(55, "INST").text(54, "1").number(38, 1_000_000).text(40, "1")
                .time(60, START + 1_000_000);
    }

    /** So many more fills of ten shares at 100.04, three cents above the mid. */
    private void fill(DropCopySession copy, int more) {
        for (int i = 0; i < more; i++) {
            long nanos = START + 2_000_000 + ++fills * 1_000L;
            copy.send(new DeskMessage("8", nanos).text(37, "O1").text(11, "P-1").text(17, "E" + fills).text(150, "F").text(39, "1")
                    .text(55, "INST").text(54, "1").number(38, 1_000_000).number(32, SHARES).price(31, 10_004 * CENT)
                    .number(14, (long) SHARES * fills).number(151, 1_000_000L - (long) SHARES * fills).price(6, 10_004 * CENT)
                    .time(60, nanos));
        }
    }

    private static Set<String> executions(String csv) {
        List<String> lines = csv.lines().toList();
        int at = List.of(lines.get(0).split(",")).indexOf("execution");
        Set<String> executions = new TreeSet<>();
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(executions.add(line.split(",")[at]), () -> "twice: " + line);
        }
        return executions;
    }

    private Locator cell(String column) {
        return page.locator(".ag-row[row-id='P-1'] [col-id='" + column + "']");
    }

    private void see(String selector, String text) {
        see(page.locator(selector), text);
    }

    private static void see(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }
}
