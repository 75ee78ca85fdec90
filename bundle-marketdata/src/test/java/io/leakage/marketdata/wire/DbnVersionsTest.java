package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdInputStream;
import io.leakage.marketdata.tape.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databento's own test files: the same records written in each version of the format. */
class DbnVersionsTest {
    @ParameterizedTest(name = "{0}: {1} records, the same from version {2} to 3")
    @CsvSource({"mbo, 2, 1", "mbp-1, 2, 1", "mbp-10, 2, 1", "tbbo, 2, 1", "trades, 2, 1", "definition, 2, 1", "status, 4, 2"})
    void everyVersionGivesTheSameRecordsFieldByField(String schema, int records, int oldest) throws IOException {
        List<String> newest = decode(schema, 3);

        assertEquals(records, newest.size());
        for (int version = oldest; version < 3; version++) {
            assertEquals(newest, decode(schema, version), "version " + version);
        }
    }

    @Test
    void theFirstOrderOfTheFileIsReadAsItStands() throws IOException {
        // bytes 12 to 67 of the records in test_data.mbo.v1: 0ea0 0100 6a15 0000 07af a6ac dbe2 5416 …
        assertEquals("order(1, 5482, 1609160400000429831, 647784973705, 3722750000000, 1, 128, 0, C, A, 1609160400000704060, 22993,"
                + " 1170352)", decode("mbo", 3).get(0));
    }

    @Test
    void theHeadSaysWhatNumbersStandFor() throws IOException {
        for (int version = 1; version <= 3; version++) {
            byte[] file = unpack("mbo", version);
            DbnMetadata head = new DbnMetadata();
            assertNull(head.wrap(file, 0, (int) DbnMetadata.lengthOf(file, 0)));
            List<String> mappings = new ArrayList<>();
            head.forEachMapping((asked, told, firstDay, endDay) -> mappings.add(asked + "=" + told + " " + firstDay + ".." + endDay));

            assertEquals(List.of("ESH1=5482 20201228..20201229"), mappings);
            assertEquals(version, head.version());
            assertEquals("GLBX.MDP3", head.dataset());
            assertEquals(0, head.schema());
            assertEquals(1_609_160_400_000_000_000L, head.startNanos());
            assertEquals(DbnMetadata.BY_ID, head.told());
            assertEquals(2, head.limit());
        }
    }

    @Test
    void aDefinitionNamesItsInstrument() throws IOException {
        List<String> definitions = decode("definition", 1);

        assertTrue(definitions.get(0).contains("symbol MSFT, group pxnas-1, exchange XNAS, "), definitions::toString);
        assertTrue(definitions.get(0).contains("round lot 100, class K, action A"), definitions::toString);
    }

    private static List<String> decode(String schema, int version) throws IOException {
        byte[] file = unpack(schema, version);
        List<String> heard = new ArrayList<>();
        DbnDecoder decoder = new DbnDecoder(new Writing(heard), version);
        int at = (int) DbnMetadata.lengthOf(file, 0);
        while (at < file.length) {
            int length = DbnDecoder.lengthOf(file, at);
            assertTrue(decoder.decode(file, at, length), () -> "type " + DbnDecoder.typeOf(file, 0));
            at += length;
        }
        return heard;
    }

    private static byte[] unpack(String schema, int version) throws IOException {
        try (InputStream in = new ZstdInputStream(
                Files.newInputStream(RealData.path("dbn/test_data." + schema + ".v" + version + ".dbn.zst")))) {
            return in.readAllBytes();
        }
    }

    /** Writes down every field of every record. */
    private record Writing(List<String> heard) implements DbnListener {
        @Override
        public void order(int publisher, long id, long eventNanos, long order, long price9, long size, int flags, int channel, char action,
                char side, long receiveNanos, int inDelta, long sequence) {
            heard.add("order" + fields(publisher, id, eventNanos, order, price9, size, flags, channel, action, side, receiveNanos, inDelta,
                    sequence));
        }

        @Override
        public void traded(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
                long receiveNanos, int inDelta, long sequence) {
            heard.add("traded" + fields(publisher, id, eventNanos, price9, size, action, side, flags, depth, receiveNanos, inDelta,
                    sequence));
        }

        @Override
        public void top(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
                long receiveNanos, int inDelta, long sequence, long bid9, long offer9, long bidSize, long offerSize, long bidOrders,
                long offerOrders) {
            heard.add("top" + fields(publisher, id, eventNanos, price9, size, action, side, flags, depth, receiveNanos, inDelta, sequence,
                    bid9, offer9, bidSize, offerSize, bidOrders, offerOrders));
        }

        @Override
        public void depth(int publisher, long id, long eventNanos, long price9, long size, char action, char side, int flags, int depth,
                long receiveNanos, int inDelta, long sequence, DbnLevels levels) {
            StringBuilder text = new StringBuilder("depth").append(fields(publisher, id, eventNanos, price9, size, action, side, flags,
                    depth, receiveNanos, inDelta, sequence));
            for (int i = 0; i < DbnLevels.COUNT; i++) {
                text.append(fields(levels.bid9(i), levels.offer9(i), levels.bidSize(i), levels.offerSize(i), levels.bidOrders(i),
                        levels.offerOrders(i)));
            }
            heard.add(text.toString());
        }

        @Override
        public void status(int publisher, long id, long eventNanos, long receiveNanos, int action, int reason, int event, char trading,
                char quoting, char restricted) {
            heard.add("status" + fields(publisher, id, eventNanos, receiveNanos, action, reason, event, trading, quoting, restricted));
        }

        @Override
        public void defined(int publisher, long id, long eventNanos, DbnDefinition definition) {
            heard.add("defined" + fields(publisher, id, eventNanos, definition.receiveNanos(), definition.tick9(),
                    definition.displayFactor9(), definition.expirationNanos(), definition.activationNanos(), definition.highLimit9(),
                    definition.lowLimit9(), definition.strike9(), definition.rawId(), definition.channel()) + " symbol "
                    + definition.symbol() + ", group " + definition.group() + ", exchange " + definition.exchange() + ", asset "
                    + definition.asset() + ", cfi " + definition.cfi() + ", currency " + definition.currency() + ", underlying "
                    + definition.underlying() + ", strike in " + definition.strikeCurrency() + ", round lot " + definition.roundLot()
                    + ", class " + definition.instrumentClass() + ", action " + definition.action());
        }

        private static String fields(Object... fields) {
            String text = List.of(fields).toString();
            return "(" + text.substring(1, text.length() - 1) + ")";
        }
    }
}
