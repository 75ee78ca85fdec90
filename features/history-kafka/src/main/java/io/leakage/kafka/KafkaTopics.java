package io.leakage.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that are not there yet; what is there stays as it is.
 *
 * @param names       what they are called
 * @param partitions  of a table's topic, 0 for what the brokers have by default
 * @param replication copies of each, 0 for what the brokers have by default
 */
record KafkaTopics(TopicNames names, int partitions, int replication) {
    /** How long an administrator's question waits. */
    static final Map<String, Object> PATIENCE = Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);

    /** Checks the numbers. */
    KafkaTopics {
        if (partitions < 0 || replication < 0 || replication > Short.MAX_VALUE) {
            throw new IllegalArgumentException("partitions and replication: 0 or more, got " + partitions + " and " + replication);
        }
    }

    /**
     * Makes them.
     *
     * @throws IOException when the brokers refuse or cannot be reached
     */
    void make(ClientSettings settings, List<String> tables) throws IOException {
        Optional<Short> copies = replication == 0 ? Optional.empty() : Optional.of((short) replication);
        NewTopic positions = new NewTopic(names.positions(), Optional.of(1), copies).configs(Map.of("cleanup.policy", "compact"));
        Stream<NewTopic> data = tables.stream()
                .map(topic -> new NewTopic(topic, partitions == 0 ? Optional.empty() : Optional.of(partitions), copies));
        try (Admin admin = settings.client(PATIENCE, Admin::create)) {
            CreateTopicsResult made = admin.createTopics(Stream.concat(Stream.of(positions), data).toList());
            for (Map.Entry<String, KafkaFuture<Void>> one : made.values().entrySet()) {
                await(one.getKey(), one.getValue());
            }
        }
    }

    private static void await(String topic, KafkaFuture<Void> made) throws IOException {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("topic " + topic + " could not be made: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while topics were made", e);
        }
    }
}
