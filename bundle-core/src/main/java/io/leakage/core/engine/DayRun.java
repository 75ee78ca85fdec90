package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Verdict;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import io.leakage.core.score.DayRows;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * The journal through the same pipeline once more, for some orders of it. Of instruments that none of them needs only the times of their
 * events go in, as {@link Cutting} keeps them: the orders get the rows they got live, to the last bit, at a fraction of the work. One use,
 * one thread.
 */
final class DayRun {
    private static final int EVENTS_BETWEEN_PROGRESS = 65_536;

    private final Path events;
    private final long end;
    private final Map<Integer, DayRows> into;
    private final BitSet needed;
    private final BooleanSupplier stop;
    private final LongConsumer progress;
    private Pipeline pipeline;
    private boolean again;
    private boolean stopped;
    private long count;
    private long nanos = Absent.LONG;

    /**
     * @param events   the event journal's folder
     * @param end      position up to which it is read
     * @param into     by parent, where its rows go; no other's are kept
     * @param needed   instruments of those parents
     * @param stop     asked now and then: whether to give up
     * @param progress told the position now and then
     */
    DayRun(Path events, long end, Map<Integer, DayRows> into, BitSet needed, BooleanSupplier stop, LongConsumer progress) {
        this.events = events;
        this.end = end;
        this.into = into;
        this.needed = (BitSet) needed.clone();
        this.stop = stop;
        this.progress = progress;
    }

    /** {@return whether it came to the end} */
    boolean run() {
        do {
            again = false;
            nanos = Absent.LONG;
            pipeline = new Pipeline();
            into.values().forEach(DayRows::clear);
            new Past(new Names(), new Applied(), this::take, pipeline).replay(events, this::goesOn);
        } while (again && !stopped);   // an instrument turned out to be needed as well
        into.forEach((parent, rows) -> rows.put(parent, pipeline.card(parent)));
        return !stopped;
    }

    /** {@return how far the run came, nanoseconds since the epoch, or {@code Absent.LONG}} */
    long nanos() {
        return nanos;
    }

    private boolean goesOn(LeakageEvent event, long position) {
        if (count++ % EVENTS_BETWEEN_PROGRESS == 0) {
            progress.accept(position);
            stopped = stop.getAsBoolean();
        }
        return !again && !stopped && position < end;
    }

    private void take(LeakageEvent event) {
        if (event.kind().isMarket() || event.kind() == EventKind.CLOCK) {
            nanos = Math.max(nanos, event.venueNanos);
            if (event.kind().isMarket() && event.instrument >= 0 && !needed.get(event.instrument)) {
                event.kind(EventKind.PASSED);
            }
        }
        pipeline.onEvent(event);
        if (event.kind() == EventKind.REFERENCE && event.code == ReferenceField.count() && isNeeded(event.instrument)) {
            need((int) event.otherRef);   // a member of its basket
        }
        if (event.rows() != null) {
            keep(event, event.rows());
        }
        pipeline.release(event);
    }

    private void keep(LeakageEvent event, Rows rows) {
        boolean isOurs = false;
        for (int i = 0; i < rows.fills(); i++) {
            DayRows day = into.get(rows.fill(i).parent());
            if (day != null) {
                day.put(rows.fill(i));
            }
        }
        for (int i = 0; i < rows.children(); i++) {
            DayRows day = into.get(rows.child(i).parent());
            if (day != null) {
                day.put(rows.child(i));
                isOurs |= event.kind() == EventKind.ORDER && rows.child(i).order() == event.order().order;
            }
        }
        for (int i = 0; i < rows.parents(); i++) {
            DayRows day = into.get(rows.parent(i).number());
            if (day != null) {
                day.put(rows.parent(i));
            }
        }
        if (isOurs) {
            need(event.instrument);   // a child in another instrument than its parent's
        }
        keepTold(rows);
    }

    private void keepTold(Rows rows) {
        for (Amendment amendment : rows.amendments()) {
            DayRows day = into.get(amendment.parent());
            if (day != null) {
                day.put(amendment);
            }
        }
        for (Verdict verdict : rows.verdicts()) {
            DayRows day = into.get(verdict.parent());
            if (day != null) {
                day.put(verdict);
            }
        }
    }

    private boolean isNeeded(int instrument) {
        return instrument >= 0 && needed.get(instrument);
    }

    private void need(int instrument) {
        if (instrument >= 0 && !needed.get(instrument)) {
            needed.set(instrument);
            again = true;
        }
    }
}
