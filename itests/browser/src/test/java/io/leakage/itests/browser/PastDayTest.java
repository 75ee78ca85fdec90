package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.ui.RecordedPastDays;
import io.leakage.ui.RecordedScorecard;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who looks back: five orders of 2 March 2026, one of today, the third, and a service that knows both days. */
@Timeout(120)
class PastDayTest extends DeskBoard {
    private final RecordedPastDays past = new RecordedPastDays(scorecard);
    private int todays;

    @BeforeEach
    void twoDays() {
        day();
        todays = order("T-1", "AMZN", Side.BUY, 9_000, 4_000, Grade.GREEN, .8, 320, row ->
                row.arrivalNanos(RecordedScorecard.ARRIVAL + 86_400 * SECOND));
        service.past(past);
    }

    @Test
    void aPastDayIsPickedByTheKeyboardAndOneKeyGoesBackToNow() {
        open(ColorScheme.LIGHT, 1440, 900);
        see("#connection", "Live");
        see(cell("T-1", "parent"), "T-1");
        assertEquals("2026-03-03", page.inputValue("#day"));
        assertEquals("2026-03-02 2026-03-03", page.getAttribute("#day", "min") + " " + page.getAttribute("#day", "max"));
        List<Request> asked = new CopyOnWriteArrayList<>();
        page.onRequest(asked::add);

        tabTo("#day");
        page.keyboard().type("03022026");

        see("#connection", "History: 2026-03-02, as of 2026-03-02 14:30:00 UTC");
        see(cell("P-4711", "parent"), "P-4711");
        assertThat(cell("T-1", "parent")).hasCount(0);
        assertThat(page.locator("#live")).isVisible();
        shoot("past-light");

        tell(todays);
        page.keyboard().press("Alt+l");

        see("#connection", "Live");
        see(cell("T-1", "parent"), "T-1");
        assertThat(page.locator("#live")).hasCount(0);
        assertThat(page.locator("#day")).isFocused();
        assertEquals("2026-03-03", page.inputValue("#day"));
        assertEquals(1, asked.stream().filter(one -> one.url().endsWith("v1/orders?date=2026-03-02")).count());
        assertEquals(1, asked.stream().filter(one -> one.url().endsWith("v1/stream")).count(), "none while the day was shown");
        noComplaints();
    }

    @Test
    void whatHappensNowDoesNotReachAPastDay() {
        pick("2026-03-02");
        see("#connection", "History: 2026-03-02");

        int parent = scorecard.find("P-4711");
        change(parent, row -> row.grade(Grade.RED));
        order("N-1", "IBM", Side.BUY, 100, 0, Grade.GREEN, 1, 1, row -> { });
        page.getByText("P-4712").first().click();
        see("#detail h2", "P-4712");

        assertThat(cell("N-1", "parent")).hasCount(0);
        assertThat(cell("P-4711", "grade")).hasText("A");
        page.locator("#live").click();
        see(cell("N-1", "parent"), "N-1");
        noComplaints();
    }

    @Test
    void anOrderOfAPastDayIsOpenedWithEverythingOfThatDay() {
        pick("2026-03-02");
        see("#connection", "History: 2026-03-02");
        see(cell("P-4713", "parent"), "P-4713");
        List<Request> asked = new CopyOnWriteArrayList<>();
        page.onRequest(asked::add);

        cell("P-4713", "parent").click();

        see("#detail h2", "P-4713");
        assertTrue(page.getAttribute("#detail a.card", "href").endsWith("scorecard?id=P-4713&date=2026-03-02"));
        assertTrue(page.getAttribute("#detail .json", "href").endsWith("v1/order?id=P-4713&date=2026-03-02"));
        shoot("past-order-light");
        assertTrue(asked.stream().map(Request::url).filter(url -> url.contains("/v1/") && !url.endsWith("v1/switches")
                && !url.endsWith("v1/clock") && !url.endsWith("v1/dropcopy")).allMatch(url -> url.endsWith("date=2026-03-02")),
                asked.stream().map(Request::url).toList().toString());
    }

    @Test
    void aDayThatIsBeingReadSaysHowFarAndShowsItselfWhenItIsThere() {
        past.progress(.42);
        pick("2026-03-02");
        see("#connection", "Reading 2026-03-02: 42 % read");
        see("#empty-title", "Reading");

        past.progress(1);

        see(cell("P-4711", "parent"), "P-4711");
        see("#connection", "History: 2026-03-02");
    }

    @Test
    void anOrderOfADayThatIsReadOnceMoreIsShownWhenItIsThere() {
        pick("2026-03-02");
        see(cell("P-4713", "parent"), "P-4713");
        past.progress(.42);

        cell("P-4713", "parent").click();

        see("#detail", "The service is reading this day from its journal. This order will be shown when it is there.");
        past.progress(1);
        see("#detail h2", "P-4713");
        see("#figure-mid", "Mid, children and fills");
        noComplaints();
    }

    @Test
    void whatCanBeDecidedNowCannotBeDecidedOfAPastDay() {
        proposed();
        enter(ColorScheme.LIGHT, service.token("jane", "trader", DESK));
        cell("P-4713", "parent").click();
        assertThat(page.locator("#advice .approve")).isVisible();
        see("#detail .card", "Scorecard to print");

        page.fill("#day", "2026-03-02");
        page.dispatchEvent("#day", "change");
        see("#connection", "History: 2026-03-02");
        cell("P-4713", "parent").click();

        see("#advice .rules", "leaks");
        see("#then", "What the rules said that day.");
        assertThat(page.locator("#advice .proposal")).hasCount(0);
        assertThat(page.locator("#advice button")).hasCount(0);
        page.locator("#advice").scrollIntoViewIfNeeded();
        shoot("past-advice-light");
        page.keyboard().press("Escape");
        page.setViewportSize(3_200, 1_000);   // a column out of sight has no cells
        assertThat(cell("P-4713", "advice")).hasText("Switch: POV-10");
    }

    @Test
    void theScorecardToPrintIsOfThePastDay() {
        pick("2026-03-02");
        see("#connection", "History: 2026-03-02");
        cell("P-4713", "parent").click();
        Page card = page.waitForPopup(() -> page.locator("#detail a.card").click());

        see(card.locator("h1"), "P-4713");
        see(card.locator("footer"), "Of 2026-03-02, as of 2026-03-02T14:30:00");
        card.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "past-card.png")).setFullPage(true));
    }

    @Test
    void aDayThatCouldNotBeReadIsToldToThePageThatAskedForIt() {
        past.progress(.42);
        pick("2026-03-02");
        see("#connection", "Reading 2026-03-02: 42 % read");
        page.waitForCondition(() -> past.named() == RecordedPastDays.RUN);

        past.fail("the disk is gone");

        see("#notice", "2026-03-02: the days asked for cannot be read now: the disk is gone");
    }

    @Test
    void aDayThatCannotBeHadSaysWhyAndWhichThereAre() {
        past.giveUp();
        pick("2026-02-27");

        see("#notice", "2026-02-27: what was before 2026-03-02 is no longer kept; there are days from 2026-03-02 to 2026-03-03");
        see("#empty-title", "No parent order on 2026-02-27");
        page.keyboard().press("Alt+l");
        see("#connection", "Live");
        assertThat(page.locator("#notice")).isHidden();
    }

    @Test
    void aServiceThatKnowsNoDaysShowsNoPicker() {
        service.past(null);
        open(ColorScheme.LIGHT, 1440, 900);
        see("#connection", "Live");
        see(cell("T-1", "parent"), "T-1");

        assertThat(page.locator("#day")).hasCount(0);
        noComplaints();
    }

    @Test
    void thePickerAndAPastDayHaveNamesAndContrastForEverybody() throws Exception {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            pick(scheme, "2026-03-02");
            see("#connection", "History: 2026-03-02");
            see(cell("P-4711", "parent"), "P-4711");
            assertThat(page.getByLabel("Trading day", new Page.GetByLabelOptions().setExact(true))).isVisible();
            assertEquals(List.of(), barriers(), scheme.name());
            shoot("past-" + scheme.name().toLowerCase(Locale.ROOT));
            context.close();
        }
    }

    private void pick(String day) {
        pick(ColorScheme.LIGHT, day);
    }

    private void pick(ColorScheme scheme, String day) {
        open(scheme, 1440, 900);
        see(cell("T-1", "parent"), "T-1");
        page.fill("#day", day);
        page.dispatchEvent("#day", "change");
    }
}
