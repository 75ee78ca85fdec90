package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Keeping;
import io.leakage.core.history.Replay;
import io.leakage.core.history.Segments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Gives up old days of a journal as it is configured, but for what is needed: everything of the instruments in which an order works, is
 * done for
 * its day only, had a switch, or worked when the first day that is kept began. An order that was over by then is known no more after the
 * next
 * start; until then it is shown. Any thread, one at a time.
 */
final class Retention {
    private static final char DONE_FOR_DAY = '3';
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Path directory;
    private final Path events;
    private final Keeping keeping;
    private final Scorecard scorecard;
    private final BooleanSupplier stop;

    /**
     * @param directory the engine's journal directory
     * @param scorecard says which orders work
     * @param stop      asked now and then: whether to leave everything as it is
     */
    Retention(Path directory, Keeping keeping, Scorecard scorecard, BooleanSupplier stop) {
        this.directory = directory;
        this.events = directory.resolve("events");
        this.keeping = keeping;
        this.scorecard = scorecard;
        this.stop = stop;
    }

    /**
     * Gives up the days that are not to be kept.
     *
     * @return what was done, for a person
     */
    synchronized String apply() {
        try {
            Carried.tidy(events);
            List<Inventory.Entry> segments = Inventory.of(events, Replay.CONTENT);
            int first = Math.max(firstByDays(segments), firstByBytes(segments));
            return first == 0 ? "nothing is given up: " + policy() : cut(segments, first);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up old days of " + events, e);
        }
    }

    /**
     * Gives up what lies before a position, as far as whole segments do.
     *
     * @return what was done, for a person
     */
    synchronized String cut(long position) {
        try {
            List<Inventory.Entry> segments = Inventory.of(events, Replay.CONTENT);
            int first = 0;
            while (first + 1 < segments.size() && segments.get(first + 1).from() <= position) {
                first++;
            }
            return first == 0 ? "nothing is given up: no segment ends before position " + position : cut(segments, first);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up what lies before position " + position + " of " + events, e);
        }
    }

    private String policy() {
        return !keeping.isLimited() ? "everything is kept" : (keeping.days() == 0 ? "" : keeping.days() + " days are kept")
                + (keeping.days() > 0 && keeping.bytes() > 0 ? ", and " : "")
                + (keeping.bytes() == 0 ? "" : (keeping.bytes() >> 20) + " MB of the days before today");
    }

    /** {@return the place of the first segment that is kept for its day} */
    private int firstByDays(List<Inventory.Entry> segments) {
        int newest = newest(segments);
        int first = 0;
        while (keeping.days() > 0 && first + 1 < segments.size() && dayFrom(segments, first) <= newest - keeping.days()) {
            first++;
        }
        return first;
    }

    /** {@return the place of the first segment that is kept for its size; a day is kept as a whole} */
    private int firstByBytes(List<Inventory.Entry> segments) {
        int newest = newest(segments);
        long bytes = 0;
        int place = segments.size();
        int first = segments.size() - 1;
        while (keeping.bytes() > 0 && place > 0) {
            int day = dayFrom(segments, --place);
            bytes += day < newest ? segments.get(place).bytes() : 0;
            if (bytes > keeping.bytes()) {
                return first;
            }
            first = place == 0 || dayFrom(segments, place - 1) != day ? place : first;
        }
        return 0;
    }

    private static int newest(List<Inventory.Entry> segments) {
        return segments.isEmpty() ? 0 : dayFrom(segments, segments.size() - 1);
    }

    /** {@return a segment's day; where nobody had told it, that of the next who was told} */
    private static int dayFrom(List<Inventory.Entry> segments, int place) {
        for (int i = place; i < segments.size(); i++) {
            if (segments.get(i).day() != 0) {
                return segments.get(i).day();
            }
        }
        return Integer.MAX_VALUE;
    }

    private String cut(List<Inventory.Entry> segments, int first) throws IOException {
        Inventory.Entry kept = segments.get(first);
        BitSet needed = needed(begins(dayFrom(segments, first)));
        Cutting.Done done = new Cutting(events, kept.from(), needed, stop).run();
        if (done == null) {
            return "stopped, nothing is given up";
        }
        for (Map.Entry<String, Long> source : done.raw().entrySet()) {
            Segments.cut(directory.resolve("raw").resolve(source.getKey()), source.getValue());
        }
        return first + " segments before " + (kept.day() == 0 ? "position " + kept.from() : LocalDate.ofEpochDay(kept.day()).toString())
                + " are given up: of " + done.read() + " events " + done.written() + " are kept, for the orders of "
                + needed.cardinality() + " instruments";
    }

    /** {@return when a day begins, nanoseconds since the epoch; a day before now where nobody told which it is} */
    private long begins(int day) {
        return day == Integer.MAX_VALUE ? scorecard.progress().clockNanos() - DAY_NANOS
                : LocalDate.ofEpochDay(day).atStartOfDay(keeping.zone()).toEpochSecond() * 1_000_000_000L;
    }

    private BitSet needed(long since) {
        BitSet needed = new BitSet();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            boolean matters = scorecard.read(parent, row) && (row.endNanos() == Absent.LONG || row.state() == DONE_FOR_DAY
                    || row.endNanos() >= since && (row.arrivalNanos() == Absent.LONG || row.arrivalNanos() < since));
            if (matters && row.instrument() >= 0) {
                needed.set(row.instrument());
            }
        }
        for (AlgoSwitch one : scorecard.switches().all()) {
            if (scorecard.read(one.parent(), row) && row.instrument() >= 0) {
                needed.set(row.instrument());
            }
        }
        return needed;
    }
}
