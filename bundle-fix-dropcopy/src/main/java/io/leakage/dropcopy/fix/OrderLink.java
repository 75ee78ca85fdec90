package io.leakage.dropcopy.fix;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.DefaultSessionFactory;
import quickfix.FileStoreFactory;
import quickfix.Group;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.MessageStoreFactory;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionSettings;
import quickfix.mina.SessionConnector;

/**
 * An order session to the EMS. What goes out goes out now or never: nothing is kept for a later logon, and a request to send again is
 * answered by a gap fill. Any thread may call.
 */
public final class OrderLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderLink.class);
    private static final long STOP_SECONDS = 20;
    private static final long TICK_MILLIS = 100;

    private final DropCopySource line;
    private final OrderApplication application;
    private final LinkEvents events;
    private final ScheduledExecutorService threads;
    private final SessionTimer timer;
    private SessionConnector connector;
    private volatile boolean started;
    private volatile Session session;
    private volatile String problem;

    /**
     * A session, not started.
     *
     * @param line   how it is reached; parents and decision prices are of no matter here
     * @param events hears of it
     * @throws IllegalArgumentException when it speaks FIX 4.2, which has no TargetStrategy (847)
     */
    public OrderLink(DropCopySource line, LinkEvents events) {
        if (line.version() == FixVersion.FIX_4_2) {
            throw new IllegalArgumentException("version: 4.4 or 5.0SP2 for orders, got \"4.2\"");
        }
        this.line = line;
        this.events = events;
        this.application = new OrderApplication(events, new LogonSecrets(line.access()));
        this.threads = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "leakage-orders-" + line.name());
            thread.setDaemon(true);
            return thread;
        });
        this.timer = new SessionTimer(threads);
    }

    /** Starts, and returns at once. */
    public void start() {
        started = true;
        threads.execute(this::connect);
        threads.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** {@return the FIX version it speaks} */
    public FixVersion version() {
        return line.version();
    }

    /** {@return whether the other side is logged on} */
    public boolean isLoggedOn() {
        Session now = session;
        return now != null && application.isLoggedOn() && now.isLoggedOn();
    }

    /** {@return why it could not start, null when it could} */
    public String problem() {
        return problem;
    }

    /**
     * Sends a message now, or not at all.
     *
     * @return the message as it went out, a character a byte; empty when the other side is not logged on
     */
    public String send(LinkMessage message) {
        Session now = session;
        if (now == null || !isLoggedOn()) {
            return "";
        }
        Message whole = whole(message);
        return now.send(whole) ? whole.toString() : "";
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
            LOG.error("orders {}: did not stop cleanly", line.name(), e);
        }
        threads.shutdownNow();
    }

    private Message whole(LinkMessage message) {
        Message whole = new PlainMessages().create(line.version().beginString(), message.type());
        message.fields().forEach(whole::setString);
        for (var entry : message.entries()) {
            int[] tags = entry.keySet().stream().mapToInt(Integer::intValue).toArray();
            Group group = new Group(message.count(), entry.firstKey(), tags);
            entry.forEach(group::setString);
            whole.addGroup(group);
        }
        return whole;
    }

    private void tick() {
        try {
            events.tick();
        } catch (RuntimeException | Error e) {   // what left here would be the last tick
            LOG.error("orders {}: the clock's tick failed", line.name(), e);
        }
    }

    private synchronized void connect() {
        if (!started) {
            return;
        }
        try {
            SessionSettings settings = SessionPins.settings(line);
            MessageStoreFactory store = line.store().isEmpty() ? new MemoryStoreFactory() : new FileStoreFactory(settings);
            SessionFactory sessions = new DefaultSessionFactory(application, store, new OrderLog(line), new PlainMessages());
            connector = line.acceptor() ? new OwnAcceptor(sessions, settings, timer, SessionPins.id(line),
                    new InetSocketAddress(line.host(), line.port())) : new OwnInitiator(sessions, settings, timer);
            if (line.access().tls()) {
                TlsFilter tls = TlsFilter.of(line.access(), line.acceptor());
                connector.setIoFilterChainBuilder(chain -> {
                    chain.addFirst("leakage-after-tls", TlsFilter.afterHandshake());
                    chain.addFirst("leakage-tls", tls);
                });
            }
            connector.start();
            List<Session> made = connector.getManagedSessions();
            session = made.isEmpty() ? null : made.get(0);
            problem = null;
        } catch (Exception | Error e) {
            disconnect();
            problem = "orders " + line.name() + ", " + line.host() + " port " + line.port() + ": " + e;
            LOG.error("cannot start {}; trying again every {} s", problem, line.reconnectSeconds());
            threads.schedule(this::connect, line.reconnectSeconds(), TimeUnit.SECONDS);
        }
    }

    private synchronized void disconnect() {
        session = null;
        if (connector == null) {
            return;
        }
        try {
            connector.stop(false);
        } catch (RuntimeException | Error e) {
            LOG.debug("orders {}: stop", line.name(), e);
        }
        timer.stop();
        connector = null;
    }
}
