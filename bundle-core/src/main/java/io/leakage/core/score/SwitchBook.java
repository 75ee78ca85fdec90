package io.leakage.core.score;

import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.Objection;
import io.leakage.api.score.SwitchDesk;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchReadings;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.TakeOver;
import io.leakage.core.event.SwitchingNews;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Switches for readers: told rarely, so that a lock costs nothing. */
final class SwitchBook implements SwitchReadings {
    private static final int SWITCHES_KEPT = 10_000;
    private static final int OBJECTIONS_KEPT = 10_000;

    private final NavigableMap<Long, AlgoSwitch> switches = new TreeMap<>();
    private final NavigableMap<Long, SwitchOutcome> outcomes = new TreeMap<>();
    private final Map<List<Object>, SwitchSaving> savings = new LinkedHashMap<>();
    private final NavigableMap<Integer, SwitchDesk> desks = new TreeMap<>();
    private final Map<Integer, String> takenOver = new HashMap<>();
    private final Newest<Objection> objections = new Newest<>(OBJECTIONS_KEPT);

    synchronized void take(SwitchingNews news) {
        news.switches().forEach(one -> switches.put(one.number(), one));
        while (switches.size() > SWITCHES_KEPT) {
            switches.pollFirstEntry();
        }
        news.outcomes().forEach(one -> outcomes.put(one.number(), one));
        while (outcomes.size() > SWITCHES_KEPT) {
            outcomes.pollFirstEntry();
        }
        news.savings().forEach(one -> savings.put(List.of(one.desk(), one.rules(), one.rule(), one.from(), one.to()), one));
        news.desks().forEach(desk -> desks.put(desk.desk(), desk));
        for (TakeOver takeOver : news.takeOvers()) {
            takenOver.put(takeOver.parent(), takeOver.by());
        }
        objections.add(news.objections());
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
        return List.copyOf(savings.values());
    }

    @Override
    public synchronized List<SwitchDesk> desks() {
        return List.copyOf(desks.values());
    }

    @Override
    public synchronized String takenOver(int parent) {
        return takenOver.getOrDefault(parent, "");
    }

    @Override
    public List<Objection> objections() {
        return objections.list();
    }
}
