package io.leakage.archive;

import io.leakage.api.history.HistorySink;
import io.leakage.archive.depot.Depots;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Offers the archive to the history, once it is configured. No logic lives here. */
@Component(service = HistorySink.class, configurationPid = "leakage.archive", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = ArchiveConfig.class)
public final class ArchiveComponent extends ArchiveSink {
    /** For the framework. */
    @Activate
    public ArchiveComponent(ArchiveConfig config) {
        super(Depots.at(config.location(), config.region(), config.endpoint(), config.spool()),
                new ArchiveOptions(ZoneId.of(config.zone()), config.batch_mebibytes(), config.flush_seconds(), config.small_files(),
                        config.small_rows(), config.memory_mebibytes(), config.threads()));
    }
}
