package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two real ptp4l on one clock: what they measure apart is the line's doing, and the truth is 0. */
class PtpBetweenNamespacesTest {
    private static final int UTC_TRACEABLE = PtpReading.UTC_OFFSET_VALID | PtpReading.TIME_TRACEABLE;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LOOK_NANOS = 20_000_000;
    private static final long SYNC_NANOS = 125_000_000;
    private static final int SAMPLES = 30;
    private static final long MILLI = 1_000_000;
    /** What a busy machine adds to a path that runs through this process. */
    private static final long NOISE = 3 * MILLI;
    /** Both live on one clock. */
    private static final long TRUTH = 0;

    private static PtpPair pair;

    private ClockReadings readings;
    private ClockJudge judge;

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException {
        pair = PtpPair.start(folder);
    }

    @AfterAll
    static void remove() throws IOException {
        if (pair != null) {
            pair.close();
        }
    }

    @BeforeEach
    void follow() throws IOException {
        pair.relay().delay(0, 0);
        pair.relay().loss(0);
        pair.relay().cut(false);
        pair.announce(6, 0x21, UTC_TRACEABLE);
        begin(true);
        await(quality -> quality.state() == ClockState.LOCKED && quality.traceable());
    }

    @AfterEach
    void close() {
        if (readings != null) {
            readings.close();
        }
    }

    @ParameterizedTest(name = "{0} ms there, {1} ms back, {2} lost")
    @CsvSource({"0, 0, 0", "20, 5, 0", "5, 20, 0", "10, 10, 0", "20, 5, 0.3"})
    void theTruthLiesInsideOfUInEverySample(long there, long back, double loss) {
        pair.relay().delay(there * MILLI, back * MILLI);
        pair.relay().loss(loss);
        // the measured error is half the asymmetry; the path delay is a median of ten, which takes its time
        long error = (there - back) * MILLI / 2;
        await(quality -> Math.abs(quality.offsetNanos() - error) < NOISE && Math.abs(path(quality) - (there + back) * MILLI / 2) < NOISE);

        pair.relay().measureAnew();
        long[] offsets = new long[SAMPLES];
        int covered = 0;
        for (int i = 0; i < SAMPLES; i++) {
            LockSupport.parkNanos(SYNC_NANOS);
            ClockQuality quality = look();
            long uncertainty = quality.budget().uncertaintyNanos();
            assertTrue(quality.state() == ClockState.LOCKED || loss > 0, quality.why());
            assertTrue(uncertainty >= Math.abs(quality.offsetNanos() - TRUTH), "the truth lies outside of U: " + quality);
            offsets[i] = quality.offsetNanos();
            // what U holds beside the measured offset covers by itself what the measurement is off
            covered += Math.abs(quality.offsetNanos() - TRUTH) <= uncertainty - Math.abs(quality.offsetNanos()) ? 1 : 0;
        }
        Arrays.sort(offsets);
        compare(there, back, offsets, covered);
    }

    /** The relay knows what it did to the frames; on a machine that is busy it did more than it was asked to, and unevenly. */
    private static void compare(long there, long back, long[] offsets, int covered) {
        long[] synced = pair.relay().synced();
        long[] asked = pair.relay().asked();
        long expected = (synced[synced.length / 2] - asked[asked.length / 2]) / 2;
        long unevenness = middleEighty(synced) + middleEighty(asked);
        System.out.printf("ptp4l over %d ms there, %d ms back: median offset %,d ns, the relay's %,d ns give or take %,d; "
                + "the bound beside it covered %d of %d%n", there, back, offsets[SAMPLES / 2], expected, unevenness, covered, SAMPLES);

        assertEquals(expected, offsets[SAMPLES / 2], NOISE + unevenness, "half the asymmetry");
        if (there + back > 0 && unevenness < NOISE) {
            assertTrue(covered >= SAMPLES * 3 / 4, "asymmetry, accuracy, drift and jitter covered the error in " + covered);
        }
    }

    private static long middleEighty(long[] sorted) {
        return sorted[sorted.length * 9 / 10] - sorted[sorted.length / 10];
    }

    @Test
    void aCutIsSeenWithinThreeAnnounceIntervalsAndSoIsItsEnd() {
        pair.relay().cut(true);
        long cut = System.nanoTime();
        ClockQuality seen;
        long began;
        do {
            began = System.nanoTime();
            seen = look();
        } while (seen.state() == ClockState.LOCKED && began - cut <= 3 * PtpPair.ANNOUNCE_NANOS);
        ClockQuality first = seen;

        assertEquals(ClockState.HOLDOVER, seen.state(), seen.why());
        assertFalse(seen.traceable());
        long before = seen.budget().uncertaintyNanos();
        ClockQuality later = await(quality -> quality.ageNanos() > 2 * first.ageNanos());
        assertEquals(seen.offsetNanos(), later.offsetNanos(), "the offset is frozen");
        assertTrue(later.budget().uncertaintyNanos() > before, "U grows while nothing is heard");

        pair.relay().cut(false);
        await(quality -> quality.state() == ClockState.LOCKED);
    }

    @Test
    void aGrandmasterOfClassSixThatAnnouncesPtpTimescaleOverAUtcClockIsSuspectedOfTai() throws IOException {
        pair.announce(6, 0x21, UTC_TRACEABLE | PtpReading.PTP_TIMESCALE);
        ClockQuality quality = await(now -> now.state() == ClockState.TAI_SUSPECT);

        assertEquals(Absent.LONG, quality.budget().uncertaintyNanos());
        assertTrue(quality.why().contains("37 s off its grandmaster"), quality.why());
    }

    @Test
    void aGrandmasterInHoldoverIsToldAndKeepsItsBound() throws IOException {
        pair.announce(7, 0x23, UTC_TRACEABLE);
        ClockQuality quality = await(now -> now.state() == ClockState.HOLDOVER);

        assertEquals(7, quality.clockClass());
        assertEquals(1_000, quality.budget().terms().get(2).nanos());
    }

    @ParameterizedTest(name = "class {0}, accuracy {1}, flags {2}")
    @CsvSource({"6, 0xFE, 20", "248, 0x21, 20", "6, 0x21, 4"})
    void aGrandmasterThatIsNotTraceableBoundsNothing(int clockClass, String accuracy, int flags) throws IOException {
        pair.announce(clockClass, Integer.decode(accuracy), flags);
        ClockQuality quality = await(now -> !now.traceable());

        assertEquals(ClockState.LOCKED, quality.state());
        assertEquals(Absent.LONG, quality.budget().uncertaintyNanos());
    }

    @Test
    void anUnsynchronisedMachineSaysUnsyncThoughPtpMeasures() {
        KernelReading kernel = new KernelClock().read();
        Assumptions.assumeFalse(kernel.synchronised(), "this machine's clock is synchronised: " + kernel);
        readings.close();
        begin(false);
        for (int i = 0; i < 20; i++) {
            ClockQuality quality = look();
            assertEquals(ClockState.UNSYNC, quality.state());
            assertFalse(quality.traceable());
        }
    }

    @Test
    void aServiceOfAnotherDomainDoesNotAnswer() throws IOException {
        try (PtpService stranger = new PtpService(pair.slave(), 5)) {
            assertEquals("the PTP service did not answer request 2000 in domain 5",
                    assertThrows(IOException.class, stranger::read).getMessage());
        }
    }

    private void begin(boolean freeRunning) {
        readings = pair.readings(freeRunning);
        judge = new ClockJudge(pair.settings(freeRunning));
    }

    private ClockQuality look() {
        LockSupport.parkNanos(LOOK_NANOS);
        return judge.judge(readings.read());
    }

    private ClockQuality await(Predicate<ClockQuality> expected) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        ClockQuality quality = look();
        while (!expected.test(quality)) {
            assertTrue(System.nanoTime() < deadline, "not within 15 s; last: " + quality);
            quality = look();
        }
        return quality;
    }

    private static long path(ClockQuality quality) {
        return quality.budget().terms().isEmpty() ? Absent.LONG : quality.budget().terms().get(1).nanos();
    }
}
