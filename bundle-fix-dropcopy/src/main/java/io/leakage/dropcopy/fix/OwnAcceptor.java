package io.leakage.dropcopy.fix;

import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import quickfix.ConfigError;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/**
 * QuickFIX/J's acceptor for one session, with its timer on a thread of ours, see {@link SessionTimer}. A logon carries no qualifier, so the
 * session is found by its CompIDs among this acceptor's own.
 */
final class OwnAcceptor extends SocketAcceptor implements Connector {
    private final SessionTimer timer;
    /** Kept past the stop: who logs on meanwhile is turned away by it, and not logged as unknown with all that was said. */
    private volatile Session session;

    /** An acceptor of {@code id} at {@code address}, not started. */
    OwnAcceptor(SessionFactory sessions, SessionSettings settings, SessionTimer timer, SessionID id, InetSocketAddress address)
            throws ConfigError {
        super(sessions, settings, DEFAULT_QUEUE_CAPACITY);
        this.timer = timer;
        setSessionProvider(address, (asked, connector) -> SessionPins.plain(id).equals(asked) ? session(id) : null);
    }

    private Session session(SessionID id) {
        Session now = getSessionMap().get(id);
        session = now == null ? session : now;
        return session;
    }

    @Override
    public boolean isBusy() {
        return getEventHandlingStrategy().getQueueSize() > 0;
    }

    @Override
    protected void startSessionTimer() {
        timer.start(getSessionMap().values());
    }

    @Override
    protected void stopSessionTimer() {
        timer.stop();
    }

    @Override
    protected ScheduledExecutorService getScheduledExecutorService() {
        return timer.threads();
    }
}
