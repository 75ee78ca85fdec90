package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import java.util.ArrayDeque;
import java.util.Deque;

/** Orders that were sent and that nobody has answered, oldest first. After a while they are not counted as working. */
final class Unanswered {
    /** How long an answer may take, in event time. */
    static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Deque<Order> orders = new ArrayDeque<>();

    void sent(Order order) {
        orders.addLast(order);
    }

    /**
     * Gives up on one that has waited too long; one that others name as their parent is the desk's own and needs no answer.
     *
     * @param nanos the event time now
     * @return it, flagged; null when there is none (any more)
     */
    Order givenUp(long nanos) {
        while (nanos != Absent.LONG && !orders.isEmpty()) {
            Order oldest = orders.peekFirst();
            if (!isAnswered(oldest) && nanos - oldest.sentNanos <= PATIENCE_NANOS) {
                return null;
            }
            orders.removeFirst();
            if (!isAnswered(oldest)) {
                oldest.flag(Flag.NOT_ACKNOWLEDGED, true);
                return oldest;
            }
        }
        return null;
    }

    private static boolean isAnswered(Order order) {
        return order.standing.isAcknowledged() || order.hasChildren || order.sentNanos == Absent.LONG;
    }
}
