package io.leakage.simulator;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Plays a {@link CaseDay} while it is made: its market over UDP, its drop copy and the broker's answers over FIX, in event-time order.
 * Every fifty milliseconds of event time it waits until the receiver has taken all that was sent, and asks whether the day must stand still:
 * while somebody decides, no time passes. So a decision is taken on what is known at that instant, however fast the day runs. One thread.
 */
public final class CasePlayer {
    private static final long LOOK_NANOS = 50_000_000L;
    private static final long HEARTBEAT_NANOS = 1_000_000_000L;
    private static final long NAP_NANOS = 100_000L;
    private static final int GOODBYES = 3;

    private final CaseDay day;
    private final MoldUdp64Sender market;
    private final DropCopySession copy;
    private final Consumer<DeskMessage> answers;
    private final double speed;
    private final Pace taken;
    private final BooleanSupplier stands;
    private long ordersSent;
    private long lookAt;
    private long lastPacketNanos;

    /**
     * A player at its day's beginning.
     *
     * @param day    what to play; its market goes to {@code market}
     * @param market the line to the receiver of market data
     * @param copy   the drop-copy session, logged on
     * @param answers says on the order session what the broker answers
     * @param speed  event seconds a second from the order's arrival on, {@link LivePlayer#FULL_SPEED} for as fast as the receiver follows
     * @param taken  waits until the receiver has taken everything
     * @param stands asked on the player's thread once everything is taken: whether the day must stand still; asked again until not
     */
    public CasePlayer(CaseDay day, MoldUdp64Sender market, DropCopySession copy, Consumer<DeskMessage> answers, double speed, Pace taken,
            BooleanSupplier stands) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + ", expected more than 0");
        }
        this.day = day;
        this.market = market;
        this.copy = copy;
        this.answers = answers;
        this.speed = speed;
        this.taken = taken;
        this.stands = stands;
    }

    /**
     * Plays the whole day and ends the market data's session.
     *
     * @throws InterruptedException when interrupted; what was sent is sent
     */
    public void play() throws InterruptedException {
        lookAt = day.next();
        boolean goesOn = true;
        while (goesOn) {
            while (day.next() > lookAt) {
                look();
            }
            goesOn = day.step();
            say();
        }
        look();
        for (int i = 0; i < GOODBYES; i++) {
            market.endOfSession();
        }
    }

    private void say() {
        var orders = day.takeOrders();
        if (!orders.isEmpty()) {
            market.flush();
            orders.forEach(copy::send);
            ordersSent += orders.size();
        }
        day.takeAnswers().forEach(answers);
    }

    private void look() throws InterruptedException {
        long before = System.nanoTime();
        market.flush();
        taken.awaitRoom(market.sent(), ordersSent);
        while (stands.getAsBoolean()) {
            rest(NAP_NANOS);
        }
        lookAt += LOOK_NANOS;
        if (speed != LivePlayer.FULL_SPEED && day.now() >= day.arrival()) {
            long due = before + (long) (LOOK_NANOS / speed);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                rest(left);
            }
        }
    }

    private void rest(long nanos) throws InterruptedException {
        if (System.nanoTime() - lastPacketNanos > HEARTBEAT_NANOS) {
            market.heartbeat();
            lastPacketNanos = System.nanoTime();
        }
        LockSupport.parkNanos(Math.min(nanos, HEARTBEAT_NANOS));
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted at " + market.sent());
        }
    }

    /** {@return how many messages the drop copy has told} */
    public long ordersSent() {
        return ordersSent;
    }
}
