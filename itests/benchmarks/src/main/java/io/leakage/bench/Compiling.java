package io.leakage.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** How much of a core the JVM's compilers take. */
final class Compiling {
    private static final long REST_NANOS = 50_000_000;

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final long begun = System.nanoTime();
    private final long before = compiler.getTotalCompilationTime();
    private long nanos;
    private long millis;

    /** Waits until the compilers have finished nothing for a while. */
    static void rest() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long before;
        do {
            before = compiler.getTotalCompilationTime();
            LockSupport.parkNanos(REST_NANOS);
        } while (compiler.getTotalCompilationTime() != before);
    }

    /** Ends what was begun with this. */
    void end() {
        nanos = System.nanoTime() - begun;
        millis = compiler.getTotalCompilationTime() - before;
    }

    /** Counts another stretch in. */
    void add(Compiling more) {
        nanos += more.nanos;
        millis += more.millis;
    }

    /** {@return the share of a core, 1 for all of one} */
    double share() {
        return millis * 1e6 / nanos;
    }
}
