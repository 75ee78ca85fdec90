package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.score.Ask;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Verdict;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.book.Moved;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.RowPool;
import io.leakage.core.event.Rows;
import io.leakage.core.evidence.Alarm;
import io.leakage.core.evidence.Evidence;
import io.leakage.core.metric.Meters;
import io.leakage.core.order.Orders;
import io.leakage.core.order.ParentOrder;
import io.leakage.core.order.Repeats;
import io.leakage.core.rule.Hearer;
import io.leakage.core.rule.Judge;
import io.leakage.core.rule.Rule;
import io.leakage.core.rule.RuleSet;
import io.leakage.core.switching.Switching;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole scorecard on one page. Live and replay both call it; neither can take another way. One thread; it has no clock, no lock and no
 * listener from outside, and in steady state it allocates nothing.
 */
public final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Market market = new Market();
    private final Orders orders = new Orders();
    private final Evidence evidence = new Evidence(market, Alarm.DEFAULT, this::evidenceChanged);
    private final Meters meters = new Meters(market, evidence);
    final Judge judge = new Judge();
    private final RulesText rules = new RulesText();
    private final IntConsumer show = meters::show;
    private final Switching switching = new Switching(orders);
    private final Hearer verdicts = new Told();
    private final RowPool pool = new RowPool();
    /** Where the verdicts of the event at hand go. */
    private Rows judged;
    /** Whether the event at hand tells of an execution otherwise than was told before. */
    private boolean conflict;
    private long orderEvents;
    /** Events kept, but names: where the journal stands. */
    private long position;
    private volatile long unapplied;
    private volatile int stale;
    private long failures;

    /**
     * Applies one event and leaves the rows it changed in its slot.
     *
     * @param event the slot; its rows are overwritten
     */
    public void onEvent(LeakageEvent event) {
        if (event.rows() != null) {
            event.rows(null);   // its reader failed
        }
        try {
            conflict = false;
            switching.begin(event);
            apply(event);
            if (event.kind().isMarket()) {
                judge.wake(event.venueNanos, show);
            }
            meters.write(orderEvents, event, pool);
            if (conflict) {
                rows(event).inConflict();
            }
            judge(event);
            if (switching.hasNews()) {
                switching.tell(rows(event));
            }
            if (event.kind() == EventKind.INQUIRY) {
                answer(event);
            }
        } catch (RuntimeException unexpected) {
            failed(String.valueOf(event.kind()), unexpected);   // never through the ring: the next event goes on
        }
    }

    /** Counts a failure that nobody expected, and logs the first, the second, the fourth and so on; on the pipeline's thread. */
    void failed(String what, RuntimeException unexpected) {
        failures++;
        count();
        if (Long.bitCount(failures) == 1) {
            LOG.error("{} at journal position {} failed, failure {}; the next event goes on", what, position, failures, unexpected);
        }
    }

    /** The rows in this slot have been read, and are overwritten from now on; the outlet's thread. */
    void release(LeakageEvent event) {
        if (event.rows() != null) {
            pool.give(event.rows());
            event.rows(null);
        }
    }

    /** This event comes soon; see {@link Market#foresee}. */
    void foresee(LeakageEvent event) {
        if (event.kind().isMarket()) {
            market.foresee(event);
        }
    }

    /** Fetches what the events foreseen will need. */
    void touch() {
        market.touch();
    }

    private Rows rows(LeakageEvent event) {
        if (event.rows() == null) {
            event.rows(pool.take());
        }
        return event.rows();
    }

    private void answer(LeakageEvent event) {
        if (event.quantity == Inquiries.OF_ASKS) {
            rows(event).asks(asks());
        } else {
            rows(event).card(card((int) event.quantity));
        }
    }

    private void judge(LeakageEvent event) {
        Rows rows = event.rows();
        if (rows == null) {
            return;
        }
        judged = rows;
        for (int i = 0; i < rows.parents(); i++) {
            if (judge.isAwake()) {
                judge.judge(rows.parent(i), verdicts);
            }
            switching.seen(rows.parent(i));
        }
    }

    private void apply(LeakageEvent event) {
        position += event.kind() == EventKind.NAMED || event.kind() == EventKind.CARRIED || !event.kind().isKept() ? 0 : 1;
        switch (event.kind()) {
            case ORDER -> onOrder(event);
            case QUOTING -> onQuote(event);
            case COPY_GAP, COPY_FILLED, COPY_EPOCH, COPY_HOLE, COPY_STALE, COPY_PARTIAL -> changed(orders.hear(event));
            case PATIENCE -> orders.hearPatience(event);
            case DESK -> changed(orders.claim(event.code, event.account, event.name, event.on));
            case DESK_TERMS -> onTerms(event);
            case CLOCK -> onClock(event);
            case RULES -> onRules(event);
            case REFERENCE -> onReference(market.refer(event));
            case NAMED -> switching.named(event);
            case DECISION -> switching.decide(event, show);
            case HOOK -> switching.hear(event, show);
            case RESTARTED -> switching.restarted();
            case CARRIED -> leaveOut(event);
            case QUARANTINED, INQUIRY -> {
                // for the journal and the readers; no score depends on them
            }
            default -> onMarket(event);
        }
    }

    /** What was left out counts, so that what is kept has the numbers it had. */
    private void leaveOut(LeakageEvent event) {
        orderEvents += event.quantity;
        position += event.orderRef;
        changed(orders.leaveOut(event));
        if (event.code == LeakageEvent.LEFT_OUT && event.account != Absent.NAME) {
            meters.passed(event.account);
            evidence.passed(event.account);
        }
    }

    private void onMarket(LeakageEvent event) {
        Moved moved = market.apply(event);
        meters.marketMoved(event, moved);
        evidence.marketMoved(event, moved);
        count();
    }

    private void onReference(int instrument) {
        meters.referenceChanged(instrument);
        evidence.referenceChanged(instrument);
    }

    private void onRules(LeakageEvent event) {
        if (rules.take(event)) {
            judge.rules(event.name, rules.set());
            switching.rulesChanged(event.name);
            meters.showDesk(event.name);
        }
    }

    private void onTerms(LeakageEvent event) {
        DeskTerms terms = TermsText.read(event);
        switching.terms(event.name, terms);
        if (judge.terms(event.name, terms)) {
            meters.showDesk(event.name);
        }
    }

    private void onClock(LeakageEvent event) {
        stale = market.stale();
        if (market.clock().told(event.clockState(), event.quantity)) {
            meters.clockChanged();
        }
    }

    private void onOrder(LeakageEvent event) {
        orderEvents++;
        long conflicts = orders.repeats().conflicts(event.source);
        changed(orders.apply(event));
        conflict = orders.repeats().conflicts(event.source) != conflicts;
        switching.reported(event);
        count();
    }

    private void onQuote(LeakageEvent event) {
        orderEvents++;
        changed(orders.quote(event));
        count();
    }

    private void changed(List<ParentOrder> changed) {
        for (int i = 0; i < orders.apart().size(); i++) {
            evidence.orderChanged(orders.apart().get(i));
        }
        for (int i = 0; i < changed.size(); i++) {
            meters.orderChanged(changed.get(i));
            evidence.orderChanged(changed.get(i));
        }
    }

    private void evidenceChanged(ParentOrder parent) {
        if (!parent.isApart()) {
            meters.furtherChanged(parent);
        }
    }

    private void count() {
        long now = market.unapplied() + orders.unapplied() + failures;
        if (now != unapplied) {
            unapplied = now;
        }
    }

    /** {@return executions told more than once; any thread} */
    Repeats repeats() {
        return orders.repeats();
    }

    /** {@return what is on for a desk, null when nobody told; on the pipeline's thread} */
    DeskTerms terms(int desk) {
        return judge.terms(desk);
    }

    /** {@return what is known of an instrument; on the pipeline's thread} */
    Listing listing(int instrument) {
        return market.listing(instrument);
    }

    /** {@return a parent's evidence card, null when it has shown nothing; on the pipeline's thread} */
    EvidenceCard card(int parent) {
        return evidence.card(parent, position);
    }

    /** {@return who was asked for quotes, and what the market did after it; on the pipeline's thread} */
    List<Ask> asks() {
        return evidence.asks(orders.requests());
    }

    /** {@return a parent's evidence card without placebos; on the pipeline's thread} */
    EvidenceCard outline(int parent) {
        return evidence.outline(parent, position);
    }

    /** {@return a number that rises whenever something of a parent's footprints changes; on the pipeline's thread} */
    long evidenceChanges(int parent) {
        return evidence.changes(parent);
    }

    /** {@return every footprint of a parent, as {@link Evidence#path} tells; on the pipeline's thread} */
    String footprints(int parent) {
        return evidence.path(parent);
    }

    /** {@return how many parents there were; on the pipeline's thread} */
    int parents() {
        return orders.parents();
    }

    /** {@return whether the next event of a feed may end a hole; on the pipeline's thread} */
    boolean isMending(int feed) {
        return market.isMending(feed);
    }

    /**
     * {@return the venue time from which on an event of a feed matters that says nothing but its time: with an earlier one the feed comes no
     * further than with its next}
     */
    long nextDue(int feed) {
        if (market.watermark(feed) == Absent.LONG || market.isMending(feed)) {
            return Long.MIN_VALUE;
        }
        long due = Math.min(meters.nextDue(feed), evidence.nextDue(feed));
        return Math.min(judge.nextDue(), market.ended(feed) && due != Long.MAX_VALUE ? due - 1 : due);
    }

    /** {@return instruments whose book could not be trusted when the clock was told last; any thread} */
    public int stale() {
        return stale;
    }

    /** {@return events that did not fit; any thread} */
    public long unapplied() {
        return unapplied;
    }

    /** What rules make of a row: told with it, and to what may come of it. */
    private final class Told implements Hearer {
        @Override
        public void accept(Verdict verdict) {
            judged.judged(verdict);
            switching.accept(verdict);
        }

        @Override
        public void stands(ParentRow row, RuleSet set, Rule rule, int vetoes) {
            switching.stands(row, set, rule, vetoes);
        }

        @Override
        public void failed(ParentRow row, RuleSet set, String rule, RuntimeException why) {
            switching.failed(row, set, rule, why);
            Pipeline.this.failed("rules " + set.id() + " on order " + row.number(), why);
        }
    }
}
