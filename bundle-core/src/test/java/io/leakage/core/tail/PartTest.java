package io.leakage.core.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Inlets;
import io.leakage.api.history.HistoryTable;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.FrameBlocks;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.core.engine.MovedDay;
import io.leakage.core.engine.QuotingDay;
import io.leakage.core.engine.RandomDay;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days, parted by instrument: together the parts tell what a tail of the whole journal tells, to the last bit. */
class PartTest {
    private static final String RULES = """
            {"id": "test", "version": 1, "rules": [{"id": "r", "grade": "AMBER", "for": "1s",
             "when": {"measure": "drift", "atLeast": {"bps": 3}}}]}""";

    @TempDir
    private Path journal;

    @ParameterizedTest(name = "day {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void partsTellTogetherWhatTheWholeTells(long seed) {
        play(seed, seed % 2 == 0);
        RecordDigests whole = new RecordDigests();
        WholeJournal.tell(journal, whole::add);

        for (int parts : new int[] {1, 2, 3, 5}) {
            assertEquals(whole.toString(), parted(parts, new Random(seed)).toString(), parts + " parts");
        }
        for (HistoryTable table : List.of(HistoryTable.ORDERS, HistoryTable.QUOTES, HistoryTable.TRADES, HistoryTable.SCORES, HistoryTable.FILLS)) {
            assertTrue(whole.count(table) > 0, table.id());
        }
    }

    @Test
    void aPartThatIsGivenEverythingOnceMoreGoesOnAsIfNothingHadHappened() {
        play(21, true);
        RecordDigests whole = parted(2, new Random(1));
        List<byte[]> blocks = blocks(new Random(2));

        RecordDigests told = new RecordDigests();
        Parting parting = new Parting(2);
        Part[] parts = {half(0, told), half(1, told)};
        List<List<byte[]>> kept = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < blocks.size(); i++) {
            if (i % 7 == 3) {   // all that is in memory is gone
                byte[] state = parting.state();
                parting = new Parting(2);
                parting.restore(state);
                for (int one = 0; one < 2; one++) {
                    parts[one] = half(one, told);
                    for (byte[] before : kept.get(one)) {
                        parts[one].take(before, true);
                    }
                }
            }
            assertTrue(parting.split(blocks.get(i)));
            for (int one = 0; one < 2; one++) {
                kept.get(one).add(parting.part(one));
                parts[one].take(parting.part(one), false);
            }
        }
        assertEquals(whole.toString(), told.toString());
    }

    @Test
    void aBlockThatComesTwiceIsTakenOnceAndOneThatIsMissingLeavesAGap() {
        play(22, false);
        List<byte[]> blocks = blocks(new Random(3));
        RecordDigests whole = parted(1, new Random(3));
        RecordDigests twice = new RecordDigests();
        RecordDigests gapped = new RecordDigests();
        Parting parting = new Parting(1);
        Parting holed = new Parting(1);
        Part part = new Part(0, 1, twice::add);
        Part other = new Part(0, 1, gapped::add);

        for (int i = 0; i < blocks.size(); i++) {
            assertTrue(parting.split(blocks.get(i)));
            part.take(parting.part(0), false);
            assertFalse(parting.split(blocks.get(i)));
            if (i != blocks.size() / 2 && holed.split(blocks.get(i))) {
                other.take(holed.part(0), false);
            }
        }
        assertEquals(whole, twice);
        assertEquals(blocks.size(), parting.duplicates());
        assertEquals(0, parting.lost());
        assertEquals(1, holed.lost());
        assertNotEquals(whole, gapped);
    }

    @Test
    void aBlockOfWhichSomeWasThereBeforeIsCountedAndNotTaken() {
        play(27, false);
        Parting parting = new Parting(1);
        assertTrue(parting.split(first(200)));
        long events = parting.events();

        assertFalse(parting.split(first(2_000)));
        assertEquals(1, parting.overlaps());
        assertEquals(events, parting.events());
        assertEquals(0, parting.lost());
    }

    @Test
    void aBeginningThatIsMissingIsCounted() {
        play(28, false);
        List<byte[]> blocks = blocks(new Random(28));
        Parting parting = new Parting(1);

        assertTrue(parting.split(blocks.get(1)));
        assertEquals(1, parting.lost());
    }

    private byte[] first(int bytes) {
        try (FrameBlocks frames = new FrameBlocks(journal, Long.MIN_VALUE, bytes, damage -> { })) {
            return frames.next();
        }
    }

    @Test
    void whatIsNoBlockAndWhatIsOfAnotherJournalIsRefused() {
        play(23, false);
        byte[] block = blocks(new Random(4)).get(0);
        Parting parting = new Parting(1);
        parting.split(block);
        byte[] stranger = block.clone();
        stranger[7]++;
        byte[] torn = Arrays.copyOf(block, block.length - 1);

        assertTrue(assertThrows(IllegalStateException.class, () -> parting.split(stranger)).getMessage().contains("journal"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> parting.split(torn)).getMessage().contains("bytes"));
        assertThrows(IllegalArgumentException.class, () -> parting.split(new byte[100]));
    }

    @Test
    void aDamagedJournalIsToldAndReadAsATailReadsIt() throws IOException {
        play(24, false);
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[20_000] ^= 0x55;
        Files.write(segment, bytes);
        RecordDigests whole = new RecordDigests();
        Replay read = WholeJournal.tell(journal, whole::add);

        List<String> damages = new ArrayList<>();
        List<byte[]> blocks = blocks(new Random(5), damages);
        assertEquals(read.damages().size(), damages.size());
        assertEquals(1, damages.size());
        for (int parts : new int[] {1, 3}) {
            assertEquals(whole.toString(), parted(parts, blocks).toString());
        }
    }

    @ParameterizedTest(name = "{0} parts")
    @ValueSource(ints = {1, 2, 3, 5})
    void anOrderStaysWhereItBeganWhateverSymbolAMessageNames(int parts) {
        playInto(inlets -> new MovedDay(31).withReusedId().play(inlets));
        Parting parting = new Parting(parts);

        assertEquals(whole().toString(), parted(parting, parts, blocks(new Random(31))).toString());
        assertEquals(0, parting.strayed());
    }

    @Test
    void anOrderLinkedLateToAParentInAnotherPartIsCounted() {
        playInto(inlets -> new MovedDay(32).withLateLink().play(inlets));
        Parting one = new Parting(1);
        Parting three = new Parting(3);

        assertEquals(whole().toString(), parted(one, 1, blocks(new Random(32))).toString());
        parted(three, 3, blocks(new Random(32)));
        assertEquals(0, one.strayed());
        assertEquals(1, three.strayed());
    }

    @Test
    void requestsForQuotesAreToldOnceByWhicheverPartTheirInstrumentIsIn() {
        playInto(inlets -> {
            RandomDay.referTo(inlets.reference());   // three instruments before it
            new QuotingDay(inlets, 33, 40, 2, 2).play();
        });

        for (int parts : new int[] {1, 2, 3}) {
            assertEquals(whole().toString(), parted(parts, blocks(new Random(33))).toString(), parts + " parts");
        }
    }

    private RecordDigests whole() {
        RecordDigests whole = new RecordDigests();
        WholeJournal.tell(journal, whole::add);
        return whole;
    }

    private void playInto(Consumer<Inlets> day) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            day.accept(engine.inlets());
        }
    }

    @Test
    void aTornLastRecordIsToldOnceAndReadAsATailReadsIt() throws IOException {
        play(25, false);
        tearLastRecord();
        RecordDigests whole = new RecordDigests();
        WholeJournal.tell(journal, whole::add);

        List<String> damages = new ArrayList<>();
        List<byte[]> blocks = new ArrayList<>();
        try (FrameBlocks frames = new FrameBlocks(journal, Long.MIN_VALUE, 1 << 20, damages::add)) {
            blocks.add(frames.next());
            for (int i = 0; i < 3; i++) {
                assertNull(frames.next(), "nothing whole is behind it");
            }
        }
        assertEquals(1, damages.size());
        for (int parts : new int[] {1, 3}) {
            assertEquals(whole.toString(), parted(parts, blocks).toString());
        }
    }

    @Test
    void aReaderThatBeginsAtDamageSaysNothingBeforeARecordIsBehindIt() throws IOException {
        play(26, false);
        tearLastRecord();
        List<String> damages = new ArrayList<>();
        long mark;
        try (FrameBlocks frames = new FrameBlocks(journal, Long.MIN_VALUE, 1 << 20, damages::add)) {
            assertTrue(frames.next().length > FrameBlocks.HEAD);
            mark = frames.mark();
        }
        try (FrameBlocks frames = new FrameBlocks(journal, mark, 100, damages::add)) {
            assertNull(frames.next());
            assertNull(frames.next());
            assertEquals(mark, frames.mark());
        }
        assertEquals(2, damages.size(), "each reader told");
    }

    private void tearLastRecord() throws IOException {
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int last = 64;
        for (int next = last; next + 8 <= bytes.length && records.getInt(next) > 0; next += 8 + (records.getInt(next) + 7) / 8 * 8) {
            last = next;
        }
        bytes[last + 8] ^= 0x55;
        Files.write(segment, bytes);
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(journal.resolve("events"))) {
            return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
        }
    }

    private void play(long seed, boolean baskets) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, journal, null, false, 64))) {
            if (baskets) {
                RandomDay.referTo(engine.inlets().reference());
            }
            if (seed % 3 == 0) {
                engine.inlets().desk().rules(null, RULES);
            }
            new RandomDay(seed, true).play(engine.inlets());
        }
    }

    private RecordDigests parted(int parts, Random random) {
        return parted(parts, blocks(random));
    }

    private static RecordDigests parted(int parts, List<byte[]> blocks) {
        return parted(new Parting(parts), parts, blocks);
    }

    private static RecordDigests parted(Parting parting, int parts, List<byte[]> blocks) {
        RecordDigests told = new RecordDigests();
        Part[] all = new Part[parts];
        for (int part = 0; part < parts; part++) {
            all[part] = new Part(part, parts, told::add);
        }
        for (byte[] block : blocks) {
            assertTrue(parting.split(block));
            for (int part = 0; part < parts; part++) {
                all[part].take(parting.part(part), false);
            }
        }
        return told;
    }

    private static Part half(int number, RecordDigests told) {
        return new Part(number, 2, told::add);
    }

    private List<byte[]> blocks(Random random) {
        List<String> damages = new ArrayList<>();
        List<byte[]> blocks = blocks(random, damages);
        assertEquals(List.of(), damages);
        return blocks;
    }

    private List<byte[]> blocks(Random random, List<String> damages) {
        List<byte[]> blocks = new ArrayList<>();
        long mark = Long.MIN_VALUE;
        boolean more = true;
        while (more) {   // now and then by a reader that begins where the one before it ended
            try (FrameBlocks frames = new FrameBlocks(journal, mark, 100 + random.nextInt(9_000), damages::add)) {
                byte[] block = null;
                for (int i = 0; i < 20 && (block = frames.next()) != null; i++) {
                    blocks.add(block);
                    mark = frames.mark();
                }
                more = block != null;
            }
        }
        return blocks;
    }
}
