package io.leakage.core.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What asks are steps of while no order is known: for each instrument and side something like a parent, that has a number below zero,
 * no row and no quantity. One thread.
 */
final class Apart {
    private final Map<Long, ParentOrder> byInstrument = new HashMap<>();
    private final List<ParentOrder> touched = new ArrayList<>();

    /** Begins with another message. */
    void begin() {
        touched.clear();
    }

    /** {@return those that changed since} */
    List<ParentOrder> touched() {
        return touched;
    }

    /** Its steps changed. */
    void touch(ParentOrder parent) {
        if (!touched.contains(parent)) {
            touched.add(parent);
        }
    }

    /** {@return what stands for the instrument and side of a request, both of which are known} */
    Order of(QuoteRequest request) {
        long key = 2L * request.instrument + (request.side.sign() > 0 ? 1 : 0);
        ParentOrder known = byInstrument.get(key);
        if (known == null) {
            known = ParentOrder.apart(-1 - byInstrument.size(), request.instrument, request.side);
            byInstrument.put(key, known);
        }
        return known.own;
    }
}
