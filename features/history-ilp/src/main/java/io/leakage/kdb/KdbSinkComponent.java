package io.leakage.kdb;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.ilp.TableChoice;
import java.io.IOException;
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
public final class KdbSinkComponent implements HistorySink {
    private final KdbSink sink;

    /**
     * Makes the sink; whoever tails the journal opens it.
     *
     * @param context of this bundle
     * @param config  what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public KdbSinkComponent(BundleContext context, KdbConfig config) {
        Path folder = config.position_directory().isBlank() ? context.getDataFile("kdb").toPath() : Path.of(config.position_directory());
        sink = new KdbSink(config.name(), new KdbAddress(config.host(), config.port(), config.access_file()), config.table_prefix(),
                TableChoice.of(config.tables()), folder);
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
    public void close() {
        sink.close();
    }
}
