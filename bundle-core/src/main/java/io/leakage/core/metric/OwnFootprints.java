package io.leakage.core.metric;

import io.leakage.api.event.Absent;
import io.leakage.core.book.Listing;
import io.leakage.core.order.Display;
import io.leakage.core.order.Execution;
import io.leakage.core.order.Order;
import io.leakage.core.order.ParentOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything one parent showed the street: its children accepted, replaced and cancelled, and its fills; its own order's when no child
 * works it. What is told again, corrected, busted or moved to another parent changes them; what sums over them is told.
 */
final class OwnFootprints {
    private final ParentOrder parent;
    /** By the child's number + 1: as it was displayed, one after the other, then its end; first those of the own order. */
    private final List<List<Footprint>> ofOrders = new ArrayList<>(1);
    /** By the execution's number. */
    private final List<Footprint> fills = new ArrayList<>(0);
    private final Regularity regularity = new Regularity(this);
    private final Fades fades = new Fades();
    private final Rests rests;
    private final Baseline baseline;
    private final Meter meter;
    private final List<Fade> unasked = new ArrayList<>(0);
    private Presence presence;

    OwnFootprints(Meter meter, ParentOrder parent) {
        this.meter = meter;
        this.parent = parent;
        rests = new Rests(meter, parent);
        baseline = new Baseline(meter);
    }

    /** Its instrument is known, and so is when we showed ourselves there; what was told of it before is looked at. */
    void enter(Presence ofInstrument) {
        presence = ofInstrument;
        fades.enter(presence);
        for (int i = 0; i < parent.children(); i++) {
            if (parent.child(i) != null) {
                follow(parent.child(i), at(i + 1));
            }
        }
        for (int i = 0; i < parent.executions(); i++) {
            follow(parent.execution(i));
        }
    }

    /** Asks what the market did; new questions go on the agenda, none while there is none. */
    void ask(Agenda<Question> agenda) {
        rests.ask(agenda);
        if (baseline.ask(parent.arrivalNanos(), parent.arrivalTruncation()) && agenda != null) {
            agenda.add(baseline);
        }
        for (int i = 0; i < unasked.size() && agenda != null; i++) {
            if (unasked.get(i).isOpen()) {
                agenda.add(unasked.get(i));
            }
        }
        unasked.clear();
    }

    /** Puts every open question on the agenda. */
    void await(Agenda<Question> agenda) {
        rests.await(agenda);
        fades.await(agenda);
        if (baseline.isOpen()) {
            agenda.add(baseline);
        }
    }

    /** Answers again what a hole had kept from being known. {@return whether there was something} */
    boolean answerAgain(Listing listing) {
        return rests.answerAgain(listing) | fades.answerAgain(listing);
    }

    /** Looks at what changed. */
    void follow() {
        List<Order> children = parent.changedChildren();
        for (int i = 0; i < children.size(); i++) {
            follow(children.get(i), at(children.get(i).number() + 1));
        }
        if (parent.alone() != null) {
            follow(parent.alone(), at(0));
        } else if (!ofOrders.isEmpty()) {
            forgetFrom(0, ofOrders.get(0));
        }
        List<Execution> executions = parent.changedExecutions();
        for (int i = 0; i < executions.size(); i++) {
            follow(executions.get(i));
        }
    }

    private void follow(Order order, List<Footprint> those) {
        int count = order.displays();
        for (int i = 0; i < count; i++) {
            Display display = order.display(i);
            Footprint.Kind kind = display.replaces() ? Footprint.Kind.REPLACED : Footprint.Kind.ACCEPTED;
            tell(at(those, i), kind, display.nanos(), display.truncation(), display.quantity(), order.venue());
        }
        boolean withdrawn = count > 0 && order.withdrawnNanos() != Absent.LONG && left(order) != 0;
        if (withdrawn) {
            tell(at(those, count), Footprint.Kind.CANCELLED, order.withdrawnNanos(), order.truncation(), left(order), order.venue());
        }
        forgetFrom(withdrawn ? count + 1 : count, those);
    }

    private static long left(Order order) {
        return order.quantity() == Absent.LONG ? Absent.LONG : Math.max(0, order.quantity() - order.executed());
    }

    private void follow(Execution execution) {
        int venue = execution.venue() == Absent.NAME ? execution.order().venue() : execution.venue();
        boolean counts = execution.quantity() > 0;
        tell(at(fills, execution.number()), Footprint.Kind.FILLED, counts ? execution.nanos() : Absent.LONG, execution.truncation(),
                execution.quantity(), venue);
    }

    private void forgetFrom(int first, List<Footprint> those) {
        for (int i = first; i < those.size(); i++) {
            tell(those.get(i), Footprint.Kind.CANCELLED, Absent.LONG, 0, 0, Absent.NAME);
        }
    }

    private void tell(Footprint footprint, Footprint.Kind kind, long nanos, long truncation, long size, int venue) {
        if (footprint.is(kind, nanos, truncation, size, venue)) {
            return;
        }
        boolean moved = footprint.nanos() != nanos || footprint.kind() != kind || footprint.truncation() != truncation;
        if (footprint.isThere()) {
            regularity.forget(footprint, moved);
            disappear(footprint, moved);
        }
        footprint.set(kind, nanos, truncation, size, venue);
        if (footprint.isThere()) {
            regularity.take(footprint, moved);
            appear(footprint);
        }
    }

    private void appear(Footprint footprint) {
        if (footprint.fade == null) {
            presence.add(footprint);
            footprint.fade = new Fade(meter, footprint);
            fades.add(footprint.fade);
            unasked.add(footprint.fade);
        }
    }

    private void disappear(Footprint footprint, boolean moved) {
        if (moved && footprint.fade != null) {
            presence.remove(footprint);
            fades.remove(footprint.fade);
            footprint.fade.withdraw();
            footprint.fade = null;
        }
    }

    private List<Footprint> at(int place) {
        while (ofOrders.size() <= place) {
            ofOrders.add(new ArrayList<>(2));
        }
        return ofOrders.get(place);
    }

    private static Footprint at(List<Footprint> those, int index) {
        while (those.size() <= index) {
            those.add(new Footprint());
        }
        return those.get(index);
    }

    /** {@return the times of all of a kind, earliest first} */
    long[] times(Footprint.Kind kind) {
        List<Footprint> found = new ArrayList<>();
        for (List<Footprint> those : ofOrders) {
            found.addAll(those);
        }
        found.addAll(fills);
        return found.stream().filter(footprint -> footprint.isThere() && footprint.kind() == kind).mapToLong(Footprint::nanos).sorted()
                .toArray();
    }

    /** {@return where its children waited} */
    Rests rests() {
        return rests;
    }

    /** {@return how what others displayed fared before it arrived} */
    Baseline baseline() {
        return baseline;
    }

    /** {@return how the other side faded after them} */
    Fades fades() {
        return fades;
    }

    /** {@return how alike they are} */
    Regularity regularity() {
        return regularity;
    }
}
