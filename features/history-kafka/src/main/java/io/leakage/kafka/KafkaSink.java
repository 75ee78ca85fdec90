package io.leakage.kafka;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps the history in topics, a table each. A flush is one transaction: the records, and the position up to which they are all there. When
 * it fails, nobody knows whether it was committed; the next one therefore ends the old transaction by beginning a producer of the same
 * transactional id, reads the position back, and sends what lies at or behind it. So each record is there once, whoever was killed when. A
 * position below one that was confirmed (see {@link LostEnd}) is an {@link IllegalStateException}: the journal must be told again from it.
 */
class KafkaSink implements HistorySink {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_RECORDS = 20_000;

    private final String name;
    private final ClientSettings settings;
    private final KafkaTopics topics;
    private final Set<HistoryTable> tables;
    private final RecordHeaders headers;
    private final RecordJson json = new RecordJson();
    private final List<Taken> waiting = new ArrayList<>();
    private long bytes;
    private KeptPosition position;
    private long kept;
    private volatile Producer<byte[], byte[]> producer;

    /** A record that waits for the flush. */
    private record Taken(long position, ProducerRecord<byte[], byte[]> message) {
    }

    /**
     * A sink, not open yet.
     *
     * @param name     the writer: unique among all that write to these topics, the same over restarts
     * @param settings where the brokers are
     * @param topics   which topics
     * @param tables   which tables
     * @param engine   the version of the engine that computes
     */
    KafkaSink(String name, ClientSettings settings, KafkaTopics topics, Set<HistoryTable> tables, String engine) {
        if (name == null || !name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("name: 1 to 64 letters, digits, dashes, underscores, got \"" + name + "\"");
        }
        this.name = name;
        this.settings = settings;
        this.topics = topics;
        this.tables = EnumSet.copyOf(tables);
        this.headers = new RecordHeaders(engine);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long open(String journal) throws IOException {
        close();
        headers.journal(journal);
        position = new KeptPosition(topics.names(), name, journal);
        begin();
        return kept;
    }

    @Override
    public boolean take(HistoryRecord item) {
        if (tables.contains(item.table())) {
            byte[] value = json.of(item);
            String symbol = item.textAt(HistoryTable.SYMBOL);
            byte[] key = (symbol == null ? "" : symbol).getBytes(StandardCharsets.UTF_8);
            waiting.add(new Taken(item.position(),
                    new ProducerRecord<>(topics.names().of(item.table()), null, key, value, headers.of(item))));
            bytes += key.length + value.length;
        }
        return bytes >= MOST_BYTES || waiting.size() >= MOST_RECORDS;
    }

    @Override
    public void flush(long upTo) throws IOException {
        if (producer == null) {
            long confirmed = kept;
            begin();
            if (kept < confirmed) {
                throw new IllegalStateException("Kafka at " + settings.servers() + ": keeps up to position " + kept + ", although " + confirmed
                        + " was confirmed: told again from there");
            }
        }
        if (kept < upTo) {
            send(producer, upTo);
        }
        waiting.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        drop();
        waiting.clear();
        bytes = 0;
    }

    /** Begins a producer; whatever one of the same transactional id left open is over then. */
    private void begin() throws IOException {
        try {
            List<String> data = tables.stream().map(topics.names()::of).toList();
            topics.make(settings, data);
            Producer<byte[], byte[]> begun = settings.client(Map.of("transactional.id", topics.names().writer(name),
                    "enable.idempotence", true, "acks", "all", "compression.type", "gzip", "compression.gzip.level", 1, "batch.size", 1 << 17, "max.block.ms", 10_000L,
                    "request.timeout.ms", 5_000, "delivery.timeout.ms", 10_000),
                    all -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
            producer = begun;
            begun.initTransactions();
            List<String> all = new ArrayList<>(data);
            all.add(topics.names().positions());
            new LostEnd(settings, topics.names().writer(name), all).undo();
            kept = position.read(settings);
        } catch (IOException | KafkaException e) {
            drop();
            throw trouble("cannot begin", e);
        }
    }

    private void send(Producer<byte[], byte[]> begun, long upTo) throws IOException {
        try {
            begun.beginTransaction();
            for (Taken taken : waiting) {
                if (taken.position >= kept) {
                    begun.send(taken.message);
                }
            }
            begun.send(position.at(upTo));
            begun.commitTransaction();
        } catch (KafkaException | IllegalStateException e) {
            drop();
            throw trouble("cannot keep " + waiting.size() + " records up to position " + upTo, e);
        }
        kept = upTo;
    }

    private IOException trouble(String what, Exception e) {
        return new IOException("Kafka at " + settings.servers() + ": " + what + ": " + e.getMessage(), e);
    }

    /** Gives the connection up, from any thread: what is being kept fails. */
    void drop() {
        Producer<byte[], byte[]> dropped = producer;
        producer = null;
        if (dropped != null) {
            dropped.close(Duration.ZERO);
        }
    }
}
