package io.leakage.dropcopy.order;

import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.LinkReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The requests that went out, the latest ones answered included. An order is asked for one thing at a time: while a request about it has no
 * answer, the next is refused, however long that takes. Any thread.
 */
final class Flights {
    private static final int MOST_ANSWERED = 10_000;
    private static final String CL_ORD_ID = "11=";
    private static final String ORDER_ID = "37=";

    private final Map<String, Flight> byId = new LinkedHashMap<>();
    /** By every ClOrdID (11) and OrderID (37) that a message about one may name. */
    private final Map<String, List<Flight>> byName = new HashMap<>();
    /** By the MsgSeqNum (34) of what went out last, in this logon. */
    private final Map<Integer, Flight> byNumber = new HashMap<>();
    /** Those that wait for an answer, and some that have ceased to. */
    private final Set<Flight> waiting = new LinkedHashSet<>();
    private final long patience;

    /** No requests yet; one without an answer after {@code patience} nanoseconds timed out. */
    Flights(long patience) {
        this.patience = patience;
    }

    /** {@return why a request cannot go out, empty when it can} */
    synchronized String objection(SwitchRequest request, String original) {
        if (byId.containsKey(request.id())) {
            return "request " + request.id() + " went out before";
        }
        for (Flight flight : about(original, orderId(request))) {
            if (isSameOrder(flight, request, original) && !flight.state().isAnswered()) {
                return "request " + flight.request().id() + " about the same order is " + flight.state();
            }
            if (flight.original().equals(original) && flight.state() == SwitchState.REPLACED) {
                return "order " + original + " was replaced by " + flight.request().id();
            }
        }
        return "";
    }

    private static boolean isSameOrder(Flight flight, SwitchRequest request, String original) {
        String orderId = orderId(request);
        return flight.original().equals(original) || flight.request().id().equals(original)
                || orderId != null && orderId.equals(orderId(flight.request()));
    }

    private static String orderId(SwitchRequest request) {
        return request.order().ids().get("OrderID");
    }

    /** Those that know one of these names; an OrderID may be null. */
    private Collection<Flight> about(String clOrdId, String orderId) {
        List<Flight> first = byName.getOrDefault(CL_ORD_ID + clOrdId, List.of());
        List<Flight> second = orderId == null ? List.of() : byName.getOrDefault(ORDER_ID + orderId, List.of());
        if (second.isEmpty()) {
            return first;
        }
        Set<Flight> both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }

    private static Set<String> names(Flight flight) {
        Set<String> names = new LinkedHashSet<>(List.of(CL_ORD_ID + flight.request().id(), CL_ORD_ID + flight.cancelId(),
                CL_ORD_ID + flight.original()));
        String orderId = orderId(flight.request());
        if (orderId != null) {
            names.add(ORDER_ID + orderId);
        }
        return names;
    }

    /** Takes a request about to go out. */
    synchronized void add(Flight flight) {
        byId.put(flight.request().id(), flight);
        names(flight).forEach(name -> byName.computeIfAbsent(name, none -> new ArrayList<>(1)).add(flight));
        waiting.add(flight);
        Iterator<Flight> oldest = byId.values().iterator();
        while (byId.size() > MOST_ANSWERED && oldest.hasNext()) {
            Flight old = oldest.next();
            if (old.state().isAnswered()) {
                oldest.remove();
                forget(old);
            }
        }
    }

    /** Forgets a request that did not go out after all. */
    synchronized void remove(Flight flight) {
        byId.remove(flight.request().id());
        forget(flight);
    }

    private void forget(Flight flight) {
        for (String name : names(flight)) {
            byName.computeIfPresent(name, (same, flights) -> flights.remove(flight) && flights.isEmpty() ? null : flights);
        }
        byNumber.remove(flight.number(), flight);
        waiting.remove(flight);
    }

    /** A message of this ClOrdID goes out under this MsgSeqNum. */
    synchronized void going(String clOrdId, int number) {
        for (Flight flight : named(clOrdId, Flight::isOurs)) {
            byNumber.remove(flight.number(), flight);
            flight.going(number);
            byNumber.put(number, flight);
        }
    }

    /** {@return the news of a report}; {@code renewals} gets the requests whose new order may go out now. */
    synchronized List<SwitchNews> hear(LinkReport report, List<Flight> renewals) {
        List<SwitchNews> news = new ArrayList<>();
        for (Flight flight : concerned(report)) {
            add(news, flight.hear(report));
            renewals.add(flight);
        }
        return news;
    }

    /** Those a report is about, or about whose order it is. */
    private Set<Flight> concerned(LinkReport report) {
        return switch (report.type()) {
            case "8", "9" -> named(report.text(11), Flight::isNamed);
            case "j" -> {
                Set<Flight> flights = named(report.text(379), Flight::isOurs);
                flights.addAll(numbered(report.number(45)));
                yield flights;
            }
            case "3" -> numbered(report.number(45));
            default -> Set.of();
        };
    }

    private Set<Flight> named(String clOrdId, BiPredicate<Flight, String> is) {
        Set<Flight> flights = new LinkedHashSet<>(about(clOrdId, null));
        flights.removeIf(flight -> !is.test(flight, clOrdId));
        return flights;
    }

    private Set<Flight> numbered(long number) {
        Flight flight = byNumber.get((int) number);
        return flight == null || flight.number() != number || flight.state().isAnswered() ? Set.of() : Set.of(flight);
    }

    /** {@return how much a request's new order must be for, 0 for none} It counts as on its way from now on. */
    synchronized long renew(Flight flight, long nanos) {
        long quantity = flight.takeRenewal();
        if (quantity > 0) {
            byNumber.remove(flight.number(), flight);
            flight.renewing(nanos);
        }
        return quantity;
    }

    /** {@return the news when the new order could not go out, for this reason} */
    synchronized SwitchNews notRenewed(Flight flight, String why) {
        return flight.notRenewed(why);
    }

    /** {@return the news that the new order went out} */
    synchronized SwitchNews renewed(Flight flight, String sent) {
        return flight.renewed(sent);
    }

    /** {@return the news when the session ended} */
    synchronized List<SwitchNews> down() {
        List<SwitchNews> news = new ArrayList<>();
        waiting.forEach(flight -> add(news, flight.down()));
        byNumber.clear();
        return news;
    }

    /** {@return the news at a time} */
    synchronized List<SwitchNews> tick(long nanos) {
        List<SwitchNews> news = new ArrayList<>();
        waiting.removeIf(flight -> !flight.isWaiting());
        waiting.forEach(flight -> add(news, flight.tick(nanos, patience)));
        return news;
    }

    /** {@return where a request stands, null when it did not go out} */
    synchronized SwitchState state(String requestId) {
        Flight flight = byId.get(requestId);
        return flight == null ? null : flight.state();
    }

    private static void add(List<SwitchNews> news, SwitchNews one) {
        if (one != null) {
            news.add(one);
        }
    }
}
