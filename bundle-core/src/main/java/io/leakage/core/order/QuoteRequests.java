package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import io.leakage.core.event.QuoteReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests for quotes, as the drop copy tells of them. Each who is asked is told something, so each ask is a step of the order that
 * it is for; while no such order is known, of one that stands for instrument and side. What comes twice changes nothing, and what
 * comes out of order ends up as if it had not. The newest {@value #KEPT} are kept.
 */
final class QuoteRequests {
    /** So many are kept. */
    static final int KEPT = 8192;

    private static final int HIT = 1;
    private static final int COUNTER = 2;
    private static final int ACCEPTED = 11;

    /** A quote: whose it is, and what was answered to it, once either is known. */
    private static final class Quote {
        private QuoteRequest request;
        private Asked by;
        private int answer;
        private int order = Absent.NAME;
    }

    private final Deque<QuoteRequest> all = new ArrayDeque<>();
    private final Map<Integer, QuoteRequest> byName = new HashMap<>();
    private final Map<Integer, Quote> quotes = new HashMap<>();
    /** Those that wait for an order or a parent of that name. */
    private final Map<Integer, List<QuoteRequest>> waiting = new HashMap<>();
    private final Apart apart = new Apart();
    private final List<QuoteRequest> touched = new ArrayList<>();
    private long unapplied;

    /** {@return those kept, the oldest first} */
    Iterable<QuoteRequest> all() {
        return all;
    }

    /** {@return whether there is none} */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** {@return messages that contradict what was told before} */
    long unapplied() {
        return unapplied;
    }

    /** {@return what stands for instruments} */
    Apart apart() {
        return apart;
    }

    /** {@return requests changed since {@link #begin}} */
    List<QuoteRequest> touched() {
        return touched;
    }

    /** Begins with another message. */
    void begin() {
        touched.clear();
        apart.begin();
    }

    /** {@return the requests that wait for an order or parent of this name; empty for most} */
    List<QuoteRequest> waitingFor(int name) {
        List<QuoteRequest> found = waiting.isEmpty() || name == Absent.NAME ? null : waiting.get(name);
        return found == null ? List.of() : found;
    }

    /** Takes a message of kind QUOTING. */
    void apply(LeakageEvent event, long idNanos) {
        QuoteReport quote = event.quote();
        switch (event.order().msgType) {
            case 'R' -> ask(event, idNanos);
            case 'S' -> quoted(event);
            case 'J' -> answered(event);
            default -> cancelled(quote);
        }
    }

    private void ask(LeakageEvent event, long idNanos) {
        OrderReport report = event.order();
        QuoteRequest request = byName.get(event.quote().request);
        if (request != null && isAnothers(request, event, idNanos)) {
            request = null;
        }
        request = request == null ? begin(event.quote().request) : request;
        boolean otherInstrument = request.instrument != Absent.NAME && request.instrument != event.instrument;
        if (otherInstrument || request.side != null && report.side != null && request.side != report.side) {
            unapplied++;   // the first wins
            return;
        }
        request.instrument = event.instrument;
        request.side = request.side == null ? report.side : request.side;
        request.orderName = request.orderName == Absent.NAME ? report.order : request.orderName;
        request.parentName = request.parentName == Absent.NAME ? report.parent : request.parentName;
        for (int i = 0; i < Math.max(1, event.quote().count()); i++) {
            ask(request.of(event.quote().count() == 0 ? Absent.NAME : event.quote().asked(i)), event);
        }
        touch(request);
    }

    private static void ask(Asked one, LeakageEvent event) {
        if (one.nanos != Absent.LONG) {
            return;   // told before
        }
        one.nanos = event.venueNanos;
        one.timed = event.order().timed;
        one.truncation = event.order().truncation;
        one.quantity = event.order().orderQty;
        one.validUntilNanos = one.validUntilNanos == Absent.LONG ? event.quote().validUntilNanos : one.validUntilNanos;
    }

    /** An id may come again on another day. */
    private static boolean isAnothers(QuoteRequest before, LeakageEvent event, long idNanos) {
        long asked = before.asked.isEmpty() ? Absent.LONG : before.asked.get(0).nanos;
        return asked != Absent.LONG && event.venueNanos != Absent.LONG && !event.order().possible && event.venueNanos - asked > idNanos;
    }

    private QuoteRequest begin(int name) {
        QuoteRequest request = new QuoteRequest(name);
        byName.put(name, request);
        all.add(request);
        if (all.size() > KEPT) {
            forget(all.remove());
        }
        return request;
    }

    private void forget(QuoteRequest oldest) {
        byName.remove(oldest.name, oldest);
        quotes.values().removeIf(quote -> quote.request == oldest);
        stopWaiting(oldest);
        apart.forget(oldest);
    }

    private void quoted(LeakageEvent event) {
        QuoteReport report = event.quote();
        if (report.request == Absent.NAME) {
            return;   // nobody had asked
        }
        QuoteRequest request = byName.get(report.request);
        request = request == null ? begin(report.request) : request;
        Asked by = whose(request, report);
        Quote quote = report.quote == Absent.NAME ? new Quote() : quotes.computeIfAbsent(report.quote, name -> new Quote());
        quote.request = request;
        quote.by = by;
        if (by != null) {
            by.bid = report.bid == Absent.LONG ? by.bid : report.bid;
            by.offer = report.offer == Absent.LONG ? by.offer : report.offer;
            by.validUntilNanos = report.validUntilNanos == Absent.LONG ? by.validUntilNanos : report.validUntilNanos;
        }
        settle(quote);
    }

    /** {@return who quotes or is answered: the one named, else the only one asked; null when nobody can say} */
    private static Asked whose(QuoteRequest request, QuoteReport report) {
        if (report.count() > 0) {
            return request.of(report.asked(0));
        }
        return request.asked.size() == 1 ? request.asked.get(0) : null;
    }

    private void answered(LeakageEvent event) {
        QuoteReport report = event.quote();
        Quote quote = report.quote == Absent.NAME ? new Quote() : quotes.computeIfAbsent(report.quote, name -> new Quote());
        if (quote.request == null && report.request != Absent.NAME) {
            quote.request = byName.computeIfAbsent(report.request, this::begin);
        }
        if (quote.by == null && quote.request != null) {
            quote.by = whose(quote.request, report);
        }
        boolean hit = isHit(report.response);
        quote.answer = isHit(quote.answer) ? quote.answer : report.response;
        quote.order = hit && quote.order == Absent.NAME ? event.order().order : quote.order;
        if (hit && quote.request != null && quote.request.side == null) {
            quote.request.side = event.order().side;
        }
        settle(quote);
    }

    private static boolean isHit(int response) {
        return response == HIT || response == ACCEPTED;
    }

    /** What was answered holds for who quoted, once both are known. */
    private void settle(Quote quote) {
        if (quote.request == null) {
            return;
        }
        boolean hit = isHit(quote.answer);
        if (quote.by != null) {
            quote.by.won |= hit;
            quote.by.out |= !hit && quote.answer > COUNTER;
        } else if (!hit && quote.answer > COUNTER) {
            quote.request.over = true;
        }
        if (hit && quote.request.hitName == Absent.NAME) {
            quote.request.hitName = quote.order;
        }
        touch(quote.request);
    }

    private void cancelled(QuoteReport report) {
        Quote quote = quotes.get(report.quote);
        QuoteRequest request = quote == null ? byName.get(report.request) : quote.request;
        if (request == null) {
            return;
        }
        Asked by = quote == null || quote.by == null ? report.count() > 0 ? request.find(report.asked(0)) : null : quote.by;
        if (by != null) {
            by.out = true;
        } else {
            request.over = true;
        }
        touch(request);
    }

    private void touch(QuoteRequest request) {
        if (!touched.contains(request)) {
            touched.add(request);
        }
    }

    /** Lets a request wait for the orders that it names. */
    void await(QuoteRequest request) {
        await(request, request.orderName);
        await(request, request.parentName);
        await(request, request.hitName);
    }

    private void await(QuoteRequest request, int name) {
        if (name != Absent.NAME) {
            List<QuoteRequest> those = waiting.computeIfAbsent(name, key -> new ArrayList<>(1));
            if (!those.contains(request)) {
                those.add(request);
            }
        }
    }

    /** Its order was found. */
    void stopWaiting(QuoteRequest request) {
        stopWaiting(request, request.orderName);
        stopWaiting(request, request.parentName);
        stopWaiting(request, request.hitName);
    }

    private void stopWaiting(QuoteRequest request, int name) {
        List<QuoteRequest> those = waiting.get(name);
        if (those != null && those.remove(request) && those.isEmpty()) {
            waiting.remove(name);
        }
    }

    /** Two orders turned out to be one. */
    void merge(Order order, Order other) {
        if (all.isEmpty()) {
            return;
        }
        for (QuoteRequest request : all) {
            request.order = request.order == other ? order : request.order;
        }
    }
}
