package io.leakage.core.engine;

import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.Inlets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A desk's configuration, told to the scorecard as events. One that cannot be taken is refused with field, value and what was expected; the
 * last good one stays in force.
 */
@Component(service = {}, immediate = true, configurationPid = "leakage.desk", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DeskConfig.class, factory = true)
public final class DeskComponent {
    private static final Logger LOG = LoggerFactory.getLogger(DeskComponent.class);

    private final DeskInlet inlet;
    private final String id;
    private Set<String> accounts = Set.of();

    /** Gives the desk its accounts and rules. */
    @Activate
    public DeskComponent(@Reference Inlets inlets, DeskConfig config) {
        this.inlet = inlets.desk();
        this.id = id(config);
        take(config);
    }

    /** Takes another configuration of the same desk. */
    @Modified
    public void change(DeskConfig config) {
        try {
            if (!id(config).equals(id)) {
                throw new IllegalArgumentException("leakage.desk: id: " + id + " for as long as this configuration lives, got " + config.id());
            }
            take(config);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the last good configuration of {} stays in force", e.getMessage(), id);
        }
    }

    /** Takes accounts and rules away again. */
    @Deactivate
    public void stop() {
        accounts.forEach(account -> inlet.desk(id, account, false));
        inlet.rules(id, null);
    }

    private static String id(DeskConfig config) {
        if (config.id() == null || config.id().isBlank()) {
            throw new IllegalArgumentException("leakage.desk: id: a name, got none");
        }
        return config.id();
    }

    /** Rules first: where they are refused, nothing has changed. */
    private void take(DeskConfig config) {
        tellRules(config.rules());
        Set<String> now = new TreeSet<>(Arrays.asList(config.accounts()));
        accounts.stream().filter(account -> !now.contains(account)).forEach(account -> inlet.desk(id, account, false));
        now.stream().filter(account -> !accounts.contains(account)).forEach(account -> inlet.desk(id, account, true));
        accounts = now;
    }

    private void tellRules(String file) {
        try {
            inlet.rules(id, file == null || file.isBlank() ? null : Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("leakage.desk: rules: a file that can be read, got " + file + " (" + e + ")", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("leakage.desk: rules: " + file + ": " + e.getMessage(), e);
        }
    }
}
