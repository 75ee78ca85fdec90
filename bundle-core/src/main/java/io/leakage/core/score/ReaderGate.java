package io.leakage.core.score;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the readers inside, so that memory is given back only when the last one has left. */
final class ReaderGate {
    private static final int SHUT = Integer.MIN_VALUE / 2;

    private final AtomicInteger inside = new AtomicInteger();

    /** {@return whether the reader may go in, and must then {@link #leave}} */
    boolean enter() {
        if (inside.incrementAndGet() > 0) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** Lets nobody in any more and returns when nobody is inside. */
    void shut() {
        inside.addAndGet(SHUT);
        while (inside.get() != SHUT) {
            Thread.onSpinWait();
        }
    }

    /** Lets readers in again. */
    void open() {
        inside.addAndGet(-SHUT);
    }
}
