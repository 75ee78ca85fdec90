package io.leakage.core.tail;

import io.leakage.api.health.HistoryState;
import io.leakage.api.history.HistorySink;
import io.leakage.core.engine.TailEngine;
import io.leakage.core.history.Damage;
import io.leakage.core.history.JournalEnd;
import io.leakage.core.history.JournalIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one sink what the journal holds, on a thread of its own: from the beginning through the pipeline, and from where the sink is on into
 * the sink. A sink that fails is asked again for as long as it takes.
 */
final class Tail {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int LOOK_AGAIN_MILLIS = 10;
    private static final int RETRY_MILLIS = 500;
    private static final int STOP_SECONDS = 10;

    private final HistorySink sink;
    private final Path journal;
    private final JournalEnd end;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private TailEngine engine;
    private Records records;
    private int damages;
    private int waited;
    private boolean dirty;
    private volatile long kept;
    private volatile long taken;
    private volatile long told;
    private volatile long retries;
    private volatile String trouble = "";

    /**
     * @param sink    told from now on
     * @param journal the folder of an engine's journal
     * @param end     where that journal ends
     */
    Tail(HistorySink sink, Path journal, JournalEnd end) {
        this.sink = sink;
        this.journal = journal;
        this.end = end;
        thread = new Thread(this::run, "leakage-history-" + sink.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Keeps what was taken, if that can be done at once, and ends. */
    void stop() {
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.error("history {}: did not stop within {} s", sink.name(), STOP_SECONDS);
        }
    }

    /** {@return how far the sink has come; any thread} */
    HistoryState state() {
        return new HistoryState(sink.name(), kept, taken, end.now(), told, retries, trouble);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try {
                follow();
            } catch (IOException | RuntimeException failed) {
                fail(failed);
                pause(RETRY_MILLIS);
            } catch (InterruptedException stop) {
                stopped.countDown();
            } finally {
                close();
            }
        }
    }

    private void follow() throws IOException, InterruptedException {
        kept = sink.open(JournalIdentity.of(TailEngine.events(journal)));
        taken = 0;
        dirty = false;
        damages = 0;
        records = new Records(sink);
        engine = new TailEngine(journal, event -> records.write(event, engine, kept));
        trouble = "";
        while (stopped.getCount() > 0) {
            if (engine.advance()) {
                advanced();
            } else {
                rest();
            }
        }
        if (dirty) {
            keep();
        }
    }

    private void advanced() throws InterruptedException {
        taken = engine.nextPosition();
        told = records.told();
        dirty |= taken > kept;
        if (records.isFull()) {
            flush();
        }
    }

    private void tellDamages() {
        List<Damage> all = engine.read().damages();
        for (; damages < all.size(); damages++) {
            LOG.error("history {}: {}", sink.name(), all.get(damages));
        }
    }

    /** There is nothing more for now. */
    private void rest() throws InterruptedException {
        tellDamages();
        if (taken < kept) {
            throw new IllegalStateException("keeps the journal up to position " + kept + ", but it ends at " + taken
                    + ": what is kept is of another journal, or this one lost its end");
        }
        if (dirty && waited >= sink.patienceMillis()) {
            flush();
        }
        waited += LOOK_AGAIN_MILLIS;
        stopped.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Until it is kept, or the tail is stopped. */
    private void flush() throws InterruptedException {
        boolean done = false;
        while (!done) {
            try {
                keep();
                done = true;
            } catch (IOException failed) {
                fail(failed);
                done = stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void keep() throws IOException {
        engine.force();
        sink.flush(taken);
        kept = taken;
        dirty = false;
        waited = 0;
        trouble = "";
    }

    private void fail(Exception failed) {
        String what = failed.getMessage() == null ? failed.toString() : failed.getMessage();
        retries++;
        if (!what.equals(trouble)) {
            LOG.error("history {}: {}; tried again until it goes", sink.name(), what, failed);
        }
        trouble = what;
    }

    private void pause(int millis) {
        try {
            stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            stopped.countDown();
        }
    }

    private void close() {
        try {
            sink.close();
        } catch (RuntimeException failed) {
            LOG.error("history {}: could not be closed", sink.name(), failed);
        }
    }
}
