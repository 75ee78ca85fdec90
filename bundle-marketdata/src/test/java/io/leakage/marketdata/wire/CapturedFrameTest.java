package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Frames;
import io.leakage.marketdata.tape.Wire;
import io.leakage.testing.Garbage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturedFrameTest {
    private static final int ETHERNET = 1;
    private static final byte[] PAYLOAD = {1, 2, 3, 4, 5};
    private static final byte[] UDP = Frames.udp(Frames.PORT, PAYLOAD);
    private static final byte[] IP = Frames.ipv4(Frames.GROUP, 17, UDP);

    private final CapturedFrame frame = new CapturedFrame();

    @Test
    void aDatagramOverEthernetIsFoundWithItsAddresses() {
        payloadOf(ETHERNET, Frames.datagram(PAYLOAD));

        assertEquals("10.0.0.1:30000", frame.source().toString());
        assertEquals("233.54.12.111:26477", frame.destination().toString());
        assertEquals(Endpoint.of(Frames.GROUP, Frames.PORT), frame.destination());
        assertTrue(frame.isTo(Endpoint.of(Frames.GROUP, Frames.PORT)));
        assertFalse(frame.isTo(Endpoint.of(Frames.GROUP, Frames.PORT + 1)));
        assertFalse(frame.isTo(Endpoint.of(Frames.GROUP + 1, Frames.PORT)));
        assertEquals(Frames.PORT, frame.destinationPort());
        assertEquals(0x0800, frame.etherType());
        assertEquals(17, frame.protocol());
        assertNull(frame.problem());
    }

    @ParameterizedTest(name = "tags of {0}")
    @ValueSource(strings = {"8100", "88a8", "9100"})
    void vlanTagsArePassedOverHoweverMany(String type) {
        int outer = Integer.parseInt(type, 16);

        payloadOf(ETHERNET, Frames.ethernet(outer, Frames.tag(100, 0x0800, IP)));
        payloadOf(ETHERNET, Frames.ethernet(outer, Frames.tag(100, 0x8100, Frames.tag(7, 0x0800, IP))));
        payloadOf(ETHERNET, Frames.ethernet(outer, Frames.tag(100, 0x8100, Frames.tag(7, 0x8100, Frames.tag(8, 0x0800, IP)))));
    }

    @ParameterizedTest(name = "link {0} with header {1}")
    @CsvSource({"113, 0004 0001 0006 001122334455 0000 0800", "276, 0800 0000 00000002 0001 04 06 001122334455 0000",
        "0, 02000000", "0, 00000002", "108, 00000002", "12, ''", "14, ''", "101, ''", "228, ''"})
    void otherLinksCarryTheSame(int link, String header) {
        payloadOf(link, Frames.join(Wire.hex(header), IP));
    }

    @Test
    void aTagBehindALinuxCookedHeaderIsPassedOver() {
        payloadOf(113, Frames.join(Wire.hex("0004 0001 0006 001122334455 0000 8100"), Frames.tag(100, 0x0800, IP)));
    }

    @Test
    void labelsArePassedOver() {
        payloadOf(ETHERNET, Frames.ethernet(0x8847, Frames.join(Wire.hex("00400040 00401140"), IP)));   // bottom of stack: 0x0100
    }

    @Test
    void optionsOfVersion4ArePassedOver() {
        payloadOf(ETHERNET, Frames.ethernet(0x0800, Frames.ipv4(Frames.GROUP, 17, 0x4000, new byte[8], UDP)));   // and "don't fragment"
    }

    @ParameterizedTest(name = "fragment bits {0}")
    @ValueSource(ints = {0x2000, 0x0001, 0x2005})
    void fragmentsAreKnownAsSuchAndNotRead(int bits) {
        assertEquals(FrameKind.FRAGMENT, wrap(ETHERNET, Frames.ethernet(0x0800, Frames.ipv4(Frames.GROUP, 17, bits, new byte[0], UDP))));
        assertEquals(0, frame.destinationPort());
    }

    @ParameterizedTest(name = "link {0}")
    @ValueSource(ints = {101, 229})
    void version6IsRead(int link) {
        payloadOf(link, Frames.ipv6(17, UDP));

        assertEquals("[fe80:0:0:0:0:0:0:1]:30000", frame.source().toString());
        assertEquals("[ff02:0:0:0:0:0:0:1]:26477", frame.destination().toString());
        payloadOf(ETHERNET, Frames.ethernet(0x86DD, Frames.ipv6(17, UDP)));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({"0, 11 00 000000000000", "43, 11 01 0000000000000000000000000000", "60, 11 00 000000000000",
        "51, 11 01 00000000000000000000", "44, 11 00 0000 00000007", "0, 3c 00 000000000000 11 00 000000000000"})
    void extensionHeadersOfVersion6ArePassedOver(int next, String headers) {
        payloadOf(101, Frames.ipv6(next, Frames.join(Wire.hex(headers), UDP)));   // 0x11 = 17 = UDP, 0x3c = 60
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"11 00 0001 00000007", "11 00 0008 00000007"})
    void fragmentsOfVersion6AreKnownAsSuch(String header) {
        assertEquals(FrameKind.FRAGMENT, wrap(101, Frames.ipv6(44, Frames.join(Wire.hex(header), UDP))));
    }

    @Test
    void tcpIsKnownWithItsPayload() {
        assertEquals(FrameKind.TCP, wrap(ETHERNET, Frames.ethernet(0x0800, Frames.ipv4(Frames.GROUP, 6, Frames.tcp(99, PAYLOAD)))));

        assertArrayEquals(PAYLOAD, payload());
        assertEquals(99, frame.destinationPort());
    }

    @Test
    void whatIsNeitherUdpNorTcpHasItsIpPayload() {
        assertEquals(FrameKind.IP, wrap(ETHERNET, Frames.ethernet(0x0800, Frames.ipv4(Frames.GROUP, 253, PAYLOAD))));

        assertArrayEquals(PAYLOAD, payload());
        assertEquals(253, frame.protocol());
    }

    @Test
    void whatIsNotIpHasItsLinksPayload() {
        assertEquals(FrameKind.LINK, wrap(ETHERNET, Frames.ethernet(0x88F7, PAYLOAD)));

        assertArrayEquals(PAYLOAD, payload());
        assertEquals(0x88F7, frame.etherType());
        assertEquals(-1, frame.protocol());
    }

    @Test
    void aLengthInPlaceOfATypeAndALinkNobodyKnowsCarryNothing() {
        assertEquals(FrameKind.LINK, wrap(ETHERNET, Frames.ethernet(0x0026, PAYLOAD)));
        assertEquals(-1, frame.etherType());
        assertEquals(FrameKind.LINK, wrap(147, Frames.datagram(PAYLOAD)));
        assertEquals(-1, frame.etherType());
    }

    @Test
    void paddingIsNotPayload() {
        payloadOf(ETHERNET, Frames.join(Frames.datagram(PAYLOAD), new byte[13]));   // 14 + 20 + 8 + 5 = 47, to 60

        assertEquals(47, frame.ipEnd());
    }

    @Test
    void aPacketWhoseCardLeftTheLengthOutGoesToTheEnd() {
        byte[] bytes = Frames.datagram(PAYLOAD);
        bytes[16] = 0;
        bytes[17] = 0;

        payloadOf(ETHERNET, bytes);
    }

    @Test
    void whatTheCaptureCutIsDamagedAndSaysSo() {
        byte[] bytes = Frames.datagram(PAYLOAD);

        assertEquals(FrameKind.DAMAGED, frame.wrap(new CapturedPacket().set(bytes, 0, 45, 47, ETHERNET, 0)));
        assertEquals("IP packet of 31 bytes (the capture kept 45 of 47), expected 33", frame.problem());   // 20 + 8 + 5
        assertEquals(0, frame.payloadLength());
    }

    @ParameterizedTest(name = "byte {0} set to {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "14 | 0x44 | IPv4 version and lengths 4, 16, 33, expected 4, 20 or more, and no less than that",
        "14 | 0x65 | IPv4 version and lengths 6, 20, 33, expected 4, 20 or more, and no less than that",
        "17 | 0x13 | IPv4 version and lengths 4, 20, 19, expected 4, 20 or more, and no less than that",
        "17 | 0x22 | IP packet of 33 bytes, expected 34", "17 | 0x1b | UDP header of 7 bytes, expected 8",
        "39 | 0x07 | UDP length 7, expected 8 to 13", "39 | 0x0e | UDP length 14, expected 8 to 13"})
    void aLengthThatCannotBeIsToldWithWhatWasExpected(int at, String value, String problem) {
        byte[] bytes = Frames.datagram(PAYLOAD);
        bytes[at] = (byte) (int) Integer.decode(value);

        assertEquals(FrameKind.DAMAGED, wrap(ETHERNET, bytes));
        assertEquals(problem, frame.problem());
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 13, 14, 33, 34, 41, 46})
    void aFrameThatEndsAnywhereIsDamaged(int length) {
        assertEquals(FrameKind.DAMAGED, wrap(ETHERNET, Arrays.copyOf(Frames.datagram(PAYLOAD), length)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"233.54.12.111:26477", "0.0.0.0:0", "255.255.255.255:65535", "[ff02:0:0:0:1:abcd:0:1]:26477"})
    void anEndpointIsReadAsItIsWritten(String text) {
        assertEquals(text, Endpoint.parse(text).toString());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "233.54.12.111", "233.54.12.256:1", "233.54.12.111:65536", "[ff02::1]:1", "group:1"})
    void whatIsNoEndpointIsRefusedWithAnExample(String text) {
        assertEquals("'" + text + "', expected address and port like 233.54.12.111:26477 or [ff02:0:0:0:0:0:0:1]:26477",
                assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(text)).getMessage());
    }

    @Test
    void aPortThereIsNotIsRefused() {
        assertEquals("port 65536, expected 0 to 65535",
                assertThrows(IllegalArgumentException.class, () -> Endpoint.of(Frames.GROUP, 65_536)).getMessage());
    }

    @Test
    void aFrameInOrderLeavesNoGarbage() {
        byte[] bytes = Frames.ethernet(0x8100, Frames.tag(100, 0x0800, IP));
        CapturedPacket packet = new CapturedPacket().set(bytes, 0, bytes.length, bytes.length, ETHERNET, 0);
        Endpoint line = Endpoint.of(Frames.GROUP, Frames.PORT);

        assertEquals(0, Garbage.bytesOf(() -> {
            for (int i = 0; i < 100_000; i++) {
                frame.wrap(packet);
                frame.isTo(line);
            }
        }));
    }

    private void payloadOf(int link, byte[] bytes) {
        assertEquals(FrameKind.UDP, wrap(link, bytes), frame.problem());
        assertArrayEquals(PAYLOAD, payload());
        assertEquals(Frames.PORT, frame.destinationPort());
    }

    private FrameKind wrap(int link, byte[] bytes) {
        return frame.wrap(new CapturedPacket().set(bytes, 0, bytes.length, bytes.length, link, 0));
    }

    private byte[] payload() {
        return Arrays.copyOfRange(frame.bytes(), frame.payload(), frame.payload() + frame.payloadLength());
    }
}
