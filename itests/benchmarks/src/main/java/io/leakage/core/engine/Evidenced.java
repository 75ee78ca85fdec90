package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Inlets;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Market;
import io.leakage.core.book.Moved;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.evidence.Alarm;
import io.leakage.core.evidence.Evidence;
import io.leakage.core.order.Orders;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.List;

/** The front door with books, orders and the evidence behind it, or without the evidence: what that is held against. No other measure. */
public final class Evidenced {
    private final Market market = new Market();
    private final Orders orders = new Orders();
    private final List<ParentOrder> changed = new ArrayList<>();
    private final ParentRow row = new ParentRow();
    private final Evidence evidence;
    private final Doors doors;

    /** @param measured whether the evidence is there */
    public Evidenced(boolean measured) {
        evidence = measured ? new Evidence(market, Alarm.DEFAULT, this::changed) : null;
        DirectSlots slots = new DirectSlots(this::apply);
        doors = new Doors(new Names(), () -> slots, source -> (raw, offset, length) -> 0);
    }

    /** {@return the front door} */
    public Inlets inlets() {
        return doors;
    }

    private void changed(ParentOrder parent) {
        if (!changed.contains(parent)) {
            changed.add(parent);
        }
    }

    private void apply(LeakageEvent event) {
        if (event.kind() == EventKind.ORDER) {
            onOrder(orders.apply(event));
        } else {
            Moved moved = market.apply(event);
            if (evidence != null) {
                evidence.marketMoved(event, moved);
            }
        }
        for (int i = 0; i < changed.size(); i++) {
            evidence.score(changed.get(i), row, true);
        }
        changed.clear();
    }

    private void onOrder(List<ParentOrder> parents) {
        for (int i = 0; i < parents.size(); i++) {
            ParentOrder parent = parents.get(i);
            if (parent.instrument() != Absent.NAME) {
                market.follow(parent.instrument(), parent.arrivalNanos());
            }
            if (evidence != null) {
                evidence.orderChanged(parent);
                changed(parent);
            }
            parent.forgetChanges();
        }
    }

    /** {@return every footprint of a parent, as {@link Evidence#path} tells} */
    public String footprints(int parent) {
        return evidence.path(parent);
    }
}
