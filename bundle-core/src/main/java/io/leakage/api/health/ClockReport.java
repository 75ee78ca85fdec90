package io.leakage.api.health;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import java.util.List;
import java.util.Objects;

/**
 * The clock at one moment and since the start: what a regulator asks for (EU 2017/574, article 4) and an operator looks at. Times are
 * nanoseconds since the epoch; what is not known is {@link Absent#LONG}.
 *
 * @param epochNanos       when it was made
 * @param state            how far the clock may be trusted
 * @param uncertaintyNanos U: what it is off from UTC at most; the sum of the budget
 * @param traceable        whether a chain to UTC is claimed
 * @param why              the state's and the claim's reason, a sentence for a person
 * @param offsetNanos      this clock minus its source, as measured last
 * @param ageNanos         how long ago that was
 * @param grandmaster      the source: a PTP identity of 16 hex digits, {@code kernel}, or empty
 * @param clockClass       the PTP grandmaster's class, −1 without one
 * @param taiMinusUtc      seconds between TAI and UTC now
 * @param leapList         until when that is certain
 * @param budget           U, term by term; empty when nothing bounds it
 * @param stampingPoints   where receive times can be taken, best first
 * @param days             the largest divergence of each UTC day since the start, latest last
 * @param history          changes of state since the start, latest last
 */
public record ClockReport(long epochNanos, ClockState state, long uncertaintyNanos, boolean traceable, String why, long offsetNanos,
        long ageNanos, String grandmaster, int clockClass, int taiMinusUtc, long leapList, List<Term> budget,
        List<StampingPoint> stampingPoints, List<Day> days, List<Change> history) {
    /** Keeps copies. */
    public ClockReport {
        Objects.requireNonNull(state, "state");
        budget = List.copyOf(budget);
        stampingPoints = List.copyOf(stampingPoints);
        days = List.copyOf(days);
        history = List.copyOf(history);
    }

    /**
     * A term of the uncertainty.
     *
     * @param name   what adds to it
     * @param nanos  how much at most
     * @param origin where the figure is from
     */
    public record Term(String name, long nanos, String origin) {
    }

    /**
     * A place where a packet's receive time is taken.
     *
     * @param source      KERNEL, JVM, …
     * @param medianNanos half of all packets are stamped within this of their sending over loopback
     * @param p999Nanos   99.9 % are
     * @param samples     packets measured
     */
    public record StampingPoint(String source, long medianNanos, long p999Nanos, int samples) {
    }

    /**
     * A day's worst.
     *
     * @param date             UTC, {@code 2026-01-30}
     * @param offsetNanos      the offset farthest from 0, with its sign
     * @param offsetAt         when that was
     * @param uncertaintyNanos the largest U, while something bounded it
     * @param looks            how often the clock was looked at
     * @param unbounded        how often nothing bounded it
     */
    public record Day(String date, long offsetNanos, long offsetAt, long uncertaintyNanos, long looks, long unbounded) {
    }

    /**
     * A change of state.
     *
     * @param epochNanos when
     * @param state      what it became
     * @param why        the reason
     */
    public record Change(long epochNanos, ClockState state, String why) {
    }
}
