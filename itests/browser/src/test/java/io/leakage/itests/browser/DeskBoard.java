package io.leakage.itests.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.event.Absent;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.AlgoSwitch.Capable;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchState;
import io.leakage.ui.RecordedDecisions;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.web.DeskServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The board over a service with desks, tokens and switches. */
abstract class DeskBoard extends OpenedBoard {
    static final long SECOND = 1_000_000_000L;
    static final String DESK = "equities-us";

    DeskServer service;

    @BeforeEach
    void startService() throws Exception {
        service = new DeskServer(scorecard, columns, new RecordedDecisions(scorecard), null);
        service.desk(DESK);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Override
    String address() {
        return service.base() + "/";
    }

    /** Switch 1 of the order that leaks is proposed, desk and firm may switch, and a guard has spoken against another. */
    void proposed() {
        int parent = scorecard.find("P-4713");
        int desk = scorecard.name(NameKind.DESK, DESK);
        propose(1, parent, desk, SwitchState.PROPOSED, "");
        scorecard.switches().put(new SwitchDesk(desk, "ADVISE", "", 0, "", "", List.of(), ""));
        scorecard.switches().object(new Objection(parent, RecordedScorecard.ARRIVAL, "us-equities", 3, "fades", "NO_VETO",
                "the instrument is halted"));
    }

    void propose(long number, int parent, int desk, SwitchState state, String reason) {
        scorecard.switches().put(new AlgoSwitch(number, "LS.1." + number, parent, desk, "us-equities", 3, "leaks", "ADVISE", state,
                new AlgoSwitch.Replaced(0, Absent.NAME, Absent.NAME, scorecard.name(NameKind.TEXT, "VWAP"), 1_000, Absent.LONG, 0, 0),
                "LIQUIDITY_SEEKER", Map.of("maxPart", "0.05"), RecordedScorecard.ARRIVAL, RecordedScorecard.ARRIVAL + 60 * SECOND,
                RecordedScorecard.ARRIVAL, 1, Capable.YES, List.of("evidence 65.8200 (at least 50)", "leak_1s 1.5000 bps (at least 1)"), "",
                reason));
    }

    /** Opens the page and enters a token. */
    void enter(ColorScheme scheme, String token) {
        open(scheme, 1600, 1000);
        see("#door", "Token");
        page.locator("#door-token").fill(token);
        page.keyboard().press("Enter");
        see(cell("P-4713", "evidence"), "1 in 65");
    }

    /** Tabs until the keyboard is on what the selector says. */
    void tabTo(String selector) {
        for (int i = 0; i < 200; i++) {
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not come to " + selector + ": " + page.evaluate("document.activeElement.outerHTML"));
    }

    Locator desk(String id) {
        return page.locator("leakage-desks li[data-desk='" + id + "']");
    }

    /** The console is silent but for what the browser itself says of answers with these statuses. */
    void noComplaintsBut(int... statuses) {
        for (int status : statuses) {
            complaints.removeIf(one -> one.contains("the server responded with a status of " + status));
        }
        assertEquals(List.of(), complaints, "what the browser's console says");
    }
}
