package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;

/**
 * What a PTP service said of itself at one moment. None of it is proof: after a cut the offset stays what it was.
 *
 * @param port               its best port
 * @param offsetNanos        this clock minus the grandmaster's, as measured last; of two data sets that tell it, the larger
 * @param pathDelayNanos     mean path delay
 * @param ingressNanos       when the latest Sync came, on whatever clock stamps it; that it changes is the sign of life
 * @param announceLog        announce interval, log2 seconds
 * @param syncLog            sync interval, log2 seconds
 * @param utcOffsetSeconds   TAI−UTC as announced
 * @param timeFlags          time properties' flags, {@link #LEAP_61} …
 * @param grandmaster        its identity, 16 hex digits
 * @param clockClass         the grandmaster's
 * @param clockAccuracy      the grandmaster's, as its code
 */
record PtpReading(PtpPort port, long offsetNanos, long pathDelayNanos, long ingressNanos, int announceLog, int syncLog,
        int utcOffsetSeconds, int timeFlags, String grandmaster, int clockClass, int clockAccuracy) {
    static final int LEAP_61 = 1;
    static final int LEAP_59 = 2;
    static final int UTC_OFFSET_VALID = 4;
    static final int PTP_TIMESCALE = 8;
    static final int TIME_TRACEABLE = 16;

    private static final int LOCKED_CLASS = 6;
    private static final int HOLDOVER_CLASS = 7;

    /**
     * {@return whether a port follows a grandmaster, as the service says} One that only measures (linuxptp's free_running) never gets
     * beyond UNCALIBRATED.
     */
    boolean isFollowing(boolean measuresOnly) {
        return port == PtpPort.SLAVE || measuresOnly && port == PtpPort.UNCALIBRATED;
    }

    /** {@return whether all of these flags are set} */
    boolean says(int flags) {
        return (timeFlags & flags) == flags;
    }

    /** {@return whether the grandmaster has lost its own source a short while ago} */
    boolean isGrandmasterInHoldover() {
        return clockClass == HOLDOVER_CLASS;
    }

    /** {@return what the grandmaster is off from UTC at most, nanoseconds; {@link Absent#LONG} when not traceable or not known} */
    long grandmasterNanos() {
        boolean traceable = says(TIME_TRACEABLE) && (clockClass == LOCKED_CLASS || clockClass == HOLDOVER_CLASS);
        return traceable ? PtpAccuracy.nanos(clockAccuracy) : Absent.LONG;
    }

    /** {@return after how long without a Sync the line counts as cut: two intervals, so that the third announce need not be awaited} */
    long silentAfterNanos() {
        return (long) (2e9 * Math.pow(2, Math.max(announceLog, syncLog)));
    }
}
