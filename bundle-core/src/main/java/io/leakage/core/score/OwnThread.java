package io.leakage.core.score;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a task on a thread that ends with it: what a library leaves in thread-locals goes with the thread, not into the host's. */
final class OwnThread {
    private OwnThread() {
    }

    /**
     * Runs the task and waits for it.
     *
     * @param loader the thread's context class loader
     * @throws ExecutionException around what the task threw
     */
    static <T> T call(ClassLoader loader, Callable<T> task) throws ExecutionException {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "leakage-scores");
        thread.setContextClassLoader(loader);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return future.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted && !thread.isAlive()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
