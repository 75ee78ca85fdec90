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
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.SwitchState;
import io.leakage.desk.CaseOptions;
import io.leakage.desk.CaseStudy;
import io.leakage.desk.CaseTrader;
import io.leakage.simulator.Algo;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.launch.FrameworkFactory;

/** The day of the case study as a trader has it: the real engine in a framework, real sockets, the board in Chromium, and the keyboard. */
@Timeout(420)
class CaseStudyBoardTest extends InChromium implements CaseTrader {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PATIENCE_SECONDS = 240;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CompletableFuture<String[]> begun = new CompletableFuture<>();
    private final CompletableFuture<AlgoSwitch> proposed = new CompletableFuture<>();
    private final CompletableFuture<String> decided = new CompletableFuture<>();
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final CompletableFuture<String> left = new CompletableFuture<>();
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @Override
    public void begins(String url, String token) {
        begun.complete(new String[] {url, token});
    }

    @Override
    public String decides(AlgoSwitch one) {
        proposed.complete(one);
        return decided.join();
    }

    @Override
    public void ends() {
        over.complete("");
        left.join();
    }

    @Test
    void aTraderFindsTheRedOrderByTheKeyboardLooksAtTheEvidenceApprovesAndPrintsTheScorecard() throws Exception {
        CompletableFuture<CaseStudy.Outcome> outcome = CompletableFuture.supplyAsync(this::play);
        outcome.whenComplete((any, failure) -> {   // who waits for the study hears of its end
            if (failure != null) {
                List.of(begun, proposed, over).forEach(one -> one.completeExceptionally(failure));
            }
        });
        try (BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(1600, 1000))) {
            String[] door = await(begun);
            open(context, door[0], door[1]);
            AlgoSwitch one = await(proposed);
            String order = approve(one);
            decided.complete("approved on the board");
            await(over);
            confirmed();
            print(order);
            assertEquals(List.of(), complaints.stream().filter(line -> !line.contains("status of 401")).toList(), "the browser's console");
        } finally {
            page = null;   // it is closed, and has no messages to take
            decided.complete("nobody decided");
            left.complete("");
        }
        CaseStudy.Outcome end = await(outcome);
        assertEquals(Algo.LIQUIDITY_SEEKER, end.algo(), this::said);
        assertEquals(SwitchState.REPLACED, end.story().states().get(end.story().states().size() - 1), this::said);
        assertTrue(end.whole(), this::said);
        assertTrue(said().contains("APPROVED to LIQUIDITY_SEEKER: approved by trader"), this::said);
    }

    private CaseStudy.Outcome play() {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
                PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            return CaseStudy.play(CaseOptions.parse("--headless"), this, factory, TARGET, out, silent);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(BrowserContext context, String url, String token) {
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(url);
        see("#door", "Token");
        page.keyboard().type(token);
        page.keyboard().press("Enter");
        see("#connection", "Live");
    }

    /** By the keyboard alone. {@return the order} */
    private String approve(AlgoSwitch one) {
        see(".ag-row .grade-RED >> nth=0", "R");
        tabTo(".ag-header-cell");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ag-header-cell[col-id='grade']")).hasAttribute("aria-sort", "descending");
        page.keyboard().press("ArrowDown");
        String order = (String) page.evaluate("document.activeElement.closest('.ag-row').getAttribute('row-id')");
        shoot("case-red");
        page.keyboard().press("Enter");
        see("#detail h2", order);
        tabTo("#evidence summary");
        page.keyboard().press("Enter");
        see("#evidence[open] .one-in", "1 in ");
        shoot("case-evidence");
        see("#advice .proposal h4", "VWAP → LIQUIDITY_SEEKER");   // 1001 and 1003 on the wire, by the broker's file
        see("#advice .proposal", one.why().get(0));
        tabTo("#advice .approve");
        shoot("case-proposal");
        page.keyboard().press("Enter");
        see("#advice .answer", "Taken at");
        return order;
    }

    private void confirmed() {
        see("#advice .state", "Replaced");
        see("#advice .who", "Decided by trader");
        page.locator("#advice").scrollIntoViewIfNeeded();
        shoot("case-replaced");
    }

    private void print(String order) throws Exception {
        tabTo("#card a.card");
        Page card = page.waitForPopup(() -> page.keyboard().press("Enter"));
        card.locator("h1").waitFor();
        assertTrue(card.locator("body").innerText().contains(order), card.locator("body").innerText());
        card.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "case-scorecard.png")).setFullPage(true));
        byte[] pdf = card.pdf(new Page.PdfOptions().setPath(Path.of("target", "case-scorecard.pdf")).setFormat("A4"));
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        Files.writeString(Path.of("target", "case-story.txt"), said());
    }

    private void tabTo(String selector) {
        for (int i = 0; i < 300; i++) {
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not come to " + selector + ": " + page.evaluate("document.activeElement.outerHTML"));
    }

    private void see(String selector, String text) {
        Locator place = page.locator(selector);
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }

    /** Playwright's messages are taken meanwhile. */
    private <T> T await(CompletableFuture<T> future) throws Exception {
        for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); page != null && !future.isDone()
                && System.nanoTime() < until;) {
            page.waitForTimeout(20);
        }
        return future.get(page == null ? PATIENCE_SECONDS : 1, TimeUnit.SECONDS);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
