package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.PastDays;
import io.leakage.api.score.PastReading;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.JournalIdentity;
import io.leakage.core.history.Replay;
import io.leakage.core.score.DayRows;
import io.leakage.core.score.DayScorecard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Past days, each run once and kept: one run at a time on a thread of its own, of the lowest priority, and days that wait meanwhile share
 * the next. What is kept is of one journal (its identity), of this engine, up to the position at which its run ended; what came later is
 * told by the live scorecard, so that it never grows old. The day that nobody asked for the longest goes first when there is too much.
 */
public final class DayRuns implements PastDays, AutoCloseable {
    /** The usual limit of {@link #DayRuns}: rows of some 20,000 orders with ten fills each. */
    public static final long USUAL_BYTES = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DayRuns.class);
    private static final long CLOSE_MILLIS = 10_000;

    private final Path events;
    private final ZoneId zone;
    private final Scorecard live;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** The day asked for last stands last. */
    private final Map<LocalDate, Done> done = new LinkedHashMap<>(16, 0.75f, true);
    private final NavigableSet<LocalDate> waiting = new TreeSet<>();
    private final NavigableSet<LocalDate> running = new TreeSet<>();
    private final Map<LocalDate, String> failed = new HashMap<>();
    /** What the newest question is about: to be there all at once. */
    private NavigableSet<LocalDate> asked = new TreeSet<>();
    private Thread thread;
    private volatile boolean stopping;
    private volatile double progress;
    private long runs;

    private record Done(DayRows rows, String journal, long position, long nanos) {
    }

    /**
     * @param directory an engine's journal directory, null when none is kept: then there is only today
     * @param zone      where the journal's days begin
     * @param live      the engine's scorecard
     * @param mostBytes how much memory the rows of past days may take
     */
    public DayRuns(Path directory, ZoneId zone, Scorecard live, long mostBytes) {
        this.events = directory == null ? null : TailEngine.events(directory);
        this.zone = zone;
        this.live = live;
        this.mostBytes = mostBytes;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public LocalDate today() {
        Progress told = live.progress();
        long nanos = told.clockNanos() != Absent.LONG ? told.clockNanos() : told.marketNanos();
        return nanos == Absent.LONG ? null : PastDays.day(nanos, zone);
    }

    @Override
    public NavigableSet<LocalDate> days() {
        LocalDate today = today();
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (today == null) {
            return days;
        }
        if (events != null) {
            Inventory.days(events, Replay.CONTENT).forEach(day -> days.add(LocalDate.ofEpochDay(day)));
            LocalDate first = gaveUp() && !days.isEmpty() ? days.first() : LocalDate.MIN;
            days.addAll(parents().tailMap(first, true).keySet());
        }
        days.add(today);
        return days.headSet(today, true);
    }

    @Override
    public boolean gaveUp() {
        return events != null && Carried.beside(events).directory() != null;
    }

    /** {@return the live scorecard's orders by their day; those that have none are of today} */
    private NavigableMap<LocalDate, BitSet> parents() {
        NavigableMap<LocalDate, BitSet> days = new TreeMap<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < live.parents(); parent++) {
            LocalDate day = live.read(parent, row) ? PastDays.day(row, zone) : null;
            if (day != null) {
                days.computeIfAbsent(day, none -> new BitSet()).set(parent);
            }
        }
        return days;
    }

    @Override
    public PastReading read(LocalDate from, LocalDate to, long waitMillis) throws InterruptedException {
        LocalDate today = today();
        NavigableSet<LocalDate> past = new TreeSet<>();
        if (events != null && today != null && from.isBefore(today) && !to.isBefore(from)) {
            past.addAll(parents().subMap(from, true, to.isBefore(today) ? to : today.minusDays(1), true).keySet());
        }
        lock.lock();
        try {
            String failure = await(past, waitMillis);
            if (!failure.isEmpty()) {
                return new PastReading(null, 0, failure, "", 0, Absent.LONG);
            }
            if (!done.keySet().containsAll(past)) {
                return new PastReading(null, running.isEmpty() ? 0 : progress, "", "", 0, Absent.LONG);
            }
            return reading(from, to, today, past.stream().map(done::get).toList());
        } finally {
            lock.unlock();
        }
    }

    private PastReading reading(LocalDate from, LocalDate to, LocalDate today, List<Done> parts) {
        Done last = parts.isEmpty() ? new Done(null, "", 0, Absent.LONG) : parts.get(parts.size() - 1);
        Scorecard merged = new DayScorecard(live, parts.stream().map(Done::rows).toList(), row -> {
            LocalDate day = PastDays.day(row, zone);
            LocalDate of = day == null ? today : day;
            return of != null && !of.isBefore(from) && !of.isAfter(to);
        });
        Progress now = live.progress();
        return new PastReading(merged, 1, "", last.journal, last.position, Math.max(now.marketNanos(), now.clockNanos()));
    }

    /** Waits until these days were run; {@return why one of them could not be, told once and tried again after} */
    private String await(NavigableSet<LocalDate> days, long waitMillis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        asked = days;
        while (true) {
            for (LocalDate day : days) {
                String failure = failed.get(day);
                if (failure != null) {
                    failed.keySet().removeAll(days);
                    return failure;
                }
                if (!done.containsKey(day) && !running.contains(day) && waiting.add(day)) {
                    start();
                }
            }
            if (stopping) {
                return "the engine stops";
            }
            if (left <= 0 || done.keySet().containsAll(days)) {
                return "";
            }
            left = changed.awaitNanos(left);
        }
    }

    private void start() {
        if (thread == null && !stopping) {
            thread = new Thread(this::work, "leakage-past-days");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
        changed.signalAll();
    }

    private void work() {
        while (next()) {
            Map<LocalDate, Done> results = Map.of();
            String failure = "";
            try {
                results = run(List.copyOf(running));
            } catch (RuntimeException unreadable) {
                failure = unreadable.getMessage() == null ? unreadable.toString() : unreadable.getMessage();
                LOG.error("past days {} cannot be read: {}", running, failure);
            }
            end(results, failure);
        }
    }

    /** Takes what waits; {@return false when there will be no more} */
    private boolean next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !stopping) {
                changed.await();
            }
            running.addAll(waiting);
            waiting.clear();
            progress = 0;
            return !stopping;
        } catch (InterruptedException stop) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void end(Map<LocalDate, Done> results, String failure) {
        lock.lock();
        try {
            if (!failure.isEmpty()) {
                running.forEach(day -> failed.put(day, failure));
            }
            running.clear();
            done.putAll(results);
            forget(results.keySet());
            runs++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets days until the rest fits; those that were asked for just now stay, or are too many at once. */
    private void forget(Collection<LocalDate> newest) {
        long bytes = done.values().stream().mapToLong(one -> one.rows.bytes()).sum();
        for (LocalDate day : new ArrayList<>(done.keySet())) {
            if (bytes > mostBytes && !newest.contains(day) && !asked.contains(day)) {
                bytes -= done.remove(day).rows.bytes();
            }
        }
        if (bytes > mostBytes) {
            asked.forEach(day -> failed.put(day, tooMuch()));
            done.keySet().retainAll(newest);
        }
    }

    private Map<LocalDate, Done> run(List<LocalDate> days) {
        Map<LocalDate, DayRows> rows = new TreeMap<>();
        Map<Integer, DayRows> into = new HashMap<>();
        NavigableMap<LocalDate, BitSet> parents = parents();
        for (LocalDate day : days) {
            DayRows own = new DayRows();
            rows.put(day, own);
            parents.getOrDefault(day, new BitSet()).stream().forEach(parent -> into.put(parent, own));
        }
        List<Inventory.Entry> segments = Inventory.of(events, Replay.CONTENT);
        long from = segments.isEmpty() ? 0 : segments.get(0).from();
        long end = segments.isEmpty() ? 0 : segments.get(segments.size() - 1).to();
        DayRun run = new DayRun(events, end, into, instruments(into.keySet()), () -> stopping,
                position -> progress(position - from, end - from, rows.values()));
        if (!run.run()) {
            return Map.of();   // the engine stops, which who waits is told
        }
        fits(rows.values());
        String journal = JournalIdentity.of(events);
        Map<LocalDate, Done> results = new TreeMap<>();
        rows.forEach((day, own) -> results.put(day, new Done(own, journal, end, run.nanos())));
        LOG.info("past days {}: {} orders, up to position {} of journal {}", days, into.size(), end, journal);
        return results;
    }

    private void progress(long read, long all, Collection<DayRows> rows) {
        progress = all <= 0 ? 0 : Math.max(0, Math.min(1, (double) read / all));
        fits(rows);
    }

    private void fits(Collection<DayRows> rows) {
        long bytes = rows.stream().mapToLong(DayRows::bytes).sum();
        if (bytes > mostBytes) {
            throw new IllegalStateException(tooMuch());
        }
    }

    private String tooMuch() {
        return "the rows of these days take more than the " + (mostBytes >> 20) + " MB of past.days.megabytes: ask for fewer days at once";
    }

    /** {@return the instruments of these orders, and of all that were to be switched: switches have numbers that decisions name} */
    private BitSet instruments(Collection<Integer> parents) {
        BitSet needed = new BitSet();
        ParentRow row = new ParentRow();
        List<Integer> all = new ArrayList<>(parents);
        live.switches().all().stream().map(AlgoSwitch::parent).forEach(all::add);
        for (int parent : all) {
            if (live.read(parent, row) && row.instrument() >= 0) {
                needed.set(row.instrument());
            }
        }
        return needed;
    }

    /** {@return how many runs there were} */
    long runs() {
        lock.lock();
        try {
            return runs;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run at hand; who waits is told. */
    @Override
    public void close() {
        Thread working;
        lock.lock();
        try {
            stopping = true;
            working = thread;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (working != null) {
                working.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
