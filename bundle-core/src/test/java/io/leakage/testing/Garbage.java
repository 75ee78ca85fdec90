package io.leakage.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes a piece of work allocates on this thread, once it is warm. */
public final class Garbage {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RUNS = 5;

    private Garbage() {
    }

    /** {@return the bytes that warm work allocates, as below} */
    public static long bytesOf(Runnable work) {
        return bytesOf(0, work);
    }

    /**
     * {@return the least that one of five runs allocated after {@code warmUps} runs} What the work allocates it allocates in every run; what
     * the virtual machine allocates on its thread now and then, as when compiled code is thrown away, it does not.
     */
    public static long bytesOf(int warmUps, Runnable work) {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long empty = THREADS.getCurrentThreadAllocatedBytes() - before;
            before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before - empty);
        }
        return least;
    }
}
