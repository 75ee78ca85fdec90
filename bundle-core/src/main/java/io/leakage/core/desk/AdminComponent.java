package io.leakage.core.desk;

import io.leakage.api.desk.DeskAdmin;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts {@link DeskAdmin} into the framework. No logic lives here. */
@Component(service = DeskAdmin.class)
public final class AdminComponent implements DeskAdmin {
    private final Configurations configurations;

    /** For the framework. */
    @Activate
    public AdminComponent(@Reference ConfigurationAdmin admin, @Reference RegisterComponent register) {
        configurations = new Configurations(admin, register.register());
    }

    @Override
    public String json(String id) {
        return configurations.json(id);
    }

    @Override
    public void put(String id, String json) {
        configurations.put(id, json);
    }

    @Override
    public boolean remove(String id) {
        return configurations.remove(id);
    }
}
