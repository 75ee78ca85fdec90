package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Ask;
import io.leakage.core.order.Asked;
import io.leakage.core.order.Order;
import io.leakage.core.order.QuoteRequest;
import java.util.ArrayList;
import java.util.List;

/** Writes down for a person who was asked for quotes, and what the market did after it. On the pipeline's thread; allocates. */
final class AskWriter {
    private AskWriter() {
    }

    /** {@return one for each who was asked at a time that is known} */
    static List<Ask> of(Iterable<QuoteRequest> requests, Trails trails) {
        List<Ask> asks = new ArrayList<>();
        for (QuoteRequest request : requests) {
            for (int i = 0; i < request.count(); i++) {
                if (request.asked(i).nanos() != Absent.LONG) {
                    asks.add(ask(request, request.asked(i), trails.at(request.instrument())));
                }
            }
        }
        return asks;
    }

    private static Ask ask(QuoteRequest request, Asked asked, Trail trail) {
        Footprint footprint = trail == null || request.asks() == null ? null : find(trail, request.asks(), asked.nanos());
        Ask.Outcome outcome = request.isWon(asked) ? Ask.Outcome.WON : request.isLost(asked) ? Ask.Outcome.LOST : Ask.Outcome.OPEN;
        Asked quoted = request.quoted(asked);
        long until = quoted.quoteUntilNanos() == Absent.LONG ? asked.requestUntilNanos() : quoted.quoteUntilNanos();
        return new Ask(request.name(), request.parent() == null ? -1 : request.parent().number(), request.instrument(), request.side(),
                asked.nanos(), asked.quantity(), asked.counterparty(), outcome, quoted.bid(), quoted.offer(), until,
                footprint == null ? List.of() : after(footprint));
    }

    /** {@return the footprint an ask is or belongs to, null when it is not kept} */
    private static Footprint find(Trail trail, Order order, long nanos) {
        for (int i = trail.placeOf(nanos - Footprint.TOGETHER_NANOS); i < trail.count() && trail.at(i).nanos() <= nanos; i++) {
            if (trail.at(i).spans(order, nanos)) {
                return trail.at(i);
            }
        }
        return null;
    }

    private static List<Ask.After> after(Footprint footprint) {
        List<Ask.After> after = new ArrayList<>();
        for (int h = 0; h < Horizons.COUNT; h++) {
            boolean counted = footprint.fate(h) == Fate.COUNTED;
            after.add(new Ask.After(Horizons.at(h), footprint.fate(h).name(), counted ? footprint.response(h) : Double.NaN,
                    counted ? footprint.placebo(h) : Double.NaN, counted ? footprint.rank(h) : Double.NaN));
        }
        return after;
    }
}
