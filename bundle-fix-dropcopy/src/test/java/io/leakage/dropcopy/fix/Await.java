package io.leakage.dropcopy.fix;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process or library does and gives no event of. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Await() {
    }

    /** Returns as soon as it holds; fails with {@code otherwise} after 20 s. */
    public static void until(BooleanSupplier holds, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail(otherwise.get());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Returns when a session waits and nothing of its last connection is left, so that it takes another. */
    static void free(DropCopySession session) {
        until(() -> session.state() == DropCopySession.State.WAITING && !session.isConnected(),
                () -> "is " + session.state() + (session.isConnected() ? ", connected" : ""));
    }
}
