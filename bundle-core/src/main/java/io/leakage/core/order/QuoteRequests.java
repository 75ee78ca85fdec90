package io.leakage.core.order;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.OrderReport;
import io.leakage.core.event.QuoteReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final Deque<QuoteRequest> all = new ArrayDeque<>();
    private final Map<Integer, QuoteRequest> byName = new HashMap<>();
    /** By QuoteID: of the requests that had such a quote, the one that became known last. */
    private final Map<Integer, Quote> quotes = new HashMap<>();
    /** By QuoteID: quotes that were answered before a request of theirs was named, the oldest first. */
    private final Map<Integer, Quote> unplaced = new LinkedHashMap<>();
    /** Those that wait for an order or a parent of that name. */
    private final Map<Integer, List<QuoteRequest>> waiting = new HashMap<>();
    /** The names that are waited for, so that to ask for one costs nothing. */
    private final BitSet awaited = new BitSet();
    private final Placed placed;
    private final List<QuoteRequest> touched = new ArrayList<>();
    private long unapplied;

    /** None yet; {@code placed} forgets those kept no longer. */
    QuoteRequests(Placed placed) {
        this.placed = placed;
    }

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

    /** {@return requests changed since {@link #begin}} */
    List<QuoteRequest> touched() {
        return touched;
    }

    /** Begins with another message. */
    void begin() {
        touched.clear();
    }

    /** {@return the requests that wait for an order or parent of this name; empty for most} */
    List<QuoteRequest> waitingFor(int name) {
        return name != Absent.NAME && awaited.get(name) ? waiting.get(name) : List.of();
    }

    /** Takes a message of kind QUOTING. */
    void apply(LeakageEvent event, long idNanos) {
        int response = event.quote().response;
        switch (event.order().msgType) {
            case 'R' -> ask(event, idNanos);
            case 'S' -> quoted(event);
            case 'J' -> answered(event, isHit(response), !isHit(response) && response > COUNTER);
            default -> answered(event, false, true);
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
        touch(request, event);
    }

    private static void ask(Asked one, LeakageEvent event) {
        if (one.nanos != Absent.LONG) {
            return;   // told before
        }
        one.nanos = event.venueNanos;
        one.timed = event.order().timed;
        one.truncation = event.order().truncation;
        one.quantity = event.order().orderQty;
        one.requestUntilNanos = event.quote().validUntilNanos;
    }

    /** An id may come again on another day. */
    private static boolean isAnothers(QuoteRequest before, LeakageEvent event, long idNanos) {
        long asked = before.asked.isEmpty() ? Absent.LONG : before.asked.get(0).nanos;
        return asked != Absent.LONG && event.venueNanos != Absent.LONG && !event.order().possible && event.venueNanos - asked > idNanos;
    }

    /** {@return the request of that name, which may be heard of for the first time} */
    private QuoteRequest named(int name) {
        QuoteRequest known = byName.get(name);
        return known == null ? begin(name) : known;
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
        for (Quote quote : oldest.quotes) {
            quotes.remove(quote.name, quote);
        }
        stopWaiting(oldest);
        placed.forget(oldest);
    }

    private void quoted(LeakageEvent event) {
        QuoteReport report = event.quote();
        if (report.request == Absent.NAME) {
            return;   // nobody had asked
        }
        QuoteRequest request = named(report.request);
        int firm = firm(report);
        (firm == Absent.NAME ? request.nobody : request.of(firm)).quotes(event);
        if (report.quote != Absent.NAME) {
            settle(quoteOf(report));
        }
        touch(request, event);
    }

    private static int firm(QuoteReport report) {
        return report.count() == 0 ? Absent.NAME : report.asked(0);
    }

    private void answered(LeakageEvent event, boolean hit, boolean out) {
        QuoteReport report = event.quote();
        if (report.quote == Absent.NAME && report.request == Absent.NAME) {
            return;
        }
        Quote quote = quoteOf(report);
        if (hit) {
            quote.hit = true;
            quote.order = quote.order == Absent.NAME ? event.order().order : quote.order;
            quote.side = quote.side == null ? event.order().side : quote.side;
        }
        if (out) {
            quote.outNanos = Math.min(quote.outNanos, event.venueNanos + Math.max(0, event.order().truncation - 1));
        }
        settle(quote);
        if (quote.request != null) {
            touch(quote.request, event);
        }
    }

    private static boolean isHit(int response) {
        return response == HIT || response == ACCEPTED;
    }

    /** {@return the quote that a message is of, which knows now what the message says of whose it is} */
    private Quote quoteOf(QuoteReport report) {
        QuoteRequest request = report.request == Absent.NAME ? null : named(report.request);
        int firm = firm(report);
        Quote known = report.quote == Absent.NAME ? null : known(report.quote, request, firm);
        Quote quote = known == null ? new Quote(report.quote) : known;
        quote.firm = quote.firm == Absent.NAME ? firm : quote.firm;
        if (quote.request == null) {
            quote.request = request;
            keep(quote);
        }
        return quote;
    }

    /** {@return the quote with this id and of these, of whom either may be absent; null when there is none yet} */
    private Quote known(int name, QuoteRequest request, int firm) {
        Quote newest = quotes.get(name);
        if (newest != null && newest.fits(request, firm)) {
            return newest;
        }
        for (int i = 0; newest != null && request != null && i < request.quotes.size(); i++) {
            Quote one = request.quotes.get(i);
            if (one.name == name && one.fits(request, firm)) {
                return one;
            }
        }
        Quote waits = unplaced.get(name);
        return waits != null && waits.fits(request, firm) ? waits : null;
    }

    private void keep(Quote quote) {
        if (quote.name == Absent.NAME) {
            return;   // nothing else can be told of it
        }
        if (quote.request != null) {
            unplaced.remove(quote.name, quote);
            quotes.put(quote.name, quote);
            quote.request.quotes.add(quote);
            return;
        }
        unplaced.put(quote.name, quote);
        if (unplaced.size() > KEPT) {
            unplaced.remove(unplaced.keySet().iterator().next());
        }
    }

    /** What was answered holds for who quoted, once both are known; for all only where neither quote nor firm was named. */
    private static void settle(Quote quote) {
        QuoteRequest request = quote.request;
        if (request == null) {
            return;
        }
        if (quote.firm != Absent.NAME) {
            Asked by = request.of(quote.firm);
            by.hit |= quote.hit;
            by.outNanos = Math.min(by.outNanos, quote.outNanos);
            request.unsaid.remove(quote);
        } else if (quote.name == Absent.NAME) {
            request.nobody.hit |= quote.hit;
            request.overNanos = Math.min(request.overNanos, quote.outNanos);
        } else if (quote.isAnswered() && !request.unsaid.contains(quote)) {
            request.unsaid.add(quote);
        }
        if (quote.hit) {
            request.hitName = request.hitName == Absent.NAME ? quote.order : request.hitName;
            request.side = request.side == null ? quote.side : request.side;
        }
    }

    private void touch(QuoteRequest request, LeakageEvent event) {
        boolean first = request.nanos == Absent.LONG || event.venueNanos < request.nanos;
        request.nanos = first && event.venueNanos != Absent.LONG ? event.venueNanos : request.nanos;
        if (!touched.contains(request)) {
            touched.add(request);
        }
    }

    /** Lets a request wait for an order or a parent of this name. */
    void await(QuoteRequest request, int name) {
        List<QuoteRequest> those = waiting.computeIfAbsent(name, key -> new ArrayList<>(1));
        awaited.set(name);
        if (!those.contains(request)) {
            those.add(request);
        }
    }

    /** It waits for nothing. */
    void stopWaiting(QuoteRequest request) {
        stopWaiting(request, request.orderName);
        stopWaiting(request, request.parentName);
        stopWaiting(request, request.hitName);
    }

    private void stopWaiting(QuoteRequest request, int name) {
        List<QuoteRequest> those = waiting.get(name);
        if (those != null && those.remove(request) && those.isEmpty()) {
            waiting.remove(name);
            awaited.clear(name);
        }
    }
}
