package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Frames;
import io.leakage.marketdata.tape.Wire;
import io.leakage.testing.Garbage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Times that devices write behind a frame. No public capture of a 7130, an Exablaze or a 7150 was found: these frames are built here from
 * the layouts the makers and Wireshark publish (Wireshark 4.0 reads the same in the first two), the 7150's with the figures of a worked
 * example published with screenshots of a real one.
 */
class TrailerTest {
    private static final byte[] FRAME = Frames.datagram(new byte[26]);   // 14 + 20 + 8 + 26 = 68 bytes: no padding
    private static final long SECONDS = 1_692_711_000;                   // 0x64E4B858
    private static final long CAPTURED = SECONDS * 1_000_000_000L + 7_000_000;
    private static final String CHECKSUM = "deadbeef";

    private final CapturedFrame frame = new CapturedFrame();
    private final HardwareStamp stamp = frame.stamp();

    @ParameterizedTest(name = "behind it \"{0}\"")
    @ValueSource(strings = {"", CHECKSUM})
    void aUtcTrailerIsReadWithAndWithoutTheNewChecksum(String newChecksum) {
        assertTrue(read(StampReader.detecting(), CHECKSUM + "64e4b858 0000002a 01 1234 07" + newChecksum));

        assertEquals(StampFormat.UTC_TRAILER, stamp.format());
        assertEquals(SECONDS * 1_000_000_000L + 42, frame.receiveNanos());
        assertEquals(0x1234, stamp.device());
        assertEquals(7, stamp.port());
        assertFalse(stamp.isDegraded());
        assertFalse(stamp.isDuplicate());
        assertFalse(stamp.isTai());
    }

    @Test
    void aUtcTrailerSaysThatItsTimeIsDegraded() {
        assertTrue(read(StampReader.detecting(), CHECKSUM + "64e4b858 0000002a 11 1234 07"));   // 0x10, and the checksum was good

        assertTrue(stamp.isDegraded());
        assertFalse(stamp.isDuplicate());
    }

    @Test
    void aUtcTrailerSaysThatTheFrameCameBefore() {
        assertTrue(read(StampReader.detecting(), CHECKSUM + "64e4b858 0000002a 05 1234 07"));   // 0x04

        assertTrue(stamp.isDuplicate());
        assertFalse(stamp.isDegraded());
    }

    @Test
    void extensionsOfAUtcTrailerAreWalkedBackwards() {
        // from behind: sub-nanoseconds 0x800000 / 2^24, half of one, tag 0x01; before it one of two words, tag 0x60: length 1, the last
        String extensions = "00112233 44556660 800000 01";

        assertTrue(read(StampReader.detecting(), CHECKSUM + extensions + "64e4b858 0000002a 03 1234 07"));

        assertEquals(0x800000, stamp.subNanos());
        assertEquals(SECONDS * 1_000_000_000L + 42, stamp.nanos());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        CHECKSUM + "64e4b858 3b9aca00 01 1234 07",        // a billion nanoseconds
        CHECKSUM + "64e75b58 00000000 01 1234 07",        // two days later: 2 × 86,400 = 0x2A300
        "64e4b858 0000002a 01 1234 07",                   // no room for the original checksum
        CHECKSUM + "64e4b858 0000002a 03 1234 07",        // extensions said to be there, and none is
        "00000000 00000000 00000000 00000000"})           // padding
    void whatCannotBeATrailerIsNone(String trailer) {
        assertFalse(read(StampReader.detecting(), trailer));

        assertFalse(stamp.isPresent());
        assertEquals(CAPTURED, frame.receiveNanos());
    }

    @ParameterizedTest(name = "behind it \"{0}\"")
    @ValueSource(strings = {"", CHECKSUM})
    void aFixedPointTrailerIsReadWithAndWithoutTheNewChecksum(String newChecksum) {
        // device 3, port 9, a quarter of a second: 2^40 / 4 = 0x4000000000
        assertTrue(read(StampReader.detecting(), CHECKSUM + "03 09 64e4b858 4000000000 00" + newChecksum));

        assertEquals(StampFormat.FIXED_POINT_TRAILER, stamp.format());
        assertEquals(SECONDS * 1_000_000_000L + 250_000_000, frame.receiveNanos());
        assertEquals(3, stamp.device());
        assertEquals(9, stamp.port());
    }

    @Test
    void theLastFractionOfASecondIsItsLastNanosecond() {
        assertTrue(read(StampReader.detecting(), CHECKSUM + "03 09 64e4b858 ffffffffff 00"));

        assertEquals(SECONDS * 1_000_000_000L + 999_999_999, stamp.nanos());
    }

    @Test
    void aReaderOfOneTrailerDoesNotSeeTheOther() {
        String fixedPoint = CHECKSUM + "03 09 64e4b858 4000000000 00";

        assertFalse(read(StampReader.of(StampFormat.UTC_TRAILER, false), fixedPoint));
        assertFalse(read(StampReader.of(StampFormat.NONE, false), fixedPoint));
        assertTrue(read(StampReader.of(StampFormat.FIXED_POINT_TRAILER, false), fixedPoint));
    }

    @Test
    void aFrameTheCaptureCutHasNoTrailer() {
        byte[] bytes = Frames.join(FRAME, Wire.hex(CHECKSUM + "64e4b858 0000002a 01 1234 07"));
        frame.wrap(new CapturedPacket().set(bytes, 0, bytes.length, bytes.length + 1, 1, CAPTURED));

        assertFalse(StampReader.detecting().read(frame));
    }

    @Test
    void aCounterIsReckonedFromItsKeyFrame() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, false);
        long key = 1_387_240_828_522_243_471L;
        assertFalse(readAt(reader, key, keyFrame(0x7F5505EAL, key)));

        // counter FF10AB76 without the highest bit of its last byte is 7F8855F6, 3,362,828 ticks on; each is 20/7 ns: 9,608,080 ns
        assertTrue(readAt(reader, key + 9_700_000, Frames.join(FRAME, Wire.hex("ff10ab76"))));
        assertEquals(key + 9_608_080, frame.receiveNanos());
        assertEquals(StampFormat.COUNTER_TRAILER, stamp.format());
        assertEquals(77, stamp.device());
    }

    @Test
    void aCounterComesRound() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, false);
        readAt(reader, CAPTURED, keyFrame(0x1_7FFF_FFF9L, CAPTURED));   // lower 31 bits: 7 ticks before they come round

        assertTrue(readAt(reader, CAPTURED, Frames.join(FRAME, Wire.hex("00000007"))));   // 7 behind
        assertEquals(CAPTURED + 40, frame.receiveNanos());   // 14 ticks × 20/7 ns
    }

    @Test
    void aFrameMayOvertakeItsKeyFrame() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, false);
        readAt(reader, CAPTURED, keyFrame(107, CAPTURED));

        assertTrue(readAt(reader, CAPTURED, Frames.join(FRAME, Wire.hex("00000064"))));   // 100
        assertEquals(CAPTURED - 20, frame.receiveNanos());
    }

    @Test
    void aSecondKeyFrameTellsHowFastTheCounterRuns() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, false);
        readAt(reader, CAPTURED, keyFrame(1_000, CAPTURED));
        readAt(reader, CAPTURED + 1_000_000_000, keyFrame(349_001_000, CAPTURED + 1_000_000_000));   // 349 million ticks in a second

        // 349,001,000 + 3,490,000 ticks
        assertTrue(readAt(reader, CAPTURED + 1_010_000_000, Frames.join(FRAME, counter(352_491_000))));
        assertEquals(CAPTURED + 1_010_000_000, frame.receiveNanos());   // a hundredth of a second on
    }

    @Test
    void aCounterFarFromItsKeyFrameIsNotBelieved() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, false);
        assertFalse(readAt(reader, CAPTURED, Frames.join(FRAME, counter(1))));   // no key frame yet
        readAt(reader, CAPTURED, keyFrame(107, CAPTURED));

        assertFalse(readAt(reader, CAPTURED + 3_000_000_001L, Frames.join(FRAME, counter(1))));
        assertFalse(readAt(reader, CAPTURED, Frames.join(FRAME, counter(0))));   // the switch's own frame
        assertEquals(CAPTURED, frame.receiveNanos());
    }

    @Test
    void aCounterBeforeTheChecksumIsFoundThere() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, true);
        readAt(reader, CAPTURED, keyFrame(93, CAPTURED));

        assertTrue(readAt(reader, CAPTURED, Frames.join(FRAME, counter(100), Wire.hex(CHECKSUM))));
        assertEquals(CAPTURED + 20, frame.receiveNanos());
    }

    @Test
    void aKeyFrameWithSkewSaysTheSame() {
        StampReader reader = StampReader.of(StampFormat.COUNTER_TRAILER, false);
        byte[] body = ByteBuffer.allocate(62).putLong(93).putLong(CAPTURED).putLong(CAPTURED).putLong(1).putLong(1).putLong(CAPTURED)
                .putLong(0).putShort((short) 77).putShort((short) 1).put((byte) 1).array();
        readAt(reader, CAPTURED, Frames.ethernet(0x0800, Frames.ipv4(-1, 253, body)));

        assertTrue(readAt(reader, CAPTURED, Frames.join(FRAME, counter(100))));
        assertEquals(CAPTURED + 20, frame.receiveNanos());
        assertEquals(77, stamp.device());
    }

    @Test
    void aTaiTimeLosesTheLeapSeconds() {
        // the header of 0xD28B: subtype 1, TAI, 64 bits; 37 s more than the capture's clock, 0x64E4B87D
        byte[] packet = Frames.join(Wire.hex("0001 0010 64e4b87d 0000002a 0800"), Frames.ipv4(1, 17, Frames.udp(1, new byte[0])));

        assertTrue(readAt(StampReader.detecting(), CAPTURED, Frames.ethernet(0xD28B, packet)));
        assertTrue(stamp.isTai());
        assertFalse(stamp.isTaiSuspect());
        assertEquals(SECONDS * 1_000_000_000L + 42, frame.receiveNanos());
        assertEquals(FrameKind.UDP, frame.kind());
    }

    @Test
    void readingStampsLeavesNoGarbage() {
        StampReader reader = StampReader.detecting();
        byte[] bytes = Frames.join(FRAME, Wire.hex(CHECKSUM + "64e4b858 0000002a 01 1234 07"));
        CapturedPacket packet = new CapturedPacket().set(bytes, 0, bytes.length, bytes.length, 1, CAPTURED);

        assertEquals(0, Garbage.bytesOf(() -> {
            for (int i = 0; i < 100_000; i++) {
                frame.wrap(packet);
                reader.read(frame);
            }
        }));
        assertTrue(stamp.isPresent());
    }

    private boolean read(StampReader reader, String trailer) {
        return readAt(reader, CAPTURED, Frames.join(FRAME, Wire.hex(trailer)));
    }

    private boolean readAt(StampReader reader, long nanos, byte[] bytes) {
        frame.wrap(new CapturedPacket().set(bytes, 0, bytes.length, bytes.length, 1, nanos));
        return reader.read(frame);
    }

    /** {@return a key frame of 46 bytes: counter before the checksum, device 77} */
    private static byte[] keyFrame(long ticks, long nanos) {
        byte[] body = ByteBuffer.allocate(46).putLong(ticks).putLong(nanos).putLong(nanos).putLong(nanos).putLong(0)
                .putShort((short) 77).putShort((short) 1).put((byte) 1).array();
        return Frames.ethernet(0x0800, Frames.ipv4(-1, 253, body));
    }

    /** {@return 31 bits with a gap at bit 7} */
    private static byte[] counter(int ticks) {
        return ByteBuffer.allocate(4).putInt((ticks & ~0x7F) << 1 | ticks & 0x7F).array();
    }
}
