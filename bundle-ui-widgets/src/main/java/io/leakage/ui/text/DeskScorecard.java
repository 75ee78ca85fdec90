package io.leakage.ui.text;

import io.leakage.api.event.Absent;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A scorecard as somebody may see it who may not see every desk: an order of another desk is not there, by whatever id it is asked for, so
 * that nothing tells it from one that never was. Which desks count is asked anew at each read. Any thread; finding and reading an order
 * makes no garbage of its own.
 */
public final class DeskScorecard implements Scorecard {
    private final Scorecard scorecard;
    private final Predicate<String> desks;
    private final Supplier<Progress> progress;
    /** A row to look into for an order's desk; who finds it taken makes one. */
    private final AtomicReference<ParentRow> spare = new AtomicReference<>();

    /**
     * Shows a part.
     *
     * @param scorecard all of it
     * @param desks     whether a desk's orders are shown, by its id; asked with {@link Words#NO_DESK} for those that no desk claims
     */
    public DeskScorecard(Scorecard scorecard, Predicate<String> desks) {
        this(scorecard, desks, () -> ofMarket(scorecard.progress()));
    }

    /** Shows a part to somebody who may know how far all of it has come. */
    public DeskScorecard(Scorecard scorecard, Predicate<String> desks, Supplier<Progress> progress) {
        this.scorecard = scorecard;
        this.desks = desks;
        this.progress = progress;
    }

    /** How many order events those of other desks make is not told. */
    private static Progress ofMarket(Progress all) {
        return new Progress(all.marketSequence(), all.marketEvents(), Absent.LONG, all.marketNanos(), all.clockNanos(), all.dropped(),
                all.unapplied(), all.quarantined(), all.stale());
    }

    private boolean isShown(int parent) {
        ParentRow taken = spare.getAndSet(null);
        ParentRow row = taken == null ? new ParentRow() : taken;
        boolean shown = read(parent, row);
        spare.set(row);
        return shown;
    }

    @Override
    public int parents() {
        return scorecard.parents();
    }

    @Override
    public int find(String id) {
        int parent = scorecard.find(id);
        return parent < 0 || isShown(parent) ? parent : -1;
    }

    @Override
    public boolean read(int parent, ParentRow into) {
        return scorecard.read(parent, into) && desks.test(Words.desk(scorecard, into.desk()));
    }

    @Override
    public boolean readChild(int parent, int child, ChildRow into) {
        return scorecard.readChild(parent, child, into);
    }

    @Override
    public boolean readFill(int parent, int fill, FillRow into) {
        return scorecard.readFill(parent, fill, into);
    }

    @Override
    public String text(NameKind kind, int name) {
        return scorecard.text(kind, name);
    }

    @Override
    public String strategy(int broker, int strategy) {
        return scorecard.strategy(broker, strategy);
    }

    @Override
    public List<Amendment> amendments() {
        return scorecard.amendments().stream().filter(amendment -> isShown(amendment.parent())).toList();
    }

    @Override
    public List<Amendment> amendments(int parent) {
        return isShown(parent) ? scorecard.amendments(parent) : List.of();
    }

    @Override
    public List<Verdict> verdicts() {
        return scorecard.verdicts().stream().filter(verdict -> isShown(verdict.parent())).toList();
    }

    @Override
    public SwitchReadings switches() {
        return new DeskSwitches(scorecard, desks);
    }

    @Override
    public EvidenceCard evidence(int parent) {
        return isShown(parent) ? scorecard.evidence(parent) : null;
    }

    @Override
    public List<Ask> asks() {
        return scorecard.asks().stream().filter(ask -> ask.parent() < 0 ? desks.test(Words.desk(scorecard, -1)) : isShown(ask.parent()))
                .toList();
    }

    @Override
    public Discoveries discoveries(String desk) {
        return desks.test(desk) ? scorecard.discoveries(desk) : Scorecard.super.discoveries(desk);
    }

    @Override
    public String keptIn() {
        return scorecard.keptIn();
    }

    @Override
    public Progress progress() {
        return progress.get();
    }
}
