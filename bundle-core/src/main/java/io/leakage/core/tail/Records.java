package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.history.HistorySink;
import io.leakage.core.engine.Scored;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;

/** What one event has to tell, table by table. One thread. */
final class Records {
    private final Teller out;
    private final OrderRecords orders;
    private final MarketRecords market;
    private final ScoreRecords scores;
    private final DecisionRecords decisions;
    /** Highest venue time told by now; of events that have none. */
    private long now = Absent.LONG;

    Records(HistorySink sink) {
        out = new Teller(sink);
        orders = new OrderRecords(out);
        market = new MarketRecords(out);
        scores = new ScoreRecords(out);
        decisions = new DecisionRecords(out, scores.parents());
    }

    /**
     * Tells an event and what the pipeline made of it.
     *
     * @param engine tells where the event stands and what is known of its instrument
     * @param kept   the sink has everything below this position
     */
    void write(LeakageEvent event, Scored engine, long kept) {
        out.event(engine.position(), engine.isCarried() || engine.position() < kept);
        out.texts.take(event);
        if (event.kind().isMarket() || event.kind().isOfOrders()) {
            now = Math.max(now, event.venueNanos);
        }
        if (event.kind() == EventKind.ORDER && !out.isSilent()) {
            orders.write(event);
        } else if (event.kind().isMarket() && event.instrument != Absent.NAME) {
            market.write(event, engine.listing(event.instrument));
        } else if (DecisionRecords.isSaid(event.kind())) {
            decisions.said(event, now);
        }
        if (event.rows() != null) {
            scores.write(event, event.rows(), engine);
            if (!out.isSilent()) {
                decisions.write(event.rows(), now);
            }
        }
    }

    /** An event that nothing hangs on but its time. */
    void passed(long nanos) {
        now = Math.max(now, nanos);
    }

    /** {@return whether the sink wants to be flushed; asked once} */
    boolean isFull() {
        return out.isFull();
    }

    /** {@return records told} */
    long told() {
        return out.told();
    }
}
