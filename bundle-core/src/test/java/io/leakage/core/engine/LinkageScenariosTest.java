package io.leakage.core.engine;

import static io.leakage.core.engine.ToldDesk.DAY;
import static io.leakage.core.engine.ToldDesk.child;
import static io.leakage.core.engine.ToldDesk.fill;
import static io.leakage.core.engine.ToldDesk.nanos;
import static io.leakage.core.engine.ToldDesk.report;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 57 and 60 to 67 of the drop-copy specification: what belongs together, and what is the same thing told twice. */
class LinkageScenariosTest {
    private final ToldDesk desk = new ToldDesk();

    @ParameterizedTest(name = "the legs are told first: {0}")
    @ValueSource(booleans = {false, true})
    void scenario57_aSpreadAndItsLegsCountOnTheLevelOfTheSpreadOnly(boolean legsFirst) {
        Tape.Message whole = fill(2, "S", "E1", 10, "0.50").legs('3').cum(10);
        Tape.Message near = leg("E2", "NEAR", "101");
        Tape.Message far = leg("E3", "FAR", "100.5");
        desk.tell(new Tape.Message('D', nanos(0), "SPREAD").id("S").parent("P").side(Side.BUY).quantity(10));
        desk.tell(legsFirst ? new Tape.Message[] {near, far, whole} : new Tape.Message[] {whole, near, far});

        assertEquals(10, desk.child().executed(), "not 30");
        assertEquals(10, desk.parent("P").executed());
        assertEquals(0.5, desk.parent("P").averagePrice(), 1e-9);
        assertEquals(3, desk.parent("P").fills(), "the legs are shown");
        assertTrue(desk.flagged(Flag.TOLD_ELSEWHERE));
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
        assertEquals("SPREAD", desk.scores().text(NameKind.INSTRUMENT, desk.parent("P").instrument()));
    }

    private static Tape.Message leg(String execution, String symbol, String price) {
        return new Tape.Message('8', nanos(2), symbol).id("S").execution(execution).exec('F', '1').last(10, price).legs('2').cum(10);
    }

    @Test
    void scenario57_legsOfTheOrdersOwnInstrumentCountWhenNobodyTellsTheWhole() {
        desk.tell(child(0, "C", 10), fill(2, "C", "E1", 10, "100").legs('2'));

        assertEquals(10, desk.parent("P").executed());
    }

    @Test
    void scenario60_aChildLinkedLaterIsCountedOnceAndNoLongerUnassigned() {
        desk.tell(new Tape.Message('D', nanos(0)).id("P").side(Side.BUY).quantity(300),
                new Tape.Message('D', nanos(1)).id("C").side(Side.BUY).quantity(300), fill(2, "C", "E1", 100, "100"));
        int own = desk.scores().find("C");
        assertArrayEquals(new int[] {own}, desk.scores().unassigned());
        assertTrue(Flag.PARENT_UNKNOWN.in(desk.parent("C").flags()));

        desk.tell(fill(3, "C", "E2", 100, "100").parent("P"));
        assertEquals(200, desk.parent("P").executed());
        assertArrayEquals(new int[0], desk.scores().unassigned());
        FillRow trace = new FillRow();
        assertTrue(desk.scores().readFill(own, 0, trace));
        assertEquals(0, trace.quantity(), "at its old place a trace, counting for nobody");
    }

    @Test
    void scenario60_aChildGivenToAnotherParentTakesItsFillsAlong() {
        desk.tell(child(0, "C", 300), fill(1, "C", "E1", 100, "100"), child(2, "D", 300), fill(3, "D", "E2", 50, "100"),
                fill(4, "C", "E3", 100, "102").parent("Q"));

        assertEquals(50, desk.parent("P").executed());
        assertEquals(200, desk.parent("Q").executed());
        assertEquals(101, desk.parent("Q").averagePrice(), 1e-9);
        assertTrue(Flag.RELINKED.in(desk.child("P", 0).flags()), "its place under P shows that it left");
        assertEquals(0, desk.child("P", 0).executed());
        assertEquals(desk.scores().find("Q"), desk.scores().find("C"));
        desk.tell(report(5, "C", 'H', '1').execution("E4").reference("E1").parent("Q"), fill(1, "C", "E1", 100, "100").possResend());
        assertEquals(100, desk.parent("Q").executed(), "the bust finds its execution where it is now; the repetition changes nothing");
        assertEquals(50, desk.parent("P").executed());
    }

    @ParameterizedTest(name = "the desk's own report comes first: {0}")
    @ValueSource(booleans = {false, true})
    void scenario60_theDesksReportOfAChildsExecutionIsNoSecondOne(boolean deskFirst) {
        Tape.Message street = fill(2, "C", "E1", 100, "100").cum(100);
        Tape.Message own = fill(2, "P", "E1", 100, "100").cum(100);
        desk.tell(new Tape.Message('D', nanos(0)).id("P").side(Side.BUY).quantity(300), child(1, "C", 100));
        desk.tell(deskFirst ? new Tape.Message[] {own, street} : new Tape.Message[] {street, own});

        assertEquals(100, desk.parent("P").executed());
        assertEquals(100, desk.child().executed());
        assertFalse(desk.flagged(Flag.CONFLICT));
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario60_aParentsIdUsedAgainTheNextDayIsAnotherParent() {
        desk.tell(new Tape.Message('D', nanos(0)).id("P").side(Side.BUY).quantity(100), child(1, "C", 100),
                fill(2, "C", "E1", 100, "100").exec('F', '2'),
                new Tape.Message('D', nanos(DAY)).id("P").side(Side.BUY).quantity(500), child(DAY + 1, "C", 500),
                fill(DAY + 2, "C", "E1", 200, "110"));

        ParentRow yesterday = new ParentRow();
        assertTrue(desk.scores().read(0, yesterday));
        assertEquals(100, yesterday.executed());
        assertEquals(200, desk.parent("P").executed(), "P is today's, and E1 is not yesterday's E1");
        assertEquals(500, desk.parent("P").quantity());
        assertFalse(desk.flagged(Flag.CONFLICT));
    }

    @Test
    void scenario60_childrenThatComeBeforeTodaysParentAreNotYesterdays() {
        desk.tell(new Tape.Message('D', nanos(0)).id("P").side(Side.BUY).quantity(100), child(1, "C", 100),
                fill(2, "C", "E1", 100, "100").exec('F', '2'),
                child(DAY, "C2", 500), fill(DAY + 1, "C2", "E2", 200, "110"),
                new Tape.Message('D', nanos(DAY - 1)).id("P").side(Side.BUY).quantity(500));

        assertEquals(200, desk.parent("P").executed());
        assertEquals(500, desk.parent("P").quantity());
        assertEquals(1, desk.parent("P").number());
        assertEquals(2, desk.scores().parents());
    }

    @Test
    void scenario61_copiesUnderAnotherAccountCountOncePerExecution() {
        desk.tell(child(0, "C", 100), fill(1, "C", "E1", 60, "100").match("M1").account("A"),
                fill(1, "C", "E1-B", 60, "100").match("M1").account("B"), fill(2, "C", "E2", 40, "100").match("M2").account("A"));

        assertEquals(100, desk.parent("P").executed());
        assertTrue(Flag.TOLD_ELSEWHERE.in(desk.fill("P", 1).flags()));
        assertEquals(0, desk.fill("P", 1).quantity());
    }

    @ParameterizedTest(name = "TrdSubType {0}: counted {1}")
    @CsvSource({"0, 60", "1, 60", "2, 60", "5, 60", "6, 60", "-1, 100", "7, 100"})
    void scenario61_aTransferBetweenAccountsIsNoExecution(int subType, long counted) {
        desk.tell(child(0, "C", 100), fill(1, "C", "E1", 60, "100"), fill(2, "C", "E2", 40, "100").booking(subType));

        assertEquals(counted, desk.parent("P").executed());
    }

    @Test
    void scenario61_oneMatchWithTwoOfOurOrdersIsTwoExecutions() {
        desk.tell(child(0, "C", 100), child(0, "D", 100), fill(1, "C", "E1", 60, "100").match("M1").account("A"),
                fill(1, "D", "E2", 60, "100").match("M1").account("B"));

        assertEquals(120, desk.parent("P").executed());
    }

    @ParameterizedTest(name = "first told in {0} at {1}, then in {2} at {3}: average {4}, doubtful {5}")
    @CsvSource({"GBX, 250, GBP, 2.50, 250, false", "GBP, 2.50, GBX, 250, 2.50, false", "GBP, 2.50, GBp, 250, 2.50, false",
        "GBP, 2.50, GBP, 3.50, 3.00, false", "GBP, 2.50, EUR, 3.50, 3.00, true", "ZAC, 250, ZAR, 3.50, 300, false"})
    void scenario62_pricesAreInTheUnitFirstToldOrDoubtful(String first, String firstPrice, String second, String secondPrice,
            double average, boolean doubtful) {
        desk.tell(child(0, "C", 100), fill(1, "C", "E1", 50, firstPrice).currency(first),
                fill(2, "C", "E2", 50, secondPrice).currency(second));

        assertEquals(average, desk.parent("P").averagePrice(), 1e-9);
        assertEquals(doubtful, desk.flagged(Flag.UNIT_AMBIGUOUS));
    }

    @Test
    void scenario62_aPriceAHundredTimesItsLimitIsDoubtfulWhenNobodyToldTheUnit() {
        desk.tell(child(0, "C", 100).limit("2.55"), fill(1, "C", "E1", 50, "251"));

        assertTrue(desk.flagged(Flag.UNIT_AMBIGUOUS));
        assertEquals(251, desk.parent("P").averagePrice(), 1e-9, "as told, not guessed");
    }

    @Test
    void scenario62_anotherSymbolIsDoubtfulUnlessACorporateActionToldIt() {
        desk.tell(child(0, "C", 100), new Tape.Message('8', nanos(1), "RENAMED").id("C").exec('D', '0').restated(0).quantity(100),
                new Tape.Message('8', nanos(2), "RENAMED").id("C").execution("E1").exec('F', '1').last(50, "100"));
        assertFalse(desk.flagged(Flag.UNIT_AMBIGUOUS));
        assertTrue(desk.flagged(Flag.RESTATED));

        desk.tell(new Tape.Message('8', nanos(3), "OTHER").id("C").execution("E2").exec('F', '1').last(50, "100"));
        assertTrue(desk.flagged(Flag.UNIT_AMBIGUOUS));
    }

    @Test
    void scenario63_aFillWithoutATimeCountsAndSaysWhereItsTimeIsFrom() {
        desk.tell(child(0, "C", 300), fill(0, "C", "E1", 100, "100").sentAt(nanos(5)), fill(0, "C", "E2", 100, "100")
                .sentAt(Absent.LONG), fill(DAY * 365, "C", "E3", 100, "100").truncation(1_000_000_000).sending(nanos(6)));

        assertEquals(300, desk.parent("P").executed());
        assertEquals(nanos(5), desk.fill("P", 0).nanos());
        assertTrue(Flag.TIME_INFERRED.in(desk.fill("P", 0).flags()));
        assertTrue(Flag.TIME_INFERRED.in(desk.fill("P", 1).flags()));
        assertEquals(nanos(6), desk.fill("P", 2).nanos(), "a year after it was sent cannot be");
        assertTrue(Flag.TIME_INFERRED.in(desk.fill("P", 2).flags()));

        desk.tell(report(7, "C", '4', '4').sending(nanos(7)));
        assertEquals('2', desk.child().state(), "300 of 300; and what comes later is still heard");
    }

    @Test
    void scenario63_aTimeALittleAheadOfItsSendingIsTwoClocks() {
        desk.tell(child(0, "C", 300), fill(60_000, "C", "E1", 100, "100").sending(nanos(0)), fill(60_001, "C", "E2", 100, "100")
                .sending(nanos(0)));

        assertEquals(nanos(60_000), desk.fill("P", 0).nanos());
        assertEquals(nanos(0), desk.fill("P", 1).nanos(), "more than a minute is a wrong time");
    }

    @Test
    void scenario63_aCoarseTimeIsAnIntervalOfPrices() {
        ReplayEngine engine = new ReplayEngine();
        Tape tape = new Tape().at(0).quote("99.99", "100.01")
                .at(1).order(new Tape.Message('D', nanos(1)).id("P").side(Side.BUY).quantity(100).truncation(1_000_000))
                .at(1.5).quote("100.99", "101.01").at(2).fill("P", 100, "101").at(5).passed();
        tape.play(engine.inlets(), true);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));

        assertEquals(0.0, row.lo(Measure.ARRIVAL_SLIPPAGE), 1e-9, "it may have arrived at a mid of 101");
        assertEquals(100.0, row.hi(Measure.ARRIVAL_SLIPPAGE), 1e-9, "or of 100");
    }

    /** Who may see what comes with the desks' issue; what holds now: an account nobody has belongs to no desk. */
    @Test
    void scenario64_anOrderOfADeskThatIsNotOnBelongsToNone() {
        desk.engine().inlets().desk().desk("equities-us", "ACC", true);
        desk.engine().inlets().desk().desk("equities-us", "ACC", false);
        desk.tell(child(0, "C", 100).account("ACC"));

        assertEquals(-1, desk.parent("P").desk());
    }

    /** The decision id and the loop guard come with switching; what holds now: what the copy says of the strategy is the child's. */
    @Test
    void scenario65_aChildSentAgainUnderAnotherStrategyShowsIt() {
        desk.tell(child(0, "C", 100).strategy("VWAP"), report(1, "C", '0', '0'),
                ToldDesk.request('G', 2, "K", "C", 100).strategy("DARK"), report(3, "K", '5', '0').original("C").strategy("DARK"));

        assertEquals("DARK", desk.scores().text(NameKind.TEXT, desk.child().strategy()));
    }

    @Test
    void scenario66_twoParentsOnBothSidesOfASymbolAreApartAndKnowOfEachOther() {
        desk.tell(child(0, "C", 100), fill(1, "C", "E1", 50, "100"));
        assertFalse(desk.flagged(Flag.CROSS_PARENT));
        desk.tell(new Tape.Message('D', nanos(2)).id("S").parent("Q").side(Side.SELL).quantity(80),
                new Tape.Message('8', nanos(3)).id("S").execution("E2").exec('F', '1').last(30, "101"));

        assertEquals(50, desk.parent("P").executed());
        assertEquals(30, desk.parent("Q").executed());
        assertTrue(desk.flagged(Flag.CROSS_PARENT));
        assertTrue(Flag.CROSS_PARENT.in(desk.parent("Q").flags()));
    }

    @Test
    void scenario66_aParentThatWasDoneBeforeIsNoOpposite() {
        desk.tell(child(0, "C", 100), fill(1, "C", "E1", 100, "100").exec('F', '2'),
                new Tape.Message('D', nanos(2)).id("S").parent("Q").side(Side.SELL).quantity(80));

        assertFalse(desk.flagged(Flag.CROSS_PARENT));
        assertFalse(Flag.CROSS_PARENT.in(desk.parent("Q").flags()));
    }

    /** Rules come later; what holds now: a million reports are read to the last one, and nothing of them is lost or doubled. */
    @Test
    void scenario67_aMillionReportsReplayedFromTheFirstAreAllCounted() {
        int orders = 200_000;
        int parents = 1_000;
        OrderInlet street = desk.engine().inlets().orders("street");
        for (int i = 0; i < orders; i++) {
            String id = "C" + i;
            street.accept(child(i, id, 300).parent("P" + i % parents).message());
            street.accept(report(i, id, '0', '0').quantity(300).cum(0).leaves(300).message());
            for (int fill = 1; fill <= 3; fill++) {
                street.accept(fill(i + fill, id, id + fill, 100, "100.0" + fill).cum(100L * fill).leaves(300 - 100L * fill).message());
            }
        }

        assertEquals(5L * orders, desk.scores().progress().orderEvents());
        assertEquals(0, desk.scores().progress().unapplied());
        ParentRow row = new ParentRow();
        for (int i = 0; i < parents; i++) {
            assertTrue(desk.scores().read(i, row));
            assertEquals(300L * orders / parents, row.executed());
            assertEquals(100.02, row.averagePrice(), 1e-9);
            assertFalse(Flag.RECON_MISMATCH.in(row.flags()));
            assertEquals(Status.SUPPRESSED, row.status(Measure.ARRIVAL_SLIPPAGE), "no market, no number");
        }
    }
}
