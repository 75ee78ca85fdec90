package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.score.ParentRow;
import java.util.ArrayList;
import java.util.List;

/** What records of other tables say of a parent, as its newest row has it. One thread. */
final class Parents {
    private final List<Known> known = new ArrayList<>();

    private static final class Known {
        int order = Absent.NAME;
        int desk = Absent.NAME;
        int instrument = Absent.NAME;
        int strategy = Absent.NAME;
        Side side;
        long second = Long.MIN_VALUE;
    }

    void take(ParentRow row) {
        Known parent = of(row.number());
        parent.order = row.order();
        parent.desk = row.desk();
        parent.instrument = row.instrument();
        parent.strategy = row.strategy();
        parent.side = row.side();
    }

    /** {@return whether this row is to be told: always with its own events, else once in a while} */
    boolean isDue(ParentRow row, boolean own) {
        Known parent = of(row.number());
        long second = Math.floorDiv(row.asOfNanos(), ScoreRecords.EVERY_NANOS);
        boolean due = own || second != parent.second;
        parent.second = due ? second : parent.second;
        return due;
    }

    int order(int parent) {
        return of(parent).order;
    }

    int desk(int parent) {
        return of(parent).desk;
    }

    int instrument(int parent) {
        return of(parent).instrument;
    }

    int strategy(int parent) {
        return of(parent).strategy;
    }

    Side side(int parent) {
        return of(parent).side;
    }

    private Known of(int parent) {
        while (known.size() <= parent) {
            known.add(new Known());
        }
        return known.get(parent);
    }
}
