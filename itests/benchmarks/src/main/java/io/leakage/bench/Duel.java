package io.leakage.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Contestants doing the same work by turns in one JVM: CPU time and allocated bytes of the thread that runs them, per operation, median
 * over the rounds, and how each stands to the baseline, the first one. The machine's noise hits all alike, so ratios hold where absolute
 * numbers drift; who begins changes with every round. For example:
 * <pre>{@code
 * Report report = new Duel("decode", "message")
 *         .contestant("juncture", () -> peer.readAll(bytes))
 *         .contestant("ours", () -> ours.readAll(bytes), Goal.atMost(85), Goal.atMost(0))
 *         .ratio("ours", Goal.atMost(0.5))   // ours / juncture
 *         .run();
 * }</pre>
 * <p>Work done by other threads (garbage collectors too) is not seen.
 */
public final class Duel {
    /** Rounds that count, when nothing else is said. */
    public static final int ROUNDS = 9;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final String operation;
    private final List<Entry> entries = new ArrayList<>();
    private Contestant preparation = () -> 0;
    private int warmUps = 3;
    private int rounds = ROUNDS;
    private boolean wallClock;

    /**
     * Opens a duel.
     *
     * @param name      of the benchmark
     * @param operation what one operation is ("message")
     */
    public Duel(String name, String operation) {
        this.name = name;
        this.operation = operation;
    }

    /** Adds a contestant without goals; the first one is the baseline. {@return this} */
    public Duel contestant(String who, Contestant contestant) {
        return contestant(who, contestant, null, null);
    }

    /**
     * Adds a contestant; the first one is the baseline.
     *
     * @param nanos what its CPU nanoseconds per operation should be, or null
     * @param bytes what its allocated bytes per operation should be, or null
     * @return this
     */
    public Duel contestant(String who, Contestant contestant, Goal nanos, Goal bytes) {
        entries.add(new Entry(who, contestant, nanos, bytes));
        return this;
    }

    /** Sets what a contestant's time divided by the baseline's should be. {@return this} */
    public Duel ratio(String who, Goal goal) {
        entries.stream().filter(entry -> entry.who.equals(who)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contestant " + who + " in the duel " + name)).ratio = goal;
        return this;
    }

    /** Sets what is done, unmeasured, before the contestants take their turns in each round. {@return this} */
    public Duel beforeRound(Contestant work) {
        preparation = work;
        return this;
    }

    /** Sets how many rounds warm up and how many count. {@return this} */
    public Duel rounds(int warming, int counting) {
        if (warming < 0 || counting < 1) {
            throw new IllegalArgumentException(warming + " rounds to warm up and " + counting + " that count, expected ≥ 0 and ≥ 1");
        }
        warmUps = warming;
        rounds = counting;
        return this;
    }

    /** Measures by the wall clock, for work that several threads share. {@return this} */
    public Duel byWallClock() {
        wallClock = true;
        return this;
    }

    /**
     * Runs all rounds.
     *
     * @return CPU ns and bytes per operation of each contestant, and its ratio to the baseline
     * @throws Exception a contestant's
     */
    public Report run() throws Exception {
        for (int round = -warmUps; round < rounds; round++) {
            preparation.round();
            for (int turn = 0; turn < entries.size(); turn++) {
                entries.get(Math.floorMod(round + turn, entries.size())).takeTurn(round >= 0, wallClock);
            }
        }
        Report report = new Report(name);
        Entry baseline = entries.get(0);
        for (Entry entry : entries) {
            report.figure(entry.who, (wallClock ? "ns/" : "CPU ns/") + operation, median(entry.nanos), entry.nanosGoal);
            report.figure(entry.who, "bytes/" + operation, median(entry.bytes), entry.bytesGoal);
            if (entry != baseline) {
                report.figure(entry.who + " / " + baseline.who, "×", median(entry.nanos) / median(baseline.nanos), entry.ratio);
            }
        }
        return report;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static final class Entry {
        private final String who;
        private final Contestant contestant;
        private final Goal nanosGoal;
        private final Goal bytesGoal;
        private final List<Double> nanos = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();
        private Goal ratio;

        Entry(String who, Contestant contestant, Goal nanosGoal, Goal bytesGoal) {
            this.who = who;
            this.contestant = contestant;
            this.nanosGoal = nanosGoal;
            this.bytesGoal = bytesGoal;
        }

        void takeTurn(boolean counts, boolean wallClock) throws Exception {
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            long nanosBefore = wallClock ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
            long operations = contestant.round();
            long spent = (wallClock ? System.nanoTime() : THREADS.getCurrentThreadCpuTime()) - nanosBefore;
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
            if (operations < 1) {
                throw new IllegalStateException(who + " did " + operations + " operations in a round, expected at least 1");
            }
            if (counts) {
                nanos.add((double) spent / operations);
                bytes.add((double) allocated / operations);
            }
        }
    }
}
