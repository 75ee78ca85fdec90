package io.leakage.core.score;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Ask;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchReadings;
import io.leakage.api.score.Verdict;
import io.leakage.api.score.WireStrategy;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.event.Rows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The read side. The outlet hands it every event with its rows ({@link #take}) and says when a batch is over ({@link #flush}); any thread
 * reads, and no reader of a row waits for the outlet nor the outlet for a reader. Within a batch a parent's rows are conflated: readers
 * see its last one. Cards and asks are not kept here but asked of who knows them, live the pipeline; who reads them may wait three seconds.
 */
public final class StoredScorecard implements Scorecard {
    private static final int CONFLATE_AT_MOST = 1024;
    private static final int PROGRESS_WORDS = 9;
    private static final int AMENDMENTS_KEPT = 1000;
    private static final int VERDICTS_KEPT = 10_000;

    private final ScoreStore store;
    private final NameTable names = new NameTable();
    private final OrderIndex orders = new OrderIndex(NameKind.ORDER, names);
    private final OrderIndex orderIds = new OrderIndex(NameKind.TEXT, names);
    private final PendingParents pending = new PendingParents(CONFLATE_AT_MOST);
    private final TwinWords progress = new TwinWords(PROGRESS_WORDS);
    private final Newest<Amendment> amendments = new Newest<>(AMENDMENTS_KEPT);
    private final Newest<Verdict> verdicts = new Newest<>(VERDICTS_KEPT);
    private final SwitchBook switches = new SwitchBook();
    /** By desk, where it is not the usual one. */
    private final Map<String, Double> rates = new ConcurrentHashMap<>();
    private volatile IntFunction<EvidenceCard> cards = parent -> null;
    private volatile Supplier<List<Ask>> asks = List::of;
    private volatile BiFunction<String, WireStrategy, String> strategies = (broker, strategy) -> null;
    private volatile int parents;

    /**
     * An empty scorecard.
     *
     * @param store where the rows go; still the caller's to close
     */
    public StoredScorecard(ScoreStore store) {
        this.store = store;
        progress(0, 0, 0, Absent.LONG, Absent.LONG, 0, 0, 0, 0);
    }

    /**
     * Takes over what an event changed: its name, or the rows the pipeline put into it. The outlet only; nothing of the event is kept.
     *
     * @throws IllegalStateException when the store is full or closed; the scorecard can go on with the next event
     */
    public void take(LeakageEvent event) {
        if (event.kind() == EventKind.NAMED) {
            name(event);
        }
        Rows rows = event.rows();
        if (rows == null) {
            return;
        }
        for (int i = 0; i < rows.fills(); i++) {
            store.put(rows.fill(i));
        }
        for (int i = 0; i < rows.children(); i++) {
            take(rows.child(i));
        }
        for (int i = 0; i < rows.parents(); i++) {
            take(rows.parent(i));
        }
        if (!rows.amendments().isEmpty()) {
            amendments.add(rows.amendments());
        }
        if (!rows.verdicts().isEmpty()) {
            verdicts.add(rows.verdicts());
        }
        if (rows.hasSwitching()) {
            switches.take(rows.switching());
        }
    }

    @Override
    public List<Amendment> amendments() {
        return amendments.list();
    }

    /** Says what share of a desk's discoveries may be wrong on average; NaN for the usual one. The outlet only. */
    public void falseDiscoveryRate(int desk, double rate) {
        String id = names.text(NameKind.DESK, desk);
        if (id != null && Double.isNaN(rate)) {
            rates.remove(id);
        } else if (id != null) {
            rates.put(id, rate);
        }
    }

    /** Says who knows the footprints of a parent. */
    public void cards(IntFunction<EvidenceCard> known) {
        cards = known;
    }

    /** Says who names an algorithm of a broker, empty where that is not told; null for one that nobody names. */
    public void strategies(BiFunction<String, WireStrategy, String> known) {
        strategies = known;
    }

    @Override
    public String strategy(int broker, int strategy) {
        String text = strategy < 0 ? null : names.text(NameKind.TEXT, strategy);
        if (text == null) {
            return null;
        }
        WireStrategy wire = WireStrategy.of(text);
        String by = broker < 0 ? null : names.text(NameKind.TEXT, broker);
        String name = strategies.apply(by == null ? "" : by, wire);
        return name == null ? wire.toString() : name;
    }

    /** Says who knows whom quotes were asked of. */
    public void asks(Supplier<List<Ask>> known) {
        asks = known;
    }

    @Override
    public List<Ask> asks() {
        return asks.get();
    }

    @Override
    public EvidenceCard evidence(int parent) {
        return cards.apply(parent);
    }

    @Override
    public Discoveries discoveries(String desk) {
        return DeskDiscoveries.of(this, desk, rates.getOrDefault(desk, Discoveries.USUAL_RATE));
    }

    @Override
    public List<Verdict> verdicts() {
        return verdicts.list();
    }

    @Override
    public SwitchReadings switches() {
        return switches;
    }

    /**
     * Shows readers the parents taken since the last time. The outlet only, at the end of a batch.
     *
     * @throws IllegalStateException when the store had no place for some of them; the others are shown
     */
    public void flush() {
        int seen = parents;
        IllegalStateException refused = null;
        for (int i = 0; i < pending.count(); i++) {
            ParentRow row = pending.row(i);
            try {
                store.put(row);
                seen = Math.max(seen, row.number() + 1);
            } catch (IllegalStateException e) {
                refused = e;
            }
        }
        pending.clear();
        if (seen != parents) {
            parents = seen;
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** Says how far it has come; the arguments are those of {@link Progress}. The outlet only, at the end of a batch. */
    public void progress(long marketSequence, long marketEvents, long orderEvents, long marketNanos, long clockNanos, long dropped,
            long unapplied, long quarantined, long stale) {
        int at = progress.begin();
        long[] words = progress.words();
        words[at] = marketSequence;
        words[at + 1] = marketEvents;
        words[at + 2] = orderEvents;
        words[at + 3] = marketNanos;
        words[at + 4] = clockNanos;
        words[at + 5] = dropped;
        words[at + 6] = unapplied;
        words[at + 7] = quarantined;
        words[at + 8] = stale;
        progress.publish();
    }

    @Override
    public int parents() {
        return parents;
    }

    @Override
    public int find(String id) {
        int parent = orders.parent(id);
        return parent >= 0 ? parent : orderIds.parent(id);
    }

    @Override
    public boolean read(int parent, ParentRow into) {
        return store.get(parent, into) && !Flag.RELINKED.in(into.flags());
    }

    @Override
    public boolean readChild(int parent, int child, ChildRow into) {
        return store.get(parent, child, into);
    }

    @Override
    public boolean readFill(int parent, int fill, FillRow into) {
        return store.get(parent, fill, into);
    }

    @Override
    public String text(NameKind kind, int name) {
        return names.text(kind, name);
    }

    @Override
    public String keptIn() {
        return store.kind();
    }

    @Override
    public Progress progress() {
        while (true) {
            long version = progress.version();
            int at = progress.at(version);
            long[] w = progress.words();
            Progress read = new Progress(w[at], w[at + 1], w[at + 2], w[at + 3], w[at + 4], w[at + 5], w[at + 6], w[at + 7],
                    w[at + 8]);
            if (progress.isStill(version)) {
                return read;
            }
        }
    }

    private void name(LeakageEvent event) {
        names.put(event.nameKind(), event.name, event.text(), event.textLength);
        if (event.nameKind() == NameKind.ORDER) {
            orders.named(event.name, event.text(), event.textLength);
        } else if (event.nameKind() == NameKind.TEXT) {
            orderIds.named(event.name, event.text(), event.textLength);
        }
    }

    private void take(ChildRow row) {
        store.put(row);
        if (!Flag.RELINKED.in(row.flags())) {
            orders.belongs(row.order(), row.parent());
            orderIds.belongs(row.orderId(), row.parent());
        }
    }

    private void take(ParentRow row) {
        if (!Flag.RELINKED.in(row.flags())) {
            orders.belongsUnlessReused(row.order(), row.number());
        }
        if (!pending.put(row)) {
            flush();
            pending.put(row);
        }
    }
}
