package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.score.Discoveries;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * The same pipeline for part of a market's instruments. Events of the others come as no more than the time their feed told; of these the
 * pipeline is given those at which something falls due, and the last before anything else. So it computes for its own instruments to the
 * last bit what a pipeline of all of them does. One thread.
 */
public final class PartEngine extends Scored {
    private final LeakageEvent pass = new LeakageEvent();
    private final BitSet feeds = new BitSet();
    /** By feed: from which time on a pass matters. */
    private long[] due = {};
    /** By feed: the passes left out since the last event applied, as one. */
    private final BitSet waiting = new BitSet();
    private long[] sequences = {};
    private long[] nanos = {};
    /** By feed: the highest time told. */
    private long[] highest = {};
    private long position;

    /** @param witness sees every event that was applied, with the rows it changed; must keep nothing of it */
    public PartEngine(Consumer<LeakageEvent> witness) {
        super(witness);
    }

    /** Where the next event stands. */
    public void at(long now) {
        position = now;
    }

    /** Applies an event. */
    public void take(LeakageEvent event) {
        if (event.kind().isMarket()) {
            know(event.source);
            highest[event.source] = Math.max(highest[event.source], event.venueNanos);
            boolean covers = event.venueNanos != Absent.LONG && event.venueNanos >= nanos[event.source];
            passWaiting(covers ? event.source : Absent.NAME);
        } else if (event.kind() != EventKind.NAMED) {
            passWaiting(Absent.NAME);
        }
        handle(event);
    }

    /** A feed told something of an instrument that is not of this part, at this time ({@code Absent.LONG} for none). */
    public void pass(int feed, long sequence, long venueNanos) {
        if (venueNanos == Absent.LONG) {
            return;
        }
        know(feed);
        nanos[feed] = waiting.get(feed) ? Math.max(nanos[feed], venueNanos) : venueNanos;
        sequences[feed] = sequence;
        highest[feed] = Math.max(highest[feed], venueNanos);
        waiting.set(feed);
        if (highest[feed] >= due[feed]) {
            passWaiting(feed);
            tell(feed);
        }
    }

    /** Events were lost here: no book is trusted before it is whole again. */
    public void lost() {
        for (int feed = feeds.nextSetBit(0); feed >= 0; feed = feeds.nextSetBit(feed + 1)) {
            passWaiting(Absent.NAME);
            mark(feed, EventKind.GAP, Absent.LONG, Absent.LONG);
            pass.quantity = 0;
            handle(pass);
        }
    }

    private void passWaiting(int covered) {
        for (int feed = waiting.nextSetBit(0); feed >= 0; feed = waiting.nextSetBit(feed + 1)) {
            if (feed != covered) {
                tell(feed);
            }
        }
        waiting.clear();
    }

    private void tell(int feed) {
        mark(feed, EventKind.PASSED, sequences[feed], nanos[feed]);
        handle(pass);
    }

    private void mark(int feed, EventKind kind, long sequence, long venueNanos) {
        pass.kind(kind);
        pass.source = feed;
        pass.instrument = Absent.NAME;
        pass.sequence = sequence;
        pass.venueNanos = venueNanos;
        pass.receiveNanos = Absent.LONG;
    }

    @Override
    void handle(LeakageEvent event) {
        super.handle(event);
        for (int feed = feeds.nextSetBit(0); feed >= 0; feed = feeds.nextSetBit(feed + 1)) {
            due[feed] = pipeline.nextDue(feed);
        }
    }

    private void know(int feed) {
        if (feed >= due.length) {
            int known = due.length;
            due = Arrays.copyOf(due, Math.max(feed + 1, 2 * known));
            sequences = Arrays.copyOf(sequences, due.length);
            nanos = Arrays.copyOf(nanos, due.length);
            highest = Arrays.copyOf(highest, due.length);
            Arrays.fill(highest, known, due.length, Long.MIN_VALUE);
            Arrays.fill(due, known, due.length, Long.MIN_VALUE);
        }
        if (!waiting.get(feed)) {
            nanos[feed] = Long.MIN_VALUE;
        }
        feeds.set(feed);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isCarried() {
        return false;
    }

    /** {@return the false-discovery rate of a desk, between 0 and 1} */
    public double rate(int desk) {
        DeskTerms terms = pipeline.terms(desk);
        return terms == null ? Discoveries.USUAL_RATE : terms.falseDiscoveryRate();
    }

    /** {@return events that did not fit} */
    public long unapplied() {
        return pipeline.unapplied();
    }
}
