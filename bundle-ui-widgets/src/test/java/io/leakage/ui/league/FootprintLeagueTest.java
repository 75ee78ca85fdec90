package io.leakage.ui.league;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Ask;
import io.leakage.api.score.Ask.After;
import io.leakage.api.score.Ask.Outcome;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.EvidenceCard.Look;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.DeskScorecard;
import io.leakage.ui.text.LeagueJson;
import io.leakage.ui.text.LeagueText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An order in AAA whose 24 footprints leaked 1 and 3 bps in turn a second after them, every fourth of them a fill; one in BBB with five
 * that leaked 9 and 11; and of each order one that is not answered yet.
 */
class FootprintLeagueTest {
    private static final long SECOND = 1_000_000_000L;

    private final RecordedScorecard scorecard = new RecordedScorecard();

    FootprintLeagueTest() {
        order("A", "AAA", 24, 1);
        order("B", "BBB", 5, 9);
    }

    private void order(String id, String symbol, int footprints, double least) {
        int parent = scorecard.begin(id, "desk", symbol, Side.BUY, 10_000);
        int child = scorecard.child(parent, id + "-1", 10_000, 100);
        scorecard.change(parent, row -> RecordedScorecard.point(row, Measure.EVIDENCE, 3));
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < footprints; i++) {
            boolean filled = i % 4 == 3;
            if (filled) {
                scorecard.fill(parent, child, id + i, i * SECOND + 500_000, 100, 200);
            }
            looks.add(look(i, child, filled ? "ACCEPTED FILLED" : "ACCEPTED", Horizon.AFTER_1S, "COUNTED", least + i % 2 * 2));
            looks.add(look(i, child, "ACCEPTED", Horizon.AFTER_10MS, "COUNTED", -50));
        }
        looks.add(look(footprints, child, "LEFT", Horizon.AFTER_1S, "OPEN", Double.NaN));
        scorecard.show(new EvidenceCard(parent, "1", 0, 0, footprints + 1, 0, looks));
    }

    private static Look look(int second, int child, String kinds, Horizon horizon, String fate, double excess) {
        return new Look(second * SECOND, child, kinds, horizon, fate, excess + .5, .5, .9, 1, 0, List.of());
    }

    @Test
    void aGroupsMeanIsOfWhatItsFootprintsLeakedBeyondTheirPlacebos() {
        League league = League.of(scorecard, Measure.LEAK_1S, By.SYMBOL);
        Standing first = league.standings().get(0);

        assertEquals(29, league.fills());
        assertEquals("AAA", first.group());
        assertEquals(24, first.fills());
        assertEquals(2, first.mean(), 1e-12);
        assertEquals(1, first.waiting());
        assertEquals(6 * 200, first.quantity());
        assertTrue(first.lo() < 2 && 2 < first.hi(), first.lo() + " … " + first.hi());
    }

    @Test
    void tooFewFootprintsAreToldAndNotRanked() {
        Standing last = League.of(scorecard, Measure.LEAK_1S, By.SYMBOL).standings().get(1);

        // three times 9, twice 11: far worse than AAA's 2, yet behind it
        assertEquals("BBB", last.group());
        assertEquals(9.8, last.mean(), 1e-12);
        assertTrue(last.fills() < League.leastFootprints());
        // the ninth decile of all 29 is 9 at least: all five are among the worst tenth, or the two of 11
        assertTrue(last.worst() >= .4, "worst " + last.worst());
    }

    @Test
    void whatTookNothingIsComparedApart() {
        League league = League.of(scorecard, Measure.SIGNAL_1S, By.LIQUIDITY);

        // 24 less 6 fills, 5 less 1
        assertEquals(1, league.standings().size());
        assertEquals("took nothing", league.standings().get(0).group());
        assertEquals(22, league.standings().get(0).fills());
    }

    @Test
    void aFillBelongsToItsOwnVenueAndARestToItsChilds() {
        assertEquals(List.of("XNAS"), League.of(scorecard, Measure.LEAK_1S, By.VENUE).standings().stream().map(Standing::group).toList());
        assertEquals(List.of("removed", "took nothing"), League.of(scorecard, Measure.LEAK_1S, By.LIQUIDITY).standings().stream()
                .map(Standing::group).sorted().toList());
    }

    /** DA was asked 30 times with nothing behind it; DB won 24 times with 2 bps behind it and lost 4 times with 8. */
    private void ask() {
        for (int i = 0; i < 30; i++) {
            ask("DA", i % 2 == 0 ? Outcome.LOST : Outcome.OPEN, i % 2 - .5);
        }
        for (int i = 0; i < 24; i++) {
            ask("DB", Outcome.WON, 1 + i % 2 * 2);
        }
        for (int i = 0; i < 4; i++) {
            ask("DB", Outcome.LOST, 8);
        }
    }

    private void ask(String firm, Outcome outcome, double excess) {
        scorecard.ask(new Ask(0, -1, 0, Side.BUY, 0, 500, scorecard.name(NameKind.TEXT, firm), outcome, 0, 0, 0,
                List.of(new After(Horizon.AFTER_10MS, "CROWDED", Double.NaN, Double.NaN, Double.NaN),
                        new After(Horizon.AFTER_1S, "COUNTED", excess + .5, .5, .9))));
    }

    @Test
    void whoWasAskedForQuotesIsRankedByWhatFollowedEachAsk() {
        ask();
        List<Standing> firms = League.of(scorecard, Measure.LEAK_1S, By.ASKED).standings();

        assertEquals(List.of("DB", "DA"), firms.stream().map(Standing::group).toList());
        // 24 of mean 2 and 4 of 8
        assertEquals(80.0 / 28, firms.get(0).mean(), 1e-12);
        assertEquals(28, firms.get(0).fills());
        assertEquals(28 * 500, firms.get(0).quantity());
        assertEquals(0, firms.get(1).mean(), 1e-12);
        assertEquals(28, League.of(scorecard, Measure.LEAK_10MS, By.ASKED).standings().stream().filter(one -> one.group().equals("DB"))
                .findFirst().orElseThrow().leftOut());
    }

    @Test
    void winnersAndLosersStandApartByCounterpartyAndTooFewAreNotRanked() {
        ask();
        List<Standing> rows = League.of(scorecard, Measure.LEAK_1S, By.COUNTERPARTY).standings();

        assertEquals(24, row(rows, "DB asked, won").fills());
        assertEquals(2, row(rows, "DB asked, won").mean(), 1e-12);
        assertEquals(8, row(rows, "DB asked, lost").mean(), 1e-12);
        assertEquals(15, row(rows, "DA asked, open").fills());
        // fills of the orders stand beside them
        assertEquals(29, row(rows, "not told").fills());
        assertTrue(rows.indexOf(row(rows, "DB asked, lost")) > rows.indexOf(row(rows, "DB asked, won")), "four are not ranked");
    }

    private static Standing row(List<Standing> rows, String group) {
        return rows.stream().filter(row -> row.group().equals(group)).findFirst().orElseThrow(() -> new AssertionError(rows));
    }

    @Test
    void whoMaySeeADeskSeesTheAsksOfItsOrdersOnly() {
        ask();
        scorecard.ask(new Ask(1, 0, 0, Side.BUY, 0, 500, scorecard.name(NameKind.TEXT, "DC"), Outcome.OPEN, 0, 0, 0, List.of()));

        assertEquals(59, new DeskScorecard(scorecard, desk -> true).asks().size());
        assertEquals(1, new DeskScorecard(scorecard, "desk"::equals).asks().size());
        assertEquals(0, new DeskScorecard(scorecard, "other"::equals).asks().size());
    }

    @Test
    void theTableAsTextAndAsJson() {
        League league = League.of(scorecard, Measure.LEAK_1S, By.SYMBOL);
        String text = LeagueText.of(league);

        assertTrue(text.contains("; 29 footprints\n"), text);
        assertTrue(text.contains("\nAAA             24    1200 "), text);
        assertTrue(text.endsWith("groups below 20 footprints stand behind the others; of each order its newest footprints"), text);
        assertTrue(LeagueJson.of(league).startsWith("{\"measure\":\"leak_1s\",\"unit\":\"bps\",\"by\":\"symbol\",\"fills\":29,"));
    }
}
