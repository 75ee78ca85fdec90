package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import io.leakage.api.event.Side;
import io.leakage.api.score.Grade;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.LeakageEvent;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks under the same rule; the market goes five basis points against both, and the rule asks for three. */
class DesksInForceTest {
    private static final String RULES = ("{'version': 1, 'id': 'test', 'rules': [{'id': 'r', 'grade': 'RED', "
            + "'when': {'measure': 'drift', 'atLeast': {'bps': 3}}}]}").replace('\'', '"');

    private final ReplayEngine engine = new ReplayEngine();
    private final DeskInlet desk = engine.inlets().desk();
    private final Tape.Player player = new Tape.Player(engine.inlets());

    @Test
    void rulesSwitchedOffForOneDeskGoOnForTheOther() {
        twoDesksInRed();

        desk.terms("us", terms(EnumSet.of(DeskFeature.COLUMNS, DeskFeature.SWITCHING), DeskMode.AUTO));
        assertEquals(Grade.CANNOT_SAY, row(0).grade());
        assertEquals(Grade.RED, row(1).grade());

        desk.terms("us", DeskTerms.DEFAULT);
        assertEquals(Grade.RED, row(0).grade());
    }

    @Test
    void aDeskThatIsOffIsNotJudged() {
        twoDesksInRed();

        desk.terms("us", terms(DeskTerms.DEFAULT.features(), DeskMode.OFF));

        assertEquals(Grade.CANNOT_SAY, row(0).grade());
        assertEquals(Grade.RED, row(1).grade());
    }

    @Test
    void aChangeOfOneDeskFiresNoRuleOfAnotherAgain() {
        twoDesksInRed();
        assertEquals(2, engine.scorecard().verdicts().size());
        long version = row(1).version();

        desk.terms("us", terms(DeskTerms.DEFAULT.features(), DeskMode.ADVISE));
        desk.rules("us", RULES.replace("'version': 1", "'version': 2"));

        assertEquals(1, engine.scorecard().verdicts().stream().filter(verdict -> verdict.parent() == 1).count());
        assertEquals(version, row(1).version());
    }

    @Test
    void theFirstKeyThatADeskHasClaimedDecides() {
        desk.claim("by-broker", OrderKey.BROKER, "BRK", true);
        desk.claim("by-account", OrderKey.ACCOUNT, "A", true);
        player.quote(millis(0), Tape.price("99.99"), Tape.price("100.01"));
        player.orders.accept(new Tape.Message('D', millis(1)).id("P").account("A").broker("BRK").side(Side.BUY).quantity(100).message());
        player.orders.accept(new Tape.Message('D', millis(1)).id("Q").account("B").broker("BRK").side(Side.BUY).quantity(100).message());
        player.orders.accept(new Tape.Message('D', millis(1)).id("R").account("B").broker("BB").side(Side.BUY).quantity(100).message());

        assertEquals("by-account", deskOf(0));
        assertEquals("by-broker", deskOf(1));
        assertEquals(Absent.NAME, row(2).desk());
    }

    @Test
    void anOrderOfNoDeskBecomesThatOfADeskThatClaimsItLaterAndOneOfAnotherStays() {
        desk.claim("first", OrderKey.BROKER, "BRK", true);
        player.quote(millis(0), Tape.price("99.99"), Tape.price("100.01"));
        player.orders.accept(new Tape.Message('D', millis(1)).id("P").account("A").side(Side.BUY).quantity(100).message());
        player.orders.accept(new Tape.Message('D', millis(1)).id("Q").account("A").broker("BRK").side(Side.BUY).quantity(100).message());
        assertEquals(Absent.NAME, row(0).desk());

        desk.desk("late", "A", true);

        assertEquals("late", deskOf(0));
        assertEquals("first", deskOf(1));
    }

    @Test
    void whatADeskTakesBackAnotherKeepsThatHasClaimedItSince() {
        desk.claim("old", OrderKey.ACCOUNT, "A", true);
        desk.claim("new", OrderKey.ACCOUNT, "A", true);
        desk.claim("old", OrderKey.ACCOUNT, "A", false);
        arrived("P", "A");

        assertEquals("new", deskOf(0));
    }

    @Test
    void termsAreReadAsTheyWereWritten() {
        DeskTerms terms = new DeskTerms(Set.of(DeskFeature.SWITCHING, DeskFeature.BOARD), DeskMode.ADVISE, 100, 10_000, 600, 1_000,
                86_400_000_000_000L, 0.123456789012345, 3_600_000_000_000L, 0.05);
        LeakageEvent event = new LeakageEvent();
        write(TermsText.of(terms), event);

        assertEquals(terms, TermsText.read(event));
        write(TermsText.of(null), event);
        assertEquals(null, TermsText.read(event));
    }

    @Test
    void termsThatNoEventHasRoomForAreRefusedAndTheNextAreTaken() {
        int most = Integer.MAX_VALUE;
        DeskTerms longest = new DeskTerms(Set.of(DeskFeature.values()), DeskMode.OBSERVE, most, most, most, most, Long.MAX_VALUE,
                0.12345678901234568, Long.MAX_VALUE, 0.12345678901234568);
        assertThrows(IllegalArgumentException.class, () -> desk.terms("us", longest));
        desk.terms("us", DeskTerms.DEFAULT);
        desk.claim("us", OrderKey.ACCOUNT, "A", true);
        arrived("P", "A");
        assertEquals("us", deskOf(0));
    }

    @Test
    void termsOfAnOlderJournalThatAreOutOfRangeBecomeTheNearestInIt() {
        LeakageEvent event = new LeakageEvent();
        write("0 OBSERVE -1 20 5 5 -7 15.0 60 NaN".getBytes(StandardCharsets.US_ASCII), event);
        DeskTerms read = TermsText.read(event);
        assertEquals(0, read.maxSwitchesPerParent(), "none, not any number");
        assertEquals(0, read.cooldownNanos());
        assertEquals(1, read.minimumRemaining());
        assertEquals(DeskTerms.DEFAULT.falseDiscoveryRate(), read.falseDiscoveryRate());
    }

    private static void write(byte[] text, LeakageEvent event) {
        event.textLength = text.length;
        System.arraycopy(text, 0, event.text(), 0, text.length);
    }

    @Test
    void aDeskIsHeldToItsOwnFalseDiscoveryRateForAsLongAsItIsThere() {
        DeskTerms usual = DeskTerms.DEFAULT;
        desk.terms("us", new DeskTerms(usual.features(), usual.mode(), 1, 20, 5, 5, 0, 0, 1, .05));
        assertEquals(.05, engine.scorecard().discoveries("us").rate());
        assertEquals(.20, engine.scorecard().discoveries("eu").rate());

        desk.terms("us", null);
        assertEquals(.20, engine.scorecard().discoveries("us").rate());
    }

    @Test
    void aReplayKnowsWhatWasOnWhen(@TempDir Path dir) throws Exception {
        try (LeakageEngine running = new LeakageEngine(new EngineOptions(64, EngineOptions.Wait.BLOCKING, dir, null, false, 4))) {
            Tape.Player into = new Tape.Player(running.inlets());
            DeskInlet told = running.inlets().desk();
            told.rules(null, RULES);
            told.desk("us", "A", true);
            told.terms("us", terms(EnumSet.noneOf(DeskFeature.class), DeskMode.AUTO));
            into.quote(millis(0), Tape.price("99.99"), Tape.price("100.01"));
            into.orders.accept(new Tape.Message('D', millis(1)).id("P").account("A").side(Side.BUY).quantity(100).message());
            into.quote(millis(1_000), Tape.price("100.04"), Tape.price("100.06"));
        }
        ReplayEngine again = new ReplayEngine();
        again.replay(dir);
        assertEquals(0, again.scorecard().verdicts().size());
        again.inlets().desk().terms("us", DeskTerms.DEFAULT);
        assertEquals(1, again.scorecard().verdicts().size());

        // an engine that starts again does not take what the journal says for what is configured now
        try (LeakageEngine restarted = new LeakageEngine(new EngineOptions(64, EngineOptions.Wait.BLOCKING, dir, null, false, 4))) {
            awaitVerdict(restarted.scorecard());
        }
    }

    private static void awaitVerdict(Scorecard scorecard) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (scorecard.verdicts().isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the terms of a desk that is not configured are still in force");
            Thread.onSpinWait();
        }
    }

    private void twoDesksInRed() {
        desk.rules(null, RULES);
        desk.desk("us", "A", true);
        desk.desk("eu", "B", true);
        desk.terms("us", DeskTerms.DEFAULT);
        desk.terms("eu", DeskTerms.DEFAULT);
        player.quote(millis(0), Tape.price("99.99"), Tape.price("100.01"));
        arrived("P", "A");
        arrived("Q", "B");
        player.quote(millis(1_000), Tape.price("100.04"), Tape.price("100.06"));
        assertEquals(Grade.RED, row(0).grade());
        assertEquals(Grade.RED, row(1).grade());
    }

    private void arrived(String id, String account) {
        player.orders.accept(new Tape.Message('D', millis(1)).id(id).account(account).side(Side.BUY).quantity(100).message());
    }

    private static DeskTerms terms(Set<DeskFeature> features, DeskMode mode) {
        return new DeskTerms(features, mode, 1, 20, 5, 5, 300_000_000_000L, 0.15, 60_000_000_000L);
    }

    private ParentRow row(int parent) {
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(parent, row));
        return row;
    }

    private String deskOf(int parent) {
        return engine.scorecard().text(NameKind.DESK, row(parent).desk());
    }

    private static long millis(double millis) {
        return Tape.START + Math.round(millis * 1e6);
    }
}
