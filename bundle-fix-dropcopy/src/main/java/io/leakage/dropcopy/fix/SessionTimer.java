package io.leakage.dropcopy.fix;

import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import quickfix.Session;

/**
 * Ticks the sessions of a connector (heartbeats, timeouts, logons) on a thread of ours. QuickFIX/J's own timer is a private static executor
 * that nobody can end: its thread would outlive the bundle and keep the bundle's class loader.
 */
final class SessionTimer {
    private final ScheduledExecutorService threads;
    private ScheduledFuture<?> ticks;

    /** A timer on these threads. */
    SessionTimer(ScheduledExecutorService threads) {
        this.threads = threads;
    }

    /** {@return the threads it ticks on} */
    ScheduledExecutorService threads() {
        return threads;
    }

    /** Ticks once a second from now on. */
    synchronized void start(Collection<Session> sessions) {
        stop();
        ticks = threads.scheduleAtFixedRate(() -> sessions.forEach(SessionTimer::tick), 0, 1, TimeUnit.SECONDS);
    }

    /** Ticks no more. */
    synchronized void stop() {
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
        }
    }

    private static void tick(Session session) {
        try {
            session.next();
        } catch (Exception | Error e) {   // what left here would be the last tick
            session.getLog().onErrorEvent("session timer: " + e);
        }
    }
}
