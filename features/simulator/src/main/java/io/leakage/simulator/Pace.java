package io.leakage.simulator;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Keeps a player from running away from its receiver: UDP has no flow control, so the one who knows how far the receiver is decides. */
@FunctionalInterface
public interface Pace {
    /** How long a receiver may stand still. */
    long PATIENCE_NANOS = 30_000_000_000L;

    /** Never waits. */
    Pace FREE = (marketMessagesSent, orderMessagesSent) -> { };

    /**
     * Returns when one more packet of market data and one more order message may be sent. Called by the player's thread before each.
     *
     * @param marketMessagesSent how many market messages have left, which is the last one's sequence number
     * @param orderMessagesSent  how many order messages have left
     * @throws InterruptedException when the thread is interrupted while waiting
     */
    void awaitRoom(long marketMessagesSent, long orderMessagesSent) throws InterruptedException;

    /**
     * Lets so many messages be under way and no more.
     *
     * @param marketDone   how many market messages the receiver has taken
     * @param ordersDone   how many order messages the receiver has taken
     * @param marketWindow market messages under way at most; 1,000 are some 40 kB, far from a default socket buffer's 200 kB
     * @param orderWindow  order messages under way at most
     * @return the pace; it looks every 20 µs while it waits, and gives up with an {@link IllegalStateException} when the receiver has
     *         taken nothing for half a minute: a datagram is lost, or nobody listens
     */
    static Pace within(LongSupplier marketDone, LongSupplier ordersDone, long marketWindow, long orderWindow) {
        return (marketSent, ordersSent) -> {
            long taken = -1;
            long since = 0;
            while (marketSent - marketDone.getAsLong() > marketWindow || ordersSent - ordersDone.getAsLong() > orderWindow) {
                long now = marketDone.getAsLong() + ordersDone.getAsLong();
                if (now != taken) {
                    taken = now;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > PATIENCE_NANOS) {
                    throw new IllegalStateException("the receiver has taken " + marketDone.getAsLong() + " of " + marketSent
                            + " market messages and " + ordersDone.getAsLong() + " of " + ordersSent + " order messages, and no more");
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while the receiver is at market message " + marketDone.getAsLong());
                }
                LockSupport.parkNanos(20_000);
            }
        };
    }
}
