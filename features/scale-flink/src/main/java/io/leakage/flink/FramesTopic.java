package io.leakage.flink;

import io.leakage.core.engine.FrameBlocks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A journal as a topic, {@code leakage.ENV.frames.v1}: a message a block, in one partition, since a journal has one order. Whoever copies a
 * journal there goes on behind the block that stands there last, alone: who began before can write no more. One that comes twice for all
 * that is left out by the reader.
 *
 * @param servers bootstrap servers
 * @param env     which of a firm's worlds
 * @param more    other settings of Kafka's clients
 */
record FramesTopic(String servers, String env, Map<String, String> more) {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Bytes of frames in a message, at least. */
    private static final int BLOCK_BYTES = 1 << 18;
    /** Messages in a transaction, at most: within a minute, after which brokers give one up. */
    private static final int TRANSACTION = 256;
    /** A journal is read from its beginning, whenever. */
    private static final Map<String, String> FOR_GOOD = Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    /** Checks the names. */
    FramesTopic {
        if (!env.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("--env: 1 to 64 letters, digits, dashes, underscores, got \"" + env + "\"");
        }
        more = Map.copyOf(more);
    }

    /** {@return its name} */
    String name() {
        return "leakage." + env + ".frames.v1";
    }

    /** {@return settings of a client} */
    Properties client(Map<String, String> own) {
        Properties properties = new Properties();
        properties.putAll(Map.of("request.timeout.ms", "5000", "default.api.timeout.ms", "10000"));
        properties.putAll(own);
        properties.putAll(more);
        properties.put("bootstrap.servers", servers);
        return properties;
    }

    /**
     * Copies what a journal holds by now behind what the topic has of it.
     *
     * @param problems told what cannot be read, and where
     * @return blocks sent
     * @throws IllegalStateException when the topic ends amid what was kept of given up days, and more were given up since
     * @throws IOException when the brokers refuse, another began to copy, or the topic has another journal or more than one partition
     */
    long publish(Path journal, Consumer<String> problems) throws IOException, InterruptedException {
        make();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(client(Map.of("transactional.id", name(), "compression.type", "gzip",
                "delivery.timeout.ms", "30000", "linger.ms", "5")), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();   // whoever else writes here cannot any more, and what it left open is not there
            Last last = last();
            try (FrameBlocks blocks = new FrameBlocks(journal, last.mark, last.kept, BLOCK_BYTES, problems)) {
                if (last.journal != null && !last.journal.equals(blocks.journal())) {
                    throw new IOException("topic " + name() + " holds the journal " + last.journal + ", " + journal + " is "
                            + blocks.journal());
                }
                return send(blocks, producer);
            }
        } catch (KafkaException e) {
            throw new IOException("Kafka at " + servers + ": " + e.getMessage(), e);
        }
    }

    /** All blocks or none of a transaction stand there, so that what is there is without a hole. */
    private long send(FrameBlocks blocks, Producer<byte[], byte[]> producer) {
        byte[] key = blocks.journal().toString().getBytes(StandardCharsets.UTF_8);
        long sent = 0;
        for (byte[] block = blocks.next(); block != null; block = blocks.next()) {
            if (sent % TRANSACTION == 0) {
                producer.beginTransaction();
            }
            producer.send(new ProducerRecord<>(name(), 0, key, block));
            sent++;
            if (sent % TRANSACTION == 0) {
                producer.commitTransaction();
            }
        }
        if (sent % TRANSACTION != 0) {
            producer.commitTransaction();
        }
        return sent;
    }

    /** What stands last in the topic: of which journal, up to which mark, and behind which days given up. */
    private record Last(UUID journal, long mark, long kept) {
    }

    private Last last() throws IOException {
        TopicPartition partition = new TopicPartition(name(), 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(client(Map.of("auto.offset.reset", "earliest",
                "isolation.level", "read_committed")),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.partitionsFor(name()).size() != 1) {
                throw new IOException("topic " + name() + " has " + consumer.partitionsFor(name()).size() + " partitions, expected one");
            }
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
            Last last = new Last(null, Long.MIN_VALUE, 0);
            for (long at = end - 1; at >= begin && last.journal == null; at--) {
                consumer.seek(partition, at);
                last = last(consumer, partition, end);
            }
            return last;
        }
    }

    private static Last last(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        Last last = new Last(null, Long.MIN_VALUE, 0);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                ByteBuffer block = ByteBuffer.wrap(one.value() == null ? new byte[0] : one.value()).order(ByteOrder.LITTLE_ENDIAN);
                if (FrameBlocks.problem(block) == null) {
                    last = new Last(FrameBlocks.journal(block), FrameBlocks.to(block), FrameBlocks.kept(block));
                }
            }
        }
        return last;
    }

    private void make() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(client(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(name(), Optional.of(1), Optional.empty()).configs(FOR_GOOD))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("Kafka at " + servers + ": topic " + name() + " could not be made: " + e.getCause().getMessage(), e);
            }
        }
    }
}
