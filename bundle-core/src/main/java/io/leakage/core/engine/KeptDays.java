package io.leakage.core.engine;

import io.leakage.core.score.DayRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Past days that were run, as many as fit into so many bytes. One thread at a time. */
final class KeptDays {
    private final long mostBytes;
    /** The day asked for last stands last. */
    private final Map<LocalDate, Day> days = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A day.
     *
     * @param rows     of its orders
     * @param journal  from which it was read
     * @param position up to which it was read
     */
    record Day(DayRows rows, String journal, long position) {
    }

    KeptDays(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** {@return whether all of these are kept} */
    boolean have(Set<LocalDate> asked) {
        return days.keySet().containsAll(asked);
    }

    /** {@return those of these that are kept; they were asked for last now} */
    List<Day> of(NavigableSet<LocalDate> asked) {
        return asked.stream().filter(days::containsKey).map(days::get).toList();
    }

    /** {@return how much memory those of these take that are kept} */
    long bytes(NavigableSet<LocalDate> asked) {
        return bytes(of(asked));
    }

    void put(Map<LocalDate, Day> read) {
        days.putAll(read);
    }

    /**
     * Forgets days until the rest fits.
     *
     * @param answered these stay
     * @param awaited  what is asked for: forgotten only when nothing else is left
     */
    void forget(Set<LocalDate> answered, Collection<? extends Set<LocalDate>> awaited) {
        Set<LocalDate> needed = new TreeSet<>();
        awaited.forEach(needed::addAll);
        List<LocalDate> oldest = new ArrayList<>(days.keySet());
        oldest.removeAll(answered);
        oldest.sort(Comparator.comparing(needed::contains));
        long bytes = bytes(days.values());
        for (LocalDate day : oldest) {
            if (bytes > mostBytes) {
                bytes -= days.remove(day).rows.bytes();
            }
        }
    }

    private static long bytes(Collection<Day> some) {
        return some.stream().mapToLong(one -> one.rows.bytes()).sum();
    }
}
