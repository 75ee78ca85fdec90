package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.JournalReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakageEngineTest {
    @TempDir
    Path directory;

    private EngineOptions onDisk() {
        return new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory.resolve("journal"), null, false, 64);
    }

    @Test
    void replayOfTheJournalEqualsLiveByteForByte() {
        List<ParentRow> live;
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            play(engine, 5);
            live = rows(engine.scorecard());
        }
        ReplayEngine replayed = new ReplayEngine();
        assertTrue(replayed.replay(directory.resolve("journal")).events() > 400);

        assertEquals(RandomDay.PARENTS, live.size());
        assertEquals(live, rows(replayed.scorecard()), "every word of every row, its version included");
    }

    /** A day with lost messages, silences, snapshots, broken prints and a clock that changes its mind. */
    @Test
    void scenario34_aTroubledDayReplayedGivesTheSameNumbersAndFlagsBitForBit() {
        List<ParentRow> live;
        List<Amendment> amended;
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            play(engine, new RandomDay(52, true));
            live = rows(engine.scorecard());
            amended = engine.scorecard().amendments();
        }
        ReplayEngine replayed = new ReplayEngine();
        replayed.replay(directory.resolve("journal"));

        assertEquals(live, rows(replayed.scorecard()));
        assertEquals(amended, replayed.scorecard().amendments());
        assertFalse(amended.isEmpty(), "some numbers were amended");
        assertTrue(live.stream().anyMatch(row -> row.clockState() == ClockState.HOLDOVER), "the clock's state stands in the rows");
        assertTrue(live.stream().anyMatch(row -> row.undecidable() > 0), "some order times are too coarse");
    }

    @Test
    void anEngineStartedAgainGoesOnWhereItStopped() {
        List<ParentRow> before;
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            play(engine, 8);
            before = rows(engine.scorecard());
        }
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            assertEquals(before, rows(engine.scorecard()));
            engine.inlets().orders("test").accept(new Tape.Message('D', Tape.START,
                    "NEW").id("P-new").side(Side.BUY).quantity(1).message());
            await(engine.scorecard(), () -> engine.scorecard().parents() == RandomDay.PARENTS + 1);
            assertEquals(RandomDay.PARENTS, engine.scorecard().find("P-new"), "numbers go on behind the old ones");
            assertEquals("P-new", engine.scorecard().text(NameKind.ORDER, rows(engine.scorecard()).get(RandomDay.PARENTS).order()));
        }
    }

    @Test
    void theRawMessageIsInTheJournalWhenTheInletReturns() {
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            OrderMessage message = new Tape.Message('D', Tape.START).id("P").side(Side.BUY).quantity(1).message();
            engine.inlets().orders("desk").accept(message);
            engine.inlets().orders("desk").quarantine("8=FIX?".getBytes(StandardCharsets.US_ASCII), 0, 6, "no MsgType");

            JournalReader raw = new JournalReader(directory.resolve("journal/raw/desk"), RawJournal.CONTENT, 0);
            ByteBuffer first = raw.next();
            assertEquals(message.rawLength, first.remaining());
            assertEquals(ByteBuffer.wrap(message.raw, 0, message.rawLength), first);
            byte[] second = RawRecord.bytes(raw.next());
            assertEquals("8=FIX?", new String(RawRecord.message(second), StandardCharsets.US_ASCII), "what cannot be read is kept too");
            assertEquals("no MsgType", RawRecord.reason(second));
            await(engine.scorecard(), () -> engine.scorecard().progress().quarantined() == 1);
        }
    }

    @Test
    void aJournalThatIsNotOneStopsTheStartWithItsName() throws IOException {
        Path events = Files.createDirectories(directory.resolve("journal/events"));
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            play(engine, 2);
        }
        Path segment;
        try (Stream<Path> files = Files.list(events)) {
            segment = files.filter(file -> !file.getFileName().toString().contains("lock")).findFirst().orElseThrow();
        }
        byte[] foreign = "PK archive of something else altogether, not a journal at all".getBytes(StandardCharsets.US_ASCII);
        Files.write(segment, foreign);

        RuntimeException refused = assertThrows(RuntimeException.class, () -> new LeakageEngine(onDisk()).close());
        assertTrue(refused.getMessage().contains(segment.getFileName().toString()), refused.getMessage());
    }

    @Test
    void aListenerHearsTheNewestRowAndAFailingOneHurtsNobody() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        try (LeakageEngine engine = new LeakageEngine(EngineOptions.inMemory())) {
            engine.add(row -> {
                throw new IllegalStateException("a host's bug");
            });
            engine.add(row -> {
                if (row.executed() == 100) {
                    heard.countDown();
                }
            });
            Tape tape = new Tape();
            tape.at(0).quote("99.99", "100.01").at(1).parent("P", Side.BUY, 100).at(2).fill("P", 100, "100");
            tape.play(engine.inlets(), true);
            assertTrue(heard.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aStoppedEngineLeavesNoThread() {
        long before = threads();
        try (LeakageEngine engine = new LeakageEngine(onDisk())) {
            play(engine, 3);
            assertNotEquals(before, threads());
        }
        assertEquals(before, threads());
    }

    @Test
    void aFullRingDropsMarketDataAndMarksItsInstrumentStale() throws InterruptedException {
        EngineOptions small = new EngineOptions(64, EngineOptions.Wait.BLOCKING, null, null, false, 64);
        try (LeakageEngine engine = new LeakageEngine(small)) {
            MarketInlet market = engine.inlets().market("fast", WhenFull.DROP);
            int instrument = market.instrument("INST");
            long sent = 0;
            while (engine.scorecard().progress().dropped() == 0) {
                for (int i = 0; i < 10_000; i++) {
                    market.added(instrument, ++sent, Tape.START + sent, sent, Side.BUY, 100, Tape.price("100"));
                }
            }
            await(engine.scorecard(), () -> engine.scorecard().progress().marketEvents() > 0);
            assertTrue(engine.scorecard().progress().marketEvents() < sent + engine.scorecard().progress().dropped());
        }
    }

    @Test
    void sizesThatCannotBeAreRefusedWithTheNumber() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new EngineOptions(1000, EngineOptions.Wait.BLOCKING, null, null, false, 64));
        assertEquals("ring_slots: a power of two from 64, got 1000", refused.getMessage());
        try (LeakageEngine engine = new LeakageEngine(EngineOptions.inMemory())) {
            assertThrows(IllegalArgumentException.class, () -> engine.inlets().orders("../evil"));
        }
    }

    private static void play(LeakageEngine engine, long seed) {
        play(engine, new RandomDay(seed));
    }

    private static void play(LeakageEngine engine, RandomDay day) {
        int orders = day.orders.size();
        int market = day.market.size();
        day.play(engine.inlets());
        await(engine.scorecard(), () -> engine.scorecard().progress().orderEvents() == orders
                && engine.scorecard().progress().marketEvents() == market);
    }

    private static void await(Scorecard scores, BooleanSupplier reached) {
        long patience = 10_000;
        while (!reached.getAsBoolean() && patience-- > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(reached.getAsBoolean(), () -> "waited in vain: " + scores.progress());
    }

    private static List<ParentRow> rows(Scorecard scores) {
        List<ParentRow> rows = new ArrayList<>();
        for (int parent = 0; parent < scores.parents(); parent++) {
            ParentRow row = new ParentRow();
            assertTrue(scores.read(parent, row));
            rows.add(row);
            assertTrue(row.fills() == 0 || scores.readFill(parent, row.fills() - 1, new FillRow()));
        }
        return rows;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("leakage-")).count();
    }
}
