package io.leakage.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/** What any input may cost: a mebibyte allocated from 4 KiB. */
public final class Allowance {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long BYTES = 1 << 20;
    private static final int INPUT = 4 << 10;

    /** Reads an input. */
    public interface Reading {
        /**
         * Reads.
         *
         * @throws IOException the declared way of refusing
         */
        void run() throws IOException;
    }

    private Allowance() {
    }

    /**
     * Runs a reading.
     *
     * @param input   what it reads; only that of the first 4 KiB is held to the limit
     * @param reading the decoder at work; an {@link IOException} is its declared way of refusing
     * @throws AssertionError when it allocated more than allowed
     */
    public static void hold(byte[] input, Reading reading) {
        long spent = spent(reading);
        if (spent > BYTES && input.length <= INPUT) {
            spent = spent(reading);   // what loading a class took, it does not take again
            if (spent > BYTES) {
                throw new AssertionError(spent + " bytes allocated from " + input.length + ", expected at most " + BYTES);
            }
        }
    }

    private static long spent(Reading reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reading.run();
        } catch (IOException | UncheckedIOException refused) {
            // declared
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
