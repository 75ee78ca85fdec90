package io.leakage.ui;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchReadings;
import io.leakage.api.score.SwitchSaving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Switches put in by hand. Any thread. */
public final class RecordedSwitches implements SwitchReadings {
    private final Map<Long, AlgoSwitch> switches = new TreeMap<>();
    private final Map<Long, SwitchOutcome> outcomes = new HashMap<>();
    private final List<SwitchSaving> savings = new ArrayList<>();
    private final List<SwitchDesk> desks = new ArrayList<>();
    private final Map<Integer, String> takenOver = new HashMap<>();
    private final List<Objection> objections = new ArrayList<>();

    /** A switch stands so now. */
    public synchronized void put(AlgoSwitch one) {
        switches.put(one.number(), one);
    }

    /** That came of a switch. */
    public synchronized void put(SwitchOutcome outcome) {
        outcomes.put(outcome.number(), outcome);
    }

    /** That was saved. */
    public synchronized void put(SwitchSaving saving) {
        savings.add(saving);
    }

    /** A desk stands so now. */
    public synchronized void put(SwitchDesk desk) {
        desks.removeIf(before -> before.desk() == desk.desk());
        desks.add(desk);
    }

    /** A trader took an order over. */
    public synchronized void takeOver(int parent, String by) {
        takenOver.put(parent, by);
    }

    /** … and gave it back. */
    public synchronized void release(int parent) {
        takenOver.remove(parent);
    }

    /** Something spoke against a switch. */
    public synchronized void object(Objection objection) {
        objections.add(objection);
    }

    @Override
    public synchronized List<AlgoSwitch> all() {
        return List.copyOf(switches.values());
    }

    @Override
    public synchronized AlgoSwitch find(long number) {
        return switches.get(number);
    }

    @Override
    public synchronized SwitchOutcome outcome(long number) {
        return outcomes.get(number);
    }

    @Override
    public synchronized List<SwitchSaving> savings() {
        return List.copyOf(savings);
    }

    @Override
    public synchronized List<SwitchDesk> desks() {
        return List.copyOf(desks);
    }

    @Override
    public synchronized String takenOver(int parent) {
        return takenOver.getOrDefault(parent, "");
    }

    @Override
    public synchronized List<Objection> objections() {
        return List.copyOf(objections);
    }
}
