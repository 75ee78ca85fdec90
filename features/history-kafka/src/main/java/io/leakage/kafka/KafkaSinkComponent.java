package io.leakage.kafka;

import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
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
public final class KafkaSinkComponent extends KafkaSink {
    /**
     * Makes the sink; whoever tails the journal opens it.
     *
     * @param config what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public KafkaSinkComponent(KafkaConfig config) {
        super(config.name(), new ClientSettings(config.bootstrap_servers(), config.client_properties()),
                new KafkaTopics(new TopicNames(config.env()), config.partitions(), config.replication()),
                HistoryTable.of(config.tables()), engine());
    }

    /** Gives the connection up at once, whatever is being kept. */
    @Deactivate
    public void stop() {
        drop();
    }

    private static String engine() {
        Bundle core = FrameworkUtil.getBundle(HistorySink.class);
        return core == null ? "unknown" : core.getVersion().toString();
    }
}
