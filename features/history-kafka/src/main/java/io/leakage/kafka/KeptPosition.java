package io.leakage.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far a writer has come with a journal, as the compacted topic of positions says: key {@code WRITER/JOURNAL}, value decimal. */
final class KeptPosition {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final TopicPartition partition;
    private final String key;

    KeptPosition(TopicNames names, String writer, String journal) {
        partition = new TopicPartition(names.positions(), 0);
        key = writer + "/" + journal;
    }

    /** {@return what says that everything below this position is kept; to be sent in the transaction with the records} */
    ProducerRecord<byte[], byte[]> at(long position) {
        return new ProducerRecord<>(partition.topic(), partition.partition(), key.getBytes(StandardCharsets.UTF_8),
                Long.toString(position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads it back, whatever is committed up to now; the writer's own transactions must be settled. Another writer's open transaction
     * hides what lies behind it, so that it is waited for.
     *
     * @return the position, 0 when there is none
     * @throws IOException when it cannot be read
     */
    long read(ClientSettings settings) throws IOException {
        long end = end(settings);
        long position = 0;
        try (Consumer<byte[], byte[]> consumer = consumer(settings, "read_committed")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long begun = System.nanoTime();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                    position = key.equals(text(one.key())) ? number(one) : position;
                }
                if (System.nanoTime() - begun > PATIENCE_NANOS) {
                    throw new IOException("read " + partition + " up to offset " + consumer.position(partition) + " of " + end
                            + ": a transaction of another writer is open there");
                }
            }
        }
        return position;
    }

    private long end(ClientSettings settings) throws IOException {
        try (Consumer<byte[], byte[]> consumer = consumer(settings, "read_uncommitted")) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    private static Consumer<byte[], byte[]> consumer(ClientSettings settings, String isolation) throws IOException {
        Map<String, Object> own = new HashMap<>(Map.of("isolation.level", isolation, "enable.auto.commit", false,
                "auto.offset.reset", "earliest", "request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000));
        return settings.client(own, all -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    private static long number(ConsumerRecord<byte[], byte[]> one) throws IOException {
        try {
            return Long.parseLong(text(one.value()));
        } catch (NumberFormatException e) {
            throw new IOException("topic " + one.topic() + ", partition " + one.partition() + ", offset " + one.offset() + ": \""
                    + text(one.value()) + "\", expected a position", e);
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
