package io.leakage.ilp;

import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Puts one sink per configuration {@code leakage.questdb} into the framework. A configuration that makes no sense is refused. */
@Component(service = HistorySink.class, configurationPid = "leakage.questdb", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "leakage.optional:Boolean=true")
@Designate(ocd = IlpConfig.class, factory = true)
public final class IlpSinkComponent extends QuestSink {
    /**
     * Makes the sink; whoever tails the journal opens it.
     *
     * @param config what the administrator said
     * @throws IllegalArgumentException with field, value and what is allowed
     */
    @Activate
    public IlpSinkComponent(IlpConfig config) {
        super(config.name(), new QuestHttp(config.url(), config.authorization_file()),
                new QuestTables(config.table_prefix()), HistoryTable.of(config.tables()));
    }
}
