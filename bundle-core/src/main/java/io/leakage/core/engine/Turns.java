package io.leakage.core.engine;

/** Lets threads do something slow side by side and then go on in the order in which they came. Each turn taken must be ended. */
final class Turns {
    private long given;
    private long next;

    /** {@return the caller's turn} */
    synchronized long take() {
        return given++;
    }

    /** Waits until all earlier turns have ended. */
    synchronized void await(long turn) {
        boolean interrupted = false;
        while (next < turn) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a turn, after all earlier ones. */
    synchronized void end(long turn) {
        await(turn);
        next = turn + 1;
        notifyAll();
    }
}
