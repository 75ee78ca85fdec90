package io.leakage.core.desk;

import io.leakage.api.desk.DeskAdmin;
import io.leakage.api.desk.RefusedSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The desks' configurations in the framework; what is written has been checked. Any thread, one writes at a time. */
final class Configurations implements DeskAdmin {
    static final String FACTORY = "leakage.desk";
    /** Any bundle may be given it: a console writes it, the core reads it. */
    private static final String ANYWHERE = "?";

    /** One writes at a time: what is checked against the others is written before these change. */
    private static final Object WRITING = new Object();

    private final ConfigurationAdmin admin;
    private final DeskRegister register;

    Configurations(ConfigurationAdmin admin, DeskRegister register) {
        this.admin = admin;
        this.register = register;
    }

    /** {@return a desk's fields as they are configured; empty when there is no such desk} */
    Map<String, Object> fields(String id) {
        Configuration found = find(id);
        Map<String, Object> fields = new TreeMap<>();
        if (found != null && found.getProperties() != null) {
            Dictionary<String, Object> properties = found.getProperties();
            Collections.list(properties.keys()).forEach(key -> fields.put(key, properties.get(key)));
        }
        return fields;
    }

    @Override
    public String json(String id) {
        return find(id) == null ? null : SettingsJson.write(fields(id));
    }

    @Override
    public void put(String id, String json) {
        Map<String, Object> fields = SettingsJson.read(json);
        Object told = fields.putIfAbsent("id", id);
        if (told != null && !told.equals(id)) {
            throw new RefusedSetting("id", told.toString(), id + ", as it was addressed");
        }
        write(id, fields);
    }

    /** Checks, then writes in place of what there was; where it came from a file it stays the file's. */
    void write(String id, Map<String, ?> fields) {
        DeskSettings settings = DeskSettings.of(fields);
        ConfiguredDesk.read(settings.rules());
        synchronized (WRITING) {
            writeChecked(id, fields, settings);
        }
    }

    private void writeChecked(String id, Map<String, ?> fields, DeskSettings settings) {
        try {
            Configuration found = find(id);
            register.check(found == null ? "" : found.getPid(), settings);
            Configuration target = found == null ? admin.getFactoryConfiguration(FACTORY, id, ANYWHERE) : found;
            Dictionary<String, Object> properties = new Hashtable<>(fields);
            Object file = found == null || found.getProperties() == null ? null : found.getProperties().get("felix.fileinstall.filename");
            if (file != null) {
                properties.put("felix.fileinstall.filename", file);
            }
            target.update(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean remove(String id) {
        Configuration found = find(id);
        try {
            if (found != null) {
                found.delete();
            }
            return found != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration find(String id) {
        try {
            Configuration[] all = admin.listConfigurations("(service.factoryPid=" + FACTORY + ")");
            for (Configuration one : all == null ? new Configuration[0] : all) {
                if (id.equals(String.valueOf(one.getProperties().get("id")).strip())) {
                    return one;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
