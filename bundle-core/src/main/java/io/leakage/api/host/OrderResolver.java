package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows orders by ids that no drop copy shows, such as a host's own numbers; a host registers it as an OSGi service. It is asked when none
 * of an order's ids is known here, on the thread that reads the columns, perhaps many times a second: it must not wait.
 */
@ConsumerType
@FunctionalInterface
public interface OrderResolver {
    /**
     * Which order is meant?
     *
     * @param order as the host's grid names it
     * @return the same by ids of its drop copy, such as {@code ClOrdID}; null when it does not know it either
     */
    OrderRef resolve(OrderRef order);
}
