package io.leakage.ui.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The {@link Allowance} of each caller, by name; those that asked longest ago are forgotten. Any thread. */
final class Allowances {
    /** What {@code leakage.web} says unless told otherwise. */
    static final int USUAL_PER_SECOND = 2_000;
    /** As above; a container usually has some 200 threads. */
    static final int USUAL_AT_ONCE = 64;

    private static final int REMEMBERED = 4_096;

    private final int perSecond;
    private final int atOnce;
    private final LongSupplier nanos;
    private final Map<String, Allowance> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Everybody's is whole.
     *
     * @param perSecond requests a second, 1 … 1,000,000
     * @param atOnce    requests not answered yet, at least 1
     * @param nanos     {@link System#nanoTime}
     */
    Allowances(int perSecond, int atOnce, LongSupplier nanos) {
        if (perSecond < 1 || perSecond > 1_000_000 || atOnce < 1) {
            throw new IllegalArgumentException("requests.per.second: 1 … 1000000, got " + perSecond + "; requests.at.once: at least 1, got "
                    + atOnce);
        }
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.nanos = nanos;
    }

    /**
     * Begins a request.
     *
     * @return what to leave once it is answered
     * @throws Problem 429 when this caller asks too much
     */
    Allowance enter(String caller) throws Problem {
        long now = nanos.getAsLong();
        Allowance allowance;
        synchronized (callers) {
            allowance = callers.computeIfAbsent(caller, any -> new Allowance(perSecond, atOnce, now));
        }
        if (!allowance.enter(now)) {
            throw Problem.tooMany("at most " + perSecond + " requests a second and " + atOnce + " at once");
        }
        return allowance;
    }
}
