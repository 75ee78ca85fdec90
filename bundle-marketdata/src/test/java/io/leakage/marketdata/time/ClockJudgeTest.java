package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One case a rule, on readings that are healthy but for what the case says. */
class ClockJudgeTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Readings machine = new Readings();
    private final ClockJudge judge = new ClockJudge(Readings.settings(false, Absent.LONG));

    @Test
    void aClockThatFollowsATraceableGrandmasterIsLockedWithItsBudgetAsU() {
        judge.judge(machine.next());
        ClockQuality quality = judge.judge(machine.next());

        assertEquals(ClockState.LOCKED, quality.state());
        assertTrue(quality.traceable());
        // |-300| + path delay 800 + accuracy 0x21 = 100 ns + no age yet + jitter 2 000 + last digit 1
        assertEquals(3_201, quality.budget().uncertaintyNanos());
        assertEquals(List.of("offset", "path asymmetry", "grandmaster", "drift", "stamping jitter", "truncation"),
                quality.budget().terms().stream().map(term -> term.name()).toList());
    }

    @Test
    void aConfiguredAsymmetryReplacesThePathDelay() {
        ClockJudge calibrated = new ClockJudge(Readings.settings(false, 50));
        calibrated.judge(machine.next());

        // 300 + 50 + 100 + 0 + 2 000 + 1
        assertEquals(2_451, calibrated.judge(machine.next()).budget().uncertaintyNanos());
    }

    @Test
    void theFirstSyncSeenMayBeAnOldOneSoASecondIsAwaited() {
        assertState(ClockState.UNSYNC, machine.next());
        assertState(ClockState.UNSYNC, machine.silent(SECOND));
        assertState(ClockState.LOCKED, machine.next());
    }

    @Test
    void uGrowsWithTheDriftBetweenSyncs() {
        locked();
        ClockQuality quality = judge.judge(machine.silent(500 * MILLI));

        assertEquals(ClockState.LOCKED, quality.state());
        // 10 ppm for half a second is 5 000 ns on top of 3 201
        assertEquals(8_201, quality.budget().uncertaintyNanos());
        assertEquals(500 * MILLI, quality.ageNanos());
    }

    @Test
    void aLineThatIsCutIsSeenThoughThePortStillSaysItFollows() {
        locked();

        // announce interval 2 s: silent after 4 s, before the third announce is missing
        assertState(ClockState.LOCKED, machine.silent(4 * SECOND));
        ClockQuality cut = judge.judge(machine.silent(SECOND));
        assertEquals(ClockState.HOLDOVER, cut.state());
        assertFalse(cut.traceable());
        // 3 201 + 10 ppm for 5 s
        assertEquals(53_201, cut.budget().uncertaintyNanos());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"LISTENING", "UNCALIBRATED", "MASTER", "FAULTY", "PASSIVE"})
    void aPortThatNoLongerFollowsIsHoldoverAtOnce(PtpPort port) {
        locked();

        assertState(ClockState.HOLDOVER, machine.port(port).next());
    }

    @Test
    void aServiceThatIsGoneIsHoldoverAndLaterFree() {
        locked();
        machine.withoutPtp();

        assertState(ClockState.HOLDOVER, machine.silent(300 * SECOND));
        ClockQuality free = judge.judge(machine.silent(1));
        assertEquals(ClockState.FREE, free.state());
        // 3 201 + 10 ppm for 300 s and 1 ns, rounded up
        assertEquals(3_201 + 3_000_001, free.budget().uncertaintyNanos());
    }

    @Test
    void aLineThatComesBackIsLockedAgain() {
        locked();
        judge.judge(machine.silent(10 * SECOND));

        assertState(ClockState.LOCKED, machine.next());
    }

    @ParameterizedTest(name = "class {0}, accuracy {1}, flags {2}: {3}")
    @CsvSource({
        "  6, 0xFE, 28, LOCKED",    // unknown accuracy
        "  6, 0x31, 28, LOCKED",    // worse than 10 s
        "  6, 0x21, 12, LOCKED",    // time not traceable
        "248, 0x21, 28, LOCKED",    // a grandmaster of its own
        "187, 0x21, 28, LOCKED"})   // one that lost its source for too long
    void aGrandmasterThatIsNotTraceableBoundsNothing(int clockClass, String accuracy, int flags, ClockState state) {
        locked();
        ClockQuality quality = judge.judge(machine.grandmaster(clockClass, Integer.decode(accuracy), flags).next());

        assertEquals(state, quality.state());
        assertFalse(quality.traceable());
        assertEquals(Absent.LONG, quality.budget().uncertaintyNanos());
    }

    @Test
    void aGrandmasterInHoldoverPutsUsIntoHoldoverButKeepsItsBound() {
        locked();
        ClockQuality quality = judge.judge(machine.grandmaster(7, 0x23, Readings.TRACEABLE).next());

        assertEquals(ClockState.HOLDOVER, quality.state());
        assertTrue(quality.traceable());
        // 300 + 800 + 1 000 + 0 + 2 000 + 1
        assertEquals(4_101, quality.budget().uncertaintyNanos());
    }

    @ParameterizedTest(name = "offset {0} ns: {1}")
    @CsvSource({
        " 37000000000, TAI_SUSPECT", "-37000000000, TAI_SUSPECT", " 37001000000, TAI_SUSPECT", " 36999000000, TAI_SUSPECT",
        " 37001000001, LOCKED", " 36998999999, LOCKED", "10000000000, TAI_SUSPECT", "40000000000, TAI_SUSPECT",
        " 9000000000, LOCKED", " 41000000000, LOCKED", "-10000000000, TAI_SUSPECT"})
    void anOffsetOfWholeSecondsFrom10To40IsSuspectedOfTai(long offset, ClockState state) {
        locked();
        ClockQuality quality = judge.judge(machine.offset(offset).next());

        assertEquals(state, quality.state());
        assertEquals(state == ClockState.TAI_SUSPECT, quality.budget().uncertaintyNanos() == Absent.LONG);
    }

    @Test
    void aGrandmasterThatAnnouncesAnotherTaiMinusUtcThanTheListIsSuspected() {
        locked();

        assertState(ClockState.TAI_SUSPECT, machine.utcOffset(36).next());
        assertState(ClockState.LOCKED, machine.utcOffset(37).next());
    }

    @Test
    void anOffsetToUtcThatTheGrandmasterCallsInvalidIsNotHeldAgainstIt() {
        locked();

        assertState(ClockState.LOCKED, machine.utcOffset(0).grandmaster(6, 0x21, PtpReading.TIME_TRACEABLE).next());
    }

    @Test
    void aJumpIsToldOnceAndWhatWasMeasuredBeforeItIsForgotten() {
        locked();

        ClockQuality quality = judge.judge(machine.jump(5 * SECOND).next());
        assertEquals(ClockState.STEPPED, quality.state());
        assertEquals("the clock jumped by 5000000000 ns", quality.why());
        assertEquals(Absent.LONG, quality.budget().uncertaintyNanos());
        assertState(ClockState.UNSYNC, machine.silent(SECOND));
        assertState(ClockState.LOCKED, machine.next());
    }

    @Test
    void aJumpByTaiMinusUtcIsSuspectUntilTheClockJumpsBack() {
        locked();

        assertState(ClockState.TAI_SUSPECT, machine.jump(37 * SECOND + 400).next());
        assertState(ClockState.TAI_SUSPECT, machine.next());
        assertState(ClockState.STEPPED, machine.jump(-37 * SECOND).next());
        assertState(ClockState.LOCKED, machine.next());
    }

    @Test
    void aKernelThatNobodySteersIsUnsyncWhateverPtpSays() {
        machine.unsynchronised();
        judge.judge(machine.next());
        ClockQuality quality = judge.judge(machine.next());

        assertEquals(ClockState.UNSYNC, quality.state());
        assertFalse(quality.traceable());
        assertEquals(Absent.LONG, quality.budget().uncertaintyNanos());
    }

    @Test
    void aKernelThatNobodySteersIsExpectedWherePtpOnlyMeasures() {
        ClockJudge measuring = new ClockJudge(Readings.settings(true, Absent.LONG));
        machine.unsynchronised();
        assertEquals(ClockState.UNSYNC, measuring.judge(machine.next()).state());

        assertEquals(ClockState.LOCKED, measuring.judge(machine.next()).state());
        assertEquals(ClockState.UNSYNC, new ClockJudge(Readings.settings(true, Absent.LONG)).judge(machine.withoutPtp().next()).state());
    }

    @Test
    void aKernelThatCannotBeAskedIsUnsync() {
        assertState(ClockState.UNSYNC, machine.kernel(null).next());
        assertState(ClockState.UNSYNC, machine.next());
    }

    @Test
    void withoutPtpTheKernelsBoundCountsAndNothingIsTraceable() {
        ClockQuality quality = judge.judge(machine.withoutPtp().kernel(new KernelReading(true, -40_000, 2_000_000, 0)).next());

        assertEquals(ClockState.LOCKED, quality.state());
        assertFalse(quality.traceable());
        // |-40 000| + maxerror 2 000 000 + 2 000 + 1
        assertEquals(2_042_001, quality.budget().uncertaintyNanos());
        assertEquals("kernel", quality.grandmaster());
    }

    @Test
    void aPtpServiceThatNeverFollowedIsNotReplacedByTheKernelsWordWhichMayBeItsOwn() {
        machine.port(PtpPort.LISTENING);
        for (int i = 0; i < 5; i++) {
            assertState(ClockState.UNSYNC, machine.next());
        }
        assertState(ClockState.UNSYNC, machine.withoutPtp().next());
    }

    @Test
    void withoutAMeasuredJitterNothingIsBounded() {
        machine.jitterUnknown();
        locked();
        ClockQuality quality = judge.judge(machine.next());

        assertEquals(Absent.LONG, quality.budget().uncertaintyNanos());
        assertFalse(quality.traceable());
    }

    private void locked() {
        judge.judge(machine.next());
        assertState(ClockState.LOCKED, machine.next());
    }

    private void assertState(ClockState expected, ClockReading reading) {
        ClockQuality quality = judge.judge(reading);
        assertEquals(expected, quality.state(), quality.why());
    }
}
