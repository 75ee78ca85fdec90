package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Ask;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.Flag;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Listing;
import io.leakage.core.book.Market;
import io.leakage.core.book.Moved;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.metric.Further;
import io.leakage.core.order.Execution;
import io.leakage.core.order.ParentOrder;
import io.leakage.core.order.QuoteRequest;
import io.leakage.core.order.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every parent's evidence: follows footprints as the drop copy tells of them, and ranks each among its placebos once the feed has come past its
 * horizons. What it says is a function of event time, whichever of the two came first. One thread; a market event allocates nothing.
 */
public final class Evidence implements Further {
    /** Of the way evidence is computed; raised when the same input gives other numbers. */
    public static final String VERSION = "1.4";

    private final Market market;
    private final Consumer<ParentOrder> changed;
    private final EvidenceRow writer;
    private final Attribution attribution = new Attribution();
    private final List<ParentEvidence> byParent = new ArrayList<>();
    /** Of asks for quotes for which no order is known. */
    private final Map<ParentOrder, ParentEvidence> apart = new HashMap<>();
    /** In place of the evidence of a parent that has shown nothing. */
    private final ParentEvidence nothing = new ParentEvidence(null);
    private final Trails trails = new Trails();
    private final Waiting waiting;

    /**
     * None yet.
     *
     * @param market  answers the questions
     * @param alarm   how much evidence is amber, how much red
     * @param changed told of a parent whose row is to be written for what a market event let us answer
     */
    public Evidence(Market market, Alarm alarm, Consumer<ParentOrder> changed) {
        this.market = market;
        this.changed = changed;
        writer = new EvidenceRow(alarm);
        waiting = new Waiting(market, changed);
    }

    @Override
    public void score(ParentOrder parent, ParentRow row, boolean all) {
        ParentEvidence evidence = parent.number() < byParent.size() ? byParent.get(parent.number()) : null;
        if (evidence == null) {
            nothing.standFor(parent);
            evidence = nothing;
        }
        if (all) {
            evidence.holes(holes(evidence));
            writer.write(evidence, row, evidence.holes());
        }
        attribution.write(evidence, row, evidence.holes());
    }

    /** What was not known of the market from the oldest placebo there may be until now. */
    private long holes(ParentEvidence evidence) {
        int feed = evidence.footprints().isEmpty() ? Absent.NAME : market.feed(evidence.parent().instrument());
        if (feed == Absent.NAME) {
            return 0;
        }
        Listing listing = market.listing(evidence.parent().instrument());
        long since = Math.max(listing.knownSince(), evidence.first() - Draw.REACH_NANOS) - MarketState.LOOK_BACK;
        return listing.isPristine() ? 0 : listing.openHoles() | listing.holesWithin(since, Math.max(since, market.watermark(feed)));
    }

    /** An own order changed; to call before what changed of it is forgotten. */
    public void orderChanged(ParentOrder parent) {
        boolean silent = parent.steps() == 0 && parent.executions() == 0 && !parent.isApart() && !isKnown(parent.number());
        if (parent.instrument() == Absent.NAME || parent.side() == null || silent) {
            return;
        }
        if (parent.isApart() && parent.steps() > 0) {
            market.follow(parent.instrument(), parent.step(0).nanos());   // of an order its meter sees to that
        }
        ParentEvidence evidence = of(parent);
        Trail trail = trail(parent.instrument());
        evidence.follow(parent.changedExecutions());
        if (evidence.relinks != parent.relinks()) {
            followAnew(evidence, trail);
        } else {
            follow(evidence, trail);
        }
        if (market.feed(trail.instrument) != Absent.NAME) {
            bind(trail);
            waiting.answerDue(market.feed(trail.instrument));
        }
    }

    /** The market moved. */
    public void marketMoved(LeakageEvent event, Moved moved) {
        Trail trail = trails.at(event.instrument);
        if (trail != null) {
            bind(trail);
            look(trail, event, moved);
        }
        waiting.answerDue(event.source);
        waiting.spoke(event.instrument);
        if (moved.compareTo(Moved.INSTRUMENT) >= 0) {
            if (moved == Moved.FEED_REPAIRED) {
                askAgain(event.source);
            }
            doubt(event, moved);
        }
    }

    /** What is due on a feed is answered as far as it has come. */
    public void passed(int feed) {
        waiting.answerDue(feed);
    }

    /** {@return the watermark of a feed at which a footprint's window is over, {@link Long#MAX_VALUE} for none} */
    public long nextDue(int feed) {
        return waiting.nextDue(feed);
    }

    private void look(Trail trail, LeakageEvent event, Moved moved) {
        int feed = market.feed(trail.instrument);
        boolean traded = moved == Moved.TRADE || event.kind() == EventKind.EXECUTED || event.kind() == EventKind.EXECUTED_AT;
        if (traded) {
            trail.placebos.traded(market.watermark(feed));
        }
        if (moved != Moved.NOTHING) {
            trail.placebos.catchUp(market.listing(trail.instrument), trail.known(market, market.watermark(feed)));
        }
    }

    private void follow(ParentEvidence evidence, Trail trail) {
        ParentOrder parent = evidence.parent();
        for (; evidence.steps < parent.steps(); evidence.steps++) {
            Step step = parent.step(evidence.steps);
            if (step.isOf(parent) && !step(evidence, trail, step)) {
                followAnew(evidence, trail);
                return;
            }
        }
        for (; evidence.executions < parent.executions(); evidence.executions++) {
            Execution fill = parent.execution(evidence.executions);
            if (fill.isOf(parent) && fill.nanos() != Absent.LONG && !fill(evidence, trail, fill)) {
                followAnew(evidence, trail);
                return;
            }
        }
    }

    /** {@return false when it belongs before what its order is already known to have done: then all is to be put in order} */
    private boolean step(ParentEvidence evidence, Trail trail, Step step) {
        Footprint last = evidence.newestOf(step.order());
        if (last != null && last.nanos() > step.nanos()) {
            return false;
        }
        if (last != null && last.spans(step.order(), step.nanos())) {
            last.include(step);
        } else {
            insert(new Footprint(evidence, trail, step));
        }
        return true;
    }

    private boolean fill(ParentEvidence evidence, Trail trail, Execution fill) {
        Footprint last = evidence.newestOf(fill.order());
        if (last != null && last.nanos() > fill.nanos()) {
            return false;
        }
        if (last != null && last.spans(fill.order(), fill.nanos())) {
            boolean other = !last.isFilled();
            last.fill(fill);
            if (other) {
                reopen(last);
            }
        } else {
            insert(new Footprint(evidence, trail, fill, !Flag.TIME_INFERRED.in(fill.flags())));
        }
        return true;
    }

    /** Orders came to this parent or left it, or acts came out of order: all anew. The rule where asks are told before their order. */
    private void followAnew(ParentEvidence evidence, Trail trail) {
        ParentOrder parent = evidence.parent();
        long before = evidence.first();
        int first = trail.remove(evidence);
        evidence.forget();
        evidence.relinks = parent.relinks();
        List<Object> acts = new ArrayList<>();
        for (; evidence.steps < parent.steps(); evidence.steps++) {
            Step step = parent.step(evidence.steps);
            if (step.isOf(parent) && step.nanos() >= evidence.keptSince()) {
                acts.add(step);
            }
        }
        for (; evidence.executions < parent.executions(); evidence.executions++) {
            Execution fill = parent.execution(evidence.executions);
            if (fill.isOf(parent) && fill.nanos() != Absent.LONG && fill.nanos() >= evidence.keptSince()) {
                acts.add(fill);
            }
        }
        acts.sort(Comparator.comparingLong(Evidence::nanosOf));
        for (Object act : acts) {
            if (act instanceof Step step) {
                step(evidence, trail, step);
            } else {
                fill(evidence, trail, (Execution) act);
            }
        }
        int from = Math.max(0, first - 1);
        while (from > 0 && trail.at(from).isTaken()) {
            from--;
        }
        for (int i = from; i < trail.count(); i++) {
            reopen(trail.at(i));
        }
        showed(trail.instrument, Math.min(before, evidence.first()));
        changed.accept(parent);
    }

    private static long nanosOf(Object act) {
        return act instanceof Step step ? step.nanos() : ((Execution) act).nanos();
    }

    /** Takes a footprint in; the one before it may be too close now, and those after it may have taken placebos too close to it. */
    private void insert(Footprint footprint) {
        Trail trail = footprint.trail;
        trail.insert(footprint);
        footprint.parent.include(footprint);
        waiting.add(footprint);
        boolean reaches = !footprint.isTaken();
        for (int i = footprint.place - 1; i >= 0 && reaches; i--) {
            crowd(trail.at(i), footprint.nanos());
            reaches = trail.at(i).isTaken();
        }
        for (int i = footprint.place + 1; i < trail.count(); i++) {
            reopen(trail.at(i));
        }
        showed(trail.instrument, footprint.nanos());
        if (footprint.parent.dropOldest()) {
            trail.removeBefore(footprint.parent, footprint.parent.keptSince());
        }
    }

    /** We showed something in an instrument, or did not after all: whoever is compared with it leaves it out of what lay around that. */
    private void showed(int instrument, long nanos) {
        for (int i = 0; i < trails.all().size(); i++) {
            Trail trail = trails.all().get(i);
            if (trail.bound && trail.reference.has(instrument)) {
                long since = nanos - Horizons.LONGEST_NANOS;
                trail.placebos.lookAgainSince(market.listing(trail.instrument), since);
                reopenFrom(trail, trail.firstSince(since));
                waiting.answerDue(market.feed(trail.instrument));
            }
        }
    }

    /** What an instrument is compared with was told. */
    public void referenceChanged(int instrument) {
        Trail trail = trails.at(instrument);
        if (trail == null) {
            return;
        }
        trail.reference.tell(market.listing(instrument).reference(), market);
        if (trail.bound) {
            trail.placebos.beginAgain(market.listing(instrument));
            reopenFrom(trail, 0);
            waiting.answerDue(market.feed(instrument));
        }
    }

    private void reopenFrom(Trail trail, int place) {
        for (int i = place; i < trail.count(); i++) {
            reopen(trail.at(i));
        }
    }

    private void crowd(Footprint before, long nanos) {
        for (int h = 0; h < before.next(); h++) {
            if (before.fate(h).yieldsToNeighbours() && before.until(h) >= nanos) {
                before.parent.crowd(before, h);
                changed.accept(before.parent.parent());
            }
        }
    }

    private void reopen(Footprint footprint) {
        footprint.parent.reopen(footprint);
        changed.accept(footprint.parent.parent());
        waiting.add(footprint);
    }

    private void bind(Trail trail) {
        if (trail.bound) {
            return;
        }
        trail.bound = true;
        Listing listing = market.listing(trail.instrument);
        trail.placebos.begin(listing, listing.knownSince() + MarketState.LOOK_BACK);
        for (int i = 0; i < trail.count(); i++) {
            waiting.add(trail.at(i));
        }
    }

    /** What is known of an instrument's past, or of a whole feed's, is another now: so may be how far evidence can be trusted. */
    private void doubt(LeakageEvent event, Moved moved) {
        for (int i = 0; i < byParent.size(); i++) {
            ParentEvidence evidence = byParent.get(i);
            if (evidence != null && !evidence.footprints().isEmpty()) {
                int instrument = evidence.parent().instrument();
                if (moved == Moved.INSTRUMENT ? instrument == event.instrument : market.feed(instrument) == event.source) {
                    changed.accept(evidence.parent());
                }
            }
        }
    }

    /** What was missing of a feed has come. */
    private void askAgain(int feed) {
        for (Trail trail : trails.all()) {
            if (trail.bound && (market.feed(trail.instrument) == feed || trail.reference.isOn(feed, market))) {
                long since = trail.placebos.lookAgain(market.listing(trail.instrument));
                for (int i = 0; i < trail.count(); i++) {
                    if (trail.at(i).isDisturbed() || trail.at(i).nanos() >= since) {
                        reopen(trail.at(i));
                    }
                }
            }
        }
        waiting.answerDue(feed);
    }

    private ParentEvidence of(ParentOrder parent) {
        if (parent.isApart()) {
            return apart.computeIfAbsent(parent, ParentEvidence::new);
        }
        while (byParent.size() <= parent.number()) {
            byParent.add(null);
        }
        if (byParent.get(parent.number()) == null) {
            byParent.set(parent.number(), new ParentEvidence(parent));
        }
        return byParent.get(parent.number());
    }

    private Trail trail(int instrument) {
        Trail trail = trails.at(instrument);
        if (trail == null) {
            trail = trails.begin(instrument);
            trail.reference.tell(market.listing(instrument).reference(), market);
        }
        return trail;
    }

    /** {@return the newest footprints of a parent, with {@code position} events applied; null when it has shown nothing} */
    public EvidenceCard card(int parent, long position) {
        return isKnown(parent) ? CardWriter.of(byParent.get(parent), VERSION, position, true) : null;
    }

    /** {@return the same without placebos, which cost the most; null when it has shown nothing} */
    public EvidenceCard outline(int parent, long position) {
        return isKnown(parent) ? CardWriter.of(byParent.get(parent), VERSION, position, false) : null;
    }

    /** {@return a number that rises whenever something of a parent's footprints changes, 0 when it has shown nothing} */
    public long changes(int parent) {
        return isKnown(parent) ? byParent.get(parent).changes() : 0;
    }

    /**
     * {@return who was asked in these requests, and what the market did after each ask} For a person, on the pipeline's thread;
     * allocates.
     */
    public List<Ask> asks(Iterable<QuoteRequest> requests) {
        return AskWriter.of(requests, trails);
    }

    private boolean isKnown(int parent) {
        return parent >= 0 && parent < byParent.size() && byParent.get(parent) != null;
    }

    /**
     * {@return every footprint of a parent at every horizon, as comma-separated text with a header: fate, response, placebos, rank, and E after it}
     * For a person, on the pipeline's thread; allocates.
     *
     * @param parent its number
     */
    public String path(int parent) {
        boolean known = parent >= 0 && parent < byParent.size() && byParent.get(parent) != null;
        return EvidencePath.of(known ? byParent.get(parent) : null);
    }
}
