package io.leakage.core.engine;

import static io.leakage.core.engine.ToldDesk.DAY;
import static io.leakage.core.engine.ToldDesk.child;
import static io.leakage.core.engine.ToldDesk.fill;
import static io.leakage.core.engine.ToldDesk.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 49 to 56 of the drop-copy specification, some of 6 to 16 for the ledger: what is booked is corrected, never guessed. */
class CorrectionScenariosTest {
    private final ToldDesk desk = new ToldDesk();

    @BeforeEach
    void anOrderOfThreeHundred() {
        desk.tell(child(0, "C", 300), report(1, "C", '0', '0'));
    }

    private static Tape.Message bust(double millis, String execution, String reference) {
        return report(millis, "C", 'H', '1').execution(execution).reference(reference);
    }

    private static Tape.Message correct(double millis, String execution, String reference, long quantity, String price) {
        return report(millis, "C", 'G', '1').execution(execution).reference(reference).last(quantity, price);
    }

    @Test
    void scenario49_aCorrectedPriceIsMeasuredAnewAndTheOldNumberIsKept() {
        ReplayEngine engine = new ReplayEngine();
        Tape tape = new Tape().at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100)
                .at(2).order(new Tape.Message('8', ToldDesk.nanos(2)).id("P").execution("E1").exec('F', '2').last(100, "101"))
                .at(3).order(new Tape.Message('8', ToldDesk.nanos(3)).id("P").execution("E2").reference("E1").exec('G', '2')
                        .last(100, "102")).at(4).passed();
        tape.play(engine.inlets(), true);
        Scorecard scores = engine.scorecard();
        ParentRow row = new ParentRow();
        FillRow fill = new FillRow();
        assertTrue(scores.read(0, row) && scores.readFill(0, 0, fill));

        assertEquals(200.0, row.value(Measure.ARRIVAL_SLIPPAGE), 1e-9, "102 against a mid of 100");
        assertEquals(200.0, row.value(Measure.LEAKAGE_COST), 1e-9, "2 $ on 100 shares");
        assertEquals(200.0, Formula.of(Measure.ARRIVAL_SLIPPAGE).value(fill, row), 1e-9);
        assertEquals(ToldDesk.nanos(2), fill.nanos(), "a better price, not a later trade");
        Amendment cost = scores.amendments().stream().filter(amendment -> amendment.measure() == Measure.LEAKAGE_COST).findFirst()
                .orElseThrow();
        assertEquals(List.of(100.0, 200.0), List.of(cost.oldValue(), cost.newValue()));
        assertEquals(Status.VALID, cost.oldStatus());
    }

    @Test
    void scenario50_aCorrectedQuantityAndTheCorrectionOfACorrection() {
        desk.tell(fill(2, "C", "E1", 100, "100"), correct(3, "E2", "E1", 80, "100").cum(80), correct(4, "E3", "E2", 80, "101").cum(80));

        assertEquals(80, desk.child().executed());
        assertEquals(101, desk.child().averagePrice(), 1e-9);
        assertEquals(1, desk.parent("P").fills());
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario50_aCorrectionThatComesFirstWaitsForItsExecution() {
        desk.tell(correct(4, "E3", "E2", 80, "101"), correct(3, "E2", "E1", 80, "100"));
        assertEquals(0, desk.child().executed());
        assertTrue(desk.flagged(Flag.CORRECTION_WAITING));

        desk.tell(fill(2, "C", "E1", 100, "100"));
        assertEquals(80, desk.child().executed());
        assertEquals(101, desk.child().averagePrice(), 1e-9, "both corrections, the newest last");
        assertFalse(desk.flagged(Flag.CORRECTION_WAITING));
    }

    @Test
    void scenario50_aCorrectionThatWaitsTooLongIsAConflict() {
        desk.tell(correct(3, "E2", "E1", 80, "100"), report(3 + 600_000, "C", '0', '0'));
        assertTrue(desk.flagged(Flag.CORRECTION_WAITING), "ten minutes to the nanosecond");
        assertFalse(desk.flagged(Flag.CONFLICT));

        desk.tell(report(4 + 600_000, "C", '0', '0'));
        assertTrue(desk.flagged(Flag.CONFLICT));
        assertFalse(desk.flagged(Flag.CORRECTION_WAITING));
        assertEquals(1, desk.scores().progress().unapplied());
    }

    @Test
    void scenario50_noMoreThanSoManyCorrectionsWait() {
        for (int i = 0; i <= 1024; i++) {
            desk.tell(correct(3, "G" + i, "E" + i, 80, "100"));
        }
        assertFalse(desk.flagged(Flag.CONFLICT));

        desk.tell(report(4, "C", '0', '0'));
        assertTrue(desk.flagged(Flag.CONFLICT), "1,025 waited, one had to go");
        desk.tell(fill(2, "C", "E1", 100, "100"));
        assertEquals(80, desk.child().executed(), "the others still wait: E1's is applied");
    }

    @Test
    void scenario51_oneOfSeveralFillsIsTakenBack() {
        desk.tell(fill(2, "C", "E1", 100, "100"), fill(3, "C", "E2", 100, "102"), bust(4, "E3", "E1").cum(100).leaves(200).average("102"));

        assertEquals(100, desk.child().executed());
        assertEquals(102, desk.child().averagePrice(), 1e-9);
        assertEquals(0, desk.fill("P", 0).quantity(), "its row stays, with nothing in it");
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @ParameterizedTest(name = "39={0}, 151={1}: state {2}")
    @CsvSource({"1, 100, 1", "0, 100, 1", "4, 0, 4", "1, 0, 4", "C, 0, C"})
    void scenario51_theLastFillTakenBackOpensTheOrderAgainOrNotAsTheReportSays(char status, long leaves, char state) {
        desk.tell(fill(2, "C", "E1", 200, "100"), fill(3, "C", "E2", 100, "102").exec('F', '2'));
        assertEquals('2', desk.child().state());

        desk.tell(bust(4, "E3", "E2").exec('H', status).cum(200).leaves(leaves));
        assertEquals(state, desk.child().state());
        assertEquals(leaves, desk.child().leaves());
        assertEquals(200, desk.child().executed());
    }

    @Test
    void scenario52_aBustToldTwiceTakesOffOnce() {
        desk.tell(fill(2, "C", "E1", 100, "100"), fill(3, "C", "E2", 100, "100"), bust(4, "E3", "E1"), bust(4, "E3", "E1").possDup(),
                bust(5, "E4", "E1"), bust(6, "E5", "E2"), bust(7, "E6", "E2"));

        assertEquals(0, desk.child().executed(), "never below");
        assertEquals(0, desk.parent("P").executed());
    }

    @Test
    void scenario53_aBustTheNextDayIsYesterdaysEvenWhenTheIdIsAnOrderOfToday() {
        desk.tell(fill(2, "C", "E1", 300, "100").exec('F', '2'), child(DAY, "C", 500), report(DAY + 1, "C", '0', '0'),
                fill(DAY + 2, "C", "E9", 50, "110"), bust(DAY + 3, "E3", "E1").cum(0).leaves(0).exec('H', '4'));

        int yesterday = 0;
        ParentRow row = new ParentRow();
        assertTrue(desk.scores().read(yesterday, row));
        assertEquals(0, row.executed());
        assertTrue(Flag.CORRECTED.in(row.flags()));
        assertEquals(50, desk.parent("P").executed(), "P is today's");
        assertEquals(1, desk.parent("P").number());
    }

    @Test
    void scenario54_theDialectOfFix42EndsInTheSameModel() {
        desk.tell(report(2, "C", '1', '1').transaction('0').execution("E1").last(100, "100").cum(100),
                report(3, "C", '1', '1').transaction('0').execution("E2").last(100, "102").cum(200),
                report(4, "C", '1', '1').transaction('1').execution("E3").reference("E1").last(100, "100").cum(100),
                report(5, "C", '1', '1').transaction('2').execution("E4").reference("E2").last(150, "104").cum(150),
                report(6, "C", '1', '1').transaction('3').execution("0").last(150, "104").cum(150),
                report(7, "C", '2', '2').transaction('0').execution("E5").last(150, "106").cum(300));

        assertEquals('2', desk.child().state());
        assertEquals(300, desk.child().executed());
        assertEquals(105, desk.child().averagePrice(), 1e-9, "150 at 104, 150 at 106");
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario55_aStormOfStatusReportsHasNoEconomicEffect() {
        desk.tell(fill(2, "C", "E1", 100, "100").cum(100));
        long fills = desk.parent("P").fills();
        for (int i = 0; i < 1_000; i++) {
            desk.tell(report(3 + i, "C", 'I', '1').execution("0").last(100, "100").cum(100).leaves(200).average("100"));
        }
        assertEquals(fills, desk.parent("P").fills());
        assertEquals(100, desk.child().executed());
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));

        desk.tell(report(2_000, "C", 'I', '1').cum(150).leaves(150));
        assertTrue(desk.flagged(Flag.RECON_MISMATCH), "50 are missing");
        assertEquals(100, desk.child().executed());
    }

    @Test
    void scenario55_aRefusedQuestionIsNoRejectedOrder() {
        desk.tell(report(2, "C", 'I', '8').cum(0).leaves(0));

        assertEquals('0', desk.child().state());
    }

    @ParameterizedTest(name = "CumQty {0}, LeavesQty {1}, AvgPx {2} against 100, 200, 100.125: mismatch {3}")
    @CsvSource({"100, 200, 100.125, false", "150, 150, 100.125, true", "100, 150, 100.125, true", "100, 200, 100.2, true",
        "100, 200, 100.13, false", "100, 200, 100.12, false", "100, 200, 0, false"})
    void scenario56_figuresThatAreNotOursStandBesideOurs(long cum, long leaves, String average, boolean mismatch) {
        desk.tell(fill(2, "C", "E1", 100, "100.125").quantity(300).cum(cum).leaves(leaves).average(average));

        assertEquals(mismatch, desk.flagged(Flag.RECON_MISMATCH));
        assertEquals(100, desk.child().executed());
        assertEquals(cum, desk.child().toldExecuted());
        assertEquals(200, desk.child().leaves());
        assertEquals(leaves, desk.child().toldLeaves());
        assertEquals(100.125, desk.child().averagePrice(), 1e-9);
        assertEquals(Tape.price(average), desk.child().toldAverage());
    }

    @Test
    void scenario56_whenTheMissingFillComesTheMismatchIsGone() {
        desk.tell(fill(3, "C", "E2", 100, "100").cum(200));
        assertTrue(desk.flagged(Flag.RECON_MISMATCH));

        desk.tell(fill(2, "C", "E1", 100, "100").cum(100));
        assertFalse(desk.flagged(Flag.RECON_MISMATCH), "the newest report said 200, the late one is history");
        assertEquals(200, desk.child().toldExecuted());
    }

    @Test
    void scenario06_whatWasProcessedAndComesAgainChangesNothing() {
        Tape.Message first = fill(2, "C", "E1", 100, "100").cum(100);
        desk.tell(first, fill(3, "C", "E2", 50, "101").cum(150));
        ParentRow before = desk.parent("P");
        desk.tell(first.possDup());
        ParentRow after = desk.parent("P");

        assertEquals(before.executed(), after.executed());
        assertEquals(before.averagePrice(), after.averagePrice());
        assertEquals(before.flags(), after.flags());
        assertEquals(150, desk.child().toldExecuted());
    }

    @ParameterizedTest(name = "sent again as {0}")
    @ValueSource(strings = {"PossDup", "PossResend"})
    void scenario07And10_whatWasNotProcessedAndComesAgainIsBookedOnceAtItsOwnTime(String as) {
        Tape.Message missed = fill(2, "C", "E1", 100, "100").cum(100);
        desk.tell(fill(3, "C", "E2", 50, "101").cum(150), as.equals("PossDup") ? missed.possDup() : missed.possResend(), missed);

        assertEquals(150, desk.child().executed());
        assertEquals(ToldDesk.nanos(2), desk.parent("P").firstFillNanos());
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario16_twoLiveCopiesOfTheSameReportsAreOneSetOfExecutions() {
        ToldDesk twice = new ToldDesk();
        OrderInlet second = twice.engine().inlets().orders("second line");
        for (int i = 0; i < 100; i++) {
            Tape.Message message = i == 0 ? child(0, "C", 300) : fill(i, "C", "E" + i, 3, "100").cum(3L * i);
            twice.tell(message);
            second.accept(message.message());
        }

        assertEquals(297, twice.child().executed());
        assertEquals(99, twice.parent("P").fills());
        assertEquals(0, twice.parent("P").flags() & (Flag.CONFLICT.bit() | Flag.RECON_MISMATCH.bit()));
    }

    @Test
    void scenario11_theSameExecutionWithAnotherContentIsAConflictAndTheFirstStands() {
        desk.tell(fill(2, "C", "E1", 100, "100"), fill(3, "C", "E1", 200, "101"));

        assertEquals(100, desk.child().executed());
        assertTrue(desk.flagged(Flag.CONFLICT));
    }

    @Test
    void scenario13_constantExecIdsOfReportsThatAreNoTradesAreNoKeys() {
        desk.tell(report(2, "C", '6', '6').execution("-1"), fill(3, "C", "-1", 100, "100"), report(4, "C", 'E', 'E').execution("-1"),
                report(5, "C", '5', '1').execution("-1").quantity(400), fill(6, "C", "0", 50, "100"));

        assertEquals(150, desk.child().executed());
        assertFalse(desk.flagged(Flag.CONFLICT));
    }
}
