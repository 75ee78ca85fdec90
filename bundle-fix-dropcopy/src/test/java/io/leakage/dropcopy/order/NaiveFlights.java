package io.leakage.dropcopy.order;

import io.leakage.api.host.SwitchNews;
import io.leakage.api.host.SwitchRequest;
import io.leakage.api.score.SwitchState;
import io.leakage.dropcopy.fix.LinkReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The slow twin of {@link Flights}: asks every request whether it is meant. */
final class NaiveFlights {
    private final Map<String, Flight> byId = new LinkedHashMap<>();
    private final long patience;
    /** The requests of this logon's numbers. */
    private final Map<Integer, Flight> logon = new LinkedHashMap<>();

    NaiveFlights(long patience) {
        this.patience = patience;
    }

    String objection(SwitchRequest request, String original) {
        if (byId.containsKey(request.id())) {
            return "request " + request.id() + " went out before";
        }
        for (Flight flight : byId.values()) {
            SwitchRequest other = flight.request();
            boolean same = flight.original().equals(original) || other.id().equals(original)
                    || Objects.equals(other.order().ids().get("OrderID"), request.order().ids().get("OrderID"))
                            && request.order().ids().containsKey("OrderID");
            if (same && !flight.state().isAnswered()) {
                return "request " + other.id() + " about the same order is " + flight.state();
            }
            if (flight.original().equals(original) && flight.state() == SwitchState.REPLACED) {
                return "order " + original + " was replaced by " + other.id();
            }
        }
        return "";
    }

    void add(Flight flight) {
        byId.put(flight.request().id(), flight);
    }

    void remove(String id) {
        logon.values().remove(byId.remove(id));
    }

    void going(String clOrdId, int number) {
        for (Flight flight : byId.values()) {
            if (flight.isOurs(clOrdId)) {
                flight.going(number);
                logon.put(number, flight);
            }
        }
    }

    List<SwitchNews> hear(LinkReport report, List<Flight> renewals) {
        List<SwitchNews> news = new ArrayList<>();
        for (Flight flight : byId.values()) {
            if (concerns(flight, report)) {
                add(news, flight.hear(report));
                renewals.add(flight);
            }
        }
        return news;
    }

    private boolean concerns(Flight flight, LinkReport report) {
        return switch (report.type()) {
            case "8", "9" -> flight.isNamed(report.text(11));
            case "j" -> flight.isOurs(report.text(379)) || isNumber(flight, report);
            case "3" -> isNumber(flight, report);
            default -> false;
        };
    }

    private boolean isNumber(Flight flight, LinkReport report) {
        int number = (int) report.number(45);
        return logon.get(number) == flight && flight.number() == number && !flight.state().isAnswered();
    }

    long renew(Flight flight, long nanos) {
        long quantity = flight.takeRenewal();
        if (quantity > 0) {
            flight.renewing(nanos);
        }
        return quantity;
    }

    List<SwitchNews> down() {
        logon.clear();
        List<SwitchNews> news = new ArrayList<>();
        byId.values().forEach(flight -> add(news, flight.down()));
        return news;
    }

    List<SwitchNews> tick(long nanos) {
        List<SwitchNews> news = new ArrayList<>();
        byId.values().forEach(flight -> add(news, flight.tick(nanos, patience)));
        return news;
    }

    private static void add(List<SwitchNews> news, SwitchNews one) {
        if (one != null) {
            news.add(one);
        }
    }
}
