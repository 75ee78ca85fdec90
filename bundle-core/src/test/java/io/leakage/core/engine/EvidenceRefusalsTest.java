package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence refuses rather than guesses: what cannot be compared is left out and counted, and with too little left there is no grade. */
class EvidenceRefusalsTest {
    private static final long MILLI = LeakyDay.MILLI;

    @Test
    void tooFewPlacebos() {
        LeakyDay day = new LeakyDay(7, Side.BUY, 2, 0, 0);
        long nanos = Tape.START + 10_000 * MILLI;
        child(day, nanos, "C");
        ParentRow row = day.play(0);

        // knowing the market for 10 s, half-second steps give 18 or 19 instants, of which those of the last second are not over
        assertEquals(1, row.input(Input.named("unmatched_1s")));
        assertEquals(1, row.input(Input.named("unmatched_10s")));
        assertTrue(Flag.TOO_FEW_PLACEBOS.in(row.flags(Measure.LEAK_1S)) && Flag.NOT_IDENTIFIED.in(row.flags(Measure.LEAK_1S)));
        assertFalse(Flag.VOLATILITY_BREAK.in(row.flags(Measure.LEAK_1S)));
        assertEquals(Grade.CANNOT_SAY, row.grade());
    }

    @Test
    void overlappingWindows() {
        ParentRow row = EvidenceScenariosTest.crowded().play(0);

        // of 100, every third has another within 5 ms or 300 ms behind it; those 300 ms away are only in the way of a second
        assertEquals(17, row.input(Input.named("crowded_10ms")));
        assertEquals(83, row.input(Input.named("footprints_10ms")));
        assertEquals(34, row.input(Input.named("crowded_1s")));
    }

    @ParameterizedTest(name = "from {0} ticks to {1}")
    @CsvSource({"0, 20", "20, 0"})
    void volatilityBreak(int ticks, int ticksThen) {
        LeakyDay day = new LeakyDay(14, Side.BUY, 0, 0, 0);
        day.told.removeIf(LeakyDay.Told::market);
        for (int step = 0; step < 16_000; step++) {
            int width = step < 8_000 ? ticks : ticksThen;
            quote(day, Tape.START + step * 100L * MILLI, 100 * 100 + step % 2 * width);
        }
        for (int i = 0; i < 6; i++) {
            child(day, Tape.START + (782_000 + i * 5_000) * MILLI, "B" + i);
        }
        ParentRow broken = day.play(0);

        // four footprints before the 800th second, of the two after it nobody can say: the mid ranges by more than two classes more, or less
        assertEquals(4, broken.input(Input.named("footprints_100ms")));
        assertEquals(2, broken.input(Input.named("unmatched_100ms")));
        assertTrue(Flag.VOLATILITY_BREAK.in(broken.flags(Measure.LEAK_100MS)), "no number, and why");
        assertEquals(Status.SUPPRESSED, broken.status(Measure.LEAK_100MS));
        assertEquals(Grade.CANNOT_SAY, broken.grade());
    }

    @Test
    void aVolatilityBreakIsOverOnceTheMarketIsKnownAsItIsNow() {
        LeakyDay day = new LeakyDay(14, Side.BUY, 0, 0, 0);
        day.told.removeIf(LeakyDay.Told::market);
        for (int step = 0; step < 9_000; step++) {
            quote(day, Tape.START + step * 100L * MILLI, 100 * 100 + (step < 8_000 ? 0 : step % 2 * 20));
        }
        for (int i = 0; i < 20; i++) {
            child(day, Tape.START + (782_000 + i * 5_000) * MILLI, "B" + i);
        }
        ParentRow row = day.play(0);

        // after twenty windows of half a second each, a few of which own footprints spoil
        assertTrue(row.input(Input.named("unmatched_100ms")) >= 2 && row.input(Input.named("unmatched_100ms")) <= 4);
        assertEquals(20, row.input(Input.named("unmatched_100ms")) + row.input(Input.named("footprints_100ms")));
        assertFalse(Flag.VOLATILITY_BREAK.in(row.flags(Measure.LEAK_100MS)));
        assertEquals(Status.VALID, row.status(Measure.LEAK_100MS));
    }

    @Test
    void gap() {
        LeakyDay day = new LeakyDay(8, Side.BUY, 1, 0);
        long at = day.footprints.get(23);
        day.market(at - 1, () -> day.market().gap(0, 0));
        day.market(at + 50 * MILLI, () -> day.market().recovering());
        day.market(at + 50 * MILLI, () -> day.market().recovered(0));
        ParentRow row = day.play(0);

        oneIsDisturbed(row);
        assertTrue(Flag.MD_GAP.in(row.flags(Measure.LEAK_1S)));
        assertEquals(Status.DEGRADED, row.status(Measure.EVIDENCE), "a placebo may have been lost in it, too");
        assertEquals(Grade.CANNOT_SAY, row.grade());
    }

    @ParameterizedTest
    @CsvSource({"HALTED", "PAUSED", "QUOTATION"})
    void halt(TradingState state) {
        LeakyDay day = new LeakyDay(8, Side.BUY, 1, 0);
        long from = day.footprints.get(20) + 2 * MILLI;
        long first = day.next();
        long second = day.next();
        day.market(from, () -> day.market().tradingState(day.instrument(), first, from, state));
        day.market(from + MILLI, () -> day.market().tradingState(day.instrument(), second, from + MILLI, TradingState.TRADING));
        ParentRow row = day.play(0);

        oneIsDisturbed(row);
        assertEquals(Grade.RED, row.grade(), "the others still tell");
    }

    private static void oneIsDisturbed(ParentRow row) {
        assertEquals(1, row.input(Input.named("disturbed_1s")));
        assertEquals(99, row.input(Input.named("footprints_1s")) + row.input(Input.named("unmatched_1s")));
        assertTrue(row.input(Input.named("unmatched_1s")) <= 1, "one that the order's own quiet time has no like of yet");
        assertTrue(row.value(Measure.EVIDENCE) > 50);
    }

    @Test
    void unsynchronisedClock() {
        LeakyDay day = new LeakyDay(9, Side.BUY, 0, 0, 20);
        long nanos = Tape.START + 1_200_000 * MILLI;
        day.order(nanos, new Tape.Message('8', nanos).sentAt(nanos).id("U").parent("P").side(Side.BUY).execution("U1").exec('F', '2')
                .last(100, "100"));
        ParentRow row = day.play(0);

        assertEquals(1, row.input(Input.named("disturbed_10ms")), "a fill whose time is the sender's clock's, not the venue's");
        assertEquals(20, row.input(Input.named("footprints_10ms")));
        assertEquals(Status.DEGRADED, row.status(Measure.EVIDENCE));
        assertEquals(Grade.CANNOT_SAY, row.grade());
    }

    @Test
    void aClockThatMayBeOffByWholeSecondsLeavesNoNumber() {
        LeakyDay day = new LeakyDay(9, Side.BUY, 2, 0);
        day.engine.inlets().desk().clock(Tape.START, ClockState.TAI_SUSPECT, 37_000_000_000L);
        ParentRow row = day.play(0);

        assertEquals(Status.SUPPRESSED, row.status(Measure.EVIDENCE));
        assertTrue(Flag.CLOCK_TAI_SUSPECT.in(row.flags(Measure.EVIDENCE)));
        assertEquals(Grade.CANNOT_SAY, row.grade());
    }

    @Test
    void aQuoteWhoseClockWentBackwardsIsNotComparedWith() {
        LeakyDay day = new LeakyDay(9, Side.BUY, 0, 0, 20);
        long before = day.footprints.get(10);
        day.market(before - 1, () -> day.market().quoted(day.instrument(), day.next(), before - 3_600_000 * MILLI, 9_900_000_000L, 100,
                10_100_000_000L, 100));
        ParentRow row = day.play(0);

        assertEquals(1, row.input(Input.named("disturbed_10ms")));
        assertEquals(19, row.input(Input.named("footprints_10ms")));
    }

    @Test
    void aTimeCutOffAfterItsSecondIsTooCoarseForShortHorizons() {
        LeakyDay day = new LeakyDay(10, Side.BUY, 0, 0, 20);
        long nanos = Tape.START + 1_200_000 * MILLI;
        day.order(nanos, new Tape.Message('8', nanos).truncation(1_000_000_000L).id("C").parent("P").side(Side.BUY).exec('0', '0'));
        ParentRow row = day.play(0);

        assertEquals(1, row.input(Input.named("disturbed_1s")));
        assertEquals(0, row.input(Input.named("disturbed_10s")));
    }

    @Test
    void tooShortADay() {
        LeakyDay day = new LeakyDay(7, Side.BUY, 2, 0, 0);
        long nanos = Tape.START + 1_000_000 * MILLI;
        day.told.removeIf(told -> told.market() && told.arrives() > nanos + 400 * MILLI);
        for (int i = 0; i < 6; i++) {
            child(day, nanos - (5 - i) * 20_000 * MILLI, "C" + i);
        }
        long last = day.next();
        day.market(nanos + 500 * MILLI, () -> day.market().ended(last));
        ParentRow row = day.play(0);

        assertEquals(6, row.input(Input.named("footprints_100ms")));
        assertEquals(5, row.input(Input.named("footprints_1s")), "the last window is longer than the day");
        assertEquals(1, row.input(Input.named("disturbed_1s")));
        assertEquals(5, row.input(Input.named("footprints_10s")) + row.input(Input.named("unmatched_10s")));
        assertEquals(1, row.input(Input.named("disturbed_10s")));
    }

    @Test
    void aDayOfASecondAndAHalfSaysNothing() {
        LeakyDay day = new LeakyDay(7, Side.BUY, 2, 0, 0);
        long nanos = Tape.START + 1_100 * MILLI;
        day.told.removeIf(told -> told.market() && told.arrives() > nanos + 400 * MILLI);
        child(day, nanos, "C");
        long last = day.next();
        day.market(nanos + 500 * MILLI, () -> day.market().ended(last));
        ParentRow row = day.play(0);

        for (Measure measure : List.of(Measure.EVIDENCE, Measure.LEAK_10MS, Measure.LEAK_10S, Measure.LEAK_COST, Measure.CONTRAST)) {
            assertEquals(Status.SUPPRESSED, row.status(measure), measure.id());
            assertTrue(Double.isNaN(row.value(measure)), measure.id());
        }
        assertTrue(Flag.TOO_FEW_PLACEBOS.in(row.flags(Measure.LEAK_10MS)));
        assertTrue(Flag.CENSORED.in(row.flags(Measure.LEAK_10S)));
        assertEquals(Grade.CANNOT_SAY, row.grade());
    }

    private static void child(LeakyDay day, long nanos, String id) {
        day.order(nanos, new Tape.Message('8', nanos).id(id).parent("P").side(day.side).exec('0', '0'));
    }

    private static void quote(LeakyDay day, long nanos, long midTicks) {
        long number = day.next();
        day.market(nanos, () -> day.market().quoted(day.instrument(), number, nanos, (midTicks - 1) * LeakyDay.TICK, 100,
                (midTicks + 1) * LeakyDay.TICK, 100));
    }
}
