package io.leakage.kafka;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator says of the history in Kafka. */
@ObjectClassDefinition(name = "Leakage Scorecard: history to Kafka",
        description = "Publishes orders, fills, quotes, trades, footprints, scores, decisions and audit as topics, "
                + "each record exactly once.")
@interface KafkaConfig {
    @AttributeDefinition(description = "Who writes: unique among all that write to these topics, and the same over restarts.")
    String name() default "kafka";

    @AttributeDefinition(description = "ENV in the topics' names, leakage.ENV.scores.v1.")
    String env() default "prod";

    @AttributeDefinition(description = "The brokers, host:port, several between commas.")
    String bootstrap_servers();

    @AttributeDefinition(description = "A file of client properties, as Kafka's own tools take: security protocol, keys, passwords. "
            + "Empty for none.")
    String client_properties() default "";

    @AttributeDefinition(description = "Which tables, empty for all: orders, fills, quotes, trades, footprints, scores, decisions, audit.")
    String[] tables() default {};

    @AttributeDefinition(description = "Partitions of a topic that is not there yet; 0 for what the brokers have by default.")
    int partitions() default 0;

    @AttributeDefinition(description = "Copies of a topic that is not there yet; 0 for what the brokers have by default.")
    int replication() default 0;
}
