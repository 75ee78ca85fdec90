package io.leakage.core.score;

import io.leakage.api.score.Amendment;
import io.leakage.api.score.Ask;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchReadings;
import io.leakage.api.score.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The orders of some days: each as a run over the journal left it, or as the live scorecard has it where that is newer. Which orders there
 * are and what they are called the live scorecard says, so that none is there twice. One thread: made for one answer.
 */
public final class DayScorecard implements Scorecard {
    private static final int NONE = -1;
    /** The live pipeline is asked for so many cards in one answer at most. */
    private static final int MOST_ASKED = 200;

    private final Scorecard live;
    private final List<DayRows> days;
    private final Predicate<ParentRow> asked;
    private final ParentRow scratch = new ParentRow();
    private int decided = NONE;
    /** Where the parent decided last is read from; null for the live scorecard. */
    private DayRows source;
    private int cardsAsked;
    /** Null until somebody asks. */
    private Map<Integer, List<Amendment>> byParent;

    /**
     * @param live  the live scorecard
     * @param days  what runs left
     * @param asked whether an order is of the days asked for
     */
    public DayScorecard(Scorecard live, List<DayRows> days, Predicate<ParentRow> asked) {
        this.live = live;
        this.days = List.copyOf(days);
        this.asked = asked;
    }

    @Override
    public int parents() {
        return live.parents();
    }

    @Override
    public int find(String id) {
        int parent = live.find(id);
        return parent < 0 || read(parent, scratch) ? parent : earlier(id);
    }

    /** {@return the order of these days that had the id of a later one} */
    private int earlier(String id) {
        for (int parent = 0; parent < parents(); parent++) {
            if (read(parent, scratch) && id.equals(text(NameKind.ORDER, scratch.order()))) {
                return parent;
            }
        }
        return NONE;
    }

    @Override
    public boolean read(int parent, ParentRow into) {
        return decide(parent, into) && asked.test(into);
    }

    /** {@return whether there is such a parent; its newest row is in {@code into} then} */
    private boolean decide(int parent, ParentRow into) {
        decided = NONE;
        if (!live.read(parent, into)) {
            return false;
        }
        DayRows newest = null;
        long version = into.version() - 1;
        for (DayRows day : days) {
            if (day.version(parent) > version) {
                newest = day;
                version = day.version(parent);
            }
        }
        decided = parent;
        source = newest;
        return newest == null || newest.get(parent, into);
    }

    private boolean isKnown(int parent) {
        return decided == parent || decide(parent, scratch);
    }

    @Override
    public boolean readChild(int parent, int child, ChildRow into) {
        return isKnown(parent) && (source == null ? live.readChild(parent, child, into) : source.get(parent, child, into));
    }

    @Override
    public boolean readFill(int parent, int fill, FillRow into) {
        return isKnown(parent) && (source == null ? live.readFill(parent, fill, into) : source.get(parent, fill, into));
    }

    @Override
    public EvidenceCard evidence(int parent) {
        if (!isKnown(parent)) {
            return null;
        }
        return source != null ? source.card(parent) : cardsAsked++ < MOST_ASKED ? live.evidence(parent) : null;
    }

    @Override
    public String text(NameKind kind, int name) {
        return live.text(kind, name);
    }

    @Override
    public String strategy(int broker, int strategy) {
        return live.strategy(broker, strategy);
    }

    @Override
    public List<Amendment> amendments() {
        return amended().stream().filter(one -> read(one.parent(), scratch)).toList();
    }

    @Override
    public List<Amendment> amendments(int parent) {
        return read(parent, scratch) ? byParent().getOrDefault(parent, List.of()) : List.of();
    }

    private Set<Amendment> amended() {
        return merged(DayRows::amendments, live.amendments());
    }

    private Map<Integer, List<Amendment>> byParent() {
        if (byParent == null) {
            byParent = amended().stream().collect(Collectors.groupingBy(Amendment::parent));
        }
        return byParent;
    }

    @Override
    public List<Verdict> verdicts() {
        return merged(DayRows::verdicts, live.verdicts()).stream().filter(one -> read(one.parent(), scratch)).toList();
    }

    /** {@return the live scorecard's, of the orders of these days; where no order is known, by when it was asked} */
    @Override
    public List<Ask> asks() {
        return live.asks().stream().filter(ask -> ask.parent() < 0 ? isOfTheseDays(ask.nanos()) : read(ask.parent(), scratch)).toList();
    }

    private boolean isOfTheseDays(long nanos) {
        ParentRow then = new ParentRow();
        then.arrivalNanos(nanos);
        return asked.test(then);
    }

    /** What runs told first, then what only the live scorecard knows: of that the newest. */
    private <T> Set<T> merged(Function<DayRows, List<T>> of, List<T> newest) {
        Set<T> all = new LinkedHashSet<>();
        days.forEach(day -> all.addAll(of.apply(day)));
        all.addAll(newest);
        return all;
    }

    @Override
    public SwitchReadings switches() {
        return live.switches();
    }

    @Override
    public Discoveries discoveries(String desk) {
        return DeskDiscoveries.of(this, desk, live.discoveries(desk).rate());
    }

    @Override
    public String keptIn() {
        return live.keptIn();
    }

    @Override
    public Progress progress() {
        return live.progress();
    }
}
