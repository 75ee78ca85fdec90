package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepWatchTest {
    private static final long SECOND = 1_000_000_000;
    private static final long WALL = 1_767_364_200L * SECOND;

    private final StepWatch watch = new StepWatch(100_000);

    @ParameterizedTest(name = "{0} ns off after a second: {1}")
    @CsvSource({
        "0, 0", "600000, 0", "-600000, 0",          // 100 000 and a slew of 500 ppm, 500 000, are allowed
        "600001, 600001", "-600001, -600001",
        "37000000000, 37000000000", "-1000000000, -1000000000"})
    void whatNoSlewExplainsIsAStep(long off, long told) {
        assertEquals(0, watch.jump(0, WALL, 0));
        assertEquals(told, watch.jump(SECOND, WALL + SECOND + off, SECOND));
    }

    @Test
    void aStepIsToldOnce() {
        watch.jump(0, WALL, 0);

        assertEquals(5 * SECOND, watch.jump(SECOND, WALL + 6 * SECOND, SECOND));
        assertEquals(0, watch.jump(2 * SECOND, WALL + 7 * SECOND, 2 * SECOND));
        assertEquals(-5 * SECOND, watch.jump(3 * SECOND, WALL + 3 * SECOND, 3 * SECOND));
    }

    @Test
    void aClockThatIsSlewedForAnHourNeverSteps() {
        for (long second = 0; second < 3_600; second++) {
            assertEquals(0, watch.jump(second * SECOND, WALL + second * SECOND + second * 500_000, second * SECOND));
        }
    }

    @Test
    void aThreadThatWasPutAsideBetweenTheClocksDoubtsItself() {
        watch.jump(0, WALL, 0);

        // the two clocks were read within 10 ms: half of that either way is nobody's step
        assertEquals(0, watch.jump(SECOND, WALL + SECOND + 10_000_000, SECOND + 10_000_000));
        assertEquals(0, watch.jump(2 * SECOND, WALL + 2 * SECOND, 2 * SECOND));
    }
}
