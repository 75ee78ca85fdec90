package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Orders that were sent and that nobody has answered, in the order their patience ends. After a while they are not counted as working. */
final class Unanswered {
    private final PriorityQueue<Order> orders = new PriorityQueue<>(Comparator.comparingLong(order -> order.answerBy));

    /** @param patienceNanos how long its source lets an answer take, in event time */
    void sent(Order order, long patienceNanos) {
        order.answerBy = order.sentNanos + patienceNanos;
        orders.add(order);
    }

    /**
     * Gives up on one that has waited too long; one that others name as their parent is the desk's own and needs no answer.
     *
     * @param nanos the event time now
     * @return it, flagged; null when there is none (any more)
     */
    Order givenUp(long nanos) {
        while (nanos != Absent.LONG && !orders.isEmpty()) {
            Order oldest = orders.peek();
            if (!isAnswered(oldest) && nanos <= oldest.answerBy) {
                return null;
            }
            orders.remove();
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
