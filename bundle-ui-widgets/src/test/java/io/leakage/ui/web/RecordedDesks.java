package io.leakage.ui.web;

import io.leakage.api.desk.DeskAdmin;
import io.leakage.api.desk.DeskRole;
import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskMode;
import io.leakage.api.event.DeskTerms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Desks that are there because a test says so; what is put is kept as text, and "bad" is refused. */
public final class RecordedDesks implements Desks, DeskAdmin {
    final Map<String, DeskState> states = new TreeMap<>();
    final Map<String, String> texts = new TreeMap<>();

    /** A desk with these on, and these people. */
    public void add(String id, Set<DeskFeature> on, Map<String, Set<DeskRole>> users) {
        states.put(id, new DeskState(id, "leakage.desk~" + id, true, null,
                new DeskTerms(on, DeskMode.OBSERVE, 1, 20, 5, 5, 300_000_000_000L, 0.15, 60_000_000_000L), Map.of(), "", users));
        texts.put(id, "{\"id\":\"" + id + "\"}");
    }

    @Override
    public List<DeskState> all() {
        return List.copyOf(states.values());
    }

    @Override
    public DeskState find(String id) {
        return states.get(id);
    }

    @Override
    public boolean isOn(String id, DeskFeature feature) {
        return states.containsKey(id) ? states.get(id).terms().has(feature) : feature != DeskFeature.SWITCHING;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return () -> { };
    }

    @Override
    public String json(String id) {
        return texts.get(id);
    }

    @Override
    public void put(String id, String json) {
        if (json.contains("bad")) {
            throw new RefusedSetting("mode", "bad", "one of OFF, OBSERVE, ADVISE, AUTO");
        }
        texts.put(id, json);
    }

    @Override
    public boolean remove(String id) {
        return texts.remove(id) != null;
    }
}
