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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Past days, each run once and kept. Questions are answered one by one, the oldest first, on a thread of the lowest priority: of what a
 * question asks for, the days that are not kept go through one run. Who asks the same shares it, and is told the same. What is kept is of
 * one journal (its identity), of this engine, up to the position at which its run ended; what came later is told by the live scorecard,
 * so that it never grows old. The day that nobody asked for the longest goes first when there is too much.
 */
public final class DayRuns implements PastDays, AutoCloseable {
    /** The usual limit of {@link #DayRuns}: rows of some 20,000 orders with ten fills each, or of fewer and their evidence. */
    public static final long USUAL_BYTES = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DayRuns.class);
    private static final long CLOSE_MILLIS = 10_000;
    private static final int MOST_QUESTIONS = 64;
    private static final String STOPS = "the engine stops";

    private final Path events;
    private final ZoneId zone;
    private final Scorecard live;
    private final long mostBytes;
    private final KeptDays kept;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** By their days, the oldest first: that is the one being answered. */
    private final Map<NavigableSet<LocalDate>, Question> questions = new LinkedHashMap<>();
    /** The newest of those that could not be answered, by number, for who asked them and comes back. */
    private final Map<Long, Question> failed = new LinkedHashMap<>();
    private Thread thread;
    private volatile boolean stopping;
    private volatile double progress;
    private long runs;
    private long numbers;

    /** Days that are asked for together, and what came of it. */
    private static final class Question {
        private final NavigableSet<LocalDate> days;
        /** 0 for one that needs no run. */
        private long number;
        private List<KeptDays.Day> parts;
        private String failure = "";

        private Question(NavigableSet<LocalDate> days) {
            this.days = days;
        }

        private boolean isOver() {
            return parts != null || !failure.isEmpty();
        }
    }

    /**
     * @param directory an engine's journal directory, null when none is kept: then there is only today
     * @param zone      where the journal's days begin
     * @param live      the engine's scorecard
     * @param mostBytes how much memory past days may take
     */
    public DayRuns(Path directory, ZoneId zone, Scorecard live, long mostBytes) {
        this.events = directory == null ? null : TailEngine.events(directory);
        this.zone = zone;
        this.live = live;
        this.mostBytes = mostBytes;
        this.kept = new KeptDays(mostBytes);
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
    public PastReading read(LocalDate from, LocalDate to, long waitMillis, long run) throws InterruptedException {
        LocalDate today = today();
        NavigableSet<LocalDate> past = new TreeSet<>();
        if (events != null && today != null && from.isBefore(today) && !to.isBefore(from)) {
            past.addAll(parents().subMap(from, true, to.isBefore(today) ? to : today.minusDays(1), true).keySet());
        }
        lock.lock();
        try {
            Question question = ask(past, run);
            await(question, waitMillis);
            if (question.parts != null) {
                return reading(from, to, today, question.parts);
            }
            double share = question == questions.values().stream().findFirst().orElse(null) ? progress : 0;
            String failure = stopping && question.failure.isEmpty() ? STOPS : question.failure;
            return new PastReading(null, failure.isEmpty() ? share : 0, failure, "", 0, Absent.LONG, question.number);
        } finally {
            lock.unlock();
        }
    }

    private PastReading reading(LocalDate from, LocalDate to, LocalDate today, List<KeptDays.Day> parts) {
        KeptDays.Day last = parts.isEmpty() ? new KeptDays.Day(null, "", 0) : parts.get(parts.size() - 1);
        Scorecard merged = new DayScorecard(live, parts.stream().map(KeptDays.Day::rows).toList(), row -> {
            LocalDate day = PastDays.day(row, zone);
            LocalDate of = day == null ? today : day;
            return of != null && !of.isBefore(from) && !of.isAfter(to);
        });
        Progress now = live.progress();
        return new PastReading(merged, 1, "", last.journal(), last.position(), Math.max(now.marketNanos(), now.clockNanos()),
                0);
    }

    /**
     * {@return the question for these days: answered when they are kept, that of this number when it failed, else that of who asked before,
     * else a new one}
     */
    private Question ask(NavigableSet<LocalDate> days, long number) {
        Question question = new Question(days);
        Question asked = questions.get(days);
        Question told = failed.get(number);
        if (kept.have(days)) {
            question.parts = kept.of(days);
        } else if (told != null && told.days.equals(days)) {
            question = told;
        } else if (asked != null) {
            question = asked;
        } else if (questions.size() >= MOST_QUESTIONS) {
            question.failure = MOST_QUESTIONS + " questions for past days wait already: ask again later";
        } else {
            question.number = ++numbers;
            questions.put(days, question);
            start();
        }
        return question;
    }

    private void await(Question question, long waitMillis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        while (!question.isOver() && !stopping && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    private void start() {
        if (thread == null && !stopping) {
            Thread worker = new Thread(this::work, "leakage-past-days");
            worker.setDaemon(true);
            worker.setPriority(Thread.MIN_PRIORITY);
            worker.start();
            thread = worker;
        }
        changed.signalAll();
    }

    private void work() {
        for (Question question = next(); question != null; question = next()) {
            Map<LocalDate, KeptDays.Day> results = Map.of();
            String failure = "";
            try {
                results = run(question);
            } catch (RuntimeException unreadable) {
                failure = unreadable.getMessage() == null ? unreadable.toString() : unreadable.getMessage();
            } catch (Error broken) {   // no room for example; without this thread nobody would be answered any more
                failure = broken.toString();
            }
            end(question, results, failure);
        }
    }

    /** {@return what to answer next, null when there will be no more} */
    private Question next() {
        lock.lock();
        try {
            while (questions.isEmpty() && !stopping) {
                changed.await();
            }
            progress = 0;
            return stopping ? null : questions.values().iterator().next();
        } catch (InterruptedException stop) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void end(Question question, Map<LocalDate, KeptDays.Day> results, String failure) {
        lock.lock();
        try {
            questions.remove(question.days);
            kept.put(results);
            if (kept.have(question.days)) {
                kept.forget(question.days, questions.keySet());
                question.parts = kept.of(question.days);
            } else {
                question.failure = failure.isEmpty() ? STOPS : failure;
                remember(question);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (!failure.isEmpty()) {
            LOG.error("past days {} cannot be read: {}", question.days, failure);
        }
    }

    /** For those who went away and will ask again; of many such questions the newest. */
    private void remember(Question question) {
        failed.put(question.number, question);
        if (failed.size() > MOST_QUESTIONS) {
            failed.remove(failed.keySet().iterator().next());
        }
    }

    /** {@return what was read for a question, without what is kept already; nothing when the engine stops} */
    private Map<LocalDate, KeptDays.Day> run(Question question) {
        NavigableSet<LocalDate> missing = new TreeSet<>(question.days);
        long before;
        lock.lock();
        try {
            before = kept.bytes(question.days);
            missing.removeIf(day -> kept.have(Set.of(day)));
            runs += missing.isEmpty() ? 0 : 1;
        } finally {
            lock.unlock();
        }
        return missing.isEmpty() ? Map.of() : run(missing, before);
    }

    private Map<LocalDate, KeptDays.Day> run(Set<LocalDate> days, long before) {
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
                position -> progress(position - from, end - from, rows.values(), before));
        if (!run.run()) {
            return Map.of();   // the engine stops, which who waits is told
        }
        fits(rows.values(), before);
        String journal = JournalIdentity.of(events);
        Map<LocalDate, KeptDays.Day> results = new TreeMap<>();
        rows.forEach((day, own) -> results.put(day, new KeptDays.Day(own, journal, end)));
        LOG.info("past days {}: {} orders, up to position {} of journal {}", days, into.size(), end, journal);
        return results;
    }

    private void progress(long read, long all, Collection<DayRows> rows, long before) {
        progress = all <= 0 ? 0 : Math.max(0, Math.min(1, (double) read / all));
        fits(rows, before);
    }

    private void fits(Collection<DayRows> rows, long before) {
        if (before + rows.stream().mapToLong(DayRows::bytes).sum() > mostBytes) {
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
