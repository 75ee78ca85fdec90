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
    private final List<ParentOrder> all = new ArrayList<>();
    private final Map<Long, ParentOrder> byInstrument = new HashMap<>();
    private final Map<ParentOrder, List<QuoteRequest>> requests = new HashMap<>();
    private final List<ParentOrder> touched = new ArrayList<>();

    /** Begins with another message. */
    void begin() {
        touched.clear();
    }

    /** {@return those that changed since} */
    List<ParentOrder> touched() {
        return touched;
    }

    /** Takes a request in that no order is known for, or what is new of it. */
    void take(QuoteRequest request) {
        if (request.apart == null) {
            request.apart = of(request).own;
            requests.get(request.apart.parent).add(request);
        }
        for (Asked asked : request.asked) {
            if (asked.isSeen() && request.apart.step(Step.Kind.ASKED, asked.nanos, asked.truncation)) {
                touch(request.apart.parent);
            }
        }
    }

    /** Its order became known: its asks are no longer here. Steps of others may have the same time, so all are told again. */
    void release(QuoteRequest request) {
        Order from = request.apart;
        if (from == null) {
            return;
        }
        request.apart = null;
        requests.get(from.parent).remove(request);
        from.parent.steps.clear();
        from.steps.clear();
        from.parent.relinks++;
        touch(from.parent);
        for (QuoteRequest other : requests.get(from.parent)) {
            take(other);
        }
    }

    /** It is kept no longer; its steps stay. */
    void forget(QuoteRequest request) {
        if (request.apart != null) {
            requests.get(request.apart.parent).remove(request);
        }
    }

    private void touch(ParentOrder parent) {
        if (!touched.contains(parent)) {
            touched.add(parent);
        }
    }

    private ParentOrder of(QuoteRequest request) {
        long key = 2L * request.instrument + (request.side.sign() > 0 ? 1 : 0);
        ParentOrder known = byInstrument.get(key);
        if (known == null) {
            known = ParentOrder.apart(-1 - all.size(), request.instrument, request.side);
            byInstrument.put(key, known);
            requests.put(known, new ArrayList<>());
            all.add(known);
        }
        return known;
    }
}
