package io.leakage.dropcopy.fix;

import java.util.concurrent.ScheduledExecutorService;
import quickfix.ConfigError;
import quickfix.SessionFactory;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

/** QuickFIX/J's initiator with its timer on a thread of ours, see {@link SessionTimer}. */
final class OwnInitiator extends SocketInitiator implements Connector {
    private final SessionTimer timer;

    /** An initiator, not started. */
    OwnInitiator(SessionFactory sessions, SessionSettings settings, SessionTimer timer) throws ConfigError {
        super(sessions, settings, DEFAULT_QUEUE_CAPACITY);
        this.timer = timer;
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
