package io.leakage.dropcopy.fix;

import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import quickfix.ConfigError;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/**
 * QuickFIX/J's acceptor for one session, with its timer on a thread of ours, see {@link SessionTimer}. A logon carries no qualifier, so the
 * session is found by its CompIDs among this acceptor's own.
 */
final class OwnAcceptor extends SocketAcceptor {
    private final SessionTimer timer;

    /** An acceptor of {@code id} at {@code address}, not started. */
    OwnAcceptor(SessionFactory sessions, SessionSettings settings, SessionTimer timer, SessionID id, InetSocketAddress address)
            throws ConfigError {
        super(sessions, settings, DEFAULT_QUEUE_CAPACITY);
        this.timer = timer;
        SessionID wanted = new SessionID(id.getBeginString(), id.getSenderCompID(), id.getTargetCompID());
        setSessionProvider(address, (asked, connector) -> wanted.equals(asked) ? getSessionMap().get(id) : null);
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
