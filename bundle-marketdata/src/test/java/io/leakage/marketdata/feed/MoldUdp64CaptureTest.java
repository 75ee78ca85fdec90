package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.CaptureBytes;
import io.leakage.marketdata.tape.Deaf;
import io.leakage.marketdata.tape.Frames;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.tape.Words;
import io.leakage.marketdata.wire.Endpoint;
import io.leakage.marketdata.wire.MessageSink;
import io.leakage.marketdata.wire.StampReader;
import io.leakage.testing.Garbage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoldUdp64CaptureTest {
    private static final byte[] ADD = Wire.add(1, 1, 42, 'B', 500, "INST", 10_000);
    private static final byte[] DELETE = Wire.delete(1, 2, 42);
    private static final int OTHER = Frames.GROUP + 1;

    @TempDir
    private Path folder;
    private final List<String> problems = new ArrayList<>();

    private final Words sink = new Words() {
        @Override
        public void packet(long receiveNanos) {
            words.add("at " + receiveNanos);
        }
    };
    private final List<String> heard = sink.words;

    @Test
    void theLineIsPlayedWithItsTimesAndTheEndIsTold() throws IOException {
        play(CaptureBytes.pcap().packet(5, 1, mold(1, ADD, DELETE)).packet(5, 2, mold(3, DELETE)));

        assertEquals(List.of("at 5000000001", "1:A36", "2:D19", "at 5000000002", "3:D19", "end 4"), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void whatWasNotCapturedIsAGapAndWhatCameTwiceIsNot() throws IOException {
        MoldUdp64Capture capture = play(CaptureBytes.pcap().packet(5, 1, mold(1, ADD)).packet(5, 2, mold(4, DELETE))
                .packet(5, 3, mold(4, DELETE)));

        assertEquals(List.of("at 5000000001", "1:A36", "at 5000000002", "gap 2..4", "4:D19", "at 5000000003", "end 5"), heard);
        assertEquals(1, capture.stream().duplicates());
        assertEquals(2, capture.stream().lost());
    }

    @Test
    void theEndOfTheSessionIsToldOnce() throws IOException {
        play(CaptureBytes.pcap().packet(5, 1, mold(1, ADD)).packet(5, 2, Frames.datagram(Wire.mold("S", 2, 0xFFFF, new byte[0]))));

        assertEquals(List.of("at 5000000001", "1:A36", "at 5000000002", "end 2"), heard);
    }

    @Test
    void theLineWithMostPacketsIsPlayed() throws IOException {
        byte[] other = Frames.datagram(OTHER, Frames.PORT, Wire.mold("S", 1, ADD));
        byte[] noise = Frames.datagram(OTHER, 53, new byte[30]);
        CaptureBytes file = CaptureBytes.pcap().packet(5, 1, other).packet(5, 2, mold(1, DELETE)).packet(5, 3, mold(2, DELETE));
        MoldUdp64Capture capture = play(file.packet(5, 4, noise).packet(5, 5, noise).packet(5, 6, noise));

        assertEquals(Map.of(Endpoint.parse("233.54.12.111:26477"), 2, Endpoint.parse("233.54.12.112:26477"), 1),
                MoldUdp64Capture.lines(folder.resolve("mold.pcap")));
        assertEquals("233.54.12.111:26477", capture.line().toString());
        assertEquals(List.of("at 5000000002", "1:D19", "at 5000000003", "2:D19", "end 3"), heard);
        assertEquals(4, capture.others());
    }

    @Test
    void anotherLineIsPlayedWhenAskedFor() throws IOException {
        Path path = write(CaptureBytes.pcap().packet(5, 1, Frames.datagram(OTHER, 7, Wire.mold("S", 1, ADD)))
                .packet(5, 2, mold(1, DELETE)).packet(5, 3, mold(2, DELETE)));
        try (MoldUdp64Capture capture = MoldUdp64Capture.open(path, Endpoint.of(OTHER, 7), StampReader.detecting(), problems::add)) {
            capture.readAll(sink);
        }

        assertEquals(List.of("at 5000000001", "1:A36", "end 2"), heard);
    }

    @Test
    void aHardwareTimeGoesBeforeTheCapturesOwn() throws IOException {
        // behind the frame: checksum, 5 s and 3 ns of UTC, flags, device 1, port 2
        byte[] stamped = Frames.join(mold(1, ADD), Wire.hex("deadbeef 00000005 00000003 01 0001 02"));
        MoldUdp64Capture capture = play(CaptureBytes.pcap().packet(5, 900, stamped).packet(5, 901, mold(2, DELETE)));

        assertEquals(List.of("at 5000000003", "1:A36", "at 5000000901", "2:D19", "end 3"), heard);
        assertEquals(1, capture.file().stamped());
    }

    @Test
    void aCaptureWithoutNumbersIsNumberedInItsOrder() throws IOException {
        byte[] blank = Frames.datagram(Frames.join(new byte[18], new byte[] {0, 1}, Wire.prefixed(ADD)));
        MoldUdp64Capture capture = play(CaptureBytes.pcap().packet(5, 1, blank).packet(5, 2, blank));

        assertEquals(List.of("at 5000000001", "1:A36", "at 5000000002", "2:A36", "end 3"), heard);
        assertEquals(2, capture.unnumbered());
    }

    @Test
    void scenario36_aPacketWhoseCountIsWrongIsToldDroppedAndALoss() throws IOException {
        byte[] wrong = Frames.datagram(Wire.mold("S", 2, 2, Wire.prefixed(DELETE)));
        play(CaptureBytes.pcap().packet(5, 1, mold(1, ADD)).packet(5, 2, wrong).packet(5, 3, mold(3, DELETE)));

        assertEquals(List.of("at 5000000001", "1:A36", "at 5000000003", "gap 2..3", "3:D19", "end 4"), heard);
        assertEquals(List.of(folder.resolve("mold.pcap") + ", packet 2: MoldUDP64: message count 2, but the packet ends after 1"),
                problems);
    }

    @Test
    void fragmentsAreToldOnceAtTheEnd() throws IOException {
        byte[] fragment = Frames.ethernet(0x0800, Frames.ipv4(Frames.GROUP, 17, 0x2000, new byte[0], new byte[64]));
        play(CaptureBytes.pcap().packet(5, 1, mold(1, ADD)).packet(5, 2, fragment).packet(5, 3, fragment));

        assertEquals(List.of(folder.resolve("mold.pcap") + ": 2 IP fragments were not put together; what they carried is missing"),
                problems);
    }

    @Test
    void oneCallHandsOnOnePacket() throws IOException {
        try (MoldUdp64Capture capture = MoldUdp64Capture.open(write(CaptureBytes.pcap().packet(5, 1, mold(1, ADD))
                .packet(5, 2, mold(2, DELETE))), problems::add)) {
            assertTrue(capture.next(sink));
            assertEquals(List.of("at 5000000001", "1:A36"), heard);
            assertTrue(capture.next(sink));
            assertFalse(capture.next(sink));
            assertFalse(capture.next(sink));
        }
        assertEquals("end 3", heard.get(heard.size() - 1));
        assertEquals(5, heard.size());
    }

    @Test
    void aCaptureWithoutMoldUdp64IsRefused() throws IOException {
        Path path = write(CaptureBytes.pcap().packet(5, 1, Frames.datagram(new byte[30])));

        assertFalse(MoldUdp64Capture.isIn(path));
        assertEquals(path + ": no MoldUDP64 found, expected some among the first 100000 packets of a capture",
                assertThrows(IOException.class, () -> MoldUdp64Capture.open(path, problems::add)).getMessage());
        assertTrue(MoldUdp64Capture.isIn(write(CaptureBytes.pcap().packet(5, 1, mold(1, ADD)))));
    }

    @Test
    void playingLeavesNoGarbage() throws IOException {
        CaptureBytes bytes = CaptureBytes.pcap();
        for (int i = 0; i < 100_000; i++) {
            bytes.packet(5, i, mold(1 + i, ADD));
        }
        MessageSink silent = new Deaf();
        try (MoldUdp64Capture capture = MoldUdp64Capture.open(write(bytes), problems::add)) {
            assertEquals(0, Garbage.bytesOf(() -> play(capture, silent, 15_000)));
            assertEquals(75_000, capture.stream().messages());   // five runs
        }
    }

    private static void play(MoldUdp64Capture capture, MessageSink sink, int packets) {
        try {
            for (int i = 0; i < packets; i++) {
                capture.next(sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mold(long sequence, byte[]... messages) {
        return Frames.datagram(Wire.mold("S", sequence, messages));
    }

    private MoldUdp64Capture play(CaptureBytes bytes) throws IOException {
        try (MoldUdp64Capture capture = MoldUdp64Capture.open(write(bytes), problems::add)) {
            capture.readAll(sink);
            capture.next(sink);   // nothing more, and nothing told again
            return capture;
        }
    }

    private Path write(CaptureBytes bytes) throws IOException {
        return Files.write(folder.resolve("mold.pcap"), bytes.array());
    }
}
