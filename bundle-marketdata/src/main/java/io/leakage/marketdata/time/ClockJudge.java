package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;

/**
 * Judges the clock from one reading to the next. No flag is believed alone: a port that says it follows must show a new Sync, a grandmaster
 * that says it is traceable must not be a whole number of seconds off, and who steers the clock must have told the kernel so. One thread;
 * no clock of its own.
 */
final class ClockJudge {
    private static final long NO_SYNC = Long.MIN_VALUE;

    private final ClockSettings settings;
    private long ingress = NO_SYNC;
    private long freshAt;
    private PtpReading good;
    private boolean servedByPtp;
    private long taiSeconds;

    /** Begins without a history: what was before is not known. */
    ClockJudge(ClockSettings settings) {
        this.settings = settings;
    }

    /**
     * Judges.
     *
     * @param reading later than the one before
     * @return the judgement at that moment
     */
    ClockQuality judge(ClockReading reading) {
        listen(reading);
        taiSeconds += TaiSuspicion.seconds(reading.jumpNanos());
        String tai = tai(reading);
        if (tai != null) {
            return unbounded(reading, ClockState.TAI_SUSPECT, tai);
        }
        if (reading.jumpNanos() != 0) {
            return unbounded(reading, ClockState.STEPPED, "the clock jumped by " + reading.jumpNanos() + " ns");
        }
        if (reading.kernel() == null) {
            return unbounded(reading, ClockState.UNSYNC, "the kernel cannot be asked: " + Libc.missing());
        }
        if (!reading.kernel().synchronised() && !settings.freeRunning()) {
            return unbounded(reading, ClockState.UNSYNC, "the kernel says that nobody steers the clock (adjtimex)");
        }
        if (good != null) {
            return byPtp(reading);
        }
        return servedByPtp ? unbounded(reading, ClockState.UNSYNC, "the PTP service has not shown a new Sync yet") : byKernel(reading);
    }

    /**
     * A line is alive when its Sync is another one than before: the first one we see may be an old one, and what was measured before a jump
     * says nothing after it.
     */
    private void listen(ClockReading reading) {
        PtpReading ptp = reading.ptp();
        servedByPtp |= ptp != null;
        if (reading.jumpNanos() != 0) {
            good = null;
            ingress = NO_SYNC;
        }
        if (ptp != null && ptp.isFollowing(settings.freeRunning()) && ptp.ingressNanos() != ingress) {
            if (ingress != NO_SYNC) {
                good = ptp;
                freshAt = reading.monoNanos();
            }
            ingress = ptp.ingressNanos();
        }
    }

    private String tai(ClockReading reading) {
        if (taiSeconds != 0) {
            return "the clock jumped by " + taiSeconds + " s, as from one of TAI and UTC to the other";
        }
        PtpReading ptp = reading.ptp();
        if (ptp == null) {
            return null;
        }
        if (TaiSuspicion.seconds(ptp.offsetNanos()) != 0) {
            return "the clock is " + TaiSuspicion.seconds(ptp.offsetNanos()) + " s off its grandmaster, as TAI is off UTC";
        }
        int expected = settings.leaps().taiMinusUtc(reading.epochNanos());
        boolean told = ptp.isFollowing(settings.freeRunning()) && ptp.says(PtpReading.UTC_OFFSET_VALID | PtpReading.PTP_TIMESCALE);
        return told && settings.leaps().covers(reading.epochNanos()) && ptp.utcOffsetSeconds() != expected
                ? "the grandmaster says TAI-UTC is " + ptp.utcOffsetSeconds() + " s, the leap second list " + expected + " s" : null;
    }

    private ClockQuality byPtp(ClockReading reading) {
        long age = age(reading);
        Budget budget = Budget.of(good, age, settings, reading.jitterNanos());
        ClockState state;
        String why;
        if (isAlive(reading)) {
            state = good.isGrandmasterInHoldover() ? ClockState.HOLDOVER : ClockState.LOCKED;
            why = "follows PTP grandmaster " + good.grandmaster() + " of class " + good.clockClass();
        } else {
            state = age <= settings.holdoverNanos() ? ClockState.HOLDOVER : ClockState.FREE;
            why = "no Sync from PTP grandmaster " + good.grandmaster() + " for " + age / 1_000_000 + " ms";
        }
        boolean traceable = isAlive(reading) && budget != Budget.NONE;
        return new ClockQuality(state, why + (budget == Budget.NONE ? "; it is not traceable" : ""), budget, traceable, good.offsetNanos(),
                age, good.grandmaster(), good.clockClass());
    }

    private ClockQuality byKernel(ClockReading reading) {
        if (!reading.kernel().synchronised()) {
            return unbounded(reading, ClockState.UNSYNC, "nobody measures or steers the clock: no PTP service answers");
        }
        return new ClockQuality(ClockState.LOCKED, "the kernel says that somebody steers the clock; who, and to what, is not known",
                Budget.of(reading.kernel(), reading.jitterNanos()), false, reading.kernel().offsetNanos(), 0, "kernel", -1);
    }

    private ClockQuality unbounded(ClockReading reading, ClockState state, String why) {
        return new ClockQuality(state, why, Budget.NONE, false, good == null ? Absent.LONG : good.offsetNanos(),
                good == null ? Absent.LONG : age(reading), good == null ? "" : good.grandmaster(), good == null ? -1 : good.clockClass());
    }

    private boolean isAlive(ClockReading reading) {
        return reading.ptp() != null && reading.ptp().isFollowing(settings.freeRunning())
                && age(reading) <= good.silentAfterNanos();
    }

    private long age(ClockReading reading) {
        return reading.monoNanos() - freshAt;
    }
}
