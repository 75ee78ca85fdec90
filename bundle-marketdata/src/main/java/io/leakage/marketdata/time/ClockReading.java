package io.leakage.marketdata.time;

/**
 * All that is known of the clock at one moment, before anybody judges it.
 *
 * @param monoNanos   monotonic clock
 * @param epochNanos  wall clock, since the epoch
 * @param jumpNanos   how far the wall clock jumped since the reading before, 0 when it did not
 * @param kernel      null when it cannot be asked
 * @param ptp         null when there is no PTP service or it does not answer
 * @param jitterNanos p99.9 of the stamping point, {@link io.leakage.api.event.Absent#LONG} when it could not be measured
 */
record ClockReading(long monoNanos, long epochNanos, long jumpNanos, KernelReading kernel, PtpReading ptp, long jitterNanos) {
}
