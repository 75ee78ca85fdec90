package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import java.util.ArrayList;
import java.util.List;

/**
 * Which raw messages of one drop copy have their event in the event journal: all up to the last, but for those between two events that
 * frames were lost between. Messages of such a hole that were read again since, in their order, have come.
 */
final class RawProgress {
    /** No position. */
    static final long NONE = -1;

    private final List<Hole> holes = new ArrayList<>(0);
    private long last = NONE;
    private long newestNanos = Absent.LONG;
    private long holeNanos = Absent.LONG;
    private boolean leftOut;

    /** Messages behind {@code from} and before {@code to}. */
    private record Hole(long from, long to) {
        boolean holds(long position) {
            return position > from && position < to;
        }
    }

    /** A source that has told nothing; {@code leftOut} when frames were lost that it may have told. */
    RawProgress(boolean leftOut) {
        this.leftOut = leftOut;
    }

    /** Frames were lost here. */
    void leftOut() {
        leftOut = true;
    }

    /** An event of the raw message at this position was replayed. */
    void take(long position, long nanos) {
        newestNanos = Math.max(newestNanos, nanos);
        int place = 0;
        while (place < holes.size() && !holes.get(place).holds(position)) {
            place++;
        }
        if (place < holes.size()) {
            readAgain(place, position);
        } else {
            if (leftOut && position > last) {
                holes.add(new Hole(last, position));
                holeNanos = newestNanos;
            }
            last = position;
        }
        leftOut = false;
    }

    private void readAgain(int place, long position) {
        Hole hole = holes.get(place);
        holes.set(place, new Hole(position, hole.to));
        if (leftOut) {
            holes.add(place, new Hole(hole.from, position));
        }
    }

    /** {@return whether the event of the raw message at this position was not replayed} */
    boolean lacks(long position) {
        for (Hole hole : holes) {
            if (hole.holds(position)) {
                return true;
            }
        }
        return position > last;
    }

    /** {@return where the first message begins that may be lacking, or an earlier one} */
    long from() {
        long from = last;
        for (Hole hole : holes) {
            from = Math.min(from, hole.from);
        }
        return Math.max(0, from);
    }

    /** {@return whether a message that begins at one of these positions, {@code to} excluded, may lack its event} */
    boolean lacksAny(long first, long to) {
        for (Hole hole : holes) {
            if (Math.max(first, hole.from + 1) < Math.min(to, hole.to)) {
                return true;
            }
        }
        return to > last + 1;
    }

    /** {@return whether messages from this position on may lack their event and had one behind them} */
    boolean lacksBehind(long position) {
        for (Hole hole : holes) {
            if (hole.to > position) {
                return true;
            }
        }
        return false;
    }

    /** {@return the newest event time told by the end of the last hole, nanoseconds since the epoch; {@code Absent.LONG} for none} */
    long doubtfulNanos() {
        return holes.isEmpty() ? newestNanos : holeNanos;
    }
}
