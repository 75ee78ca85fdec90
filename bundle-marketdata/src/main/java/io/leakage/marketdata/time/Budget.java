package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import io.leakage.api.health.ClockReport.Term;
import java.util.List;

/**
 * The uncertainty U of a clock, term by term; every term is a bound, so they are added, not squared.
 *
 * @param terms at least one, or none when nothing bounds the clock
 */
record Budget(List<Term> terms) {
    /** Nothing bounds the clock. */
    static final Budget NONE = new Budget(List.of());

    /**
     * A clock measured against a grandmaster:
     * <pre>  U = |offset| + asymmetry + grandmaster accuracy + drift · age + stamping jitter + truncation</pre>
     * <p>With an offset of −300 ns, a path delay of 800 ns, a grandmaster good to 100 ns, 10 ppm for 0.5 s (5,000 ns), 2,000 ns of jitter
     * and a last digit of 1 ns U is 8,201 ns.
     *
     * @param good        the latest reading that was fresh
     * @param ageNanos    how long ago it was
     * @param settings    asymmetry and drift
     * @param jitterNanos p99.9 of the stamping point, {@link Absent#LONG} when it could not be measured
     * @return {@link #NONE} when the grandmaster is not traceable or the jitter unknown
     */
    static Budget of(PtpReading good, long ageNanos, ClockSettings settings, long jitterNanos) {
        long grandmaster = good.grandmasterNanos();
        if (grandmaster == Absent.LONG || jitterNanos == Absent.LONG) {
            return NONE;
        }
        boolean configured = settings.asymmetryNanos() != Absent.LONG;
        return new Budget(List.of(
                new Term("offset", Math.abs(good.offsetNanos()), "measured by PTP"),
                new Term("path asymmetry", configured ? settings.asymmetryNanos() : good.pathDelayNanos(),
                        configured ? "configured" : "mean path delay, which no asymmetry exceeds"),
                new Term("grandmaster", grandmaster, String.format("clockAccuracy 0x%02x", good.clockAccuracy())),
                new Term("drift", (long) Math.ceil(settings.driftPpm() * 1e-6 * ageNanos),
                        settings.driftPpm() + " ppm for " + ageNanos / 1_000_000 + " ms"),
                jitter(jitterNanos), truncation()));
    }

    /**
     * A clock that somebody steers whom we cannot ask (chrony, an NTP daemon): the bound he left with the kernel.
     *
     * @param kernel      of a clock that is synchronised
     * @param jitterNanos as above
     */
    static Budget of(KernelReading kernel, long jitterNanos) {
        return jitterNanos == Absent.LONG ? NONE : new Budget(List.of(
                new Term("offset", Math.abs(kernel.offsetNanos()), "still to be corrected, adjtimex"),
                new Term("kernel", kernel.maxErrorNanos(), "maxerror, adjtimex"),
                jitter(jitterNanos), truncation()));
    }

    private static Term jitter(long nanos) {
        return new Term("stamping jitter", nanos, "p99.9, measured over loopback");
    }

    private static Term truncation() {
        return new Term("truncation", WallClock.RESOLUTION_NANOS, "last digit of the clock");
    }

    /** {@return U in nanoseconds, {@link Absent#LONG} when nothing bounds it} */
    long uncertaintyNanos() {
        return terms.isEmpty() ? Absent.LONG : terms.stream().mapToLong(Term::nanos).sum();
    }
}
