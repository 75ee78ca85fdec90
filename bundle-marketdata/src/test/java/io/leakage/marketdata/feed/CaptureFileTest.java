package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.CaptureBytes;
import io.leakage.marketdata.tape.Frames;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.wire.FrameKind;
import io.leakage.testing.Garbage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureFileTest {
    private static final int MICROS = 0xA1B2C3D4;
    private static final int NANOS = 0xA1B23C4D;
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] FIRST = Frames.datagram(new byte[] {1});            // 14 + 20 + 8 + 1 = 43 bytes
    private static final byte[] SECOND_FRAME = Frames.datagram(new byte[] {2, 2});
    private static final byte[] THIRD = Frames.datagram(new byte[] {3, 3, 3});

    @TempDir
    private Path folder;
    private final List<String> heard = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest(name = "{0}, magic {1}")
    @CsvSource({"LITTLE_ENDIAN, micros, 7000", "BIG_ENDIAN, micros, 7000", "LITTLE_ENDIAN, nanos, 7", "BIG_ENDIAN, nanos, 7"})
    void aPcapOfEitherOrderAndUnitIsRead(String order, String unit, long nanos) throws IOException {
        ByteOrder byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        read(CaptureBytes.pcap(byteOrder, unit.equals("nanos") ? NANOS : MICROS, 1).packet(5, 7, FIRST).packet(4_000_000_000L, 7, THIRD));

        assertEquals(List.of("UDP 1 at " + (5 * SECOND + nanos), "UDP 3 at " + (4_000_000_000L * SECOND + nanos)), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void aCaptureOfNothingIsInOrder() throws IOException {
        CaptureFile file = read(CaptureBytes.pcap());

        assertEquals(List.of(), problems);
        assertFalse(file.isTruncated());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void everyKindOfPacketBlockIsRead(String order) throws IOException {
        CaptureBytes file = CaptureBytes.pcapng(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        read(file.section().networkInterface(1, 0).enhanced(0, 5_000_007, FIRST).old(0, 6_000_000, SECOND_FRAME)
                .simple(THIRD.length, THIRD).block(5, new byte[8]).block(0x0BAD, new byte[4]));

        assertEquals(List.of("UDP 1 at 5000007000", "UDP 2 at 6000000000", "UDP 3 at " + Long.MIN_VALUE), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void eachSectionHasAnOrderAndInterfacesOfItsOwn() throws IOException {
        CaptureBytes little = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN);
        CaptureBytes big = CaptureBytes.pcapng(ByteOrder.BIG_ENDIAN);
        byte[] raw = Arrays.copyOfRange(THIRD, 14, THIRD.length);
        little.section().networkInterface(1, 0).networkInterface(101, 0, little.option(9, new byte[] {9}))
                .enhanced(1, 8 * SECOND + 1, raw).enhanced(0, 5_000_000, FIRST);
        big.section().networkInterface(101, 0).enhanced(0, 6_000_000, raw);
        read(little.raw(big.array()));

        assertEquals(List.of("UDP 3 at 8000000001", "UDP 1 at 5000000000", "UDP 3 at 6000000000"), heard);
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest(name = "resolution {0}: {1} ticks are {2} ns")
    @CsvSource({"0, 5, 5000000000", "3, 5007, 5007000000", "6, 5000007, 5000007000", "9, 5000000007, 5000000007",
        "12, 5000000007999, 5000000007", "0x80, 5, 5000000000", "0x8a, 5632, 5500000000",       // 5.5 × 2^10
        "0xa0, 23622320128, 5500000000",                                                         // 5.5 × 2^32
        "0xba, 1585267068834414592, 5500000000"})                                                // 5.5 × 2^58
    void timesAreInTheUnitsTheInterfaceSays(String resolution, long ticks, long nanos) throws IOException {
        CaptureBytes file = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN);
        read(file.section().networkInterface(1, 0, file.option(2, new byte[] {'e', 't', 'h'}),
                file.option(9, new byte[] {(byte) (int) Integer.decode(resolution)}), file.option(0, new byte[0]))
                .enhanced(0, ticks, FIRST));

        assertEquals(List.of("UDP 1 at " + nanos), heard);
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(longs = {0, 3_600, -4})
    void timesAreMovedByWhatTheInterfaceSays(long seconds) throws IOException {
        CaptureBytes file = CaptureBytes.pcapng(ByteOrder.BIG_ENDIAN);
        read(file.section().networkInterface(1, 0, file.option(14, file.i64(seconds))).enhanced(0, 5_000_000, FIRST));

        assertEquals(List.of("UDP 1 at " + (5 + seconds) * SECOND), heard);
    }

    @Test
    void aTimeOutsideOfHistoryIsToldAndThePacketRead() throws IOException {
        CaptureBytes file = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN);
        read(file.section().networkInterface(1, 0, file.option(14, file.i64(Long.MAX_VALUE))).enhanced(0, 5_000_000, FIRST));

        assertEquals(List.of("UDP 1 at " + Long.MIN_VALUE), heard);
        assertTrue(problems.get(0).endsWith("byte 60: a time that interface 0's units put outside of history;"   // 28 + 20 + 12
                + " the packet is read without a time"), problems::toString);
    }

    @Test
    void aSimplePacketIsAsLongAsItsInterfaceLetsIt() throws IOException {
        read(CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN).section().networkInterface(1, 40).simple(43, Arrays.copyOf(FIRST, 40)));

        assertEquals(List.of("DAMAGED 0 at " + Long.MIN_VALUE), heard);
        assertTrue(problems.get(0).endsWith("IP packet of 26 bytes (the capture kept 40 of 43), expected 29"), problems::toString);
    }

    @Test
    void aPackedCaptureIsKnownByItsFirstBytes() throws IOException {
        read("capture.pcapng", packed(CaptureBytes.pcap().packet(5, 7, FIRST)));

        assertEquals(List.of("UDP 1 at 5000000007"), heard);
    }

    @ParameterizedTest(name = "{0} bytes: {1}")
    @CsvSource(delimiter = '|', value = {
        "10 | byte 0: the file ends after 10 bytes of a record's header, expected 24",
        "90 | byte 83: the file ends after 7 bytes of a record's header, expected 16",        // 24 + 16 + 43
        "120 | byte 83: the file ends after 37 bytes of a record, expected 60",               // 16 + 44
        "142 | byte 83: the file ends after 59 bytes of a record, expected 60"})
    void aTornPcapIsReadUpToTheTear(int length, String problem) throws IOException {
        CaptureFile file = read("torn.pcap", Arrays.copyOf(CaptureBytes.pcap().packet(5, 7, FIRST).packet(6, 7, SECOND_FRAME).array(),
                length));

        assertTrue(file.isTruncated());
        assertEquals(List.of(folder.resolve("torn.pcap") + ", " + problem), problems);
        assertEquals(length < 83 ? 0 : 1, heard.size());
    }

    @Test
    void aTornPcapngIsReadUpToTheTear() throws IOException {
        byte[] whole = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN).section().networkInterface(1, 0).enhanced(0, 5, FIRST)
                .enhanced(0, 6, SECOND_FRAME).array();
        CaptureFile file = read("torn.pcapng", Arrays.copyOf(whole, whole.length - 1));

        assertTrue(file.isTruncated());
        assertEquals(1, heard.size());
        assertEquals(List.of(folder.resolve("torn.pcapng") + ", byte 124: the file ends after 75 bytes of a record, expected 76"),
                problems);   // 28 + 20 + 32 + 44
    }

    @Test
    void aTornPackedCaptureIsReadUpToTheTear() throws IOException {
        CaptureBytes whole = CaptureBytes.pcap();
        for (int i = 0; i < 1_000; i++) {
            whole.packet(5, i * 7_919 % 1_000_003, FIRST);   // times that do not pack well
        }
        byte[] packed = packed(whole);
        CaptureFile file = read("torn.pcap.gz", Arrays.copyOf(packed, packed.length / 2));

        assertTrue(file.isTruncated());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("(the packed file is damaged here: Unexpected end of ZLIB input stream)"), problems::toString);
        assertTrue(heard.size() > 100 && heard.size() < 1_000, () -> heard.size() + " packets");
    }

    @Test
    void aPackedCaptureWithoutItsChecksumIsTornBehindItsLastPacket() throws IOException {
        byte[] packed = packed(CaptureBytes.pcap().packet(5, 1, FIRST));
        CaptureFile file = read("torn.pcap.gz", Arrays.copyOf(packed, packed.length - 8));   // checksum and length

        assertTrue(file.isTruncated());
        assertEquals(1, heard.size());
        assertEquals(List.of(folder.resolve("torn.pcap.gz") + ", byte 83: the file ends after 0 bytes of a record's header, expected 16"
                + " (the packed file is damaged here: it ends too soon)"), problems);   // 24 + 16 + 43
    }

    @Test
    void whatIsNoCaptureIsSaidToBeNone() throws IOException {
        read("letter.txt", "Dear Sir,".getBytes());
        read("empty.pcap", new byte[0]);

        assertEquals(List.of(folder.resolve("letter.txt") + ", byte 0: this is no capture, expected pcap or pcapng",
                folder.resolve("empty.pcap") + ", byte 0: the file is empty, expected pcap or pcapng"), problems);
    }

    @Test
    void aPackedFileThatEndsInItsHeaderIsRefusedByName() throws IOException {
        Path path = Files.write(folder.resolve("torn.gz"), Wire.hex("1f8b08"));

        String message = assertThrows(IOException.class, () -> CaptureFile.open(path, problems::add)).getMessage();
        assertTrue(message.startsWith(path + ": begins like a file packed by gzip, but its header cannot be read: "), message);
    }

    @Test
    void aDamagedPacketIsToldAndTheRestGoesOn() throws IOException {
        byte[] short4 = FIRST.clone();
        short4[17] = 19;
        read(CaptureBytes.pcap().packet(5, 7, short4).packet(5, 8, 42, FIRST).packet(6, 7, SECOND_FRAME));

        assertEquals(List.of("DAMAGED 0 at 5000000007", "UDP 2 at 6000000007"), heard);
        String place = folder.resolve("capture") + ", byte ";
        assertEquals(List.of(place + "24: IPv4 version and lengths 4, 20, 19, expected 4, 20 or more, and no less than that",
                place + "83: a packet of 43 bytes captured, expected at most the 42 it had on the wire"), problems);
    }

    @Test
    void aLengthThatCannotBeIsPassedOverToTheNextRecord() throws IOException {
        CaptureBytes file = CaptureBytes.pcap().packet(5, 7, FIRST);
        byte[] broken = CaptureBytes.pcap().packet(5, 8, SECOND_FRAME).array();
        broken[24 + 8 + 3] = 0x7F;   // the highest byte of the captured length
        file.raw(Arrays.copyOfRange(broken, 24, broken.length)).packet(6, 7, THIRD).packet(7, 7, FIRST);
        read(file);

        assertEquals(List.of("UDP 1 at 5000000007", "UDP 3 at 6000000007", "UDP 1 at 7000000007"), heard);
        assertEquals(List.of(folder.resolve("capture") + ", byte 83: a packet of 2130706476 bytes, expected at most 262144;"   // 0x7F00002C
                + " reading goes on at byte 143"), problems);   // 83 + 16 + 44
    }

    @Test
    void aBlockThatCannotBeIsPassedOverToTheNext() throws IOException {
        CaptureBytes file = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN).section().networkInterface(1, 0).enhanced(0, 5, FIRST);
        file.raw(Wire.hex("06000000 0b000000 01020304 05060708")).enhanced(0, 6, SECOND_FRAME);
        read(file);

        assertEquals(List.of("UDP 1 at 5000", "UDP 2 at 6000"), heard);
        assertEquals(List.of(folder.resolve("capture") + ", byte 124: a block of 11 bytes, expected at least 12 and a multiple of 4;"
                + " reading goes on at byte 140"), problems);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
        "8 | 5 | a packet of interface 5, expected one of the 1 the section describes",
        "20 | 45 | a packet of 45 bytes in a block that has room for 44",
        "72 | 77 | a block of 76 bytes that ends with length 77, expected the same"})
    void aPacketBlockThatContradictsItselfIsToldAndTheRestGoesOn(int at, int value, String problem) throws IOException {
        CaptureBytes file = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN).section().networkInterface(1, 0);
        byte[] bytes = file.enhanced(0, 5, FIRST).enhanced(0, 6, SECOND_FRAME).array();
        bytes[48 + at] = (byte) value;
        read("capture", bytes);

        assertEquals(List.of("UDP 2 at 6000"), heard);
        assertEquals(List.of(folder.resolve("capture") + ", byte 48: " + problem), problems);
    }

    @Test
    void aBlockTooLongToMatterIsPassedOver() throws IOException {
        read(CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN).section().networkInterface(1, 0).block(0x0A, new byte[3 << 20])
                .enhanced(0, 5, FIRST));

        assertEquals(List.of("UDP 1 at 5000"), heard);
        assertEquals(List.of(), problems);
    }

    @Test
    void atMostTwentyPlacesAreTold() throws IOException {
        CaptureBytes file = CaptureBytes.pcap();
        for (int i = 0; i < 25; i++) {
            file.packet(5, SECOND + i, FIRST);
        }
        CaptureFile read = read(file);

        assertEquals(25, read.problems());
        assertEquals(21, problems.size());
        assertEquals(folder.resolve("capture") + ": 5 more places could not be read", problems.get(20));
    }

    @Test
    void packetsAreCountedByKind() throws IOException {
        CaptureFile file = read(CaptureBytes.pcap().packet(5, 1, FIRST).packet(5, 2, FIRST)
                .packet(5, 3, Frames.ethernet(0x0800, Frames.ipv4(1, 6, Frames.tcp(9, new byte[3]))))
                .packet(5, 4, Frames.ethernet(0x0800, Frames.ipv4(1, 17, 0x2000, new byte[0], new byte[8]))));

        assertEquals(2, file.packets(FrameKind.UDP));
        assertEquals("4 packets (2 UDP, 1 TCP, 1 fragments, 0 damaged), 0 with a hardware time, 0 places not readable", file.toString());
    }

    @Test
    void readingLeavesNoGarbage() throws IOException {
        CaptureBytes whole = CaptureBytes.pcap();
        for (int i = 0; i < 200_000; i++) {
            whole.packet(5, i, FIRST);
        }
        Path path = Files.write(folder.resolve("capture"), whole.array());
        long[] bytes = new long[1];
        PacketListener listener = frame -> bytes[0] += frame.payloadLength();
        try (CaptureFile file = CaptureFile.open(path, problems::add)) {
            assertEquals(0, Garbage.bytesOf(() -> {
                for (int i = 0; i < 30_000; i++) {
                    next(file, listener);
                }
            }));
        }
        assertEquals(150_000, bytes[0]);   // five runs
    }

    private static void next(CaptureFile file, PacketListener listener) {
        try {
            file.next(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(CaptureBytes bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes.array());
        }
        return packed.toByteArray();
    }

    private CaptureFile read(CaptureBytes bytes) throws IOException {
        return read("capture", bytes.array());
    }

    private CaptureFile read(String name, byte[] bytes) throws IOException {
        try (CaptureFile file = CaptureFile.open(Files.write(folder.resolve(name), bytes), problems::add)) {
            file.readAll(frame -> heard.add(frame.kind() + " " + frame.payloadLength() + " at " + frame.receiveNanos()));
            return file;
        }
    }
}
