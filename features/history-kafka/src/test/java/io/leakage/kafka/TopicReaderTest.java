package io.leakage.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TopicReaderTest extends WithBroker {
    @Test
    void itGoesOnAtItsOwnOffset() throws Exception {
        topic("orders", 1);
        send("orders", "a", "b");
        RecordingDoor first = new RecordingDoor(false);
        readUntil("orders", first, () -> first.told.contains("1 b"));
        send("orders", "c");
        RecordingDoor second = new RecordingDoor(false);
        readUntil("orders", second, () -> second.told.contains("2 c"));

        assertEquals(List.of("open orders", "0 a", "1 b", "close"), first.told);
        assertEquals(List.of("open orders", "2 c", "close"), second.told);
    }

    @Test
    void whatCannotBeReadIsCountedAndPassedOver() throws Exception {
        topic("garbage", 1);
        send("garbage", "good", "bad one", "boom", null, "good again");
        RecordingDoor door = new RecordingDoor(false);
        TopicReader reader = readUntil("garbage", door, () -> door.told.contains("4 good again"));

        assertEquals(5, reader.messages());
        assertEquals(3, reader.problems());
        assertEquals("", reader.trouble());
        assertEquals("garbage reads garbage as text, next offsets {0=5}; messages 5, not readable 3", reader.state());
    }

    @Test
    void booksAreBuiltAgainUpToWhereItWas() throws Exception {
        topic("market", 1);
        send("market", "a", "b");
        RecordingDoor first = new RecordingDoor(true);
        readUntil("market", first, () -> first.told.contains("1 b"));
        RecordingDoor second = new RecordingDoor(true);
        readUntil("market", second, () -> second.told.contains("rebuilt 2"));
        send("market", "c");
        RecordingDoor third = new RecordingDoor(true);
        readUntil("market", third, () -> third.told.contains("2 c"));

        assertEquals(List.of("open market", "0 a", "1 b", "close"), first.told);
        assertEquals(List.of("open market", "rebuilding", "0 a", "1 b", "rebuilt 2", "close"), second.told);
        assertEquals(List.of("open market", "rebuilding", "0 a", "1 b", "rebuilt 2", "2 c", "close"), third.told);
    }

    @Test
    void whatCouldNotBeKeptIsGivenAgain() throws Exception {
        topic("durable", 1);
        RecordingDoor door = new RecordingDoor(false);
        door.full = true;
        send("durable", "a", "b");
        TopicReader reader = reader("durable", door);
        reader.start();
        await(() -> door.told.stream().filter("full"::equals).count() > 1);
        String trouble = reader.trouble();
        door.full = false;
        await(() -> door.told.contains("1 b"));
        reader.close();

        assertTrue(trouble.endsWith("the disk is full"), trouble);
        List<String> kept = door.told.stream().filter(one -> !one.equals("full") && !one.startsWith("open")).toList();
        assertEquals(List.of("0 a", "1 b", "close"), kept);
    }

    @Test
    void whatTheBrokersNoLongerHaveIsToldAsLost() throws Exception {
        topic("short", 1);
        send("short", "a");
        RecordingDoor first = new RecordingDoor(false);
        readUntil("short", first, () -> first.told.contains("0 a"));
        send("short", "b", "c", "d");
        try (Admin admin = broker.settings().client(Map.of(), Admin::create)) {
            admin.deleteRecords(Map.of(new TopicPartition("short", 0), RecordsToDelete.beforeOffset(3))).all().get();
        }
        RecordingDoor second = new RecordingDoor(false);
        readUntil("short", second, () -> second.told.contains("3 d"));

        assertEquals(List.of("open short", "lost 1 to 3", "3 d", "close"), second.told);
    }

    @Test
    void eachOfSeveralPartitionsIsASourceOfItsOwn() throws Exception {
        topic("wide", 2);
        send("wide", "a", "b", "c", "d", "e", "f", "g", "h");
        RecordingDoor door = new RecordingDoor(false);
        TopicReader reader = readUntil("wide", door, () -> door.told.stream().filter(one -> one.matches("\\d+ [a-h]")).count() == 8);

        assertEquals(List.of("open wide.0", "open wide.1"), door.told.stream().filter(one -> one.startsWith("open")).sorted().toList());
        assertEquals(8, reader.messages());
    }

    @Test
    void aTopicThatIsNotThereYetIsWaitedFor() throws Exception {
        RecordingDoor door = new RecordingDoor(false);
        TopicReader reader = reader("later", door);
        reader.start();
        await(() -> !reader.trouble().isEmpty());
        String trouble = reader.trouble();
        topic("later", 1);
        send("later", "a");
        await(() -> door.told.contains("0 a"));
        reader.close();

        assertTrue(trouble.startsWith("Kafka at " + broker.address() + ": topic later is not there"), trouble);
    }

    @Test
    void aBrokerKilledAndStartedAgainIsReadOn() throws Exception {
        topic("killed", 1);
        send("killed", "a");
        RecordingDoor door = new RecordingDoor(false);
        TopicReader reader = reader("killed", door);
        reader.start();
        await(() -> door.told.contains("0 a"));
        broker.kill();
        broker.start();
        send("killed", "b", "c");
        await(() -> door.told.contains("2 c"));
        reader.close();

        assertEquals(List.of("open killed", "0 a", "1 b", "2 c", "close"), door.told);
    }

    @Test
    void nonsenseIsRefusedWithWhatIsAllowed() {
        assertEquals("settings: key=value, got \"zone\"",
                assertThrows(IllegalArgumentException.class, () -> TopicSource.settings(new String[] {"zone"})).getMessage());
        TopicSource martian = new TopicSource("a", "t", "fix", Map.of("zone", "Mars"), "g");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> martian.dayBegan(0)).getMessage().startsWith("zone and date: "));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new TopicSource("a b", "t", "fix", Map.of(), "g")).getMessage()
                .startsWith("name: "));
    }

    @Test
    void theDayBeginsAtTheVenuesMidnight() {
        TopicSource source = new TopicSource("a", "t", "itch50", Map.of("date", "2026-01-30"), "g");
        TopicSource today = new TopicSource("a", "t", "itch50", Map.of(), "g");

        assertEquals(1_769_749_200_000L, source.dayBegan(0), "2026-01-30T05:00Z");
        assertEquals(1_769_749_200_000L, today.dayBegan(1_769_749_200_000L + 3_600_000L));
    }

    private static TopicReader readUntil(String topic, RecordingDoor door, BooleanSupplier done) {
        TopicReader reader = reader(topic, door);
        reader.start();
        await(done);
        reader.close();
        return reader;
    }

    private static TopicReader reader(String topic, RecordingDoor door) {
        return new TopicReader(new TopicSource(topic, topic, "text", Map.of(), "test"), broker.settings(), door);
    }

    private static void topic(String name, int partitions) throws IOException, ExecutionException, InterruptedException {
        try (Admin admin = broker.settings().client(Map.of(), Admin::create)) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String... values) throws IOException {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        for (String value : values) {
            byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            all.add(new ProducerRecord<>(topic, bytes, bytes));
        }
        try (Producer<byte[], byte[]> producer = broker.producer(Map.of("linger.ms", 0))) {
            all.forEach(producer::send);
        }
    }

    static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
            assertFalse(Thread.currentThread().isInterrupted(), "waited in vain");
        }
    }
}
