package io.leakage.core.engine;

import static io.leakage.core.engine.ToldDesk.DAY;
import static io.leakage.core.engine.ToldDesk.child;
import static io.leakage.core.engine.ToldDesk.fill;
import static io.leakage.core.engine.ToldDesk.nanos;
import static io.leakage.core.engine.ToldDesk.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.score.Flag;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two drop copies that number their executions apart: the same execution through both counts once, two never become one. */
class SeveralCopiesTest {
    private final ToldDesk desk = new ToldDesk();
    private final OrderInlet other = desk.engine().inlets().orders("other");

    private void other(Tape.Message... messages) {
        for (Tape.Message message : messages) {
            other.accept(message.message());
        }
    }

    private static Tape.Message order(String id, String parent, String symbol, Side side) {
        return new Tape.Message('D', nanos(0), symbol).id(id).parent(parent).side(side).quantity(300);
    }

    private static Tape.Message filled(double millis, String id, String symbol, Side side, long quantity, String price) {
        return new Tape.Message('8', nanos(millis), symbol).id(id).side(side).exec('F', '1').execution("1").last(quantity, price);
    }

    @ParameterizedTest(name = "{0} {1} at {2}, {3} for {4}")
    @CsvSource({"OTHER, BUY, 2, 100, 10", "INST, SELL, 2, 100, 10", "INST, BUY, 3, 100, 10", "INST, BUY, 2, 200, 10",
        "INST, BUY, 2, 100, 11"})
    void anotherCopysExecutionOfAnotherOrderCountsThoughItsNumberIsTheSame(String symbol, Side side, double millis, long quantity,
            String price) {
        desk.tell(order("A", "P", "INST", Side.BUY), filled(2, "A", "INST", Side.BUY, 100, "10"));
        other(order("B", "Q", symbol, side), filled(millis, "B", symbol, side, quantity, price));
        desk.tell(filled(2, "A", "INST", Side.BUY, 100, "10"));
        other(filled(millis, "B", symbol, side, quantity, price));

        assertEquals(100, desk.parent("P").executed());
        assertEquals(quantity, desk.parent("Q").executed());
        assertFalse(desk.flagged(Flag.CONFLICT));
        assertFalse(Flag.CONFLICT.in(desk.parent("Q").flags()));
    }

    @Test
    void withinOneCopyTheSameNumberForAnotherOrderIsAConflict() {
        desk.tell(order("A", "P", "INST", Side.BUY), order("B", "Q", "OTHER", Side.SELL), filled(2, "A", "INST", Side.BUY, 100, "10"),
                filled(2, "B", "OTHER", Side.SELL, 50, "20"));

        assertEquals(0, desk.parent("Q").executed());
        assertTrue(Flag.CONFLICT.in(desk.parent("Q").flags()));
    }

    @Test
    void oneFillUnderTwoOrdersIdsCountsOnceWhenAllThatIsToldOfItAgrees() {
        desk.tell(order("A", "P", "INST", Side.BUY), filled(2, "A", "INST", Side.BUY, 100, "10"));
        other(order("B", "Q", "INST", Side.BUY), filled(2, "B", "INST", Side.BUY, 100, "10"));

        assertEquals(100, desk.parent("P").executed());
        assertEquals(0, desk.parent("Q").executed());
        assertTrue(Flag.CONFLICT.in(desk.parent("Q").flags()), "which of the two orders did it nobody says");
    }

    @Test
    void eachCopysBustsAndCorrectionsAreOfItsOwnExecution() {
        desk.tell(order("A", "P", "INST", Side.BUY), filled(2, "A", "INST", Side.BUY, 100, "10"));
        other(order("B", "Q", "OTHER", Side.SELL), filled(2, "B", "OTHER", Side.SELL, 50, "20"));

        other(new Tape.Message('8', nanos(3), "OTHER").id("B").side(Side.SELL).exec('G', '1').execution("2").reference("1").last(60, "21"));
        assertEquals(100, desk.parent("P").executed());
        assertEquals(60, desk.parent("Q").executed());

        desk.tell(report(4, "A", 'H', '1').execution("3").reference("1"));
        assertEquals(0, desk.parent("P").executed());
        assertEquals(60, desk.parent("Q").executed());
    }

    @Test
    void aBustTheNextDayIsOfItsOwnCopysExecution() {
        desk.tell(order("A", "P", "INST", Side.BUY), filled(2, "A", "INST", Side.BUY, 100, "10"));
        other(order("B", "Q", "OTHER", Side.SELL), filled(2, "B", "OTHER", Side.SELL, 50, "20"));

        other(new Tape.Message('8', nanos(DAY), "OTHER").id("today").side(Side.SELL).exec('H', '4').execution("9").reference("1"));
        assertEquals(0, desk.parent("Q").executed());
        assertEquals(100, desk.parent("P").executed());
    }

    @Test
    void aCorrectionThatComesFirstWaitsForItsOwnCopysExecution() {
        desk.tell(order("A", "P", "INST", Side.BUY), filled(2, "A", "INST", Side.BUY, 100, "10"));
        other(order("B", "Q", "OTHER", Side.SELL),
                new Tape.Message('8', nanos(3), "OTHER").id("B").side(Side.SELL).exec('H', '1').execution("2").reference("1"));
        assertEquals(100, desk.parent("P").executed());
        assertTrue(Flag.CORRECTION_WAITING.in(desk.parent("Q").flags()));

        other(filled(2, "B", "OTHER", Side.SELL, 50, "20"));
        assertEquals(0, desk.parent("Q").executed(), "taken back at once");
        assertFalse(Flag.CORRECTION_WAITING.in(desk.parent("Q").flags()));
        assertEquals(100, desk.parent("P").executed());
    }

    @Test
    void whatOneCopyToldTheOtherMayCorrect() {
        desk.tell(child(0, "C", 300), fill(2, "C", "E1", 100, "100"));
        other(report(4, "C", 'G', '1').execution("E2").reference("E1").last(80, "101"));
        assertEquals(80, desk.child().executed());

        other(fill(2, "C", "E1", 100, "100"));
        desk.tell(report(4, "C", 'G', '1').execution("E2").reference("E1").last(80, "101"));
        assertEquals(80, desk.child().executed(), "each copy told both");
        assertFalse(desk.flagged(Flag.CONFLICT));
    }

    @Test
    void whatACopyTellsThatIsKnownIsCountedAsThatCopys() {
        OrderInlet street = desk.engine().inlets().orders("street");
        desk.tell(child(0, "C", 300), fill(2, "C", "E1", 100, "100"), fill(2, "C", "E1", 100, "100").possDup());
        other(fill(2, "C", "E1", 100, "100"), fill(3, "C", "E2", 100, "100"), report(4, "C", 'H', '1').execution("E3").reference("E1"));
        desk.tell(fill(3, "C", "E2", 100, "100"), report(4, "C", 'H', '1').execution("E3").reference("E1"), report(5, "C", 'I', '1'));

        assertEquals(3, street.repeated(), "E1 again, E2 and the bust the other told first");
        assertEquals(1, other.repeated());
    }

    @Test
    void aFillToldUnderEachOfTwoIdsOfOneOrderCountsOnceWhenThatComesOut() {
        desk.tell(child(0, "C", 300), fill(2, "C", "E1", 100, "100"));
        other(fill(3, "C2", "E1", 100, "100"));
        desk.tell(report(4, "C2", '5', '1').original("C").quantity(400));

        assertEquals(1, desk.parent("P").children());
        assertEquals(100, desk.child().executed());
        desk.tell(report(5, "C2", 'H', '1').execution("E2").reference("E1"));
        assertEquals(0, desk.child().executed());
    }

    /** The slow twin: an execution is what order and number say, and counts when the first to tell of it does. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofManyExecutionsToldAtRandomByTwoCopiesEachCountsOnce(long seed) {
        Random random = new Random(seed);
        String[] symbols = {"INST", "OTHER"};
        OrderInlet[] copies = {desk.engine().inlets().orders("street"), other};
        for (int i = 0; i < 2; i++) {
            copies[i].accept(order("K" + i, "P" + i, symbols[i], Side.BUY).message());
        }
        Set<String> told = new HashSet<>();
        long[] executed = new long[2];
        for (int n = 0; n < 2_000; n++) {
            int number = 1 + random.nextInt(300);
            boolean shared = number % 3 == 0;   // both orders have an execution of that number, each told of by its own copy alone
            int order = shared ? random.nextInt(2) : number % 3 - 1;
            int copy = shared ? order : random.nextInt(2);
            executed[order] += told.add(order + "/" + number) ? number : 0;
            copies[copy].accept(new Tape.Message('8', nanos(number), symbols[order]).id("K" + order).side(Side.BUY).exec('F', '1')
                    .execution("E" + number).last(number, "10").message());
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(executed[i], desk.parent("P" + i).executed(), "P" + i);
        }
    }
}
