package io.leakage.flink;

import io.leakage.core.engine.FrameBlocks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks of frames out of a topic. What is none is logged with its topic, partition and offset, and handed on as nothing, to be counted.
 */
final class BlockMessages implements KafkaRecordDeserializationSchema<byte[]> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(BlockMessages.class);
    private static final byte[] NOTHING = {};

    /** {@return the source of a topic, from its beginning; up to its end now, unless it {@code follows}} */
    static KafkaSource<byte[]> of(FramesTopic topic, boolean follows) {
        var source = KafkaSource.<byte[]>builder().setProperties(topic.client(Map.of("isolation.level", "read_committed")))
                .setTopics(topic.name()).setGroupId("leakage-scale").setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new BlockMessages());
        return follows ? source.build() : source.setBounded(OffsetsInitializer.latest()).build();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<byte[]> out) {
        byte[] value = message.value() == null ? NOTHING : message.value();
        String problem = FrameBlocks.problem(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN));
        if (problem != null) {
            LOG.error("topic {}, partition {}, offset {}: {}; frames may be lost there, and every feed has a gap",
                    message.topic(), message.partition(), message.offset(), problem);
        }
        out.collect(problem == null ? value : NOTHING);
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
        return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
}
