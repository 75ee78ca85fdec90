package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.event.EventKind;
import io.leakage.core.history.JournalReader;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event journal with damage in it, replayed: what was lost of the market shows on the scores, and numbers keep their names. */
class PastTest {
    private static final long HEADER = 64;

    @TempDir
    private Path directory;

    @Test
    void marketDataLostToDamageIsAGapInTheScoresOfItsTime() throws IOException {
        write();
        ParentRow whole = row();
        assertEquals(Set.of(), Flag.of(whole.flags(Measure.ARRIVAL_SLIPPAGE)));
        flip(placesOf(EventKind.ADDED).get(2));   // the one deep in the book, before the order came

        ParentRow damaged = row();

        assertEquals(100, damaged.executed(), "the order's own events are whole");
        assertTrue(Flag.MD_GAP.in(damaged.flags(Measure.ARRIVAL_SLIPPAGE)), () -> Flag.of(damaged.flags()).toString());
    }

    @Test
    void aNumberWhoseNameIsLostInTheJournalHasItFromItsTwin() throws IOException {
        write();
        List<Long> names = placesOf(EventKind.NAMED);
        for (long name : names) {
            flip(name);
        }

        try (LeakageEngine engine = engine()) {
            assertEquals(0, engine.scorecard().find("A"));
            assertEquals(0, engine.inlets().market("feed", WhenFull.WAIT).instrument("INST"), "no second number");
        }
        try (LeakageEngine again = engine()) {
            assertEquals(0, again.scorecard().find("A"), "and now the journal has it again");
        }
    }

    /** Quotes before and after an order of 100 that fills at once. */
    private void write() {
        try (LeakageEngine engine = engine()) {
            MarketInlet market = engine.inlets().market("feed", WhenFull.WAIT);
            int instrument = market.instrument("INST");
            market.added(instrument, 1, Tape.START, 1, Side.BUY, 100, Tape.price("99"));
            market.added(instrument, 2, Tape.START, 2, Side.SELL, 100, Tape.price("101"));
            market.added(instrument, 3, Tape.START, 3, Side.BUY, 100, Tape.price("95"));
            OrderInlet orders = engine.inlets().orders("street");
            orders.accept(new Tape.Message('D', Tape.START + 1_000_000).id("A").side(Side.BUY).quantity(100).message());
            market.added(instrument, 4, Tape.START + 2_000_000, 4, Side.BUY, 100, Tape.price("98"));
            market.added(instrument, 5, Tape.START + 3_000_000, 5, Side.BUY, 100, Tape.price("97"));
            orders.accept(new Tape.Message('8', Tape.START + 4_000_000).id("A").side(Side.BUY).exec('F', '2').execution("E")
                    .quantity(100).last(100, "101").message());
            market.added(instrument, 6, Tape.START + 5_000_000, 6, Side.BUY, 100, Tape.price("96"));
        }
    }

    private ParentRow row() {
        ReplayEngine engine = new ReplayEngine();
        engine.replay(directory);
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));
        return row;
    }

    /** {@return where the events of a kind begin in the file} */
    private List<Long> placesOf(EventKind kind) {
        JournalReader reader = new JournalReader(directory.resolve("events"), Replay.CONTENT, 0);
        List<Long> places = new ArrayList<>();
        for (ByteBuffer frame = reader.next(); frame != null; frame = reader.next()) {
            if (frame.get(frame.position()) == kind.ordinal()) {
                places.add(HEADER + reader.position());
            }
        }
        return places;
    }

    private void flip(long place) throws IOException {
        byte[] bytes = Files.readAllBytes(segment());
        bytes[(int) place + 10] ^= 1;
        Files.write(segment(), bytes);
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("events"))) {
            return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
        }
    }

    private LeakageEngine engine() {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory, null, false, 64));
    }
}
