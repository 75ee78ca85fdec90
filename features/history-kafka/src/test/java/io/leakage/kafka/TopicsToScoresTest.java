package io.leakage.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.RawDoor;
import io.leakage.api.event.Side;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.dropcopy.fix.FixDoorComponent;
import io.leakage.marketdata.feed.FeedDoorComponent;
import io.leakage.simulator.ItchWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Order flow and market data from topics, through the doors that read them, to a score. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class TopicsToScoresTest extends WithBroker {
    private static final long SECOND = 1_000_000_000L;
    private static final long OPEN = 34_200 * SECOND;
    private static final long CENT = 1_000_000L;
    private static final Map<String, String> DAY = Map.of("date", "2026-01-30");

    @Test
    void aFillAboveTheMidAtArrivalCosts() throws Exception {
        topics("internal_order_flow", "market_data_XNAS");
        send("market_data_XNAS", market());
        send("internal_order_flow", orders());

        assertScored("internal_order_flow", "market_data_XNAS", "itch50", folder.resolve("first"));
    }

    @Test
    void packetsThatCameTwiceCountOnce() throws Exception {
        topics("orders_2", "market_data_packets");
        List<byte[]> packets = packets(market());
        packets.add(2, packets.get(1));
        send("market_data_packets", packets);
        send("orders_2", orders());

        assertScored("orders_2", "market_data_packets", "mold-udp", folder.resolve("second"));
    }

    @Test
    void afterARestartOrdersAreNotBookedTwiceAndBooksAreWholeAgain() throws Exception {
        topics("orders_3", "market_data_3");
        List<byte[]> market = market();
        List<byte[]> orders = orders();
        send("market_data_3", market.subList(0, 5));
        send("orders_3", orders.subList(0, 2));
        Path journal = folder.resolve("third");
        try (LeakageEngine engine = engine(journal); TopicReader feed = feed(engine, "market_data_3", "itch50");
                TopicReader copy = copy(engine, "orders_3")) {
            TopicReaderTest.await(() -> feed.messages() == 5 && copy.messages() == 2);
        }
        send("orders_3", List.of(orders.get(1)));   // as a bus that delivers at least once may
        send("orders_3", orders.subList(2, orders.size()));
        send("market_data_3", market.subList(5, market.size()));

        assertScored("orders_3", "market_data_3", "itch50", journal);
    }

    @Test
    void garbageIsCountedAndTheRestIsScored() throws Exception {
        topics("orders_4", "market_data_4");
        List<byte[]> market = market();
        market.add(1, "rubbish".getBytes(StandardCharsets.UTF_8));
        market.add(3, new byte[0]);
        List<byte[]> orders = orders();
        orders.add(1, "no FIX at all".getBytes(StandardCharsets.UTF_8));
        byte[] torn = orders.get(0).clone();
        torn[torn.length - 3] ^= 1;   // in the checksum
        orders.add(2, torn);
        send("market_data_4", market);
        send("orders_4", orders);
        try (LeakageEngine engine = engine(folder.resolve("fourth")); TopicReader feed = feed(engine, "market_data_4", "itch50");
                TopicReader copy = copy(engine, "orders_4")) {
            TopicReaderTest.await(() -> feed.messages() == market.size() && copy.messages() == orders.size());

            assertEquals(2, feed.problems());
            assertEquals(2, copy.problems());
            assertScore(engine);
            assertEquals(2, engine.quarantine().count());
        }
    }

    private static void assertScored(String orders, String market, String protocol, Path journal) {
        try (LeakageEngine engine = engine(journal); TopicReader feed = feed(engine, market, protocol);
                TopicReader copy = copy(engine, orders)) {
            assertScore(engine);
            assertEquals(0, feed.problems() + copy.problems());
        }
    }

    /** 100 bought at 100.03 against a mid of 100.00: 3 basis points. */
    private static void assertScore(LeakageEngine engine) {
        ParentRow row = new ParentRow();
        TopicReaderTest.await(() -> engine.scorecard().parents() == 1 && engine.scorecard().read(0, row) && row.executed() == 100
                && Math.abs(row.value(Measure.ARRIVAL_SLIPPAGE) - 3.0) < 1e-9);

        assertEquals("P-1", engine.scorecard().text(NameKind.ORDER, row.order()));
        assertEquals("INST", engine.scorecard().text(NameKind.INSTRUMENT, row.instrument()));
        assertTrue(row.fills() == 1, row.fills() + " fills");
    }

    private static LeakageEngine engine(Path journal) {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64));
    }

    private static TopicReader feed(LeakageEngine engine, String topic, String protocol) {
        return started(new TopicSource(topic, topic, protocol, DAY, "test"), new FeedDoorComponent(engine.inlets()));
    }

    private static TopicReader copy(LeakageEngine engine, String topic) {
        return started(new TopicSource(topic, topic, "fix", Map.of(), "test"), new FixDoorComponent(engine.inlets()));
    }

    private static TopicReader started(TopicSource source, RawDoor door) {
        TopicReader reader = new TopicReader(source, broker.settings(), door);
        reader.start();
        return reader;
    }

    /** Bid 99.98, offer 100.02; later messages tell that time went on. */
    private static List<byte[]> market() {
        List<byte[]> messages = new ArrayList<>();
        ItchWriter itch = new ItchWriter((bytes, offset, length) -> messages.add(Arrays.copyOfRange(bytes, offset, offset + length)));
        itch.directory(1, "INST").tradingAction(1, OPEN - SECOND, "INST", 'T')
                .add(1, OPEN, 1, Side.BUY, 500, "INST", 9_998 * CENT).add(1, OPEN, 2, Side.SELL, 500, "INST", 10_002 * CENT)
                .executed(1, OPEN + 2 * SECOND, 2, 100, 1).add(1, OPEN + 3 * SECOND, 3, Side.SELL, 100, "INST", 10_003 * CENT)
                .add(1, OPEN + 4_000 * SECOND, 4, Side.BUY, 100, "INST", 9_990 * CENT);
        return messages;
    }

    /** The same in packets of two messages. */
    private static List<byte[]> packets(List<byte[]> messages) {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < messages.size(); i += 2) {
            List<byte[]> some = messages.subList(i, Math.min(i + 2, messages.size()));
            ByteBuffer packet = ByteBuffer.allocate(20 + some.stream().mapToInt(one -> 2 + one.length).sum());
            packet.put("SESSION-01".getBytes(StandardCharsets.US_ASCII)).putLong(1 + i).putShort((short) some.size());
            some.forEach(one -> packet.putShort((short) one.length).put(one));
            packets.add(packet.array());
        }
        return packets;
    }

    /** A parent that arrives at 9:30:01 and is filled two seconds later. */
    private static List<byte[]> orders() {
        return new ArrayList<>(List.of(
                fix("35=D|34=1|52=20260130-14:30:01.000|11=P-1|55=INST|54=1|38=100|40=1|60=20260130-14:30:01.000|"),
                fix("35=8|34=2|52=20260130-14:30:03.000|37=O-1|11=P-1|17=X-1|150=F|39=2|55=INST|54=1|38=100|32=100|31=100.03|14=100|151=0|"
                        + "60=20260130-14:30:03.000|"),
                fix("35=8|34=3|52=20260130-15:30:03.000|37=O-1|11=P-1|17=X-2|150=I|39=2|55=INST|54=1|38=100|14=100|151=0|"
                        + "60=20260130-15:30:03.000|")));
    }

    private static byte[] fix(String body) {
        String sent = body.replace('|', '\u0001');
        String all = "8=FIX.4.4\u00019=" + sent.length() + "\u0001" + sent;
        int sum = all.chars().sum() % 256;
        return (all + String.format("10=%03d\u0001", sum)).getBytes(StandardCharsets.US_ASCII);
    }

    private static void topics(String... names) throws Exception {
        try (Admin admin = broker.settings().client(Map.of(), Admin::create)) {
            admin.createTopics(Arrays.stream(names).map(name -> new NewTopic(name, 1, (short) 1)).toList()).all().get();
        }
    }

    /** At the time they were of, as an ingestion node stamps them. */
    private static void send(String topic, List<byte[]> values) throws IOException {
        try (Producer<byte[], byte[]> producer = broker.producer(Map.of())) {
            values.forEach(value -> producer.send(new ProducerRecord<>(topic, 0, 1_769_783_400_000L, null, value)));
        }
    }
}
