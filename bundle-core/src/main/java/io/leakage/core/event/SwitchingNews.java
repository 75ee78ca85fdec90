package io.leakage.core.event;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.TakeOver;
import java.util.ArrayList;
import java.util.List;

/** What an event changed of switches, travelling in its rows. Rare: most rows have none of it. */
public final class SwitchingNews {
    private final List<AlgoSwitch> switches = new ArrayList<>(1);
    private final List<SwitchDesk> desks = new ArrayList<>(1);
    private final List<TakeOver> takeOvers = new ArrayList<>(0);
    private final List<Objection> objections = new ArrayList<>(0);
    private final List<SwitchOutcome> outcomes = new ArrayList<>(0);
    private final List<SwitchSaving> savings = new ArrayList<>(0);

    /** Takes what there is to tell. */
    public void addAll(List<AlgoSwitch> ofSwitches, List<SwitchDesk> ofDesks, List<TakeOver> ofTakeOvers, List<Objection> ofObjections) {
        switches.addAll(ofSwitches);
        desks.addAll(ofDesks);
        takeOvers.addAll(ofTakeOvers);
        objections.addAll(ofObjections);
    }

    /** Takes what came of decisions. */
    public void addAll(List<SwitchOutcome> ofOutcomes, List<SwitchSaving> ofSavings) {
        outcomes.addAll(ofOutcomes);
        savings.addAll(ofSavings);
    }

    /** {@return switches as they stand now, in the order in which they changed} */
    public List<AlgoSwitch> switches() {
        return switches;
    }

    /** {@return desks as they stand now} */
    public List<SwitchDesk> desks() {
        return desks;
    }

    /** {@return orders taken over or given back} */
    public List<TakeOver> takeOvers() {
        return takeOvers;
    }

    /** {@return what keeps rules that stand from a switch} */
    public List<Objection> objections() {
        return objections;
    }

    /** {@return what came of decisions} */
    public List<SwitchOutcome> outcomes() {
        return outcomes;
    }

    /** {@return what rules have saved, as it stands now} */
    public List<SwitchSaving> savings() {
        return savings;
    }
}
