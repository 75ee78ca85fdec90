package io.leakage.core.evidence;

import io.leakage.api.event.Absent;
import io.leakage.core.book.Market;
import io.leakage.core.metric.Agenda;
import io.leakage.core.metric.Agendas;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Footprints whose windows are not over, by the feed they wait for: their own instrument's, or the one that is behind of those it is
 * compared with. One thread; a market event costs a comparison.
 */
final class Waiting {
    private final Market market;
    private final Consumer<ParentOrder> changed;
    private final Examiner examiner = new Examiner();
    private final Agendas<Footprint> agendas = new Agendas<>();
    /** Those that wait for the first word of an instrument they are compared with, and which that is for the first of them. */
    private final List<Footprint> stranded = new ArrayList<>();
    private int missing = Absent.NAME;

    /** Nothing waits; {@code changed} is told of a parent of which a footprint was answered. */
    Waiting(Market market, Consumer<ParentOrder> changed) {
        this.market = market;
        this.changed = changed;
    }

    /** Lets a footprint wait, once its instrument is bound to a feed. */
    void add(Footprint footprint) {
        if (footprint.trail.bound) {
            agendas.of(market.feed(footprint.trail.instrument)).add(footprint);
        }
    }

    /** Answers what a feed has come past. */
    void answerDue(int feed) {
        Agenda<Footprint> agenda = agendas.at(feed);
        if (agenda == null || agenda.isEmpty()) {
            return;
        }
        boolean ended = market.ended(feed);
        long watermark = ended ? market.watermark(feed) + 1 : market.watermark(feed);
        while (agenda.hasDue(watermark)) {
            answer(agenda.poll());
        }
        while (ended && !agenda.isEmpty()) {
            answer(agenda.poll());
        }
    }

    /** {@return the watermark of a feed at which one is due, {@link Long#MAX_VALUE} for none} */
    long nextDue(int feed) {
        Agenda<Footprint> agenda = agendas.at(feed);
        return agenda == null ? Long.MAX_VALUE : agenda.nextDue();
    }

    /** An instrument spoke: some may have waited for its first word. */
    void spoke(int instrument) {
        if (missing == Absent.NAME || instrument != missing) {
            return;
        }
        List<Footprint> waited = List.copyOf(stranded);
        stranded.clear();
        missing = Absent.NAME;
        for (Footprint footprint : waited) {
            answer(footprint.isOpen() ? footprint : null);
        }
    }

    /** Answers what can be answered; the rest waits on. */
    private void answer(Footprint footprint) {
        if (footprint == null) {
            return;
        }
        int feed = market.feed(footprint.trail.instrument);
        boolean ended = market.ended(feed);
        long own = ended ? market.watermark(feed) + 1 : market.watermark(feed);
        examiner.answer(footprint, market.listing(footprint.trail.instrument), footprint.trail.known(market, own));
        changed.accept(footprint.parent.parent());
        if (footprint.isOpen() && footprint.due() > own && ended) {
            examiner.censor(footprint);
        } else if (footprint.isOpen() && footprint.due() > own) {
            agendas.of(feed).add(footprint);
        } else if (footprint.isOpen()) {
            awaitReference(footprint);
        }
    }

    private void awaitReference(Footprint footprint) {
        Reference reference = footprint.trail.reference;
        int mute = reference.missing(market);
        if (mute == Absent.NAME) {
            agendas.of(reference.slowest(market)).add(footprint);
        } else {
            missing = stranded.isEmpty() ? mute : missing;
            stranded.add(footprint);
        }
    }
}
