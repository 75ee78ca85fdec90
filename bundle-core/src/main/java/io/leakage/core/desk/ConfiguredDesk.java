package io.leakage.core.desk;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One desk while its configuration is there; any thread, under the register's monitor. Each change is checked as a whole first; then only
 * what has changed is told, as events, so that nothing else begins anew. One that is refused changes nothing.
 */
final class ConfiguredDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredDesk.class);

    private final DeskRegister register;
    private final DeskInlet inlet;
    private final String pid;
    private Map<String, ?> asked = Map.of();
    private DeskSettings good;
    private String rulesText;
    private String refused;

    ConfiguredDesk(DeskRegister register, DeskInlet inlet, String pid) {
        this.register = register;
        this.inlet = inlet;
        this.pid = pid;
    }

    String pid() {
        return pid;
    }

    /** Takes a configuration, or refuses it and says so in the log and in {@link #state}. */
    void take(Map<String, ?> properties) {
        synchronized (register) {
            asked = new TreeMap<>(properties);
            try {
                takeOrRefuse(DeskSettings.of(properties));
                refused = null;
            } catch (IllegalArgumentException e) {
                refused = e.getMessage();
                LOG.error("{} ({}); {}", e.getMessage(), pid, good == null ? "there is no such desk until it is mended"
                        : "the last good configuration of " + good.id() + " stays in force");
            }
            register.changed();
        }
    }

    private void takeOrRefuse(DeskSettings settings) {
        if (good != null && !good.id().equals(settings.id())) {
            throw new RefusedSetting("id", settings.id(), good.id() + " for as long as this configuration lives");
        }
        register.check(pid, settings);
        tell(settings);
    }

    /** One that was refused is looked at again. */
    void tryAgain() {
        synchronized (register) {
            if (refused != null) {
                take(asked);
            }
        }
    }

    /** Rules first: where they are refused, nothing has changed. */
    private void tell(DeskSettings now) {
        String text = read(now.rules());
        if (!Objects.equals(text, rulesText)) {
            tellRules(now, text);
        }
        for (OrderKey key : OrderKey.values()) {
            List<String> before = good == null ? List.of() : good.claims().get(key);
            List<String> claims = now.claims().get(key);
            before.stream().filter(value -> !claims.contains(value)).forEach(value -> inlet.claim(now.id(), key, value, false));
            claims.stream().filter(value -> !before.contains(value)).forEach(value -> inlet.claim(now.id(), key, value, true));
        }
        boolean other = good == null || !good.terms().equals(now.terms());
        good = now;
        rulesText = text;
        register.changed();   // who reads the rows that follow must know what is on
        if (other) {
            inlet.terms(now.id(), now.terms());
        }
    }

    private void tellRules(DeskSettings now, String text) {
        try {
            inlet.rules(now.id(), text);
        } catch (IllegalArgumentException e) {
            throw new RefusedSetting("rules", now.rules(), "a file of rules that can be read; " + e.getMessage());
        }
    }

    static String read(String file) {
        try {
            return file.isEmpty() ? null : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new RefusedSetting("rules", file, "a file that can be read (" + e + ")");
        }
    }

    /** Takes back what was told. */
    void stop() {
        synchronized (register) {
            if (good != null) {
                good.claims().forEach((key, values) -> values.forEach(value -> inlet.claim(good.id(), key, value, false)));
                inlet.terms(good.id(), null);
                if (rulesText != null) {
                    inlet.rules(good.id(), null);
                }
            }
            good = null;
            rulesText = null;
            refused = null;
        }
    }

    /** {@return how it stands} */
    DeskState state() {
        synchronized (register) {
            if (good == null) {
                Object id = asked.get("id");
                return new DeskState(id == null ? pid : id.toString(), pid, false, refused, DeskTerms.DEFAULT, Map.of(), "", Map.of());
            }
            return new DeskState(good.id(), pid, true, refused, good.terms(), good.claims(), good.rules(), good.users());
        }
    }
}
