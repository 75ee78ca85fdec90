package io.leakage.core.switching;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.TakeOver;
import io.leakage.core.event.Rows;
import java.util.ArrayList;
import java.util.List;

/** What an event changed of switches, until it is told. */
final class News {
    private final List<AlgoSwitch> switches = new ArrayList<>();
    private final List<SwitchDesk> desks = new ArrayList<>();
    private final List<TakeOver> takeOvers = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<SwitchOutcome> outcomes = new ArrayList<>();
    private final List<SwitchSaving> savings = new ArrayList<>();

    void changed(Case one) {
        switches.add(one.told());
    }

    void desk(DeskState state) {
        desks.add(state.told());
    }

    void takenOver(TakeOver takeOver) {
        takeOvers.add(takeOver);
    }

    void object(Objection objection) {
        objections.add(objection);
    }

    void outcome(SwitchOutcome outcome) {
        outcomes.add(outcome);
    }

    void saving(SwitchSaving saving) {
        savings.add(saving);
    }

    boolean isEmpty() {
        return switches.isEmpty() && desks.isEmpty() && takeOvers.isEmpty() && objections.isEmpty() && outcomes.isEmpty();
    }

    void moveTo(Rows rows) {
        rows.switching().addAll(switches, desks, takeOvers, objections);
        rows.switching().addAll(outcomes, savings);
        switches.clear();
        desks.clear();
        takeOvers.clear();
        objections.clear();
        outcomes.clear();
        savings.clear();
    }
}
