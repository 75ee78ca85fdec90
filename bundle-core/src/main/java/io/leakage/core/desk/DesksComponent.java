package io.leakage.core.desk;

import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.event.DeskFeature;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the register of desks into the framework. No logic lives here. */
@Component(service = Desks.class)
public final class DesksComponent implements Desks {
    private final DeskRegister register;

    /** For the framework. */
    @Activate
    public DesksComponent(@Reference RegisterComponent register) {
        this.register = register.register();
    }

    @Override
    public List<DeskState> all() {
        return register.all();
    }

    @Override
    public DeskState find(String id) {
        return register.find(id);
    }

    @Override
    public boolean isOn(String id, DeskFeature feature) {
        return register.isOn(id, feature);
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return register.listen(listener);
    }
}
