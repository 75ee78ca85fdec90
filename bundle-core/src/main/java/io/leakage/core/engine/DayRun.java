package io.leakage.core.engine;

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
    private static final int CARDS_BETWEEN_PROGRESS = 256;

    private final Path events;
    private final long end;
    private final Map<Integer, DayRows> into;
    private final Needed needed;
    private final BooleanSupplier stop;
    private final LongConsumer progress;
    private Pipeline pipeline;
    private boolean stopped;
    private long count;
    private long position;

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
        this.needed = new Needed(needed, into::containsKey);
        this.stop = stop;
        this.progress = progress;
    }

    /** {@return whether it came to the end} */
    boolean run() {
        do {
            needed.begin();
            count = 0;
            pipeline = new Pipeline();
            into.values().forEach(DayRows::clear);
            new Past(new Names(), new Applied(), this::take, pipeline).replay(events, this::goesOn);
        } while (needed.hasGrown() && !stopped);
        putCards();
        return !stopped;
    }

    /** A card may take far more than its order's rows. */
    private void putCards() {
        int cards = 0;
        for (Map.Entry<Integer, DayRows> one : into.entrySet()) {
            one.getValue().put(one.getKey(), pipeline.card(one.getKey()));
            if (++cards % CARDS_BETWEEN_PROGRESS == 0) {
                progress.accept(position);
            }
        }
    }

    private boolean goesOn(LeakageEvent event, long reached) {
        position = reached;
        if (count++ % EVENTS_BETWEEN_PROGRESS == 0) {
            progress.accept(position);
            stopped = stop.getAsBoolean();
        }
        return !stopped && position < end;
    }

    private void take(LeakageEvent event) {
        if (event.kind().isMarket() && event.instrument >= 0 && !needed.has(event.instrument)) {
            event.kind(EventKind.PASSED);
        }
        pipeline.onEvent(event);
        needed.basket(event);
        if (event.rows() != null) {
            needed.children(event, event.rows());
            keep(event.rows());
        }
        pipeline.release(event);
    }

    private void keep(Rows rows) {
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
            }
        }
        for (int i = 0; i < rows.parents(); i++) {
            DayRows day = into.get(rows.parent(i).number());
            if (day != null) {
                day.put(rows.parent(i));
            }
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
}
