package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Gives up what an event journal holds before a position, but for what is needed: names, desks, rules, decisions and what feeds say of
 * themselves; and of the instruments whose orders still matter every event. It goes through the pipeline once more, so that it is known
 * where another instrument's event let a row be written: of that event its time is kept. So a replay of what is kept gives those orders
 * the same rows as a replay of everything, to the last bit. One use, one thread.
 */
final class Cutting {
    private final Path events;
    private final long to;
    private final Needed needed;
    private final BooleanSupplier stop;
    private final ByteBuffer frame = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final LeakageEvent mark = new LeakageEvent();
    private final Map<Integer, String> sources = new HashMap<>();
    private final Map<Integer, Behind> copies = new TreeMap<>();
    private final BitSet begun = new BitSet();
    /** By feed, the last event left out, as one of which only its time is known; and whether it is not written yet. */
    private final List<LeakageEvent> passed = new ArrayList<>();
    private final BitSet waiting = new BitSet();
    /** By parent. */
    private int[] instruments = new int[64];
    /** By instrument, its feed. */
    private int[] feeds = {};
    /** By name of an order that was left out. */
    private final Map<Integer, Gone> gone = new TreeMap<>();
    private Pipeline pipeline;
    private Journal kept;
    private long leftOutOrders;
    private long leftOutEvents;
    private int leftOutParents;
    private long written;
    private long read;

    /** How far a drop copy had come with what was left out. */
    private static final class Behind {
        private long raw = RawProgress.NONE;
        private long oldestKept = Long.MAX_VALUE;
        private long nanos = Absent.LONG;
        private boolean told = true;

        void take(LeakageEvent event) {
            raw = Math.max(raw, event.order().rawPosition);
            nanos = Math.max(nanos, event.venueNanos);
        }
    }

    /** Of which parent an order was, and when it was heard of last. */
    private record Gone(int parent, int name, long nanos) {
    }

    /**
     * What was done.
     *
     * @param read    events before the position
     * @param written events kept of them
     * @param raw     by drop copy, the oldest of its raw messages that is still needed, or the last before the position
     */
    record Done(long read, long written, Map<String, Long> raw) {
    }

    /**
     * @param events the event journal's folder
     * @param to     a position at which a segment begins
     * @param needed instruments whose orders still matter
     * @param stop   asked now and then: whether to leave everything as it is
     */
    Cutting(Path events, long to, BitSet needed, BooleanSupplier stop) {
        this.events = events;
        this.to = to;
        this.needed = new Needed(needed, this::matters);
        this.stop = stop;
    }

    /**
     * Cuts.
     *
     * @return what was done, null when it was stopped
     * @throws IOException when what is kept cannot be written; everything is as it was then
     */
    Done run() throws IOException {
        do {
            begin();
            boolean through = true;
            try (Journal journal = Carried.begin(events)) {
                kept = journal;
                through = pass();
                end();
            }
            if (!through) {
                return null;
            }
        } while (needed.hasGrown());
        Map<String, Long> raw = new HashMap<>();
        copies.forEach((source, behind) -> raw.put(sources.get(source), Math.min(behind.raw, behind.oldestKept)));
        Carried.keep(events, to);
        return new Done(read, written, raw);
    }

    private void begin() {
        pipeline = new Pipeline();
        needed.begin();
        copies.clear();
        gone.clear();
        begun.clear();
        waiting.clear();
        leftOutOrders = 0;
        leftOutEvents = 0;
        leftOutParents = 0;
        written = 0;
        read = 0;
    }

    /** {@return whether it came to the position} */
    private boolean pass() {
        boolean[] through = {true};
        new Past(new Names(), new Applied(), this::take, pipeline).replay(events, (event, position) -> {
            through[0] = !(read++ % 10_000 == 0 && stop.getAsBoolean());
            return through[0] && position < to;
        });
        return through[0];
    }

    private void take(LeakageEvent event) {
        int parents = pipeline.parents();
        boolean mending = event.kind().isMarket() && pipeline.isMending(event.source);
        pipeline.onEvent(event);
        needed.basket(event);
        Rows rows = event.rows();
        boolean shows = rows != null && shows(rows, event);
        if (keeps(event, shows)) {
            keep(event);
        } else if (event.kind().isMarket()) {
            pass(event, shows || mending);
        } else {
            leaveOut(event, pipeline.parents() - parents, shows);
        }
        pipeline.release(event);
    }

    /** {@return whether rows of an instrument that is needed were written} */
    private boolean shows(Rows rows, LeakageEvent event) {
        boolean shows = false;
        for (int i = 0; i < rows.parents(); i++) {
            shows |= needed.has(rows.parent(i).instrument());
            int number = rows.parent(i).number();
            instruments = number < instruments.length ? instruments : Arrays.copyOf(instruments, 2 * (number + 1));
            instruments[number] = rows.parent(i).instrument();
        }
        if (rows.hasSwitching()) {
            shows = true;
            for (AlgoSwitch one : rows.switching().switches()) {
                needed.add(instruments[one.parent()]);   // switches have numbers that decisions name
            }
        }
        needed.children(event, rows);
        return shows;
    }

    private boolean matters(int parent) {
        return needed.has(instruments[parent]);
    }

    private boolean keeps(LeakageEvent event, boolean shows) {
        return switch (event.kind()) {
            case ORDER, QUOTING -> needed.has(event.instrument) || event.instrument < 0 && (shows || event.rows() == null);
            case QUARANTINED -> false;
            case PASSED -> needed.has(event.instrument);
            default -> !event.kind().isMarket() || event.instrument == Absent.NAME || needed.has(event.instrument);
        };
    }

    private void keep(LeakageEvent event) {
        writeWaiting();
        if (event.kind().isOfCopy()) {
            tell(event.source);
        }
        if (event.kind().isMarket()) {
            spoke(event);
        }
        if (event.kind() == EventKind.NAMED && event.nameKind() == NameKind.SOURCE) {
            sources.put(event.name, new String(event.text(), 0, event.textLength, StandardCharsets.UTF_8));
        }
        if (event.kind().isOfOrders()) {
            Behind behind = copies.computeIfAbsent(event.source, source -> new Behind());
            behind.take(event);
            behind.oldestKept = Math.min(behind.oldestKept, event.order().rawPosition);
        }
        write(event);
    }

    /** Of an event of an instrument that nobody needs: its time, if something hangs on it or what is kept next is later. */
    private void pass(LeakageEvent event, boolean matters) {
        if (waiting.get(event.source)) {
            leftOutEvents++;
        }
        boolean first = event.venueNanos != Absent.LONG && !begun.get(event.source);
        spoke(event);
        waiting.set(event.source);
        LeakageEvent pass = passed.get(event.source);
        if (matters || first) {
            waiting.clear(event.source);
            writeWaiting();
            write(pass);
        }
    }

    /** Notes what a feed told last, as an event that tells nothing but its time. */
    private void spoke(LeakageEvent event) {
        while (passed.size() <= event.source) {
            passed.add(new LeakageEvent());
        }
        LeakageEvent pass = passed.get(event.source);
        pass.kind(EventKind.PASSED);
        pass.source = event.source;
        pass.instrument = event.instrument;
        pass.sequence = event.sequence;
        pass.venueNanos = event.venueNanos;
        pass.receiveNanos = event.receiveNanos;
        if (event.venueNanos != Absent.LONG) {
            begun.set(event.source);
        }
        if (event.instrument >= 0) {
            feedOf(event.instrument);
            feeds[event.instrument] = event.source;
        }
    }

    private int feedOf(int instrument) {
        int known = feeds.length;
        if (instrument >= known) {
            feeds = Arrays.copyOf(feeds, Math.max(64, 2 * (instrument + 1)));
            Arrays.fill(feeds, known, feeds.length, Absent.NAME);
        }
        return feeds[instrument];
    }

    private void writeWaiting() {
        for (int feed = waiting.nextSetBit(0); feed >= 0; feed = waiting.nextSetBit(feed + 1)) {
            write(passed.get(feed));
        }
        waiting.clear();
    }

    /** A message of an instrument that nobody needs: its time, and what was due on its feed by then, where that let a row be written. */
    private void leaveOut(LeakageEvent event, int parents, boolean shows) {
        if (shows) {
            writeWaiting();
            flush();
        }
        leftOutEvents++;
        leftOutParents += parents;
        leftOutOrders += event.kind().isOfOrders() ? 1 : 0;
        for (int i = 0; event.kind() == EventKind.ORDER && event.rows() != null && i < event.rows().parents(); i++) {
            ParentRow row = event.rows().parent(i);
            if (!needed.has(row.instrument())) {
                gone.put(event.order().order, new Gone(row.number(), row.order(), event.venueNanos));
                gone.put(row.order(), new Gone(row.number(), row.order(), event.venueNanos));
            }
        }
        Behind behind = copies.computeIfAbsent(event.source, source -> new Behind());
        behind.take(event);
        behind.told = shows;
        if (shows) {
            mark(event.source, behind.raw, event.venueNanos, feedOf(event.instrument));
        }
    }

    /** How far a drop copy had come, if that was left out. */
    private void tell(int source) {
        Behind behind = copies.get(source);
        if (behind != null && !behind.told) {
            behind.told = true;
            mark(source, behind.raw, behind.nanos, Absent.NAME);
        }
    }

    private void end() {
        writeWaiting();
        copies.keySet().forEach(this::tell);
        flush();
        mark(Absent.NAME, Absent.LONG, Absent.LONG, Absent.NAME);
        gone.forEach((order, of) -> {
            mark.code = LeakageEvent.LEFT_OUT_ORDER;
            mark.name = order;
            mark.account = of.name;
            mark.price = of.parent;
            mark.venueNanos = of.nanos;
            append(mark);
        });
    }

    private void flush() {
        if (leftOutEvents > 0 || leftOutOrders > 0 || leftOutParents > 0) {
            mark(Absent.NAME, Absent.LONG, Absent.LONG, Absent.NAME);
        }
    }

    private void mark(int source, long raw, long nanos, int feed) {
        mark.kind(EventKind.CARRIED);
        mark.code = LeakageEvent.LEFT_OUT;
        mark.source = source;
        mark.account = feed;
        mark.venueNanos = nanos;
        mark.price = raw;
        mark.quantity = leftOutOrders;
        mark.orderRef = leftOutEvents;
        mark.otherRef = leftOutParents;
        leftOutOrders = 0;
        leftOutEvents = 0;
        leftOutParents = 0;
        append(mark);
    }

    private void write(LeakageEvent event) {
        flush();
        append(event);
    }

    private void append(LeakageEvent event) {
        written++;
        if (needed.hasGrown()) {
            return;   // to be written once more, with what is needed as well
        }
        frame.clear();
        Frame.write(event, frame);
        kept.append(frame.flip());
    }
}
