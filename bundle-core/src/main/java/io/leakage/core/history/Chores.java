package io.leakage.core.history;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a journal does beside its writer, one thing after the other on a thread of its own, and what went wrong with it. */
final class Chores implements AutoCloseable {
    private static final long CLOSE_MILLIS = 10_000;

    /** Something to do, that may fail. */
    interface Chore {
        void run() throws Exception;
    }

    private final LinkedBlockingQueue<Chore> waiting = new LinkedBlockingQueue<>();
    private final String name;
    private Thread thread;
    private volatile boolean stopping;
    private volatile String trouble;

    /** @param name of the thread */
    Chores(String name) {
        this.name = name;
    }

    /** Does this when those before it are done. */
    synchronized void add(Chore chore) {
        if (stopping) {
            return;
        }
        waiting.add(chore);
        if (thread == null) {
            thread = new Thread(this::work, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    /** {@return whether what is at hand should end soon} */
    boolean isStopping() {
        return stopping;
    }

    /** {@return what failed last, told once; null when nothing did} */
    String trouble() {
        String told = trouble;
        trouble = null;
        return told;
    }

    /** Returns when all that was to do by now is done, or is not to be done any more. */
    void await() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        add(done::countDown);
        while (!stopping && !done.await(1, TimeUnit.SECONDS)) {
            continue;
        }
    }

    private void work() {
        while (!stopping) {
            try {
                waiting.take().run();
            } catch (InterruptedException stop) {
                return;
            } catch (Exception e) {
                trouble = e.toString();
            }
        }
    }

    /** Ends after what is at hand; what waits is done by whoever opens the journal next. */
    @Override
    public void close() {
        Thread working;
        synchronized (this) {
            stopping = true;
            working = thread;
            waiting.add(() -> { });
        }
        try {
            if (working != null) {
                working.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
