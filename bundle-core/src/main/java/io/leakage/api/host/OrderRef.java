package io.leakage.api.host;

import java.util.Map;
import java.util.Objects;

/**
 * An order as the host knows it: ids by namespace, tried in the map's order until one is known.
 *
 * @param ids namespace ({@code ClOrdID}, {@code OrderID}, {@code 526} …) → id; at least one. An id that is of one session alone has the
 *            session's word behind its namespace: {@code ClOrdID@east} → {@code P-1} is the order that the board calls {@code P-1@east}
 */
public record OrderRef(Map<String, String> ids) {
    /** Refuses a reference without an id. */
    public OrderRef {
        Objects.requireNonNull(ids, "ids");
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("ids: at least one id, got none");
        }
    }

    /** {@return the order with this ClOrdID} */
    public static OrderRef clOrdId(String id) {
        return new OrderRef(Map.of("ClOrdID", id));
    }
}
