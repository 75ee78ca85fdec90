package io.leakage.archive;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.archive.depot.Depots;
import java.io.IOException;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Offers the archive to the history, once it is configured. No logic lives here. */
@Component(service = HistorySink.class, configurationPid = "leakage.archive", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ArchiveConfig.class)
public final class ArchiveComponent implements HistorySink {
    private final HistorySink sink;

    /** For the framework. */
    @Activate
    public ArchiveComponent(ArchiveConfig config) {
        sink = new ArchiveSink(Depots.at(config.location(), config.region(), config.endpoint(), config.spool()),
                new ArchiveOptions(ZoneId.of(config.zone()), config.batch_mebibytes(), config.flush_seconds(), config.small_files(),
                        config.small_rows(), config.memory_mebibytes(), config.threads()));
    }

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public long open(String journal) throws IOException {
        return sink.open(journal);
    }

    @Override
    public boolean take(HistoryRecord item) {
        return sink.take(item);
    }

    @Override
    public void flush(long position) throws IOException {
        sink.flush(position);
    }

    @Override
    public int patienceMillis() {
        return sink.patienceMillis();
    }

    @Override
    public void close() {
        sink.close();
    }
}
