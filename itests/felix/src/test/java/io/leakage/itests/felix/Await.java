package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a framework does and gives no event of. */
final class Await {
    private static final long PATIENCE_SECONDS = 60;

    private Await() {
    }

    /** Returns as soon as it holds; fails with {@code otherwise} after 60 s. */
    static void until(BooleanSupplier holds, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail(otherwise.get());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
