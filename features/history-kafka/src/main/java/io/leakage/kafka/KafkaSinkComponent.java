package io.leakage.kafka;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Puts one sink per configuration {@code leakage.kafka} into the framework. A configuration that makes no sense is refused. */
@Component(service = HistorySink.class, configurationPid = "leakage.kafka", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = KafkaConfig.class, factory = true)
public final class KafkaSinkComponent implements HistorySink {
    private final KafkaSink sink;

    /**
     * Makes the sink; whoever tails the journal opens it.
     *
     * @param config what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public KafkaSinkComponent(KafkaConfig config) {
        sink = new KafkaSink(config.name(), new ClientSettings(config.bootstrap_servers(), config.client_properties()),
                new KafkaTopics(new TopicNames(config.env()), config.partitions(), config.replication()),
                tables(config.tables()), engine());
    }

    /** Gives the connection up at once, whatever is being kept. */
    @Deactivate
    public void stop() {
        sink.drop();
    }

    @Override
    public void close() {
        sink.close();
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

    /** {@return the tables of these names, all when there are none} */
    static Set<HistoryTable> tables(String[] names) {
        Set<HistoryTable> tables = names.length == 0 ? EnumSet.allOf(HistoryTable.class) : EnumSet.noneOf(HistoryTable.class);
        for (String name : names) {
            try {
                tables.add(HistoryTable.valueOf(name.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tables: of " + EnumSet.allOf(HistoryTable.class) + ", got \"" + name + "\"", e);
            }
        }
        return tables;
    }

    private static String engine() {
        Bundle core = FrameworkUtil.getBundle(HistorySink.class);
        return core == null ? "unknown" : core.getVersion().toString();
    }
}
