package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.SwitchState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What persons decide about switches on the board. */
@Timeout(120)
class SwitchTest extends DeskBoard {
    @Test
    void aTraderApprovesByTheKeyboardAloneAndSeesItApproved() {
        day();
        proposed();
        String token = service.token("jane", "trader", DESK);
        open(ColorScheme.LIGHT, 1600, 1000);
        see("#door", "Token");
        page.keyboard().type(token);
        page.keyboard().press("Enter");
        advised("P-4713", "Proposed: LIQUIDITY_SEEKER");
        tabTo(".ag-header-cell");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ag-header-cell[col-id='grade']")).hasAttribute("aria-sort", "descending");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        see("#advice .proposal", "VWAP → LIQUIDITY_SEEKER");
        see("#advice .proposal", "maxPart 0.05");
        see("#advice .proposal", "evidence 65.8200 (at least 50)");
        see("#advice .proposal", "The host says that it can send it.");
        see("#advice .left", "s left");
        see("#objections", "the instrument is halted");
        page.locator("#advice").scrollIntoViewIfNeeded();
        shoot("proposal-light");

        tabTo("#advice .approve");
        page.keyboard().press("Enter");

        see("#advice .state", "Approved");
        see("#advice .answer", "Taken at");
        see("#advice .steps", "Proposed 14:30:00.000 UTC");
        see("#advice .steps", "Approved 14:30:05.000 UTC");
        see("#advice .who", "Decided by jane");
        assertThat(page.locator("#advice .answer")).isFocused();
        assertThat(page.locator("#advice .approve")).hasCount(0);
        assertEquals(SwitchState.APPROVED, scorecard.switches().find(1).state());
        assertEquals("jane", scorecard.switches().find(1).who());
        shoot("approved-light");
        page.keyboard().press("Escape");
        advised("P-4713", "Approved: LIQUIDITY_SEEKER");
        noComplaintsBut(401);
    }

    @Test
    void whatIsNoLongerToBeDecidedIsSaidInWords() {
        day();
        proposed();
        enter(ColorScheme.LIGHT, service.token("jane", "trader", DESK));
        cell("P-4713", "parent").click();
        assertThat(page.locator("#advice .reject")).isVisible();
        page.route("**/v1/switches", Route::abort);   // the page learns of nothing but by its own decision
        propose(1, scorecard.find("P-4713"), scorecard.name(NameKind.DESK, DESK), SwitchState.EXPIRED, "nobody decided in time");

        page.locator("#advice .reject").click();

        see("#advice .answer", "Not taken: switch 1 is EXPIRED, and no longer to be decided.");
        page.unroute("**/v1/switches");
        see("#advice .state", "Expired");
        assertThat(page.locator("#advice .reject")).hasCount(0);
    }

    @Test
    void anOrderIsTakenOverAndReleased() {
        day();
        proposed();
        enter(ColorScheme.DARK, service.token("jane", "trader", DESK));
        cell("P-4711", "parent").click();
        see("#detail h2", "P-4711");

        page.locator("#advice .take-over").click();
        see("#taken-over", "Taken over by jane");
        advised("P-4711", "Taken over: jane");
        page.locator("#advice .release").click();

        assertThat(page.locator("#taken-over")).hasCount(0);
        assertThat(page.locator("#advice .take-over")).isVisible();
        noComplaintsBut(401);
    }

    @Test
    void whoMayOnlyLookSeesTheProposalAndNoButton() {
        day();
        proposed();
        enter(ColorScheme.LIGHT, service.token("vera", "viewer", DESK));
        cell("P-4713", "parent").click();
        see("#advice .proposal", "VWAP → LIQUIDITY_SEEKER");
        see(desk(DESK), "ADVISE");

        assertThat(page.locator("#advice .buttons button")).hasCount(0);
        assertThat(page.locator("leakage-desks button")).hasCount(0);
        noComplaintsBut(401);
    }

    @Test
    void aKillTakesTwoStepsAndToLetItGoOnTwoPersons() {
        day();
        proposed();
        String rita = service.token("rita", "trader", DESK);
        String paul = service.token("paul", "trader", DESK);
        enter(ColorScheme.LIGHT, service.token("jane", "trader", DESK));

        desk(DESK).locator(".kill").click();
        assertThat(desk(DESK).locator(".sure-no")).isFocused();
        shoot("kill-sure-light");
        page.keyboard().press("Enter");
        assertThat(desk(DESK).locator(".sure")).hasCount(0);
        assertEquals("", scorecard.switches().desks().get(0).killed(), "the first step alone stops nothing");
        desk(DESK).locator(".kill").click();
        desk(DESK).locator(".sure-yes").click();

        see(desk(DESK), "stopped by jane");
        see("leakage-desks .answer", "killed by jane");
        assertEquals("jane", scorecard.switches().desks().get(0).killed());
        shoot("killed-light");
        as(rita);
        desk(DESK).locator(".rearm").click();
        see(desk(DESK), "rita asks to let it go on, a second person has to");
        assertThat(desk(DESK).locator(".rearm")).hasCount(0);
        as(paul);
        desk(DESK).locator(".rearm").click();
        see("leakage-desks .answer", "rearmed by rita and paul");
        assertThat(desk(DESK).locator(".kill")).isVisible();
        noComplaintsBut(401);
    }

    @Test
    void onlyWhoIsOverAllDesksStopsTheFirm() {
        day();
        proposed();
        enter(ColorScheme.DARK, service.token("jane", "trader", DESK));
        assertThat(desk(DESK).locator(".kill")).isVisible();
        assertThat(desk("")).hasCount(0);
        as(service.token("ada", "admin", "*"));

        desk("").locator(".kill").click();
        desk("").locator(".sure-yes").click();

        see(desk(""), "stopped by ada");
        assertThat(desk("").locator(".rearm")).isVisible();
        shoot("firm-killed-dark");
        noComplaintsBut(401);
    }

    @Test
    void neitherTheProposalNorTheKillHasABarrier() throws Exception {
        day();
        proposed();
        String token = service.token("jane", "trader", DESK);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            enter(scheme, token);
            cell("P-4713", "parent").click();
            assertThat(page.locator("#advice .approve")).isVisible();
            desk(DESK).locator(".kill").click();
            assertEquals(List.of(), barriers(), scheme.name());
            desk(DESK).locator(".sure-yes").click();
            see(desk(DESK), "stopped by jane");
            assertEquals(List.of(), barriers(), scheme.name() + ", stopped");
            context.close();
            proposed();
        }
    }

    /** Looks at the blotter's column of advice on a screen wide enough for it. */
    private void advised(String order, String text) {
        page.setViewportSize(3000, 1000);
        see(cell(order, "advice"), text);
        page.setViewportSize(1600, 1000);
    }

    /** Another person takes the page. */
    private void as(String token) {
        page.locator("#forget").click();
        page.locator("#door-token").fill(token);
        page.keyboard().press("Enter");
        see(cell("P-4713", "evidence"), "1 in 65");
    }
}
