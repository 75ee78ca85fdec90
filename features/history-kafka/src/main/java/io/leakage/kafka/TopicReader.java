package io.leakage.kafka;

import io.leakage.api.event.RawDoor;
import io.leakage.api.event.RawInlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic into the front door, on a thread of its own, all partitions of it, and commits how far it came once what it read is taken.
 * Orders go on at that offset. Market data begins at the start of the venue's day, so that the books are whole again: up to that offset it
 * only builds them. What cannot be read is named, counted and passed over; brokers that are gone are waited for.
 */
final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int RETRY_MILLIS = 500;
    private static final long STOP_SECONDS = 20;
    private static final long TOLD_EACH = 10;
    private static final long TOLD_OF_MANY = 1_000;

    private final TopicSource source;
    private final ClientSettings settings;
    private final RawDoor door;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<Integer, PartitionReader> readers = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private volatile String trouble = "";

    /**
     * A reader, not started.
     *
     * @param source   what to read
     * @param settings where the brokers are
     * @param door     knows its protocol
     */
    TopicReader(TopicSource source, ClientSettings settings, RawDoor door) {
        this.source = source;
        this.settings = settings;
        this.door = door;
        thread = new Thread(this::run, "leakage-kafka-" + source.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** {@return how far it is, for a person; any thread} */
    String state() {
        Map<Integer, String> partitions = new TreeMap<>();
        readers.forEach((partition, reader) -> partitions.put(partition, reader.next() + (reader.isRebuilding() ? " (rebuilding)" : "")));
        return source.name() + " reads " + source.topic() + " as " + source.protocol() + ", next offsets " + partitions + "; messages "
                + messages() + ", not readable " + problems() + (trouble.isEmpty() ? "" : "; IN TROUBLE: " + trouble);
    }

    /** {@return messages taken from the topic, those that could not be read too} */
    long messages() {
        return readers.values().stream().mapToLong(PartitionReader::messages).sum();
    }

    /** {@return messages that could not be read} */
    long problems() {
        return readers.values().stream().mapToLong(PartitionReader::problems).sum();
    }

    /** {@return why it does not get on, empty while it does} */
    String trouble() {
        return trouble;
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                follow(consumer);
            } catch (IOException | RuntimeException e) {
                fail(e);
                pause();
            }
        }
        readers.values().forEach(PartitionReader::close);
    }

    private void follow(Consumer<byte[], byte[]> consumer) throws IOException {
        List<TopicPartition> partitions = consumer.partitionsFor(source.topic()).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition())).toList();
        if (partitions.isEmpty()) {
            throw new IOException("topic " + source.topic() + " is not there");
        }
        consumer.assign(partitions);
        Set<TopicPartition> unread = new HashSet<>(partitions);
        unread.removeIf(one -> readers.containsKey(one.partition()));
        open(consumer, unread, partitions.size());
        readers.forEach((partition, reader) -> consumer.seek(new TopicPartition(source.topic(), partition), reader.next()));
        trouble = "";
        while (stopped.getCount() > 0) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
            read(consumer, batch);
            partitions.forEach(one -> readers.get(one.partition()).rested(consumer.position(one)));
        }
    }

    private void open(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions, int of) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> days = dayBegins(consumer, partitions);
        for (TopicPartition one : partitions) {
            RawInlet inlet = door.open(source.protocol(), source.partition(one.partition(), of), source.settings());
            long own = committed.get(one) == null ? -1 : committed.get(one).offset();
            long resume = own < 0 ? begins.get(one) : Math.max(own, begins.get(one));
            long start = !inlet.isBuilt() ? resume : own < 0 ? days.get(one) : Math.min(resume, days.get(one));
            readers.put(one.partition(), new PartitionReader(inlet, start, own));
        }
    }

    private Map<TopicPartition, Long> dayBegins(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> times = new HashMap<>();
        long began = source.dayBegan(System.currentTimeMillis());
        partitions.forEach(one -> times.put(one, began));
        Map<TopicPartition, Long> begins = new HashMap<>(consumer.endOffsets(partitions));
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> one : consumer.offsetsForTimes(times).entrySet()) {
            if (one.getValue() != null) {
                begins.put(one.getKey(), one.getValue().offset());
            }
        }
        return begins;
    }

    private void read(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        try {
            for (ConsumerRecord<byte[], byte[]> one : batch) {
                PartitionReader reader = readers.get(one.partition());
                String problem = reader.read(one);
                if (problem != null) {
                    tell(one, problem, reader.problems());
                }
                if (!reader.isRebuilding()) {
                    offsets.put(new TopicPartition(one.topic(), one.partition()), new OffsetAndMetadata(reader.next()));
                }
            }
            trouble = "";
        } catch (UncheckedIOException e) {
            fail(e);
            readers.forEach((partition, reader) -> consumer.seek(new TopicPartition(source.topic(), partition), reader.next()));
            pause();
        }
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> one, String problem, long count) {
        if (count <= TOLD_EACH || count % TOLD_OF_MANY == 0) {
            LOG.error("kafka source {}: topic {}, partition {}, offset {}: {} ({} so far)", source.name(), one.topic(), one.partition(),
                    one.offset(), problem, count);
        }
    }

    private void fail(Exception e) {
        String what = "Kafka at " + settings.servers() + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
        if (!what.equals(trouble)) {
            LOG.error("kafka source {}: {}; tried again until it goes", source.name(), what, e);
        }
        trouble = what;
    }

    private void pause() {
        try {
            stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<byte[], byte[]> consumer() throws IOException {
        try {
            return settings.client(Map.of("group.id", source.group() + "." + source.name(), "enable.auto.commit", false,
                    "auto.offset.reset", "earliest", "isolation.level", "read_committed", "max.poll.records", 2_000,
                    "request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000),
                    all -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        } catch (KafkaException e) {
            throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** Ends the thread; what was read is committed. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
