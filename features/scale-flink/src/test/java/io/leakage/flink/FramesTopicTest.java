package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryTable;
import io.leakage.core.engine.FrameBlocks;
import io.leakage.kafka.Broker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A journal through a real broker into the job. */
class FramesTopicTest {
    @TempDir
    static Path folder;
    private static Broker broker;
    private static LocalCluster cluster;
    private static Path journal;

    @BeforeAll
    static void begin() throws Exception {
        broker = new Broker(Files.createDirectory(folder.resolve("broker")));
        cluster = new LocalCluster(2, 0);
        journal = Desks.play(folder.resolve("journal"), 9);
    }

    @AfterAll
    static void end() {
        cluster.close();
        broker.close();
    }

    private static FramesTopic topic(String env) {
        return new FramesTopic(broker.address(), env, Map.of());
    }

    @Test
    void theDigestsAreThoseOfTheJournalAlsoWhenItIsCopiedInTwoGoes() throws Exception {
        FramesTopic topic = topic("two-goes");
        Path own = Desks.play(folder.resolve("own"), 10);
        assertTrue(topic.publish(own, FramesTopicTest::none) > 0);
        assertEquals(0, topic.publish(own, FramesTopicTest::none), "nothing is new");
        Desks.play(own, 11);
        assertTrue(topic.publish(own, FramesTopicTest::none) > 0);

        assertEquals(Desks.digests(own).toString(), run(topic).digests().toString());
        assertThrows(IOException.class, () -> topic.publish(journal, FramesTopicTest::none), "another journal");
    }

    @Test
    void aBlockThatStandsThereTwiceCountsOnce() throws Exception {
        FramesTopic topic = topic("twice");
        topic.publish(journal, FramesTopicTest::none);
        send(topic, first());

        assertEquals(Desks.digests(journal).toString(), run(topic).digests().toString());
    }

    @Test
    void garbageIsLeftOutAndLeavesEveryFeedAGap() throws Exception {
        FramesTopic topic = topic("garbage");
        topic.publish(journal, FramesTopicTest::none);
        send(topic, "{\"not\": \"a block\"}".getBytes(StandardCharsets.UTF_8));
        Desks.play(journal, 12);
        topic.publish(journal, FramesTopicTest::none);

        Told garbage = run(topic);
        assertEquals(Desks.digests(journal).count(HistoryTable.ORDERS), garbage.digests().count(HistoryTable.ORDERS), "no frame was lost");
        assertNotEquals(Desks.digests(journal).sum(HistoryTable.SCORES), garbage.digests().sum(HistoryTable.SCORES), "but who knows");
    }

    @Test
    void aShorterJournalThanTheTopicsIsRefusedToo() throws Exception {
        FramesTopic topic = topic("shorter");
        topic.publish(journal, FramesTopicTest::none);
        Path shorter = Desks.play(folder.resolve("shorter"));

        assertTrue(assertThrows(IOException.class, () -> topic.publish(shorter, FramesTopicTest::none)).getMessage()
                .contains("holds the journal"));
    }

    @Test
    void whatAnotherLeftOpenIsNotThereAndItCanWriteNoMore() throws Exception {
        FramesTopic open = topic("open");
        Path own = Desks.play(folder.resolve("open"));
        open.publish(own, FramesTopicTest::none);
        byte[] next = Desks.behind(own, 13);
        KafkaProducer<byte[], byte[]> other = new KafkaProducer<>(open.client(Map.of("transactional.id", open.name())),
                new ByteArraySerializer(), new ByteArraySerializer());
        other.initTransactions();
        other.beginTransaction();
        other.send(new ProducerRecord<>(open.name(), next)).get();

        assertTrue(open.publish(own, FramesTopicTest::none) > 0);
        assertThrows(KafkaException.class, other::commitTransaction);
        other.close(Duration.ZERO);
        assertEquals(Desks.digests(own).toString(), run(open).digests().toString());
    }

    @Test
    void aTopicKeepsWhatItHasForGood() throws Exception {
        FramesTopic topic = topic("kept");
        topic.publish(journal, FramesTopicTest::none);

        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try (Admin admin = Admin.create(topic.client(Map.of()))) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            for (String setting : List.of("retention.ms", "retention.bytes")) {
                assertEquals("-1", config.get(setting).value(), setting);
            }
            assertEquals("delete", config.get("cleanup.policy").value());
        }
    }

    @Test
    @Timeout(120)
    void twoJournalsInOneTopicEndTheJobWithWhatIsWrong() throws Exception {
        FramesTopic topic = topic("mixed");
        topic.publish(Desks.play(folder.resolve("mixed"), 14), FramesTopicTest::none);
        send(topic, first());
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Scale.run(new String[] {"--kafka", broker.address(), "--env", "mixed", "--port", "0", "--checkpoints",
            folder.resolve("mixed-kept").toString()}, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err));
        assertEquals(1, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("a block of the journal"), err.toString(StandardCharsets.UTF_8));
    }

    private static Told run(FramesTopic topic) throws Exception {
        ScaleRun.Where where = new ScaleRun.Where(cluster.address(), List.of(), folder.resolve("checkpoints").toUri().toString(),
                Duration.ofMillis(200));
        return Told.of(ScaleRun.submit(new ScaleJob(3, 2, null), BlockMessages.of(topic, false), where).results());
    }

    private static byte[] first() {
        try (FrameBlocks blocks = new FrameBlocks(journal, Long.MIN_VALUE, 500, FramesTopicTest::none)) {
            return blocks.next();
        }
    }

    private static void send(FramesTopic topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(topic.client(Map.of()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), value)).get();
        }
    }

    private static void none(String problem) {
        throw new AssertionError(problem);
    }
}
