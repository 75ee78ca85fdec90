package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.health.ClockReport.Change;
import io.leakage.api.health.ClockReport.Day;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the clock was like since the start: every change of state, and each UTC day's worst. Keeps the latest of both. One thread. */
final class ClockDiary {
    private static final Logger LOG = LoggerFactory.getLogger(ClockDiary.class);
    private static final int CHANGES = 200;
    private static final int DAYS = 40;

    private final Deque<Change> changes = new ArrayDeque<>();
    private final Deque<Day> days = new ArrayDeque<>();

    /**
     * Notes a judgement.
     *
     * @return whether the state is another one than before
     */
    boolean note(long epochNanos, ClockQuality quality) {
        day(epochNanos, quality.offsetNanos(), quality.budget().uncertaintyNanos());
        ClockState before = changes.isEmpty() ? null : changes.getLast().state();
        if (quality.state() == before) {
            return false;
        }
        changes.add(new Change(epochNanos, quality.state(), quality.why()));
        if (changes.size() > CHANGES) {
            changes.removeFirst();
        }
        return true;
    }

    private void day(long epochNanos, long offset, long uncertainty) {
        String date = Instant.ofEpochSecond(Math.floorDiv(epochNanos, 1_000_000_000L)).atZone(ZoneOffset.UTC).toLocalDate().toString();
        boolean begins = days.isEmpty() || !days.getLast().date().equals(date);
        if (begins && !days.isEmpty()) {
            LOG.info("clock: the day is over: {}", days.getLast());   // the log outlives the process
        }
        Day worst = begins ? new Day(date, Absent.LONG, Absent.LONG, Absent.LONG, 0, 0) : days.removeLast();
        boolean farther = offset != Absent.LONG && (worst.offsetNanos() == Absent.LONG || Math.abs(offset) > Math.abs(worst.offsetNanos()));
        // Absent.LONG is less than every bound
        days.add(new Day(date, farther ? offset : worst.offsetNanos(), farther ? epochNanos : worst.offsetAt(),
                Math.max(uncertainty, worst.uncertaintyNanos()), worst.looks() + 1,
                worst.unbounded() + (uncertainty == Absent.LONG ? 1 : 0)));
        if (days.size() > DAYS) {
            days.removeFirst();
        }
    }

    /** {@return changes of state, latest last} */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** {@return days, latest last} */
    List<Day> days() {
        return List.copyOf(days);
    }
}
