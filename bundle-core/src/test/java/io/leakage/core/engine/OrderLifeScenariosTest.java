package io.leakage.core.engine;

import static io.leakage.core.engine.ToldDesk.child;
import static io.leakage.core.engine.ToldDesk.fill;
import static io.leakage.core.engine.ToldDesk.refused;
import static io.leakage.core.engine.ToldDesk.report;
import static io.leakage.core.engine.ToldDesk.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.ArrivalSource;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.NameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 35 to 48 and 59 of the drop-copy specification: an order from its sending to its end. */
class OrderLifeScenariosTest {
    private final ToldDesk desk = new ToldDesk();

    @Test
    void scenario35_threeFillsFillAnOrderToTheLastShare() {
        desk.tell(child(0, "C", 300), report(1, "C", '0', '0'),
                fill(2, "C", "E1", 100, "100.01"), fill(3, "C", "E2", 100, "100.02"), fill(4, "C", "E3", 100, "100.06").exec('F', '2'));

        ChildRow row = desk.child();

        assertEquals('2', row.state());
        assertEquals(300, row.executed());
        assertEquals(0, row.leaves());
        assertEquals(100.03, row.averagePrice(), 1e-9, "(100.01 + 100.02 + 100.06) / 3");
    }

    @Test
    void scenario36_aFillBeforeTheAcknowledgementImpliesIt() {
        desk.tell(fill(2, "C", "E1", 100, "100").parent("P").quantity(300));
        assertTrue(desk.flagged(Flag.ARRIVAL_INFERRED), "first seen by a report");

        desk.tell(report(1, "C", '0', '0').quantity(300));
        assertEquals('1', desk.child().state(), "the late acknowledgement takes nothing back");
        assertEquals(200, desk.child().leaves());
    }

    @Test
    void scenario37_anOrderNobodyAnnouncedBeginsWithItsReport() {
        desk.tell(report(5, "P", '0', '0').quantity(300).cum(0).leaves(300));

        assertEquals(ArrivalSource.FIRST_REPORT, desk.parent("P").arrivalSource());
        assertEquals(ToldDesk.nanos(5), desk.parent("P").arrivalNanos());
        assertTrue(desk.flagged(Flag.ARRIVAL_INFERRED));
    }

    @Test
    void scenario37_aReportWithoutASideIsKeptAndMeasuredOnceItIsTold() {
        desk.tell(new Tape.Message('8', ToldDesk.nanos(5)).id("C").parent("P").execution("E1").exec('F', '1').last(100, "100"));
        assertEquals(100, desk.child().executed());

        desk.tell(new Tape.Message('8', ToldDesk.nanos(6)).id("C").side(Side.SELL).exec('I', '1'));
        assertEquals(Side.SELL, desk.child().side());
        assertEquals(0, desk.scores().progress().unapplied());
    }

    @Test
    void scenario38_anOrderNobodyAnswersIsPendingAndAfterAWhileNotCountedAsWorking() {
        desk.tell(child(0, "C", 300), child(30_000, "D", 100));
        assertEquals('A', desk.child().state());
        assertEquals(300, desk.child().leaves(), "30 s may be a slow venue");

        desk.tell(report(30_001, "D", '0', '0'));
        assertTrue(Flag.NOT_ACKNOWLEDGED.in(desk.child().flags()));
        assertEquals(0, desk.child().leaves());
        assertFalse(Flag.NOT_ACKNOWLEDGED.in(desk.child("P", 1).flags()));

        desk.tell(report(40_000, "C", '0', '0'));
        assertFalse(Flag.NOT_ACKNOWLEDGED.in(desk.child().flags()), "answered in the end");
        assertEquals(300, desk.child().leaves());
    }

    @Test
    void scenario39_anOrderReplacedTwiceIsOneOrderUnderThreeIds() {
        desk.tell(child(0, "X", 100), report(1, "X", '0', '0'),
                request('G', 2, "Y", "X", 200), report(3, "Y", '5', '0').original("X").quantity(200),
                request('G', 4, "Z", "Y", 300), report(5, "Z", '5', '0').original("Y").quantity(300));

        for (String id : new String[] {"X", "Y", "Z"}) {
            assertEquals(desk.scores().find("P"), desk.scores().find(id), id);
        }
        assertEquals(1, desk.parent("P").children());
        assertEquals(3, desk.child().names());
        assertEquals(300, desk.child().quantity());
    }

    @Test
    void scenario40_fillsUnderTheOldIdCountOnceAndTheQuantityIsTheOldOneUntilTheReplaceIsGranted() {
        desk.tell(child(0, "X", 100), report(1, "X", '0', '0'), request('G', 2, "Y", "X", 200),
                report(3, "Y", 'E', 'E').original("X").quantity(200),
                fill(4, "X", "E1", 60, "100").exec('F', 'E').quantity(100));
        assertEquals('E', desk.child().state());
        assertEquals(100, desk.child().quantity());
        assertEquals(40, desk.child().leaves());

        desk.tell(report(5, "Y", '5', '1').original("X").quantity(200).cum(60), fill(4, "X", "E1", 60, "100").quantity(100).possResend());
        assertEquals('1', desk.child().state());
        assertEquals(60, desk.child().executed());
        assertEquals(140, desk.child().leaves());
    }

    @Test
    void scenario41_aRefusedReplaceLeavesTheTermsAsTheyWereAndFreesItsId() {
        desk.tell(child(0, "X", 100).limit("100.05"), report(1, "X", '0', '0'),
                request('G', 2, "Y", "X", 200).limit("100.10"), report(3, "Y", 'E', 'E').original("X").quantity(200).limit("100.10"),
                refused(4, "Y", "X", '2', '0'));
        assertEquals('0', desk.child().state());
        assertEquals(100, desk.child().quantity());
        assertEquals(Tape.price("100.05"), desk.child().price());

        desk.tell(child(5, "Y", 50));
        assertEquals(2, desk.parent("P").children(), "Y is an order of its own now");
        assertEquals(50, desk.child("P", 1).quantity());
        desk.tell(refused(4, "Y", "X", '2', '0').possDup());
        assertEquals('A', desk.child("P", 1).state(), "the refusal told again is still of X's request");
    }

    @Test
    void scenario42_aReplaceBelowWhatIsExecutedEndsTheOrderAndLeavesNothing() {
        desk.tell(child(0, "X", 100), report(1, "X", '0', '0'), fill(2, "X", "E1", 80, "100"),
                request('G', 3, "Y", "X", 50), report(4, "Y", '5', '2').original("X").quantity(50).cum(80).leaves(0));

        assertEquals('2', desk.child().state());
        assertEquals(80, desk.child().executed());
        assertEquals(0, desk.child().leaves(), "50 less 80 is not −30");
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @ParameterizedTest(name = "the second replace is heard of first: {0}")
    @ValueSource(booleans = {false, true})
    void scenario43_twoReplacesInFlightEndTheSameInEitherOrder(boolean secondFirst) {
        Tape.Message second = report(6, "Z", '5', '0').original("Y").quantity(300);
        desk.tell(child(0, "X", 100), report(1, "X", '0', '0'), request('G', 2, "Y", "X", 200), request('G', 3, "Z", "Y", 300));
        if (secondFirst) {
            desk.tell(second);
        }
        desk.tell(report(5, "Y", '5', '0').original("X").quantity(200));
        if (!secondFirst) {
            desk.tell(second);
        }

        assertEquals(300, desk.child().quantity());
        assertEquals("Z", desk.scores().text(NameKind.ORDER, desk.child().order()));
        assertEquals(3, desk.child().names());
    }

    @Test
    void scenario43_aFillUnderTheNewIdBeforeAnybodyToldThatItReplacesTheOldOneIsOfTheSameOrder() {
        desk.tell(child(0, "X", 100), report(1, "X", '0', '0').quantity(100), fill(2, "X", "E1", 40, "100").cum(40),
                fill(4, "Y", "E2", 60, "101").quantity(200).cum(100).leaves(100).parent("P"));
        assertEquals(2, desk.parent("P").children(), "two orders, as far as anybody knows");

        desk.tell(report(3, "Y", '5', '1').original("X").quantity(200).cum(40).leaves(160));
        assertEquals(100, desk.child().executed());
        assertEquals(100, desk.child().leaves());
        assertEquals('1', desk.child().state());
        assertEquals(100, desk.parent("P").executed(), "none lost, none doubled");
        assertTrue(Flag.RELINKED.in(desk.child("P", 1).flags()), "the second turned out to be the first");
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario44_aFillAfterTheCancelCountsAndSaysSo() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(2, "C", '4', '4').cum(0).leaves(0), fill(3, "C", "E1", 40, "100"));

        assertEquals('4', desk.child().state());
        assertEquals(40, desk.child().executed());
        assertTrue(Flag.LATE_FILL.in(desk.fill("P", 0).flags()));
    }

    @Test
    void scenario44_aFillBeforeTheCancelThatOnlyArrivesAfterItIsNotLate() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(3, "C", '4', '4').cum(40).leaves(0));
        assertTrue(desk.flagged(Flag.RECON_MISMATCH), "40 are told and none is known");

        desk.tell(fill(2, "C", "E1", 40, "100").cum(40));
        assertFalse(Flag.LATE_FILL.in(desk.fill("P", 0).flags()));
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
        assertEquals('4', desk.child().state());
    }

    @Test
    void scenario45_aCancelThatComesTooLateLeavesTheOrderFilled() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), request('F', 2, "K", "C", 100),
                report(3, "K", '6', '6').original("C"), fill(4, "C", "E1", 100, "100").exec('F', '6'), refused(5, "K", "C", '1', '2'));

        assertEquals('2', desk.child().state());
        assertEquals(100, desk.child().executed());
    }

    @ParameterizedTest(name = "150={0} without being asked: closed {0}, unsolicited {1}")
    @CsvSource({"4, true", "C, false", "3, false"})
    void scenario46_anOrderEndsWithItsReason(char end, boolean unsolicited) {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(2, "C", end, end).restated(6));

        assertEquals(end, desk.child().state());
        assertEquals(6, desk.child().restatement(), "a trading halt");
        assertEquals(unsolicited, desk.flagged(Flag.UNSOLICITED));
    }

    @Test
    void scenario46_aCancelThatWasAskedForIsNotUnsolicited() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), request('F', 2, "K", "C", 100), report(3, "K", '4', '4').original("C"));

        assertFalse(desk.flagged(Flag.UNSOLICITED));
    }

    @Test
    void scenario46_afterTheDayIsDoneAFillAndACorrectionStillCount() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(2, "C", '3', '3').cum(0),
                fill(3, "C", "E1", 40, "100").exec('F', '3').cum(40));
        assertEquals('3', desk.child().state());
        assertFalse(desk.flagged(Flag.LATE_FILL), "the day is over, the order is not");

        desk.tell(report(4, "C", 'G', '3').execution("E2").reference("E1").last(30, "101").cum(30));
        assertEquals(30, desk.child().executed());
        assertEquals(101, desk.child().averagePrice(), 1e-9);
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario47_partOfTheQuantityIsDeclinedWithoutATrade() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(2, "C", 'D', '0').restated(5).quantity(60).cum(0).leaves(60));

        assertEquals(60, desk.child().quantity());
        assertEquals(60, desk.child().leaves());
        assertEquals(0, desk.parent("P").fills());
        assertEquals(5, desk.child().restatement());
    }

    @Test
    void scenario47_aRepricingAndARenewalChangeNoQuantity() {
        desk.tell(child(0, "C", 100).limit("100"), report(1, "C", '0', '0'), fill(2, "C", "E1", 40, "100"),
                report(3, "C", 'D', '1').restated(3).quantity(100).limit("101").cum(40),
                report(4, "C", 'D', '1').restated(1).quantity(100).cum(40));

        assertEquals(Tape.price("101"), desk.child().price());
        assertEquals(60, desk.child().leaves());
        assertEquals(1, desk.child().restatement());
    }

    @ParameterizedTest(name = "378={0}")
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 99})
    void scenario47_noOtherReasonTouchesWhatIsExecuted(int reason) {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), fill(2, "C", "E1", 40, "100"),
                report(3, "C", 'D', '1').restated(reason).quantity(90).cum(40).leaves(50));

        assertEquals(40, desk.child().executed());
        assertEquals(100, desk.child().averagePrice(), 1e-9);
        assertEquals(50, desk.child().leaves());
        assertEquals('1', desk.child().state());
        assertEquals(reason, desk.child().restatement());
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario47_aSplitScalesQuantityAndHistoryOnce() {
        Tape.Message split = report(ToldDesk.DAY, "C", 'D', '1').restated(0).quantity(200).cum(80).leaves(120).average("50");
        desk.tell(child(0, "C", 100).limit("101"), report(1, "C", '0', '0'), fill(2, "C", "E1", 40, "100"), split, split.possDup());

        assertEquals(200, desk.child().quantity());
        assertEquals(80, desk.child().executed(), "40 at 100 are 80 at 50: two new for one old");
        assertEquals(50, desk.child().averagePrice(), 1e-9);
        assertEquals(80, desk.fill("P", 0).quantity());
        assertTrue(desk.flagged(Flag.RESTATED));
        assertFalse(desk.flagged(Flag.RECON_MISMATCH));
    }

    @Test
    void scenario48_aRestatementAfterTheFillHasNoEffect() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), fill(2, "C", "E1", 100, "100").exec('F', '2'),
                report(3, "C", 'D', '2').restated(4).cum(100).leaves(0).execution("E1"));

        assertEquals('2', desk.child().state());
        assertEquals(100, desk.child().executed());
        assertEquals(1, desk.parent("P").fills());
    }

    @Test
    void scenario58_aStopASuspensionAndAClearingHoldAreNoFill() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(2, "C", '7', '7').last(100, "100"));
        assertEquals('7', desk.child().state());
        desk.tell(report(3, "C", '9', '9').cum(0));
        assertEquals('9', desk.child().state());
        desk.tell(report(4, "C", 'J', '0').last(100, "100"), report(5, "C", 'K', '0').last(100, "100"));
        assertEquals(0, desk.child().executed());
        assertEquals('0', desk.child().state());

        desk.tell(fill(6, "C", "E1", 100, "100").exec('F', '2'), report(7, "C", 'B', 'B').cum(100));
        assertEquals(100, desk.child().executed());
        assertEquals('B', desk.child().state());
    }

    @Test
    void scenario59_anImmediateOrderThatIsNotFilledEndsWithNothing() {
        desk.tell(child(0, "C", 100), report(1, "C", '0', '0'), report(2, "C", '4', '4').cum(0).leaves(0),
                child(3, "K", 100), report(4, "K", 'C', 'C').cum(0).leaves(0));

        assertEquals('4', desk.child().state());
        assertEquals('C', desk.child("P", 1).state());
        assertEquals(0, desk.child().executed());
        assertEquals(100, desk.child().quantity(), "what it asked for stays: a miss in the fill probability");
        assertEquals(Absent.LONG, desk.parent("P").firstFillNanos());
    }
}
