package io.leakage.ui.text;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchReadings;
import io.leakage.api.score.SwitchSaving;
import java.util.List;
import java.util.function.Predicate;

/** Switches as somebody may see them who may not see every desk; that the firm was stopped everybody may know. Any thread. */
final class DeskSwitches implements SwitchReadings {
    private final Scorecard scorecard;
    private final SwitchReadings all;
    private final Predicate<String> desks;

    /** @param desks whether a desk is shown, by its id */
    DeskSwitches(Scorecard scorecard, Predicate<String> desks) {
        this.scorecard = scorecard;
        this.all = scorecard.switches();
        this.desks = desks;
    }

    private boolean isShown(int desk) {
        return desks.test(Words.desk(scorecard, desk));
    }

    private boolean isOfShown(int parent) {
        ParentRow row = new ParentRow();
        return scorecard.read(parent, row) && isShown(row.desk());
    }

    @Override
    public List<AlgoSwitch> all() {
        return all.all().stream().filter(one -> isShown(one.desk())).toList();
    }

    @Override
    public AlgoSwitch find(long number) {
        AlgoSwitch one = all.find(number);
        return one == null || isShown(one.desk()) ? one : null;
    }

    @Override
    public SwitchOutcome outcome(long number) {
        return find(number) == null ? null : all.outcome(number);
    }

    @Override
    public List<SwitchSaving> savings() {
        return all.savings().stream().filter(saving -> isShown(saving.desk())).toList();
    }

    @Override
    public List<SwitchDesk> desks() {
        return all.desks().stream().filter(desk -> desk.desk() < 0 || isShown(desk.desk())).toList();
    }

    @Override
    public String takenOver(int parent) {
        return isOfShown(parent) ? all.takenOver(parent) : "";
    }

    @Override
    public List<Objection> objections() {
        return all.objections().stream().filter(objection -> isOfShown(objection.parent())).toList();
    }
}
