package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.CountingInlet;
import io.leakage.marketdata.tape.RealData;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.tape.Words;
import io.leakage.marketdata.wire.MessageSink;
import io.leakage.testing.Garbage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItchFileTest {
    private static final byte[] ADD = Wire.add(1, 1, 42, 'B', 500, "INST", 10_000);
    private static final byte[] DELETE = Wire.delete(1, 2, 42);
    private static final byte[] SYSTEM = Wire.system(3, 'C');

    @TempDir
    private Path folder;
    private final List<String> problems = new ArrayList<>();
    private final Map<Character, Integer> counts = new TreeMap<>();

    private final Words sink = new Words() {
        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            counts.merge((char) buffer[offset], 1, Integer::sum);
            return super.message(sequence, buffer, offset, length);
        }
    };
    private final List<String> heard = sink.words;

    @Test
    void aFileWithLengthsIsReadToItsEnd() throws IOException {
        read("day.itch50", Wire.prefixed(ADD, DELETE, SYSTEM));

        assertEquals(List.of("1:A36", "2:D19", "3:S12", "end 4"), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void aFileWithZerosForLengthsIsReadByType() throws IOException {
        read("day.itch50", Wire.zeroPrefixed(ADD, DELETE, SYSTEM));

        assertEquals(List.of("1:A36", "2:D19", "3:S12", "end 4"), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void aPackedFileIsUnpackedOnTheWay() throws IOException {
        read("day.itch50.gz", packed(Wire.prefixed(ADD, DELETE)));

        assertEquals(List.of("1:A36", "2:D19", "end 3"), heard);
    }

    @Test
    void theMarkAtTheEndOfASessionIsNoProblem() throws IOException {
        read("day.itch50", join(Wire.prefixed(ADD), new byte[2]));
        read("twice.itch50", join(Wire.prefixed(ADD), new byte[2], Wire.prefixed(DELETE, SYSTEM)));

        assertEquals(List.of("1:A36", "end 2", "1:A36", "2:D19", "3:S12", "end 4"), heard);
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest(name = "{0} bytes of the last message")
    @ValueSource(ints = {1, 35})
    void aFileThatEndsInsideAMessageSaysWhere(int there) throws IOException {
        byte[] bytes = Wire.prefixed(DELETE, ADD);
        ItchFile file = read("cut.itch50", Arrays.copyOf(bytes, 21 + 2 + there));

        assertEquals(List.of("1:D19", "end 2"), heard);
        assertEquals(List.of(folder.resolve("cut.itch50") + ", byte 21: the file ends after " + there
                + " bytes of a message of type 'A', expected 36"), problems);
        assertTrue(file.isTruncated());
    }

    @Test
    void aFileThatEndsInsideALengthSaysWhere() throws IOException {
        read("cut.itch50", Arrays.copyOf(Wire.prefixed(DELETE, ADD), 22));

        assertEquals(List.of(folder.resolve("cut.itch50") + ", byte 21: the file ends after 1 byte, expected a length and a message"),
                problems);
    }

    @Test
    void aPackedFileThatIsCutSaysWhere() throws IOException {
        byte[] bytes = packed(Wire.prefixed(ADD, DELETE, SYSTEM));
        ItchFile file = read("cut.itch50.gz", Arrays.copyOf(bytes, bytes.length - 8));

        assertTrue(file.isTruncated());
        assertTrue(problems.get(0).contains("the packed file is damaged here"), problems::toString);
        assertEquals("end " + (file.messages() + 1), heard.get(heard.size() - 1));
    }

    @Test
    void anUnknownTypeIsToldAndTheRestGoesOn() throws IOException {
        read("odd.itch50", Wire.prefixed(ADD, "Zwhatever".getBytes(), DELETE, SYSTEM));

        assertEquals(List.of("1:A36", "3:D19", "4:S12", "end 5"), heard);
        assertEquals(List.of(folder.resolve("odd.itch50")
                + ", byte 38: message type 'Z', expected one of SRHYLVWKJhAFECXDUPQBINO; reading goes on at byte 49"), problems);
    }

    @Test
    void aMessageOfAWrongLengthIsALoss() throws IOException {
        read("odd.itch50", Wire.prefixed(ADD, Arrays.copyOf(ADD, 40), DELETE, SYSTEM));

        assertEquals(List.of("1:A36", "gap 2..3", "3:D19", "4:S12", "end 5"), heard);
        assertEquals(List.of(folder.resolve("odd.itch50") + ", byte 38: length 40 for type 'A', expected 36; reading goes on at byte 80"),
                problems);
    }

    @Test
    void aWrongNumberForALengthLosesOneMessageOnly() throws IOException {
        byte[] bytes = Wire.prefixed(ADD, ADD, DELETE, SYSTEM);
        bytes[38] = 0x7F;
        read("odd.itch50", bytes);

        assertEquals(List.of("1:A36", "gap 2..3", "3:D19", "4:S12", "end 5"), heard);
        assertEquals(1, problems.size());
    }

    @Test
    void withoutLengthsAnUnknownTypeStopsTheReading() throws IOException {
        byte[] bytes = Wire.zeroPrefixed(ADD, DELETE, SYSTEM);
        bytes[40] = 'Z';
        read("odd.itch50", bytes);

        assertEquals(List.of("1:A36", "gap 2..3", "end 3"), heard);
        assertEquals(List.of(folder.resolve("odd.itch50") + ", byte 38: message type 'Z', expected one of SRHYLVWKJhAFECXDUPQBINO"
                + "; the file carries no lengths, so reading stops here"), problems);
    }

    @Test
    void anEmptyFileIsNoDay() throws IOException {
        read("empty.itch50", new byte[0]);

        assertEquals(List.of(folder.resolve("empty.itch50") + ", byte 0: the file is empty, expected ITCH 5.0 messages"), problems);
    }

    @Test
    void aFileOfSomethingElseHasNoMessages() throws IOException {
        read("letter.txt", "Dear reader, this is not market data at all.\n".repeat(10_000).getBytes());

        assertTrue(heard.stream().noneMatch(line -> line.contains(":")), heard::toString);
        assertFalse(problems.isEmpty());
    }

    @Test
    void noBytesWhateverMakeItThrow() throws IOException {
        Random random = new Random(3);
        byte[] good = Wire.prefixed(ADD, DELETE, SYSTEM, ADD, ADD, DELETE, SYSTEM);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = good.clone();
            for (int changes = random.nextInt(5); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            heard.clear();
            read("fuzz.itch50", Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            assertTrue(heard.get(heard.size() - 1).startsWith("end "));
        }
    }

    @Test
    void aRealMorningOfAppleHasTheMessagesItsOwnersCounted() throws IOException {
        readReal("itch/aapl-20200130-premarket-10k.itch50");

        assertEquals("{A=4758, D=4083, E=849, F=2, H=1, L=52, P=240, R=1, U=7, X=6, Y=1}", counts.toString());
        assertEquals("end 10001", heard.get(heard.size() - 1));
        assertEquals(List.of(), problems);
    }

    @Test
    void aSimulatedDayHasTheMessagesItsOwnersCounted() throws IOException {
        readReal("itch/simulated-20101224.itch50");

        assertEquals(4_997, counts.get('A'));
        assertEquals(1_745, counts.get('D'));
        assertEquals(198, counts.get('E'));
        assertEquals(45, counts.get('X'));
        assertEquals(12, counts.get('U'));
        assertEquals(5_000, counts.get('P'));
        assertEquals(List.of(), problems);
    }

    @Test
    void readingIntoAnInletLeavesNoGarbage() throws IOException {
        byte[][] day = new byte[200_000][];
        for (int i = 0; i < day.length; i++) {
            day[i] = i % 2 == 0 ? Wire.add(1 + i % 50, i, i, 'B', 100, "S" + i % 50, 10_000) : Wire.delete(1 + i % 50, i, i);
        }
        Path path = Files.write(folder.resolve("day.itch50"), Wire.prefixed(day));
        CountingInlet inlet = new CountingInlet();
        ItchToInlet itch = new ItchToInlet(inlet, VenueDay.undated());
        try (ItchFile file = ItchFile.open(path, problems::add)) {
            assertEquals(0, Garbage.bytesOf(10, () -> read(file, itch, 13_000)));
        }
        assertEquals(15 * 13_000, inlet.calls());
    }

    private static void read(ItchFile file, MessageSink to, int count) {
        try {
            for (int i = 0; i < count; i++) {
                file.next(to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ItchFile read(String name, byte[] bytes) throws IOException {
        return readAll(Files.write(folder.resolve(name), bytes));
    }

    private void readReal(String name) throws IOException {
        readAll(RealData.path(name));
    }

    private ItchFile readAll(Path path) throws IOException {
        try (ItchFile file = ItchFile.open(path, problems::add)) {
            file.readAll(sink);
            return file;
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
