package io.leakage.core.metric;

import java.util.Arrays;

/**
 * How much of what began to wait was filled within a time, where some of it was withdrawn first and some still waits: the cumulative
 * incidence of Aalen and Johansen (Scandinavian Journal of Statistics 5, 1978), each share counting by itself, fill and withdrawal
 * competing, what still waits censored. Times what began to wait it is
 * <pre>  filled(h) = Σ w(a) · filled at age a ≤ h,  w = 1 at first, at each age c where q still waits w ← w · n / (n − q)</pre>
 * <p>n being what is at risk at that age: between two censored ages survival falls just as what is at risk does, so that their ratio stays.
 * Ages in nanoseconds. What is taken in is kept by age; one thread; it allocates only to grow.
 */
final class Incidence {
    private long[] ages = {};
    private long[] filled = {};
    private long[] withdrawn = {};
    private int count;
    private long[] waitingAges = {};
    private long[] waitingShares = {};
    private int waiting;

    /** Takes in what was filled and withdrawn at an age; with less than nothing takes it out again. */
    void add(long age, long sharesFilled, long sharesWithdrawn) {
        int at = Arrays.binarySearch(ages, 0, count, age);
        if (at < 0) {
            at = -1 - at;
            open(at, age);
        }
        filled[at] += sharesFilled;
        withdrawn[at] += sharesWithdrawn;
        if (filled[at] == 0 && withdrawn[at] == 0) {
            close(at);
        }
    }

    private void open(int at, long age) {
        if (count == ages.length) {
            ages = Arrays.copyOf(ages, Math.max(16, 2 * count));
            filled = Arrays.copyOf(filled, ages.length);
            withdrawn = Arrays.copyOf(withdrawn, ages.length);
        }
        int behind = count++ - at;
        System.arraycopy(ages, at, ages, at + 1, behind);
        System.arraycopy(filled, at, filled, at + 1, behind);
        System.arraycopy(withdrawn, at, withdrawn, at + 1, behind);
        ages[at] = age;
        filled[at] = 0;
        withdrawn[at] = 0;
    }

    private void close(int at) {
        int behind = --count - at;
        System.arraycopy(ages, at + 1, ages, at, behind);
        System.arraycopy(filled, at + 1, filled, at, behind);
        System.arraycopy(withdrawn, at + 1, withdrawn, at, behind);
    }

    /** Nothing waits. */
    void clearWaiting() {
        waiting = 0;
    }

    /** So much waits, at this age. */
    void waits(long age, long shares) {
        if (waiting == waitingAges.length) {
            waitingAges = Arrays.copyOf(waitingAges, Math.max(8, 2 * waiting));
            waitingShares = Arrays.copyOf(waitingShares, waitingAges.length);
        }
        int at = waiting++;
        while (at > 0 && waitingAges[at - 1] > age) {
            waitingAges[at] = waitingAges[at - 1];
            waitingShares[at] = waitingShares[--at];
        }
        waitingAges[at] = age;
        waitingShares[at] = shares;
    }

    /** {@return all that began to wait} */
    long shares() {
        long shares = 0;
        for (int i = 0; i < count; i++) {
            shares += filled[i] + withdrawn[i];
        }
        for (int i = 0; i < waiting; i++) {
            shares += waitingShares[i];
        }
        return shares;
    }

    /** {@return of that, what is estimated to be filled within a time; what still waits fares like what waited as long} */
    double filledWithin(long nanos) {
        double weight = 1;
        double estimated = 0;
        long atRisk = shares();
        int censored = 0;
        for (int i = 0; i < count && ages[i] <= nanos; i++) {
            for (; censored < waiting && waitingAges[censored] < ages[i]; censored++) {
                long left = atRisk - waitingShares[censored];
                weight *= (double) atRisk / left;
                atRisk = left;
            }
            estimated += weight * filled[i];
            atRisk -= filled[i] + withdrawn[i];
        }
        return estimated;
    }

    /** {@return what was filled within a time} */
    long surelyWithin(long nanos) {
        long shares = 0;
        for (int i = 0; i < count && ages[i] <= nanos; i++) {
            shares += filled[i];
        }
        return shares;
    }

    /** {@return what waits and did not yet wait so long} */
    long undecidedWithin(long nanos) {
        long shares = 0;
        for (int i = 0; i < waiting && waitingAges[i] < nanos; i++) {
            shares += waitingShares[i];
        }
        return shares;
    }
}
