package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;

/** Readings as a machine would give them, a second apart unless said otherwise; what is not said is healthy. */
final class Readings {
    static final String GRANDMASTER = "001122fffe334455";
    static final int TRACEABLE = PtpReading.UTC_OFFSET_VALID | PtpReading.PTP_TIMESCALE | PtpReading.TIME_TRACEABLE;

    private static final long SECOND = 1_000_000_000L;
    /** 2026-01-02T14:30:00Z. */
    private static final long START = 1_767_364_200L * SECOND;

    private long elapsed;
    private long jump;
    private KernelReading kernel = new KernelReading(true, 0, 2_000_000, 37);
    private boolean served = true;
    private PtpPort port = PtpPort.SLAVE;
    private long offset = -300;
    private long syncs;
    private int utcOffset = 37;
    private int flags = TRACEABLE;
    private int clockClass = 6;
    private int accuracy = 0x21;
    private long jitter = 2_000;

    static ClockSettings settings(boolean freeRunning, long asymmetry) {
        return new ClockSettings(null, 0, asymmetry, 10, 300 * SECOND, 100_000, freeRunning, LeapSeconds.builtIn());
    }

    /** A second passes, and a Sync comes. */
    ClockReading next() {
        syncs++;
        return silent(SECOND);
    }

    /** Time passes, and no Sync comes. */
    ClockReading silent(long nanos) {
        elapsed += nanos;
        PtpReading ptp = new PtpReading(port, offset, 800, syncs, 1, 0, utcOffset, flags, GRANDMASTER, clockClass, accuracy);
        ClockReading reading = new ClockReading(elapsed, START + elapsed, jump, kernel, served ? ptp : null, jitter);
        jump = 0;
        return reading;
    }

    Readings jump(long nanos) {
        jump = nanos;
        return this;
    }

    Readings kernel(KernelReading said) {
        kernel = said;
        return this;
    }

    Readings unsynchronised() {
        return kernel(new KernelReading(false, 0, 16_000_000_000L, 0));
    }

    Readings withoutPtp() {
        served = false;
        return this;
    }

    Readings port(PtpPort state) {
        port = state;
        return this;
    }

    Readings offset(long nanos) {
        offset = nanos;
        return this;
    }

    Readings grandmaster(int itsClass, int itsAccuracy, int itsFlags) {
        clockClass = itsClass;
        accuracy = itsAccuracy;
        flags = itsFlags;
        return this;
    }

    Readings utcOffset(int seconds) {
        utcOffset = seconds;
        return this;
    }

    Readings jitterUnknown() {
        jitter = Absent.LONG;
        return this;
    }
}
