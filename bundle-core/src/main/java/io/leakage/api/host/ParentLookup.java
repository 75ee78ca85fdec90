package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells an order's parent where the drop copy does not; a host registers it as an OSGi service, and profiles with the parent rule
 * {@code lookup} ask it. Called once an order on a thread of the drop copy's own; a session waits some milliseconds for the answer, and an
 * answer that comes later counts from the order's next message on. Null and exceptions mean unknown, and are asked again.
 */
@ConsumerType
@FunctionalInterface
public interface ParentLookup {
    /**
     * Which order is the parent?
     *
     * @param order the child, by {@code ClOrdID} and what else its message says of {@code OrigClOrdID}, {@code OrderID}, {@code Account}
     * @return the parent's ClOrdID, in Latin-1; null when unknown
     */
    String parentOf(OrderRef order);
}
