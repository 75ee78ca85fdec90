package io.leakage.dropcopy.order;

import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.LinkReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests that went out, the latest ones answered included. An order is asked for one thing at a time: while a request about it has no
 * answer, the next is refused, however long that takes. Any thread.
 */
final class Flights {
    private static final int MOST_ANSWERED = 10_000;

    private final Map<String, Flight> byId = new LinkedHashMap<>();
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
        for (Flight flight : byId.values()) {
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
        String orderId = request.order().ids().get("OrderID");
        return flight.original().equals(original) || flight.request().id().equals(original)
                || orderId != null && orderId.equals(flight.request().order().ids().get("OrderID"));
    }

    /** Takes a request about to go out. */
    synchronized void add(Flight flight) {
        byId.put(flight.request().id(), flight);
        Iterator<Flight> oldest = byId.values().iterator();
        while (byId.size() > MOST_ANSWERED && oldest.hasNext()) {
            if (oldest.next().state().isAnswered()) {
                oldest.remove();
            }
        }
    }

    /** Forgets a request that did not go out after all. */
    synchronized void remove(Flight flight) {
        byId.remove(flight.request().id());
    }

    /** A message of this ClOrdID goes out under this MsgSeqNum. */
    synchronized void going(String clOrdId, int number) {
        for (Flight flight : byId.values()) {
            if (flight.isOurs(clOrdId)) {
                flight.going(number);
            }
        }
    }

    /** {@return the news of a report}; {@code renewals} gets the requests whose new order may go out now. */
    synchronized List<SwitchNews> hear(LinkReport report, List<Flight> renewals) {
        List<SwitchNews> news = new ArrayList<>();
        for (Flight flight : byId.values()) {
            if (flight.concerns(report)) {
                add(news, flight.hear(report));
                renewals.add(flight);
            }
        }
        return news;
    }

    /** {@return how much a request's new order must be for, 0 for none} It counts as on its way from now on. */
    synchronized long renew(Flight flight, long nanos) {
        long quantity = flight.takeRenewal();
        if (quantity > 0) {
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
        byId.values().forEach(flight -> add(news, flight.down()));
        return news;
    }

    /** {@return the news at a time} */
    synchronized List<SwitchNews> tick(long nanos) {
        List<SwitchNews> news = new ArrayList<>();
        byId.values().forEach(flight -> add(news, flight.tick(nanos, patience)));
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
