package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.core.book.Market;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.order.Orders;

/** The front door with nothing behind it but books and orders: what the measures are held against. */
public final class Unmeasured {
    private final Market market = new Market();
    private final Orders orders = new Orders();
    private final Doors doors;

    /** Empty books, no orders. */
    public Unmeasured() {
        DirectSlots slots = new DirectSlots(this::apply);
        doors = new Doors(new Names(), () -> slots, source -> (raw, offset, length) -> 0);
    }

    /** {@return the front door} */
    public Inlets inlets() {
        return doors;
    }

    private void apply(LeakageEvent event) {
        if (event.kind() == EventKind.ORDER) {
            orders.apply(event);
        } else {
            market.apply(event);
        }
    }
}
