package io.leakage.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.core.engine.EngineComponent;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.RandomDay;
import io.leakage.core.tail.TailsComponent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 0 lost, 0 doubled, whoever is killed when. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KafkaSinkTest extends WithBroker {
    @Test
    void aRecordIsFoundByItsInstrumentAndNamedByItsHeaders() throws IOException {
        KafkaSink sink = SinkProcess.sink(broker.address());
        assertEquals(0, sink.open("named"));

        Records.tell(sink, 0, 1, 10);
        sink.close();

        ConsumerRecord<byte[], byte[]> quote = ofJournal("leakage.test.quotes.v1", "named").get(0);
        assertEquals("SYM0", text(quote.key()));
        assertEquals(Map.of("schema", "1", "engine", "1.0.0", "journal", "named", "position", "0", "ordinal", "0"), headers(quote));
        assertEquals(1, ofJournal("leakage.test.scores.v1", "named").size());
    }

    @Test
    void itGoesOnWhereItStopped() throws IOException {
        KafkaSink sink = SinkProcess.sink(broker.address());
        sink.open("resumed");
        Records.tell(sink, 0, 100, 30);
        sink.close();

        long position = sink.open("resumed");
        Records.tell(sink, 100, 200, 30);
        sink.close();

        assertEquals(100 * Records.BYTES, position);
        assertEachOnce("resumed", 200);
    }

    @Test
    void aJournalBegunAnewHasPositionsOfItsOwn() throws IOException {
        KafkaSink sink = SinkProcess.sink(broker.address());
        sink.open("first");
        Records.tell(sink, 0, 10, 30);

        assertEquals(0, sink.open("second"));
        assertEquals(10 * Records.BYTES, sink.open("first"));
        sink.close();
    }

    @Test
    void whatWasNotFlushedIsForgotten() throws IOException {
        KafkaSink sink = SinkProcess.sink(broker.address());
        sink.open("forgotten");
        sink.take(Records.quote(new HistoryRecord(), 0));

        assertEquals(0, sink.open("forgotten"));
        Records.tell(sink, 0, 5, 30);
        sink.close();

        assertEachOnce("forgotten", 5);
    }

    @Test
    void anotherOfTheSameNameTakesOverAndNothingIsThereTwice() throws IOException {
        KafkaSink old = SinkProcess.sink(broker.address());
        old.open("twins");
        Records.tell(old, 0, 20, 30);
        KafkaSink young = SinkProcess.sink(broker.address());
        Records.tell(young, (int) (young.open("twins") / Records.BYTES), 60, 30);

        assertThrows(IOException.class, () -> Records.tell(old, 20, 40, 30), "it is fenced");
        old.flush(40 * Records.BYTES);   // asked again: all of it is there already
        old.close();
        young.close();

        assertEachOnce("twins", 60);
    }

    @Test
    void anotherWritersOpenTransactionDoesNotHideOurPosition() throws IOException, InterruptedException {
        KafkaSink sink = SinkProcess.sink(broker.address());
        sink.open("hidden");
        Producer<byte[], byte[]> other = broker.producer(Map.of("transactional.id", "somebody"));
        other.initTransactions();
        other.beginTransaction();
        other.send(new ProducerRecord<>("leakage.test.positions.v1", 0, "else".getBytes(StandardCharsets.UTF_8), new byte[] {'1'}));
        other.flush();
        Records.tell(sink, 0, 10, 30);
        AtomicReference<Object> position = new AtomicReference<>();
        Thread opening = new Thread(() -> {
            try {
                position.set(SinkProcess.sink(broker.address()).open("hidden"));
            } catch (IOException e) {
                position.set(e);
            }
        });
        opening.start();
        opening.join(2_000);
        assertEquals(null, position.get(), "it waits for the other's transaction");
        other.commitTransaction();
        opening.join();
        other.close();

        assertEquals(10L * Records.BYTES, position.get());
    }

    @Test
    void aBrokerKilledAndStartedAgainLosesAndDoublesNothing() throws Exception {
        KafkaSink sink = SinkProcess.sink(broker.address());
        sink.open("broker");
        Thread killer = new Thread(() -> {
            try {
                broker.kill();
                broker.start();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        List<String> troubles = new ArrayList<>();
        HistoryRecord item = new HistoryRecord();
        int events = 0;
        while (events < 3_000 || killer.isAlive() || troubles.isEmpty()) {
            if (events >= 1_000 && killer.getState() == Thread.State.NEW) {
                killer.start();
            }
            for (int i = 0; i < 20; i++, events++) {
                sink.take(Records.quote(item, events));
                if (events % 3 == 0) {
                    sink.take(Records.score(item, events));
                }
            }
            events = flush(sink, events, troubles);
        }
        sink.close();

        assertTrue(troubles.get(0).startsWith("Kafka at " + broker.address() + ": cannot keep "), troubles.get(0));
        assertEachOnce("broker", events);
    }

    @Test
    void aPluginKilledAgainAndAgainLosesAndDoublesNothing() throws Exception {
        int events = 5_000;
        List<String> said = new ArrayList<>();
        for (int keptUntilKilled : new int[] {1, 7, 3, 0, 12, Integer.MAX_VALUE}) {
            Process plugin = Broker.jvm(SinkProcess.class.getName(), broker.address(), "plugin", Integer.toString(events))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            said.addAll(untilKilled(plugin, keptUntilKilled));
        }

        assertEquals("done", said.get(said.size() - 1));
        List<String> starts = said.stream().filter(line -> line.startsWith("from ")).toList();
        assertEquals(6, starts.size(), said::toString);
        assertTrue(starts.stream().distinct().count() >= 4, starts::toString);
        assertEachOnce("plugin", events);
    }

    @Test
    void aDaysHistoryArrivesWholeAndEachInstrumentsInItsOrder() throws IOException {
        Path journal = folder.resolve("journal");
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            new RandomDay(73, true).play(engine.inlets());
        }
        KafkaTopics topics = new KafkaTopics(new TopicNames("day"), 3, 1);
        TailsComponent tails = new TailsComponent(Map.of(EngineComponent.JOURNAL, journal.toString()));
        tails.addSink(new KafkaSink("desk-1", broker.settings(), topics, EnumSet.allOf(HistoryTable.class), "1.0.0"));
        TopicReaderTest.await(() -> tails.stores().get(0).kept() > 0 && tails.stores().get(0).lag() == 0);
        long told = tails.stores().get(0).records();
        tails.stop();

        Set<String> records = new HashSet<>();
        for (HistoryTable table : HistoryTable.values()) {
            Map<String, Long> last = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> one : broker.committed("leakage.day." + table.id() + ".v1")) {
                Map<String, String> headers = headers(one);
                long position = Long.parseLong(headers.get("position"));
                assertTrue(records.add(position + "/" + headers.get("ordinal")), () -> "twice: " + headers);
                assertTrue(last.getOrDefault(text(one.key()), -1L) <= position, () -> "out of order: " + headers);
                last.put(text(one.key()), position);
            }
        }
        assertEquals(told, records.size());
        assertTrue(told > 1_000, told + " records");
    }

    @Test
    void aBrokerThatIsNotThereIsToldAsItStands() {
        KafkaSink sink = SinkProcess.sink("127.0.0.1:1");

        IOException refused = assertThrows(IOException.class, () -> sink.open("nowhere"));

        assertTrue(refused.getMessage().startsWith("Kafka at 127.0.0.1:1: cannot begin: topic leakage.test."), refused.getMessage());
    }

    @Test
    void nonsenseIsRefusedWithWhatIsAllowed() {
        assertEquals("bootstrap.servers: host:port, several between commas, got \"kafka\"",
                assertThrows(IllegalArgumentException.class, () -> new ClientSettings("kafka", "")).getMessage());
        assertEquals("env: 1 to 64 letters, digits, dashes, underscores, got \"a b\"",
                assertThrows(IllegalArgumentException.class, () -> new TopicNames("a b")).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> HistoryTable.of("prices")).getMessage()
                .endsWith("got \"prices\""));
    }

    @Test
    void itWantsToBeFlushedBeforeItHasTooMuch() throws IOException {
        KafkaSink sink = SinkProcess.sink(broker.address());
        sink.open("much");
        HistoryRecord item = Records.score(new HistoryRecord(), 3);
        int taken = 1;
        while (!sink.take(item)) {
            taken++;
        }
        sink.close();

        assertTrue(taken > 100 && taken <= 20_000, taken + " records");
        assertFalse(sink.take(item));
    }

    /** Kills a plugin once it has kept so much; how far it is on the way to keep more, nobody knows. */
    private static List<String> untilKilled(Process plugin, int kept) throws IOException {
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = plugin.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (said.size() == 1L + kept) {
                    plugin.toHandle().destroyForcibly();   // leaves what it said to be read
                }
            }
        }
        return said;
    }

    /** As a tail does; {@return how many events are kept: fewer when the broker, started again, forgot what it had confirmed} */
    private static int flush(KafkaSink sink, int events, List<String> troubles) {
        boolean again = false;
        while (true) {
            try {
                if (again) {
                    return (int) (sink.open("broker") / Records.BYTES);
                }
                sink.flush((long) events * Records.BYTES);
                return events;
            } catch (IOException e) {
                troubles.add(e.getMessage());
            } catch (IllegalStateException e) {
                troubles.add(e.getMessage());
                again = true;
            }
        }
    }

    private static void assertEachOnce(String journal, int events) throws IOException {
        Map<String, Integer> times = new TreeMap<>();
        for (HistoryTable table : List.of(HistoryTable.QUOTES, HistoryTable.SCORES)) {
            for (ConsumerRecord<byte[], byte[]> one : ofJournal("leakage.test." + table.id() + ".v1", journal)) {
                times.merge(headers(one).get("position") + "/" + headers(one).get("ordinal"), 1, Integer::sum);
            }
        }
        Map<String, Integer> expected = new TreeMap<>();
        for (int event = 0; event < events; event++) {
            expected.put(event * Records.BYTES + "/0", 1);
            if (event % 3 == 0) {
                expected.put(event * Records.BYTES + "/1", 1);
            }
        }
        assertEquals(Records.count(events), expected.size());
        long doubled = times.values().stream().filter(count -> count > 1).count();
        long lost = expected.keySet().stream().filter(key -> !times.containsKey(key)).count();
        assertEquals("0 lost, 0 doubled", lost + " lost, " + doubled + " doubled");
        assertEquals(expected, times);
    }

    private static List<ConsumerRecord<byte[], byte[]>> ofJournal(String topic, String journal) throws IOException {
        return broker.committed(topic).stream().filter(one -> journal.equals(headers(one).get("journal"))).toList();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> one) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : one.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
    }


    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
