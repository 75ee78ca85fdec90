package io.leakage.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.EvidenceCard.Look;
import io.leakage.api.score.EvidenceCard.Placebo;
import io.leakage.api.score.Horizon;
import io.leakage.ui.RecordedScorecard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An order's footprints with their placebos, and whether its desk names it leaking. */
@Timeout(120)
class EvidenceTest extends DeskBoard {
    private static final List<Horizon> HORIZONS = List.of(Horizon.AFTER_10MS, Horizon.AFTER_100MS, Horizon.AFTER_1S, Horizon.AFTER_10S);

    @Test
    void theNewestFootprintsStandWithTheirPlacebosAndTheWayOfTheEvidence() throws Exception {
        day();
        footprints(scorecard.find("P-4713"));
        open(ColorScheme.LIGHT, 1600, 1000);
        cell("P-4713", "parent").click();
        page.locator("#evidence > summary").click();

        see("#figure-path .said", "E went from 1.10 to 65.82 over the newest 24 looks, at most 65.82, at least 1.10.");
        see("#evidence .verdict", "Rule leaks (us-equities version 3) fired last at 14:30:00.900 UTC: Red.");
        see("#evidence .replay", "from the journal up to event 1,234 with seed 2a by e-1");
        see("#evidence", "31 shown so far, the oldest 7 no longer held");
        assertThat(page.locator("#footprints tbody tr")).hasCount(25);
        see(page.locator("#footprints tbody tr").first(), "Crowded");
        see(page.locator("#footprints tbody tr").nth(1), "Accepted, Filled (child 1)");
        see(page.locator("#footprints tbody tr").nth(1), "9: -0.55 … +1.05");
        page.locator("#footprints .placebos summary").first().click();
        see("#footprints .placebos[open] ul", "14:29:59.000 -0.55");
        assertThat(page.locator("#figure-path canvas")).isVisible();
        assertEquals(List.of(), barriers());
        page.setViewportSize(1600, 3000);
        page.locator("#figure-response").scrollIntoViewIfNeeded();
        shoot("evidence-light");
        page.locator("#theme").click();
        shoot("evidence-dark");
        noComplaints();
    }

    @Test
    void anOrderThatItsDeskNamesIsMarkedAndTheOthersAreNot() {
        day();
        scorecard.discover(new Discoveries(DESK, .2, 4, 20, List.of(scorecard.find("P-4713"))));
        open(ColorScheme.LIGHT, 1600, 1000);

        see(cell("P-4713", "evidence"), "◆ 1 in 65");
        assertThat(cell("P-4712", "evidence")).hasText("1 in 2");
        cell("P-4713", "parent").click();
        see("#named", "Named leaking on desk equities-us: of those named at most 20 % are wrong on average (E of at least "
                + "20.0, 4 orders held");
        shoot("named-light");
        scorecard.discover(new Discoveries(DESK, .2, 4, Double.POSITIVE_INFINITY, List.of()));
        assertThat(page.locator("#named")).hasCount(0);
        page.locator("#detail .close").click();
        assertThat(cell("P-4713", "evidence")).hasText("1 in 65");
        noComplaints();
    }

    /** 24 looks that counted, by which E rose from 1.10 to 65.82, and one that was left out. */
    private void footprints(int parent) {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            List<Placebo> placebos = new ArrayList<>();
            for (int k = 0; k < 9; k++) {
                placebos.add(new Placebo(RecordedScorecard.ARRIVAL - (1 + k) * SECOND, -.55 + .2 * k));
            }
            looks.add(new Look(RecordedScorecard.ARRIVAL + i * 50_000_000L, i % 6 == 5 ? 0 : i % 6, "ACCEPTED FILLED",
                    HORIZONS.get(i % 4), "COUNTED", 1.5 + i % 3, .25, .9, 1.1 * Math.pow(65.82 / 1.1, i / 23.0),
                    i % 5 == 0 ? 1 : 0, placebos));
        }
        looks.add(new Look(RecordedScorecard.ARRIVAL + 2 * SECOND, -1, "LEFT", Horizon.AFTER_1S, "CROWDED", Double.NaN, Double.NaN,
                Double.NaN, Double.NaN, -1, List.of()));
        scorecard.show(new EvidenceCard(parent, "e-1", 42, 1_234, 31, 7, looks));
    }
}
