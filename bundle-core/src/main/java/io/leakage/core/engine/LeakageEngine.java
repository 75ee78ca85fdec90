package io.leakage.core.engine;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import io.leakage.api.event.Absent;
import io.leakage.api.event.Inlets;
import io.leakage.api.health.AuditTrail;
import io.leakage.api.health.Quarantine;
import io.leakage.api.host.AlgoSwitchHook;
import io.leakage.api.host.OrderTermsReader;
import io.leakage.api.host.ScoreListener;
import io.leakage.api.host.StrategyNames;
import io.leakage.api.host.SwitchListener;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.EventKind;
import io.leakage.api.score.SwitchDesk;
import io.leakage.core.audit.AuditLog;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Keeping;
import io.leakage.core.history.Replay;
import io.leakage.core.hook.RecordingHook;
import io.leakage.core.score.ScoreStore;
import io.leakage.core.score.ScoreStores;
import io.leakage.core.score.StoredScorecard;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scorecard, live: inlets → ring → journal ‖ pipeline → outlet → readers and mailbox. Built, it is running; what an earlier run left in
 * the journal has been replayed through the same pipeline first.
 */
public final class LeakageEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeakageEngine.class);
    private static final long STOP_SECONDS = 10;

    private final Names names = new Names();
    private final AlgoNames algoNames = new AlgoNames();
    private final Pipeline pipeline = new Pipeline();
    private final ScoreStore store;
    private final StoredScorecard scorecard;
    private final HostMailbox mailbox;
    private final SwitchMailbox switches;
    private final Outlet outlet;
    private final JournalHandler journal;
    private final RawJournals rawJournals;
    private final Applied applied = new Applied();
    /** Desks whose terms an earlier run left in force. */
    private final BitSet leftInForce = new BitSet();
    private final Quarantined quarantined;
    private final JournalShelf shelf;
    private final Disruptor<LeakageEvent> ring;
    private final Doors doors;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Builds and starts an engine.
     *
     * @throws java.io.UncheckedIOException when the journal cannot be opened or written; names the file
     */
    public LeakageEngine(EngineOptions options) {
        Path events = options.journal() == null ? null : TailEngine.events(options.journal());
        rawJournals = new RawJournals(options.journal() == null ? null : options.journal().resolve("raw"), options.syncDropCopy());
        store = ScoreStores.open(options.store(), options.parentsExpected());
        store.clear();   // a cache: what it should hold comes from the journal
        scorecard = new StoredScorecard(store);
        mailbox = new HostMailbox(scorecard);
        outlet = new Outlet(scorecard, pipeline, mailbox);
        quarantined = new Quarantined(scorecard, rawJournals);
        outlet.tells(quarantined);
        try {
            journal = events == null ? null : recover(events, options.keeping());
        } catch (RuntimeException unreadable) {
            store.close();
            throw unreadable;
        }
        WaitStrategy waiting = strategy(options.waiting());
        ring = new Disruptor<>(LeakageEvent::new, options.ringSlots(), this::thread, ProducerType.MULTI, waiting);
        Kills kills = new Kills(options.journal() == null ? null : options.journal().resolve("kills"));
        doors = new Doors(names, () -> new RingSlots(ring.getRingBuffer()), rawJournals::open, applied::of, kills,
                pipeline.repeats());
        switches = new SwitchMailbox(scorecard, rawJournals, kills, doors.switches(), audit(options.journal()));
        outlet.goLive(switches);
        Inquiries inquiries = new Inquiries(new RingSlots(ring.getRingBuffer()));
        outlet.tells(inquiries);
        scorecard.cards(inquiries::card);
        scorecard.asks(inquiries::asks);
        scorecard.strategies(algoNames::nameOf);
        wire(options.waiting(), waiting instanceof StagedBlockingWait staged ? staged::signalSecondStage : () -> { });
        mailbox.start();
        switches.start();
        ring.start();
        begin(kills);
        shelf = shelf(options);
        leftInForce.stream().forEach(doors::withdrawTerms);   // what is configured now says what is in force
        LOG.info("scorecard running: {} ring slots, {} waiting, score store {}, journal {}", options.ringSlots(), options.waiting(),
                store.kind(),
                events == null ? "off" : events);
    }

    private JournalShelf shelf(EngineOptions options) {
        if (journal == null) {
            return new JournalShelf(null, null);
        }
        Retention retention = new Retention(options.journal(), options.keeping(), scorecard, journal::isClosing);
        if (options.keeping().isLimited()) {
            journal.retain(retention);
        }
        return new JournalShelf(options.journal(), retention);
    }

    /** An audit that is not whole stops switches, and nothing else. */
    private SwitchAudit audit(Path journal) {
        if (journal == null) {
            return new SwitchAudit(scorecard, null, "there is no audit: no journal is kept, and nothing is sent");
        }
        try {
            return new SwitchAudit(scorecard, new AuditLog(journal.resolve("audit")), "");
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            LOG.error("switches: nothing is sent, since the audit cannot be gone on with: {}", unusable.getMessage());
            return new SwitchAudit(scorecard, null, unusable.getMessage());
        }
    }

    /** Says where the live part begins, and who is still killed though the journal has lost it. */
    private void begin(Kills kills) {
        if (scorecard.progress().orderEvents() + scorecard.progress().marketEvents() > 0) {
            doors.switches().restarted();
        }
        Map<String, SwitchDesk> recovered = new HashMap<>();
        for (SwitchDesk desk : scorecard.switches().desks()) {
            recovered.put(desk.desk() == Absent.NAME ? Kills.FIRM : scorecard.text(NameKind.DESK, desk.desk()), desk);
        }
        recovered.forEach(kills::recovered);
        for (String desk : kills.all()) {
            if (recovered.get(desk) == null || recovered.get(desk).killed().isEmpty()) {
                doors.switches().kill(desk.equals(Kills.FIRM) ? null : desk, "a kill before the start");
            }
        }
        recovered.forEach((desk, state) -> {
            if (!state.killed().isEmpty() && !kills.all().contains(desk)) {
                kills.keep(desk);
            }
        });
    }

    /** Journal ‖ pipeline → outlet; where threads spin, the outlet shares the pipeline's, so that two cores suffice. */
    private void wire(EngineOptions.Wait wait, Runnable signal) {
        ring.setDefaultExceptionHandler(new Survivor());
        if (wait == EngineOptions.Wait.BUSY_SPIN) {
            handle(new PipelineStage(pipeline, outlet, ring.getRingBuffer()), signal);
        } else {
            handle(new FirstStage(new PipelineStage(pipeline, null, ring.getRingBuffer()), signal), signal)
                    .then((event, sequence, endOfBatch) -> {
                        outlet.onEvent(event, endOfBatch);
                        pipeline.release(event);
                    });
        }
    }

    private EventHandlerGroup<LeakageEvent> handle(EventHandler<LeakageEvent> measure, Runnable signal) {
        return journal == null ? ring.handleEventsWith(measure)
                : ring.handleEventsWith(new FirstStage((event, sequence, endOfBatch) -> journal.onEvent(event), signal), measure);
    }

    /** Replays what an earlier run journaled, then goes on behind it. */
    private JournalHandler recover(Path events, Keeping keeping) {
        JournalHandler handler = new JournalHandler(events, keeping);
        if (!handler.isEmpty()) {
            Replay replay = new Past(names, applied, this::again, pipeline).replay(events);
            outlet.flush();
            replay.damages().forEach(damage -> LOG.error("journal: {}", damage));
            LOG.info("recovered {} events from {}: {} parents", replay.events(), events, scorecard.parents());
        }
        handler.restoreNames(names, this::again);
        outlet.flush();
        return handler;
    }

    private void again(LeakageEvent event) {
        if (event.kind() == EventKind.DESK_TERMS) {
            leftInForce.set(event.name, event.textLength > 0);
        }
        pipeline.onEvent(event);
        outlet.onEvent(event, false);
        pipeline.release(event);
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

    /** {@return the journal, for who looks after it} */
    JournalShelf shelf() {
        return shelf;
    }

    /** Adds a listener of the host. */
    public void add(ScoreListener listener) {
        mailbox.add(listener);
    }

    /** Takes a listener off. */
    public void remove(ScoreListener listener) {
        mailbox.remove(listener);
    }

    /** Asks this for what algorithms are called. */
    public void add(StrategyNames names) {
        algoNames.add(names);
    }

    /** Asks it no more. */
    public void remove(StrategyNames names) {
        algoNames.remove(names);
    }

    /** Sends switches by this hook from now on; null for a dry run. */
    public void hook(AlgoSwitchHook hook) {
        switches.hook(hook);
    }

    /** Reads the terms of orders to be switched by this from now on; null for nothing, and none is. */
    public void terms(OrderTermsReader reader) {
        switches.terms(reader);
    }

    /** {@return hears what the hook knows of its requests beside the drop copy} */
    public SwitchListener hookNews() {
        return switches;
    }

    /** {@return whether the audit of switches is as it was written} */
    public AuditTrail audit() {
        return switches.audit();
    }

    /** {@return what a dry run kept instead of sending it} */
    public RecordingHook dryRun() {
        return switches.dryRun();
    }

    /** Lets what is in the ring run through, then stops every thread and closes every file. Inlets must be silent by then. */
    @Override
    public void close() {
        if (!drained()) {
            LOG.error("the ring did not drain within {} s; stopped as it was", STOP_SECONDS);
        }
        ring.halt();
        join();
        switches.close();
        mailbox.close();
        if (journal != null) {
            journal.close();
        }
        rawJournals.close();
        store.close();
    }

    /** The Disruptor's own shutdown takes a handler whose thread has not begun yet for one that has nothing left to do. */
    private boolean drained() {
        RingBuffer<LeakageEvent> slots = ring.getRingBuffer();
        long looks = TimeUnit.SECONDS.toMillis(STOP_SECONDS);
        while (slots.getMinimumGatingSequence() < slots.getCursor() && looks-- > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return slots.getMinimumGatingSequence() >= slots.getCursor();
    }

    private static WaitStrategy strategy(EngineOptions.Wait wait) {
        return switch (wait) {
            case BLOCKING -> new StagedBlockingWait();
            case PHASED -> PhasedBackoffWaitStrategy.withLock(20, 200, TimeUnit.MICROSECONDS);
            case YIELDING -> new YieldingWaitStrategy();
            case BUSY_SPIN -> new BusySpinWaitStrategy();
        };
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "leakage-ring-" + (threads.size() + 1));
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    private void join() {
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ring goes on whatever happens to one event. */
    private static final class Survivor implements ExceptionHandler<LeakageEvent> {
        @Override
        public void handleEventException(Throwable failure, long sequence, LeakageEvent event) {
            LOG.error("event {} of kind {} failed; the next goes on", sequence, event.kind(), failure);
        }

        @Override
        public void handleOnStartException(Throwable failure) {
            LOG.error("a ring thread failed to start", failure);
        }

        @Override
        public void handleOnShutdownException(Throwable failure) {
            LOG.error("a ring thread failed to stop", failure);
        }
    }
}
