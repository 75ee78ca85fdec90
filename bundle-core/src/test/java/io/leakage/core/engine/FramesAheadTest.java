package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.FrameReader;
import io.leakage.core.history.FrameReader.Step;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read ahead is what was written, in its order and where it stands; read one by one it is the same. */
class FramesAheadTest {
    private static final int EVENTS = 500;
    private static final int DAMAGES = 9;

    @TempDir
    private Path directory;

    @Test
    void aDamagedJournalReadAheadBringsTheSameSteps() throws IOException {
        write(1, EVENTS);
        Random random = new Random(7);
        byte[] bytes = Files.readAllBytes(segment());
        for (int i = 0; i < DAMAGES; i++) {
            bytes[200 + random.nextInt(EVENTS * 60)] ^= 4;
        }
        Files.write(segment(), bytes);

        FrameReader ahead = reader();
        FrameReader plain = reader();
        List<String> expected = oneByOne(plain);

        assertEquals(expected, ahead(ahead));
        assertEquals(plain.damages(), ahead.damages());
        assertTrue(plain.damages().size() > 3, () -> "so that there is something to see: " + plain.damages());
    }

    @Test
    void whatIsWrittenLaterComesLater() {
        write(1, 40);
        FramesAhead frames = new FramesAhead(new Pipeline());
        frames.from(reader());
        int before = 0;
        while (frames.next() == Step.EVENT) {
            before++;
        }
        long end = frames.nextPosition();

        write(41, 3);
        List<Long> later = new ArrayList<>();
        long begins = -1;
        while (frames.next() == Step.EVENT) {
            begins = begins < 0 ? frames.position() : begins;
            later.add(frames.event().kind().isMarket() ? frames.event().sequence : 0);
        }

        assertTrue(before >= 40, () -> "names besides");
        assertEquals(end, begins);
        assertEquals(List.of(41L, 42L, 43L), later.stream().filter(sequence -> sequence > 0).toList());
    }

    @Test
    void aReplayUpToATimeTellsNothingOfWhatItReadAhead() throws IOException {
        write(1, EVENTS);
        byte[] bytes = Files.readAllBytes(segment());
        bytes[bytes.length / 2 > 20_000 ? 20_000 : bytes.length / 2] ^= 4;   // far behind the end
        Files.write(segment(), bytes);

        List<Long> told = new ArrayList<>();
        Replay replay = new ReplayEngine(event -> told.add(event.sequence)).replay(directory, Tape.START + 10, position -> { });

        assertEquals(10, told.stream().filter(sequence -> sequence > 0).distinct().count());
        assertEquals(told.size(), replay.events());
        assertEquals(List.of(), replay.damages());
    }

    private FrameReader reader() {
        return new FrameReader(directory.resolve("events"), 0);
    }

    private static List<String> oneByOne(FrameReader reader) {
        List<String> steps = new ArrayList<>();
        LeakageEvent event = new LeakageEvent();
        for (Step step = reader.next(event); step != Step.END; step = reader.next(event)) {
            steps.add(told(step, reader.position(), reader.nextPosition(), event));
        }
        return steps;
    }

    private static List<String> ahead(FrameReader reader) {
        FramesAhead frames = new FramesAhead(new Pipeline());
        frames.from(reader);
        List<String> steps = new ArrayList<>();
        for (Step step = frames.next(); step != Step.END; step = frames.next()) {
            steps.add(told(step, frames.position(), frames.nextPosition(), frames.event()));
        }
        return steps;
    }

    private static String told(Step step, long position, long nextPosition, LeakageEvent event) {
        if (step == Step.LEFT_OUT) {
            return step + " " + position + " " + nextPosition;
        }
        ByteBuffer frame = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        Frame.write(event, frame);
        return step + " " + position + " " + nextPosition + " " + HexFormat.of().formatHex(frame.array(), 0, frame.position());
    }

    private void write(int first, int events) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory, null, false, 64))) {
            MarketInlet market = engine.inlets().market("feed", WhenFull.WAIT);
            int instrument = market.instrument("INST");
            for (int i = first; i < first + events; i++) {
                boolean bid = i % 2 == 0;
                market.added(instrument, i, Tape.START + i, i, bid ? Side.BUY : Side.SELL, 100, Tape.price(bid ? "99" : "101"));
            }
        }
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("events"))) {
            return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
        }
    }
}
