package io.leakage.core.order;

/**
 * A time of which a drop copy will never tell, in nanoseconds since the epoch.
 *
 * @param flag      the {@code Flag} bit of an order it leaves in doubt
 * @param fromNanos its beginning: what was told then is known
 * @param toNanos   its end
 */
record Absence(long flag, long fromNanos, long toNanos) {
    /** {@return whether an order lived in it} */
    boolean concerns(Order order) {
        return order.sentNanos <= toNanos && !order.endedBy(fromNanos);
    }
}
