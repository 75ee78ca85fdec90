package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A file of reference data, told to the scorecard as events. No logic lives here. */
@Component(service = {}, immediate = true, configurationPid = "leakage.reference", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = ReferenceConfig.class, factory = true)
public final class ReferenceComponent {
    /** Reads the file and tells it. */
    @Activate
    public ReferenceComponent(@Reference Inlets inlets, ReferenceConfig config) {
        if (config.file() == null || config.file().isBlank()) {
            throw new IllegalArgumentException("leakage.reference: file: a file of reference data, got none");
        }
        ReferenceFile.of(Path.of(config.file())).tell(inlets.reference());
    }
}
