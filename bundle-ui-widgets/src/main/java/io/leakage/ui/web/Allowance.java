package io.leakage.ui.web;

import java.util.concurrent.TimeUnit;

/**
 * How much one caller may ask: so many requests a second, a second's worth of them in one go, and so many that are not answered yet, since
 * each of those keeps a thread for as long as its caller pleases. Any thread.
 */
final class Allowance {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long intervalNanos;
    private final int atOnce;

    // under this object's monitor
    private long paidNanos;
    private int underWay;

    /**
     * All of it is there.
     *
     * @param nowNanos {@link System#nanoTime}
     */
    Allowance(int perSecond, int atOnce, long nowNanos) {
        this.intervalNanos = SECOND_NANOS / perSecond;
        this.atOnce = atOnce;
        this.paidNanos = nowNanos;
    }

    /** Begins a request. {@return false when there is nothing left, and nothing has begun} */
    synchronized boolean enter(long nowNanos) {
        long ahead = Math.max(0, paidNanos - nowNanos);
        if (underWay >= atOnce || ahead + intervalNanos > SECOND_NANOS) {
            return false;
        }
        paidNanos = nowNanos + ahead + intervalNanos;
        underWay++;
        return true;
    }

    /** A request that had begun is answered. */
    synchronized void leave() {
        underWay--;
    }
}
