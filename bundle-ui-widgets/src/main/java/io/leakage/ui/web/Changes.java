package io.leakage.ui.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Which orders changed, counted. An order that was quiet counts as changed at once; one that changes all the time, as every order does
 * while its market moves, counts ten times a second, the last time included. What happens to the order itself does not wait for that.
 * One thread at a time.
 */
final class Changes {
    /** Between two changes of an order that only its market made. */
    static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Between two that something made which happened to the order. */
    static final long OWN_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final Map<String, Change> changes = new HashMap<>();
    private final NavigableMap<Long, Set<String>> byNumber = new TreeMap<>();
    /** With the interval to keep. */
    private final Map<String, Long> held = new LinkedHashMap<>();
    private long count;
    private long heldUntil;

    /** {@return how often something changed so far} */
    long count() {
        return count;
    }

    /**
     * These changed.
     *
     * @param nowNanos {@link System#nanoTime}
     * @return whether there is one more change; else they are held back until {@link #heldUntil}
     */
    boolean changed(Set<String> ids, long nowNanos) {
        ids.forEach(id -> held.putIfAbsent(id, INTERVAL_NANOS));
        return release(nowNanos);
    }

    /** Something happened to this order itself; otherwise as {@link #changed}. */
    boolean happened(String id, long nowNanos) {
        held.put(id, OWN_INTERVAL_NANOS);
        return release(nowNanos);
    }

    /** Counts those held back whose time has come. {@return whether there were any} */
    boolean release(long nowNanos) {
        long first = nowNanos + INTERVAL_NANOS;
        long number = count + 1;
        for (Iterator<Map.Entry<String, Long>> ids = held.entrySet().iterator(); ids.hasNext();) {
            Map.Entry<String, Long> one = ids.next();
            Change last = changes.get(one.getKey());
            long due = last == null ? nowNanos : last.nanos + one.getValue();
            if (due - nowNanos <= 0) {
                count(one.getKey(), last, number, nowNanos);
                ids.remove();
            } else if (due - first < 0) {
                first = due;
            }
        }
        heldUntil = first;
        return count == number;
    }

    private void count(String id, Change last, long number, long nowNanos) {
        count = number;
        if (last != null) {
            Set<String> before = byNumber.get(last.number);
            before.remove(id);
            if (before.isEmpty()) {
                byNumber.remove(last.number);
            }
        }
        changes.put(id, new Change(number, nowNanos));
        byNumber.computeIfAbsent(number, any -> new LinkedHashSet<>()).add(id);
    }

    /** {@return whether some are held back} */
    boolean isHolding() {
        return !held.isEmpty();
    }

    /** {@return when the first of those held back is due, of {@link System#nanoTime}} */
    long heldUntil() {
        return heldUntil;
    }

    /** {@return those that changed after this many changes, each once, the oldest change first} */
    List<String> after(long number) {
        List<String> ids = new ArrayList<>();
        byNumber.tailMap(number, false).values().forEach(ids::addAll);
        return ids;
    }

    /** {@return how many changes there had been when this order changed last, with that change; 0 for never} */
    long last(String id) {
        Change change = changes.get(id);
        return change == null ? 0 : change.number;
    }

    private record Change(long number, long nanos) {
    }
}
