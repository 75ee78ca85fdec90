package io.leakage.marketdata.time;

import io.leakage.api.event.ClockState;

/**
 * The judgement on a clock at one moment.
 *
 * @param state       how far it may be trusted
 * @param why         the reason, a sentence
 * @param budget      what bounds it
 * @param traceable   whether a chain to UTC is claimed
 * @param offsetNanos clock minus source as measured last, {@link io.leakage.api.event.Absent#LONG} when never
 * @param ageNanos    how long ago, likewise
 * @param grandmaster PTP identity, {@code kernel}, or empty
 * @param clockClass  the grandmaster's, −1 without one
 */
record ClockQuality(ClockState state, String why, Budget budget, boolean traceable, long offsetNanos, long ageNanos, String grandmaster,
        int clockClass) {
}
