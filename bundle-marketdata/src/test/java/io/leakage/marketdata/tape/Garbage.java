package io.leakage.marketdata.tape;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes a piece of work allocates on this thread, once it is warm. */
public final class Garbage {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Garbage() {
    }

    /** {@return the bytes allocated by one more run after {@code warmUps} runs} */
    public static long bytesOf(int warmUps, Runnable work) {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long empty = THREADS.getCurrentThreadAllocatedBytes() - before;
        before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before - empty;
    }
}
