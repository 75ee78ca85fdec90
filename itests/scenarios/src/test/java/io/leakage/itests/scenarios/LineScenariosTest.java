package io.leakage.itests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.dropcopy.fix.DropCopyReader;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.marketdata.feed.ItchToInlet;
import io.leakage.marketdata.feed.VenueDay;
import io.leakage.marketdata.wire.RecoveryLimits;
import io.leakage.simulator.Faults;
import io.leakage.simulator.FaultyFeed;
import io.leakage.simulator.ItchWriter;
import io.leakage.simulator.Tape;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenarios of lines and messages, from bytes to scores, with an order in each of three states: what a line loses and another has, what comes
 * twice, late or damaged, and what touches no book leaves the scores as they are.
 */
class LineScenariosTest {
    private static final long MILLI = 1_000_000L;
    /** 9:30 at the venue, nanoseconds since midnight. */
    private static final long OPEN = 34_200_000 * MILLI;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** Midnight in New York on that day, five hours behind UTC. */
    private static final long MIDNIGHT = DAY.toEpochDay() * 86_400_000 * MILLI + 5 * 3_600_000 * MILLI;
    private static final long DOLLAR = 100_000_000L;
    private static final int QUOTES = 2_000;

    /** Where our order stands while it happens. */
    enum Order { NONE, WORKING, DONE }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario01_whatOneLineLosesTheOtherHas(Order order) {
        assertUntouched(order, Faults.NONE.loss(0.05, 0), script -> { });
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario02_whatBothLinesLoseIsAskedForAgain(Order order) {
        assertUntouched(order, Faults.NONE.loss(0, 0.02), script -> { });
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario06_doubledAndReorderedPacketsLeaveTheSameScores(Order order) {
        assertUntouched(order, Faults.NONE.reordering(0.1).duplication(0.2), script -> { });
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario22_28_messagesThatTouchNoBookLeaveTheScores(Order order) {
        assertUntouched(order, Faults.NONE, script -> script.shortSaleRestriction(1, OPEN + 900 * MILLI, "INST", '1'));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario24_aPrintToldElsewhereTakesItsSharesOnce(Order order) {
        // an order behind the touch, executed as part of a cross that is told beside it: the touch stays as it was
        assertUntouched(order, Faults.NONE, script -> script.add(1, OPEN + 900 * MILLI, 9_000_001, Side.BUY, 100, "INST", 90 * DOLLAR)
                .executedAt(1, OPEN + 900 * MILLI, 9_000_001, 100, 77, false, 90 * DOLLAR)
                .cross(1, OPEN + 900 * MILLI, 100, "INST", 90 * DOLLAR, 77, 'I'));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario25_aHiddenTradeChangesNoBook(Order order) {
        assertUntouched(order, Faults.NONE, script -> script.hiddenTrade(1, OPEN + 900 * MILLI, 300, "INST", 100 * DOLLAR, 78));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario26_aSymbolNobodyListedIsCountedAndHarmsNobody(Order order) {
        assertUntouched(order, Faults.NONE, script -> script.deleted(99, OPEN + 900 * MILLI, 4_711)
                .add(55, OPEN + 900 * MILLI, 9_000_002, Side.SELL, 100, "LATE", 10 * DOLLAR)
                .directory(55, OPEN + 900 * MILLI, "LATE"));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario31_aBurstOfAllThatIsLeftAtOnceLosesNothing(Order order) {
        assertUntouched(order, Faults.NONE, script -> {
            for (int i = 0; i < 20_000; i++) {
                script.add(1, OPEN + 900 * MILLI + i * 40, 10_000_000 + i, Side.BUY, 100, "INST", 50 * DOLLAR);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario36_aDamagedPacketIsALossAndMadeUpFor(Order order) {
        assertUntouched(order, Faults.NONE.corruption(0.05), script -> { });
    }

    /** The same scores, all valid, as on the plain day without faults. */
    private static void assertUntouched(Order order, Faults faults, Consumer<ItchWriter> script) {
        List<String> truth = scores(play(order, Faults.NONE, any -> { }, 1));
        for (long seed = 1; seed <= 3; seed++) {
            assertEquals(truth, scores(play(order, faults, script, seed)), order + ", seed " + seed);
        }
        assertEquals(order == Order.NONE ? 1 : 2, truth.size());
    }

    /** What each parent's numbers are; a late order asks for the price at the end of it all. */
    private static List<String> scores(Scorecard scorecard) {
        List<String> scores = new ArrayList<>();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            ParentRow row = new ParentRow();
            assertTrue(scorecard.read(parent, row));
            StringBuilder text = new StringBuilder().append(row.arrivalMid());
            for (Measure measure : new Measure[] {Measure.ARRIVAL_SLIPPAGE, Measure.LEAKAGE_COST, Measure.DRIFT, Measure.PRE_TRADE_LEAKAGE}) {
                assertEquals(Status.VALID, row.status(measure), measure + " of parent " + parent);
                text.append(' ').append(row.value(measure));
            }
            scores.add(text.toString());
        }
        return scores;
    }

    private static Scorecard play(Order order, Faults faults, Consumer<ItchWriter> script, long seed) {
        ReplayEngine engine = new ReplayEngine();
        ItchToInlet sink = new ItchToInlet(engine.inlets().market("venue", WhenFull.WAIT), VenueDay.of(DAY, ZONE));
        FaultyFeed feed = new FaultyFeed(market(script), faults, seed, RecoveryLimits.DEFAULT, MIDNIGHT, sink);
        DropCopyReader desk = new DropCopyReader(new FixScan(FixScan.DEFAULT_PARENT_TAG, false), engine.inlets().orders("desk"));
        if (order != Order.NONE) {
            feed.until(OPEN + 100 * MILLI);
            tell(desk, "35=D|11=P|55=INST|54=1|38=200|60=20260130-14:30:00.100000001|");
            feed.until(OPEN + 300 * MILLI);
            tell(desk, "35=8|11=P|17=E1|150=F|39=1|55=INST|54=1|31=100.05|32=100|60=20260130-14:30:00.300000001|");
        }
        if (order == Order.DONE) {
            tell(desk, "35=8|11=P|17=E2|150=F|39=2|55=INST|54=1|31=100.07|32=100|60=20260130-14:30:00.310000001|");
        }
        feed.until(OPEN + 2_500 * MILLI);
        tell(desk, "35=D|11=L|55=INST|54=2|38=100|60=20260130-14:30:02.500000001|");
        tell(desk, "35=8|11=L|17=E3|150=F|39=2|55=INST|54=2|31=99.50|32=100|60=20260130-14:30:02.600000001|");
        feed.finish();
        return engine.scorecard();
    }

    /** Two seconds of quotes, one a millisecond, a cent up and down and slowly up; then a quiet second. */
    private static Tape market(Consumer<ItchWriter> script) {
        Tape tape = new Tape();
        ItchWriter itch = new ItchWriter(tape).system(OPEN, 'O').directory(1, OPEN, "INST");
        itch.add(1, OPEN, 1, Side.SELL, 100, "INST", 101 * DOLLAR);
        for (int i = 0; i < QUOTES; i++) {
            long nanos = OPEN + i * MILLI;
            itch.add(1, nanos, 10 + i, Side.BUY, 100, "INST", 99 * DOLLAR + (i / 100 + i % 2) * DOLLAR / 100);
            if (i > 0) {
                itch.deleted(1, nanos, 9 + i);
            }
            if (i == 900) {
                script.accept(itch);
            }
        }
        itch.system(OPEN + 3_000 * MILLI, 'M').system(OPEN + 3_500 * MILLI, 'C');
        return tape;
    }

    private static void tell(DropCopyReader desk, String fields) {
        byte[] raw = ("8=FIX.4.4|9=0|" + fields + "10=000|").replace('|', '\u0001').getBytes(StandardCharsets.US_ASCII);
        assertEquals(FixScan.Outcome.ORDER, desk.read(raw, 0, raw.length), desk::problem);
    }
}
