package io.leakage.kafka;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator says of a topic that is read. */
@ObjectClassDefinition(name = "Leakage Scorecard: orders or market data from Kafka",
        description = "Reads a topic of raw messages, such as internal_order_flow or market_data_XNAS, into the scorecard.")
@interface TopicConfig {
    @AttributeDefinition(description = "A name for this source, unique and the same over restarts.")
    String name();

    @AttributeDefinition(description = "The topic. With several partitions each is a source of its own, NAME.0, NAME.1 and so on.")
    String topic();

    @AttributeDefinition(description = "What a message is: fix (a FIX message as it was sent, SOH between fields), "
            + "itch50 (a message of ITCH 5.0), mold-udp (a MoldUDP64 packet).")
    String protocol();

    @AttributeDefinition(description = "The brokers, host:port, several between commas.")
    String bootstrap_servers();

    @AttributeDefinition(description = "A file of client properties, as Kafka's own tools take: security protocol, keys, passwords. "
            + "Empty for none.")
    String client_properties() default "";

    @AttributeDefinition(description = "Offsets are kept under GROUP.NAME.")
    String group() default "leakage";

    @AttributeDefinition(description = "What the protocol wants to know, key=value: of fix profile, parent.tag, verify; of market data "
            + "zone, date.")
    String[] settings() default {};
}
