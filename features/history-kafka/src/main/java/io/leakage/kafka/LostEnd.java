package io.leakage.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction that the brokers confirmed but never ended. One that is started again counts a partition without a leader as deleted, drops
 * the end that was to be written there, and says that all is done; readers of committed records then wait there for ever (seen with 4.3.1,
 * killed between the confirmation and the end, "Couldn't find leader endpoint for partitions"). When no partition got the end, the
 * transaction can be undone as if it had never been confirmed, and sent again.
 */
final class LostEnd {
    private static final Logger LOG = LoggerFactory.getLogger(LostEnd.class);

    private static final Set<TransactionState> OVER = EnumSet.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT,
            TransactionState.COMPLETE_ABORT);

    private final ClientSettings settings;
    private final String writer;
    private final List<String> topics;

    /** One partition's memory of our producer. */
    private record Memory(TopicPartition partition, ProducerState state) {
        boolean isOpen() {
            return state.currentTransactionStartOffset().isPresent();
        }

        @Override
        public String toString() {
            return partition + (isOpen() ? " from offset " + state.currentTransactionStartOffset().getAsLong() : "");
        }
    }

    /**
     * Of a writer.
     *
     * @param writer its transactional id
     * @param topics all it writes to
     */
    LostEnd(ClientSettings settings, String writer, List<String> topics) {
        this.settings = settings;
        this.writer = writer;
        this.topics = topics;
    }

    /**
     * Undoes it, if there is one. To be called when the writer's transactions are settled: what is open then has no end.
     *
     * @throws IOException when one is there that cannot be undone
     */
    void undo() throws IOException {
        try (Admin admin = settings.client(KafkaTopics.PATIENCE, Admin::create)) {
            List<Memory> memories = memories(admin);
            List<Memory> open = memories.stream().filter(Memory::isOpen).toList();
            if (!open.isEmpty() && OVER.contains(transaction(admin).state())) {   // asked after: another may have begun as the same writer
                int epoch = open.stream().mapToInt(one -> one.state.producerEpoch()).max().getAsInt();
                List<Memory> ended = memories.stream().filter(one -> !one.isOpen() && one.state.producerEpoch() > epoch).toList();
                if (!ended.isEmpty()) {
                    throw new IOException("the brokers ended a transaction of " + writer + " in " + ended + " but not in " + open
                            + "; an administrator must end it there, see kafka-transactions.sh");
                }
                abort(admin, open);
            }
        } catch (AuthorizationException | UnsupportedVersionException e) {
            LOG.warn("Kafka at {}: whether a transaction of {} was left without an end cannot be seen: {}", settings.servers(), writer,
                    e.getMessage());
        }
    }

    private void abort(Admin admin, List<Memory> open) throws IOException {
        LOG.warn("Kafka at {}: a transaction of {} was confirmed but not ended in {}; it is undone and sent again", settings.servers(), writer,
                open);
        for (Memory one : open) {
            await(admin.abortTransaction(new AbortTransactionSpec(one.partition, one.state.producerId(), (short) one.state.producerEpoch(),
                    one.state.coordinatorEpoch().orElse(0))).all());
        }
    }

    private List<Memory> memories(Admin admin) throws IOException {
        long producer = transaction(admin).producerId();
        List<TopicPartition> partitions = partitions(admin);
        DescribeProducersResult described = admin.describeProducers(partitions);
        List<Memory> memories = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            for (ProducerState state : await(described.partitionResult(partition)).activeProducers()) {
                if (state.producerId() == producer) {
                    memories.add(new Memory(partition, state));
                }
            }
        }
        return memories;
    }

    private TransactionDescription transaction(Admin admin) throws IOException {
        return await(admin.describeTransactions(List.of(writer)).description(writer));
    }

    private List<TopicPartition> partitions(Admin admin) throws IOException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Map.Entry<String, TopicDescription> topic
                : await(admin.describeTopics(topics).allTopicNames()).entrySet()) {
            for (TopicPartitionInfo one : topic.getValue().partitions()) {
                partitions.add(new TopicPartition(topic.getKey(), one.partition()));
            }
        }
        return partitions;
    }

    private static <T> T await(KafkaFuture<T> asked) throws IOException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException || e.getCause() instanceof UnsupportedVersionException) {
                throw (ApiException) e.getCause();
            }
            throw new IOException("whether a transaction was left without an end cannot be seen: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
