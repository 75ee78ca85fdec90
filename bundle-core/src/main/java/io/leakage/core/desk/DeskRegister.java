package io.leakage.core.desk;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.OrderKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All desks, and that no two of them claim the same. Any thread. */
final class DeskRegister implements Desks {
    private static final Logger LOG = LoggerFactory.getLogger(DeskRegister.class);

    /** Whole at every moment, so that a change of one desk hides no other; never changed, only replaced. */
    private volatile Map<String, DeskState> inForce = Map.of();
    private volatile List<DeskState> states = List.of();
    /** By PID. */
    private final Map<String, ConfiguredDesk> configured = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    synchronized void join(ConfiguredDesk desk) {
        configured.put(desk.pid(), desk);
        changed();
    }

    /** A desk is no more; who was refused because of it is asked again. */
    synchronized void leave(ConfiguredDesk desk) {
        configured.remove(desk.pid());
        new ArrayList<>(configured.values()).forEach(ConfiguredDesk::tryAgain);
        changed();
    }

    /** Looks through the desks anew. */
    synchronized void changed() {
        states = configured.values().stream().map(ConfiguredDesk::state).sorted(Comparator.comparing(DeskState::id)).toList();
        inForce = states.stream().filter(DeskState::inForce).collect(Collectors.toUnmodifiableMap(DeskState::id, Function.identity()));
        listeners.forEach(DeskRegister::tell);
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("a listener to desks failed; it will be told of later changes", e);
        }
    }

    /**
     * Checks settings against every other desk.
     *
     * @param pid whose they are
     * @throws RefusedSetting when another desk in force has the id or claims the same
     */
    synchronized void check(String pid, DeskSettings settings) {
        for (ConfiguredDesk other : configured.values()) {
            DeskState state = other.state();
            if (other.pid().equals(pid) || !state.inForce()) {
                continue;
            }
            if (state.id().equals(settings.id())) {
                throw new RefusedSetting("id", settings.id(), "an id that no other configuration has; " + other.pid() + " has it");
            }
            for (OrderKey key : OrderKey.values()) {
                for (String value : settings.claims().get(key)) {
                    if (state.claims().get(key).contains(value)) {
                        throw new RefusedSetting(DeskSettings.CLAIMS.get(key.ordinal()), value,
                                "what no other desk has claimed; " + state.id() + " has");
                    }
                }
            }
        }
    }

    @Override
    public List<DeskState> all() {
        return states;
    }

    @Override
    public DeskState find(String id) {
        return id == null ? null : inForce.get(id);
    }

    @Override
    public boolean isOn(String id, DeskFeature feature) {
        DeskState desk = find(id);
        return desk == null ? feature != DeskFeature.SWITCHING : desk.terms().has(feature);
    }
}
