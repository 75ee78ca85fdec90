package io.leakage.simulator;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a finished day as it would have come: market data over UDP and the drop copy over FIX, in event-time order, in real time, faster,
 * or as fast as the receiver follows. Market data of an instant goes before order messages of that instant. One thread.
 */
public final class LivePlayer {
    /** The speed that waits for nothing but the {@link Pace}. */
    public static final double FULL_SPEED = Double.POSITIVE_INFINITY;

    private static final long HEARTBEAT_NANOS = 1_000_000_000L;
    private static final long PROGRESS_NANOS = 200_000_000L;
    /** Messages due within this much of each other share a packet. */
    private static final long GRAIN_NANOS = 500_000L;
    private static final int GOODBYES = 3;

    private final SimulatedDay day;
    private final MoldUdp64Sender market;
    private final DropCopySession orders;
    private final double speed;
    private final Pace pace;
    private final PlayProgress progress;
    private int marketSent;
    private int ordersSent;
    private long firstEventNanos;
    private long startNanos;
    private long lastProgressNanos;
    private long lastPackets;

    /**
     * A player at its day's beginning.
     *
     * @param day      what to play
     * @param market   the line to the receiver of market data, nothing sent on it yet; left open at the end
     * @param orders   the drop-copy session, logged on; left open at the end. Null when the day's orders are not to be sent
     * @param speed    event seconds a second: 1 is real time, {@link #FULL_SPEED} does not look at the clock
     * @param pace     waits for the receiver
     * @param progress hears how far it is
     */
    public LivePlayer(SimulatedDay day, MoldUdp64Sender market, DropCopySession orders, double speed, Pace pace, PlayProgress progress) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + ", expected more than 0");
        }
        this.day = day;
        this.market = market;
        this.orders = orders;
        this.speed = speed;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Plays the whole day and ends the market data's session.
     *
     * @throws InterruptedException when interrupted; what was sent is sent
     */
    public void play() throws InterruptedException {
        Tape tape = day.market();
        List<DeskMessage> messages = orders == null ? List.of() : day.orders();
        long midnight = day.options().midnightNanos();
        firstEventNanos = midnight + tape.nanos(0);
        startNanos = System.nanoTime();
        while (marketSent < tape.size() || ordersSent < messages.size()) {
            long marketAt = marketSent < tape.size() ? midnight + tape.nanos(marketSent) : Long.MAX_VALUE;
            long orderAt = ordersSent < messages.size() ? messages.get(ordersSent).sentNanos() : Long.MAX_VALUE;
            awaitDue(Math.min(marketAt, orderAt));
            if (orderAt < marketAt) {
                sendOrder(messages.get(ordersSent));
            } else {
                sendMarket(tape);
            }
            tell(Math.min(marketAt, orderAt));
        }
        market.flush();
        for (int i = 0; i < GOODBYES; i++) {
            market.endOfSession();
        }
        progress.played(marketSent, ordersSent, midnight + tape.nanos(tape.size() - 1));
    }

    private void sendMarket(Tape tape) throws InterruptedException {
        tape.send(marketSent++, market);
        if (market.packets() != lastPackets) {
            lastPackets = market.packets();
            pace.awaitRoom(market.sent(), ordersSent);
        }
    }

    /** What the market did before is sent before, so that a receiver without a clock sees the day's order. */
    private void sendOrder(DeskMessage message) throws InterruptedException {
        market.flush();
        lastPackets = market.packets();
        pace.awaitRoom(market.sent(), ordersSent);
        orders.send(message);
        ordersSent++;
    }

    private void awaitDue(long eventNanos) throws InterruptedException {
        if (speed == FULL_SPEED) {
            return;
        }
        long due = startNanos + (long) ((eventNanos - firstEventNanos) / speed);
        long lastSign = System.nanoTime();
        for (long left = due - lastSign; left > GRAIN_NANOS; left = due - System.nanoTime()) {
            market.flush();
            if (System.nanoTime() - lastSign > HEARTBEAT_NANOS) {
                market.heartbeat();
                lastSign = System.nanoTime();
            }
            LockSupport.parkNanos(Math.min(left, HEARTBEAT_NANOS));
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at market message " + marketSent);
            }
        }
    }

    private void tell(long eventNanos) {
        long now = System.nanoTime();
        if (now - lastProgressNanos > PROGRESS_NANOS) {
            lastProgressNanos = now;
            progress.played(marketSent, ordersSent, eventNanos);
        }
    }
}
