package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.JournalFormatException;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded in the first format stays readable: see {@link RecordedDay}. */
class RecordedV1Test {
    @TempDir
    private Path directory;

    @Test
    void aDayRecordedInTheFirstFormatScoresAsTheSameDayDoesToday() throws IOException {
        RecordedDay.lay(directory);
        ReplayEngine then = new ReplayEngine();
        Replay replay = then.replay(directory);
        ReplayEngine now = new ReplayEngine();
        RecordedDay.play(now.inlets());

        assertEquals(List.of(), replay.damages());
        assertEquals(2, then.scorecard().parents());
        assertEquals(texts(now.scorecard()), texts(then.scorecard()));
        ParentRow row = new ParentRow();
        assertTrue(then.scorecard().read(0, row));
        assertEquals("P", then.scorecard().text(NameKind.ORDER, row.order()));
        // 200 at 100.01 against an arrival mid of 100.00: a cent on 100, 1 bp
        assertEquals(1.0, row.value(Measure.ARRIVAL_SLIPPAGE), 1e-9);
        assertEquals(1, then.scorecard().verdicts().size(), "the recorded rule fires");
    }

    @Test
    void anEngineGoesOnBehindARecordingOfTheFirstFormat() throws IOException {
        RecordedDay.lay(directory);
        try (LeakageEngine engine = engine()) {
            assertEquals(0, engine.scorecard().find("P"));
            RecordedDay.play(engine.inlets());
        }
        ReplayEngine both = new ReplayEngine();

        assertEquals(List.of(), both.replay(directory).damages());
        assertEquals(10, both.scorecard().progress().orderEvents(), "five messages, and the same once more");
    }

    @Test
    void aRecordingOfANewerVersionIsRefusedByName() throws IOException {
        RecordedDay.lay(directory);
        Path segment = directory.resolve("events/00000000000000000000.journal");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(segment)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(24, "frame 99".getBytes(StandardCharsets.US_ASCII));
        CRC32C check = new CRC32C();
        check.update(bytes.array(), 16, 48);
        bytes.putInt(12, (int) check.getValue());
        Files.write(segment, bytes.array());

        JournalFormatException refused = assertThrows(JournalFormatException.class, () -> new ReplayEngine().replay(directory));
        assertTrue(refused.getMessage().startsWith(segment + " is not a journal segment this version reads: expected content \"frame 5")
                && refused.getMessage().endsWith("found \"frame 99\""), refused.getMessage());
        assertThrows(JournalFormatException.class, this::engine);
    }

    private static List<String> texts(Scorecard scorecard) {
        List<String> texts = new ArrayList<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            assertTrue(scorecard.read(parent, row));
            StringBuilder text = new StringBuilder(scorecard.text(NameKind.ORDER, row.order()) + ' ' + row.version() + ' ' + row.flags());
            for (Measure measure : Measure.values()) {
                text.append(' ').append(row.status(measure)).append(row.value(measure)).append('|').append(row.flags(measure));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private LeakageEngine engine() {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory, null, false, 64));
    }
}
