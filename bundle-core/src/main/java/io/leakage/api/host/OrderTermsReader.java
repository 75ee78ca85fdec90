package io.leakage.api.host;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells an order's terms in full, from the drop copy's message that states them. We ship one that reads FIX; an EMS that knows its
 * orders better registers its own: of several the one of the highest ranking is asked. Called on the thread that sends switches, and must
 * not send anything itself.
 */
@ConsumerType
@FunctionalInterface
public interface OrderTermsReader {
    /**
     * The terms.
     *
     * @param order   the order by its ids as the board has them. Behind those of one session alone stands its word ({@code A-1@east}),
     *                which nobody else knows: a reader must refuse such an order, or take the word off, and its hook must do so too
     * @param message the raw message, which may be the NewOrderSingle, a request to replace that was granted, or a report
     * @return all terms, never null
     * @throws IllegalArgumentException when they cannot be told in full; its message says why, and the switch is not sent
     */
    OrderTerms read(OrderRef order, byte[] message);
}
