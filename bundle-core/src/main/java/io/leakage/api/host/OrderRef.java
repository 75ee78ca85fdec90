package io.leakage.api.host;

import java.util.Map;
import java.util.Objects;

/**
 * An order as the host knows it: ids by namespace, tried in the map's order until one is known.
 *
 * <p>The columns know the namespaces {@code ClOrdID} or {@code 11}, {@code 526}, {@code 583}, and {@code OrderID} or {@code 37}. Any other
 * is for an {@link OrderResolver}, which is asked when none of the ids leads to an order.
 *
 * @param ids namespace → id; at least one, none of them null. The map is not copied, since grids make a reference a cell, and is not to be
 *            changed any more. An id that is of one session alone has the session's word behind its namespace: {@code ClOrdID@east} →
 *            {@code P-1} is the order that the board calls {@code P-1@east}
 */
public record OrderRef(Map<String, String> ids) {
    /** Refuses a reference without an id. */
    public OrderRef {
        Objects.requireNonNull(ids, "ids");
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("ids: at least one id, got none");
        }
    }

    /** {@return the order with this ClOrdID, also as the board has it, with a session's word behind it ({@code P-1@east})} */
    public static OrderRef clOrdId(String id) {
        return new OrderRef(Map.of("ClOrdID", id));
    }
}
