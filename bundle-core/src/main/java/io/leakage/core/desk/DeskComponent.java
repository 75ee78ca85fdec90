package io.leakage.core.desk;

import io.leakage.api.event.Inlets;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Hands a desk's configuration to {@link ConfiguredDesk}. No logic lives here. */
@Component(service = {}, immediate = true, configurationPid = "leakage.desk", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DeskConfig.class, factory = true)
public final class DeskComponent {
    private final DeskRegister register;
    private final ConfiguredDesk desk;

    /** A configuration came. */
    @Activate
    public DeskComponent(@Reference Inlets inlets, @Reference RegisterComponent registered, Map<String, Object> properties) {
        register = registered.register();
        desk = new ConfiguredDesk(register, inlets.desk(), String.valueOf(properties.get("service.pid")));
        register.join(desk);
        desk.take(properties);
    }

    /** It changed. */
    @Modified
    public void change(Map<String, Object> properties) {
        desk.take(properties);
    }

    /** It went. */
    @Deactivate
    public void stop() {
        desk.stop();
        register.leave(desk);
    }
}
