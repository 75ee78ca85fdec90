package io.leakage.core.engine;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import io.leakage.api.event.Inlets;
import io.leakage.api.health.Quarantine;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Keeping;
import io.leakage.core.score.HeapScoreStore;
import io.leakage.core.score.StoredScorecard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A desk on disk with a ring of 64 slots whose handler can be held up, and that can be killed with the ring full. */
public final class GatedDesk implements AutoCloseable {
    private static final int SLOTS = 64;

    private final Names names = new Names();
    private final Pipeline pipeline = new Pipeline();
    private final StoredScorecard scorecard = new StoredScorecard(new HeapScoreStore("memory"));
    private final Outlet outlet = new Outlet(scorecard, pipeline, null);
    private final Applied applied = new Applied();
    private final Semaphore gate = new Semaphore(1);
    private final RawJournals raw;
    private final Quarantined quarantined;
    private final JournalHandler journal;
    private final Disruptor<LeakageEvent> ring = new Disruptor<>(LeakageEvent::new, SLOTS, DaemonThreadFactory.INSTANCE, ProducerType.MULTI,
            new BlockingWaitStrategy());
    private final Doors doors;
    private volatile boolean dead;

    /** A desk that goes on where the one before it in this directory ended, its gate open. */
    public GatedDesk(Path directory, boolean sync) {
        raw = new RawJournals(directory.resolve("raw"), sync);
        quarantined = new Quarantined(scorecard, raw);
        outlet.tells(quarantined);
        journal = new JournalHandler(directory.resolve("events"), Keeping.EVERYTHING);
        if (!journal.isEmpty()) {
            new Past(names, applied, this::again, pipeline).replay(directory.resolve("events"));
        }
        journal.restoreNames(names, this::again);
        ring.handleEventsWith((event, sequence, endOfBatch) -> handle(event));
        ring.start();
        doors = new Doors(names, () -> new RingSlots(ring.getRingBuffer()), raw::open, applied::of, new Kills(null), pipeline.repeats());
    }

    private void again(LeakageEvent event) {
        pipeline.onEvent(event);
        outlet.onEvent(event, true);
    }

    private void handle(LeakageEvent event) throws InterruptedException {
        gate.acquire();
        try {
            if (!dead) {
                journal.onEvent(event);
                pipeline.onEvent(event);
                outlet.onEvent(event, true);
            }
        } finally {
            gate.release();
        }
    }

    /** {@return the front door} */
    public Inlets inlets() {
        return doors;
    }

    /** {@return the scores} */
    public Scorecard scorecard() {
        return scorecard;
    }

    /** {@return what could not be read} */
    public Quarantine quarantine() {
        return quarantined;
    }

    /** {@return every parent's row, each a copy} */
    public List<ParentRow> rows() {
        List<ParentRow> rows = new ArrayList<>();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            ParentRow row = new ParentRow();
            scorecard.read(parent, row);
            rows.add(row);
        }
        return rows;
    }

    /** From now on nothing leaves the ring. */
    public void shut() {
        gate.acquireUninterruptibly();
    }

    /** Lets the ring go on. */
    public void open() {
        gate.release();
    }

    /** Ends with the gate shut: what is in the ring, and behind it, never was. */
    public void kill() {
        dead = true;
        close();
    }

    @Override
    public void close() {
        gate.release();   // a test that failed may have left it shut
        try {
            ring.shutdown(10, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            ring.halt();
        }
        journal.close();
        raw.close();
    }
}
