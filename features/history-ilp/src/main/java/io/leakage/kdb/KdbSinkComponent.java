package io.leakage.kdb;

import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Puts one publisher per configuration {@code leakage.kdb} into the framework. A configuration that makes no sense is refused. */
@Component(service = HistorySink.class, configurationPid = "leakage.kdb", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = KdbConfig.class, factory = true)
public final class KdbSinkComponent extends KdbSink {
    /**
     * Makes the sink; whoever tails the journal opens it.
     *
     * @param context of this bundle
     * @param config  what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public KdbSinkComponent(BundleContext context, KdbConfig config) {
        super(config.name(), new KdbAddress(config.host(), config.port(), config.access_file()), config.table_prefix(),
                HistoryTable.of(config.tables()), folder(context, config.position_directory()));
    }

    private static Path folder(BundleContext context, String configured) {
        return configured.isBlank() ? context.getDataFile("kdb").toPath() : Path.of(configured);
    }
}
