package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import io.leakage.api.host.ParentLookup;
import io.leakage.dropcopy.profile.Patience;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.DefaultSessionFactory;
import quickfix.FileStoreFactory;
import quickfix.MemoryStoreFactory;
import quickfix.MessageStore;
import quickfix.MessageStoreFactory;
import quickfix.MessageUtils;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.SessionConnector;

/**
 * One drop-copy source, live: its QuickFIX/J connector, started and stopped on threads that belong to it and end with it. A source that
 * cannot start (its port is taken, its store cannot be written) says so and tries again; other sources never notice. Any thread may call.
 */
public final class DropCopySession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DropCopySession.class);
    private static final long STOP_SECONDS = 20;
    private static final int REVIVED_AFTER_SECONDS = 10;
    private static final int REVIVED_AFTER_HEARTBEATS = 4;

    /** Where a session stands. */
    public enum State {
        /** Not started yet, or stopped. */
        STOPPED,
        /** Could not start; {@link #problem()} says why, and it will try again. */
        FAILED,
        /** Listening or connecting, nobody is logged on. */
        WAITING,
        /** The other side is logged on. */
        LOGGED_ON
    }

    private final DropCopySource source;
    private final FixScan scan;
    private final FixScan again;
    private final DropCopyReader reader;
    private final OrderInlet inlet;
    private final long repeatedBefore;
    private long conflicts;
    private final Alarm alarm;
    /** Null where the inlet keeps nothing on disk. */
    private final BacklogReader backlog;
    private final DropCopyApplication application;
    private final SessionWatch watch;
    private final FrameGate gate;
    private final Lateness lateness;
    private final ScheduledExecutorService threads;
    private final SessionTimer timer;
    private final Revival revival;
    /** The numbers of a session in memory, which outlive its connector. */
    private MessageStore memory;
    private volatile SessionConnector connector;
    private volatile State state = State.STOPPED;
    private volatile boolean started;
    private volatile String problem;

    /**
     * A session whose host knows no parents, not started.
     *
     * @param source how it is reached
     * @param inlet  where its messages go
     */
    public DropCopySession(DropCopySource source, OrderInlet inlet) {
        this(source, inlet, () -> null);
    }

    /**
     * A session, not started.
     *
     * @param source how it is reached
     * @param inlet  where its messages go
     * @param lookup gives the host's way to find parents, null while there is none
     */
    public DropCopySession(DropCopySource source, OrderInlet inlet, Supplier<ParentLookup> lookup) {
        this.source = source;
        this.alarm = new Alarm(source.name());
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newScheduledThreadPool(3, task -> {
            Thread thread = new Thread(task, "leakage-dropcopy-" + source.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.scan = new FixScan(source.reading(), false, lookup);
        this.reader = new DropCopyReader(scan, inlet);
        this.inlet = inlet;
        this.repeatedBefore = inlet.repeated();
        this.conflicts = inlet.conflicts();
        this.again = new FixScan(source.reading(), false, lookup);
        this.backlog = inlet.backlog().map(kept -> new BacklogReader(source.name(), again, kept, alarm)).orElse(null);
        Patience patience = source.profile().patience();
        inlet.patience(TimeUnit.SECONDS.toNanos(patience.acknowledgement()), TimeUnit.SECONDS.toNanos(patience.correction()),
                TimeUnit.SECONDS.toNanos(patience.idReuse()));
        this.watch = new SessionWatch(source, inlet, alarm);
        this.lateness = new Lateness(source.profile().latencySeconds(), alarm);
        this.application = new DropCopyApplication(reader, watch, lateness, source.profile(), alarm);
        watch.takesBefore(application::takeBefore);
        this.gate = new FrameGate(source.profile().largestMessage(), application);
        this.timer = new SessionTimer(threads);
        this.revival = new Revival(TimeUnit.SECONDS.toNanos(Math.max(REVIVED_AFTER_SECONDS,
                REVIVED_AFTER_HEARTBEATS * Math.max(source.heartbeatSeconds(), source.reconnectSeconds()))));
    }

    /** Starts, and returns at once; {@link #state()} tells what became of it. */
    public void start() {
        if (backlog != null) {
            backlog.start();
        }
        started = true;
        threads.execute(this::connect);
        threads.scheduleAtFixedRate(this::look, watch.periodNanos(), watch.periodNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        try {
            watch.tick();
            tellConflicts();
            if (revival.isDue(watch.isStale() && connector != null, System.nanoTime())) {
                LOG.warn("drop copy {}: nothing comes; its connector is built anew", source.name());
                threads.execute(this::reconnect);
            }
        } catch (RuntimeException | Error e) {   // what left here would end the watch
            LOG.error("drop copy {}: the watch failed", source.name(), e);
        }
    }

    /** On the watch's thread. */
    private void tellConflicts() {
        long now = inlet.conflicts();
        if (now != conflicts) {
            alarm.raise((now - conflicts)
                    + " executions contradict what was told before under their keys, which stands: see the quarantine");
            conflicts = now;
        }
    }

    private synchronized void reconnect() {
        if (started && watch.isStale()) {
            disconnect();
            connect();
        }
    }

    /** Logs out, stops, and waits until every thread has ended, at most 20 s. */
    @Override
    public void close() {
        started = false;
        try {
            threads.submit(this::disconnect).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("drop copy {}: did not stop cleanly", source.name(), e);
        }
        threads.shutdownNow();
        if (backlog != null) {
            backlog.close();
        }
        scan.host().close();
        again.host().close();
        awaitEnd();
    }

    /** {@return where it stands} */
    public State state() {
        State now = state;
        return now == State.WAITING && application.isLoggedOn() ? State.LOGGED_ON : now;
    }

    /**
     * {@return whether a connection stands, logged on or not} QuickFIX/J refuses another one meanwhile, and one that is made while it hears
     * of the end of the last it ends in its stead; the other side then has to try again.
     */
    public boolean isConnected() {
        return gate.isConnected() || connector instanceof Connector ours && ours.isBusy();
    }

    /** {@return why it could not start, naming source and port; null when it could} */
    public String problem() {
        return problem;
    }

    /** {@return what it read, in counts} */
    public DropCopyReader reader() {
        return reader;
    }

    /** {@return messages refused: by the session (35=3), or since they say that they were sent again before they were sent first} */
    public long rejected() {
        return application.rejected();
    }

    /** {@return messages whose SendingTime (52) was further off our clock than the profile finds right} */
    public long late() {
        return lateness.late();
    }

    /** {@return how it read: counts by type, and of wrapped messages} */
    public FixScan scan() {
        return scan;
    }

    /** {@return messages neither taken nor quarantined, those to be sent again included} */
    public long failures() {
        return application.failures();
    }

    /** {@return messages that are durable and not in the ring yet: it was full, or a crash came in between} */
    public long backlog() {
        return backlog == null ? 0 : backlog.depth();
    }

    /** {@return how often something was wrong and said so in the log} */
    public long alarms() {
        return alarm.raised();
    }

    /** {@return how it is, with its counts} */
    public CopyState health() {
        SessionCounts counts = watch.counts();
        return new CopyState(source.name(), condition(), problem == null ? watch.trouble() : problem,
                watch.hearing().heardNanos(), watch.hearing().ageNanos(),
                watch.expectedSequence(), watch.gapFrom(), watch.gapTo(), counts.gaps.get(), counts.resends.get(), counts.gapFills.get(),
                counts.nothingThere.get(), counts.epochs.get(), counts.duplicates.get(), counts.possDups.get(), counts.possResends.get(),
                inlet.repeated() - repeatedBefore,
                counts.silences.get(), counts.drops.get(), reader.delivered(), reader.ignored(), reader.quarantined(), failures(),
                backlog(), rejected(), late(), scan.innerGaps(), scan.innerMissing(), scan.byType());
    }

    private CopyCondition condition() {
        return switch (state()) {
            case STOPPED -> started ? CopyCondition.WAITING : CopyCondition.DOWN;
            case FAILED -> CopyCondition.DOWN;
            case WAITING -> !watch.isSessionTime() ? CopyCondition.CLOSED
                    : watch.isStale() ? CopyCondition.STALE : CopyCondition.WAITING;
            case LOGGED_ON -> watch.isStale() ? CopyCondition.STALE
                    : watch.gapFrom() != Absent.LONG ? CopyCondition.MISSING : CopyCondition.FLOWING;
        };
    }

    private synchronized void connect() {
        try {
            SessionSettings settings = SessionPins.settings(source);
            MessageStoreFactory store = source.store().isEmpty() ? this::inMemory : new FileStoreFactory(settings);
            LogonSecrets secrets = new LogonSecrets(source.access());
            SessionFactory sessions = new DefaultSessionFactory(application, store, new SessionLog(source.name(), watch, secrets),
                    new PlainMessages());
            connector = source.acceptor() ? new OwnAcceptor(sessions, settings, timer, SessionPins.id(source),
                    new InetSocketAddress(source.host(), source.port())) : new OwnInitiator(sessions, settings, timer);
            application.runsOn(connector);
            application.saysAtLogon(secrets);
            connector.setIoFilterChainBuilder(new Filters(source, gate, new AheadFilter(this::isStranger, application::takeAhead)));
            connector.start();
            connector.getManagedSessions().forEach(watch::over);
            problem = null;
            state = State.WAITING;
            LOG.info("drop copy {}: {} {}:{}", source.name(), source.acceptor() ? "listening on" : "connecting to", source.host(),
                    source.port());
        } catch (Exception | Error e) {
            disconnect();
            failed(e);
            threads.schedule(this::connect, source.reconnectSeconds(), TimeUnit.SECONDS);
        }
    }

    private MessageStore inMemory(SessionID id) {
        memory = memory == null ? new MemoryStoreFactory().create(id) : memory;
        return memory;
    }

    private boolean isStranger(String raw) {
        if (!source.acceptor() || !"A".equals(RawFields.text(raw, 35))) {
            return false;
        }
        SessionID asked = MessageUtils.getReverseSessionID(raw);
        boolean stranger = !SessionPins.plain(SessionPins.id(source)).equals(asked);
        if (stranger) {
            alarm.raise("a logon to session " + asked + " was turned away, expected " + SessionPins.plain(SessionPins.id(source)));
        }
        return stranger;
    }

    private void failed(Throwable e) {
        String why = "source " + source.name() + ", " + source.host() + " port " + source.port() + ": " + reason(e);
        if (!why.equals(problem)) {
            LOG.error("drop copy: cannot start {}; trying again every {} s", why, source.reconnectSeconds());
        }
        problem = why;
        state = State.FAILED;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof BindException ? "cannot listen there, expected a free port of this host (" + root.getMessage() + ")"
                : root.toString();
    }

    private synchronized void disconnect() {
        state = State.STOPPED;
        if (connector == null) {
            return;
        }
        try {
            connector.stop(false);
        } catch (RuntimeException | Error e) {
            // after a failed bind QuickFIX/J stops what there is and then trips over the reader thread that never was
            LOG.debug("drop copy {}: stop", source.name(), e);
        }
        timer.stop();
        connector = null;
    }

    private void awaitEnd() {
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("drop copy {}: a thread did not end", source.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
