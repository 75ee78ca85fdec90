package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.Market;
import io.leakage.core.book.Moved;
import io.leakage.core.book.ReferenceData;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.RowPool;
import io.leakage.core.event.Rows;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All meters: which parents an event concerns, and which questions it lets us answer. */
public final class Meters {
    private final Market market;
    private final Further further;
    private final ParentRow shown = new ParentRow();
    private final List<Meter> byParent = new ArrayList<>();
    private final List<Meter> dirty = new ArrayList<>();
    private List<?>[] byInstrument = new List<?>[1024];
    private Presence[] presences = new Presence[1024];
    private final Agendas<Question> agendas = new Agendas<>();
    /** Who is compared with an instrument. */
    private final Map<Integer, List<Meter>> byMember = new HashMap<>();

    /**
     * None yet.
     *
     * @param market  answers the questions
     * @param further measures made elsewhere
     */
    public Meters(Market market, Further further) {
        this.market = market;
        this.further = further;
    }

    /** What is measured elsewhere of a parent changed. */
    public void furtherChanged(ParentOrder parent) {
        rescore(meter(parent));
    }

    /** {@return measures made elsewhere} */
    Further further() {
        return further;
    }

    /** An own order changed. */
    public void orderChanged(ParentOrder parent) {
        Meter meter = meter(parent);
        meter.amends |= parent.isAmended();
        if (parent.instrument() != Absent.NAME) {
            follow(meter, parent.instrument());
            showed(meter, parent.instrument());
            int feed = market.feed(parent.instrument());
            meter.ask(feed == Absent.NAME ? null : agendas.of(feed));
            if (feed != Absent.NAME) {
                answerDue(feed);
            }
        }
        rescore(meter);
        touchCompared(parent.instrument());
    }

    /**
     * The market moved.
     *
     * @param event what moved it
     * @param moved what it changed
     */
    public void marketMoved(LeakageEvent event, Moved moved) {
        List<Meter> here = at(event.instrument);
        if (here != null) {
            concern(here, event, moved);
        }
        answerDue(event.source);
        if (moved.compareTo(Moved.FEED) >= 0) {
            concernAll(event.source, moved == Moved.FEED_REPAIRED);
        }
    }

    /** What is due on a feed is answered as far as it has come. */
    public void passed(int feed) {
        answerDue(feed);
    }

    /** {@return the watermark of a feed at which a question is due, {@link Long#MAX_VALUE} for none} */
    public long nextDue(int feed) {
        Agenda<Question> agenda = agendas.at(feed);
        return agenda == null ? Long.MAX_VALUE : agenda.nextDue();
    }

    /** The machine's clock is in another state: every row says so. */
    public void clockChanged() {
        for (int i = 0; i < byParent.size(); i++) {
            if (byParent.get(i) != null) {
                rescore(byParent.get(i));
            }
        }
    }

    /** This parent's row is to be written with the event at hand. */
    public void show(int parent) {
        touch(byParent.get(parent));
    }

    /** The row of every parent of this desk is to be written with the event at hand, of every parent for {@code Absent.NAME}. */
    public void showDesk(int desk) {
        for (int i = 0; i < byParent.size(); i++) {
            if (byParent.get(i) != null && (desk == Absent.NAME || byParent.get(i).parent().desk() == desk)) {
                touch(byParent.get(i));
            }
        }
    }

    /** Reference data of an instrument changed, or of nobody ({@code Absent.NAME}). */
    public void referenceChanged(int instrument) {
        List<Meter> here = at(instrument);
        for (int i = 0; here != null && i < here.size(); i++) {
            here.get(i).amends = true;
            rescore(here.get(i));
            compare(here.get(i), instrument);
        }
    }

    /** What an own order showed; when that is told late, what was quiet for the others may no longer be. */
    private void showed(Meter meter, int instrument) {
        meter.footprints().follow();
        if (presences[instrument].changedSince()) {
            List<Meter> here = at(instrument);
            for (int i = 0; i < here.size(); i++) {
                rescore(here.get(i));
            }
        }
    }

    private void concern(List<Meter> here, LeakageEvent event, Moved moved) {
        for (int i = 0; i < here.size(); i++) {
            Meter meter = here.get(i);
            if (!meter.bound) {
                meter.bound = true;
                meter.await(agendas.of(event.source));
            }
            if (event.kind() == EventKind.BROKEN) {
                meter.amends = true;
                rescore(meter);
            } else if (moved.compareTo(Moved.SHARES) > 0 || moved == Moved.SHARES && meter.isOld(market.watermark(event.source))) {
                meter.amends |= event.kind() == EventKind.CLEARED;
                touch(meter);
            }
        }
    }

    /**
     * Writes the rows of every parent that changed since the last call into the slot of the event that changed them.
     *
     * @param pool where the rows come from
     */
    public void write(long orderSequence, LeakageEvent event, RowPool pool) {
        if (dirty.isEmpty()) {
            return;
        }
        Rows rows = pool.take();
        event.rows(rows);
        for (int i = 0; i < dirty.size(); i++) {
            Meter meter = dirty.get(i);
            meter.dirty = false;
            meter.write(market, this, orderSequence, rows, shown);
        }
        dirty.clear();
    }

    private void answerDue(int feed) {
        Agenda<Question> agenda = agendas.at(feed);
        if (agenda == null || agenda.isEmpty()) {
            return;
        }
        boolean ended = market.ended(feed);
        long watermark = ended ? market.watermark(feed) + 1 : market.watermark(feed);
        while (agenda.hasDue(watermark)) {
            Question question = agenda.poll();
            if (question != null) {
                question.answer(market.listing(question.meter().parent().instrument()));
                if (question.isOpen()) {
                    agenda.add(question);
                }
                rescore(question.meter());
            }
        }
        while (ended && !agenda.isEmpty()) {
            Question question = agenda.poll();
            if (question != null) {
                question.censor();
                rescore(question.meter());
            }
        }
    }

    private Meter meter(ParentOrder parent) {
        while (byParent.size() <= parent.number()) {
            byParent.add(null);
        }
        Meter meter = byParent.get(parent.number());
        if (meter == null) {
            meter = new Meter(parent);
            byParent.set(parent.number(), meter);
        }
        return meter;
    }

    private void follow(Meter meter, int instrument) {
        if (meter.listed) {
            return;
        }
        meter.listed = true;
        meter.bound = market.feed(instrument) != Absent.NAME;
        market.follow(instrument, meter.parent().arrivalNanos());
        if (instrument >= byInstrument.length) {
            byInstrument = Arrays.copyOf(byInstrument, Math.max(instrument + 1, byInstrument.length * 2));
            presences = Arrays.copyOf(presences, byInstrument.length);
        }
        List<Meter> here = at(instrument);
        if (here == null) {
            here = new ArrayList<>();
            byInstrument[instrument] = here;
            presences[instrument] = new Presence();
        }
        here.add(meter);
        meter.footprints().enter(presences[instrument]);
        compare(meter, instrument);
    }

    /** Notes with whom an instrument is compared. */
    private void compare(Meter meter, int instrument) {
        ReferenceData data = market.listing(instrument).reference();
        for (int i = 0; i < data.members(); i++) {
            List<Meter> compared = byMember.computeIfAbsent(data.member(i), member -> new ArrayList<>());
            if (!compared.contains(meter)) {
                compared.add(meter);
            }
        }
    }

    /** An own order of this instrument changed: whoever is compared with it may no longer be, or may be again. */
    private void touchCompared(int instrument) {
        List<Meter> compared = byMember.isEmpty() ? null : byMember.get(instrument);
        for (int i = 0; compared != null && i < compared.size(); i++) {
            touch(compared.get(i));
        }
    }

    /** {@return whether another own parent worked this instrument at some time of a parent's life} */
    boolean isOurs(int instrument, ParentOrder than) {
        List<Meter> here = at(instrument);
        for (int i = 0; here != null && i < here.size(); i++) {
            ParentOrder other = here.get(i).parent();
            if (other != than && !other.isRetired() && (!than.isDone() || other.arrivalNanos() <= than.endNanos())
                    && (!other.isDone() || other.endNanos() >= than.arrivalNanos())) {
                return true;
            }
        }
        return false;
    }

    private void concernAll(int feed, boolean repaired) {
        for (int i = 0; i < byParent.size(); i++) {
            Meter meter = byParent.get(i);
            if (meter != null && meter.listed && market.feed(meter.parent().instrument()) == feed) {
                meter.amends |= repaired;
                if (repaired && meter.answerAgain(market.listing(meter.parent().instrument()))) {
                    rescore(meter);
                }
                touch(meter);
            }
        }
    }

    private void touch(Meter meter) {
        if (!meter.dirty) {
            meter.dirty = true;
            dirty.add(meter);
        }
    }

    private void rescore(Meter meter) {
        meter.rescore = true;
        touch(meter);
    }

    @SuppressWarnings("unchecked")
    private List<Meter> at(int instrument) {
        return instrument < 0 || instrument >= byInstrument.length ? null : (List<Meter>) byInstrument[instrument];
    }
}
