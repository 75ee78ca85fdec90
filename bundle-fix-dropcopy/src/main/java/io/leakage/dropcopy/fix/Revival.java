package io.leakage.dropcopy.fix;

/**
 * When a connector that brings nothing is built anew. QuickFIX/J's own threads end for good on an error of the virtual machine, which a
 * selector throws when its file cannot be written, and then it neither connects nor accepts, and says nothing. As long as it does not help,
 * the wait for the next time doubles. One thread.
 */
final class Revival {
    private static final int MOST_DOUBLINGS = 6;

    private final long shortestNanos;
    private long silentSince;
    private boolean silent;
    private int tries;

    /** @param shortestNanos how long it may bring nothing, beyond what silence is, before the first time */
    Revival(long shortestNanos) {
        this.shortestNanos = shortestNanos;
    }

    /** {@return whether it is time, asked again and again: whether nothing is heard, and what {@code System.nanoTime} says} */
    boolean isDue(boolean nothingHeard, long now) {
        if (!nothingHeard || !silent) {
            silent = nothingHeard;
            silentSince = now;
            tries = nothingHeard ? tries : 0;
            return false;
        }
        if (now - silentSince < shortestNanos << tries) {
            return false;
        }
        silentSince = now;
        tries = Math.min(tries + 1, MOST_DOUBLINGS);
        return true;
    }
}
