package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.web.WebServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BlotterTest extends OpenedBoard {
    @Test
    void beforeTheFirstOrderThePageSaysSoAndThenShowsItByItself() {
        open(ColorScheme.LIGHT, 1440, 900);
        see("#empty-title", "No parent order yet");
        shoot("empty-light");

        tell(scorecard.golden("P-1"));

        see("#connection", "Live");
        see(cell("P-1", "parent"), "P-1");
        assertThat(page.locator("#empty")).hasCount(0);
        noComplaints();
    }

    @Test
    void aRowChangesInPlaceWithoutReload() {
        int parent = scorecard.golden("P-1");
        open(ColorScheme.LIGHT, 1440, 900);
        see(cell("P-1", "drift"), "+2.9997");
        page.evaluate("window.sameDocument = true");

        change(parent, row -> {
            RecordedScorecard.point(row, Measure.DRIFT, 50_000 / 10_001.0);
            row.grade(Grade.RED);
        });

        see(cell("P-1", "drift"), "+4.9995");
        assertThat(cell("P-1", "grade").locator(".grade")).hasAttribute("aria-label", "Red");
        assertEquals(true, page.evaluate("window.sameDocument"));
        noComplaints();
    }

    @Test
    void theDayIsReadableInLightAndDark() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);
        see(cell("P-1", "leakage_cost"), "+300.00");
        shoot("day-light");
        context.close();

        open(ColorScheme.DARK, 1600, 900);
        see(cell("P-1", "leakage_cost"), "+300.00");
        assertEquals("rgb(20, 27, 35)", page.evaluate("getComputedStyle(document.querySelector('.bar')).backgroundColor"));
        shoot("day-dark");
        page.locator("#theme").click();
        assertEquals("rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.querySelector('.bar')).backgroundColor"));
        page.reload();
        see(cell("P-1", "leakage_cost"), "+300.00");
        assertEquals("rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.querySelector('.bar')).backgroundColor"));
        noComplaints();
    }

    @Test
    void anAlgoIsShownByItsNameAndByTagAndValueWhereNobodyTellsOne() {
        day();
        scorecard.algo("847=1003", "LIQUIDITY_SEEKER");
        scorecard.change(scorecard.find("P-1"), row -> row.strategy(scorecard.name(NameKind.TEXT, "1003")));
        scorecard.change(scorecard.find("P-4713"), row -> row.strategy(scorecard.name(NameKind.TEXT, "9001=SNIP")));
        open(ColorScheme.LIGHT, 3200, 900);

        see(cell("P-1", "algo"), "LIQUIDITY_SEEKER");
        see(cell("P-4713", "algo"), "9001=SNIP");
        cell("P-4713", "algo").hover();
        see(".explain", "no broker's file and no profile tells its name");
        assertThat(cell("P-4712", "algo")).hasText("–");
        shoot("algos-light");
        noComplaints();
    }

    @Test
    void whatIsNotThereIsADashWithItsReasonAndWhatIsDoubtfulIsPale() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);

        assertThat(cell("P-1", "post_trade_drift_1s")).hasText("–");
        cell("P-1", "post_trade_drift_1s").hover();
        see(".explain", "no number: the order is still working");
        assertThat(cell("P-4711", "drift")).hasClass(Pattern.compile("\\bdoubt\\b"));
        cell("P-4711", "drift").hover();
        see(".explain", "market data was lost");
        see(".explain", "the truth lies between 3.9 and 4.5");
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

        see(cell("P-1", "drift"), "+2.9997");
        cell("P-1", "drift").hover();
        see(".explain", "as of message 4711, order event 12, version 2, clock unsync, no bound");
        see(".explain", "1e4 · 1 · (100.04 − 100.01) / 100.01");
        Object paper = page.evaluate("getComputedStyle(document.querySelector(\".ag-row[row-id='P-1'] .grade\")).backgroundImage");
        assertTrue(paper.toString().contains("repeating-linear-gradient"), paper.toString());
        cell("P-1", "parent").click();
        see("#detail", "Amended (1)");
        see("#detail", "1 of 8 order times too coarse");
        see("#detail", "the machine's clock is not synchronised");
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
        server = new WebServer(servlet(), port);

        see("#connection", "Live");
        see(cell("P-NEW", "parent"), "P-NEW");
        assertThat(page.locator("#notice")).isHidden();
    }

    @Test
    void textFromTheWireStaysText() {
        String hostile = "<img src=x onerror=\"window.hacked=1\">";
        scorecard.golden(hostile);
        scorecard.begin("'\"/><svg onload=window.hacked=1>", "<b>desk</b>", "<script>window.hacked=1</script>", Side.SELL, 10);
        open(ColorScheme.LIGHT, 1440, 900);
        assertThat(page.locator(".ag-cell[col-id='parent']")).hasCount(2);

        page.locator(".ag-cell[col-id='parent']").first().click();
        see("#detail h2", hostile);
        page.locator("#detail .measure summary").first().click();
        see("#detail .measure[open] pre", "Slip bps");

        assertEquals(null, page.evaluate("window.hacked ?? null"));
        noComplaints();
    }

    @Test
    void aClickOnAHeaderSortsWithMissingValuesLast() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);
        see(cell("P-1", "parent"), "P-1");

        page.locator(".ag-header-cell[col-id='leakage_cost']").click();
        page.locator(".ag-header-cell[col-id='leakage_cost']").click();

        assertThat(page.locator(".ag-header-cell[col-id='leakage_cost']")).hasAttribute("aria-sort", "descending");
        assertEquals(List.of("P-4713", "P-4711", "P-1", "P-4712", "P-4714"), page.evaluate("""
                [...document.querySelectorAll('.ag-row[row-id]')].sort((a, b) => a.getAttribute('row-index') - b.getAttribute('row-index'))
                  .map(row => row.getAttribute('row-id'))"""));
        noComplaints();
    }

    @Test
    void whatAPersonChangesOnTheColumnsIsThereTheNextTime() {
        day();
        open(ColorScheme.LIGHT, 1600, 900);
        see(cell("P-1", "drift"), "+2.9997");

        page.locator("#columns").click();
        page.locator("#chooser input[name='drift']").uncheck();
        page.locator("#chooser input[name='markout_1s']").check();
        assertThat(page.locator(".ag-header-cell[col-id='drift']")).hasCount(0);
        shoot("columns-light");
        page.reload();

        see(cell("P-1", "parent"), "P-1");
        assertThat(page.locator(".ag-header-cell[col-id='drift']")).hasCount(0);
        page.locator("#columns").click();
        assertThat(page.locator("#chooser input[name='markout_1s']")).isChecked();
        page.locator("#reset").click();
        see(cell("P-1", "drift"), "+2.9997");
        noComplaints();
    }
}
