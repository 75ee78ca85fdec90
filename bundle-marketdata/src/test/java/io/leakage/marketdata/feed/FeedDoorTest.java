package io.leakage.marketdata.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.RawInlet;
import io.leakage.marketdata.tape.Recording;
import io.leakage.marketdata.tape.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedDoorTest {
    /** 2026-01-30, midnight in New York. */
    private static final long MIDNIGHT = 1_769_749_200_000_000_000L;
    private static final Map<String, String> DAY = Map.of("date", "2026-01-30");
    private final Recording heard = new Recording();

    @Test
    void aMessageIsToldUnderTheNumberItCameWith() {
        RawInlet inlet = open("itch50", DAY);

        assertNull(read(inlet, 41, Wire.add(1, 5, 42, 'B', 500, "INST", 999_800)));

        assertEquals(List.of("listed(0, 41, " + (MIDNIGHT + 5) + ")", "added(0, 41, " + (MIDNIGHT + 5) + ", 42, BUY, 500, 9998000000)"),
                lines());
    }

    @Test
    void theDayIsThatOfTheReceipt() {
        RawInlet inlet = open("itch50", Map.of());
        byte[] add = Wire.add(1, 5, 42, 'B', 500, "INST", 999_800);

        assertEquals("a message that does not say when it was received, expected one that does, to tell the day",
                inlet.read(0, add, 0, add.length, Absent.LONG));
        assertNull(inlet.read(1, add, 0, add.length, MIDNIGHT + 40_000_000_000_000L));

        assertEquals("listed(0, 1, " + (MIDNIGHT + 5) + ")", lines().get(0));
    }

    @Test
    void garbageIsNamed() {
        RawInlet inlet = open("itch50", DAY);

        assertEquals("type 0x7a, expected one of SRHYLVWKJhAFECXDUPQBINO", read(inlet, 0, new byte[] {'z', 1}));
        assertEquals("2 bytes of type A, expected 36", read(inlet, 1, new byte[] {'A', 1}));
        assertEquals("no byte, expected a message of ITCH 5.0", read(inlet, 2, new byte[0]));
        assertEquals("3 bytes, expected at least 20", read(open("mold-udp", DAY), 0, new byte[3]));
        assertEquals("1 messages of a packet that are not ITCH 5.0", read(open("mold-udp", DAY), 0, packet(1, new byte[] {'z'})));
    }

    @Test
    void aPacketTellsItselfWhatCameTwiceAndWhatIsMissing() {
        RawInlet inlet = open("mold-udp", DAY);
        byte[] first = packet(1, Wire.add(1, 5, 42, 'B', 500, "INST", 999_800));

        read(inlet, 0, first);
        read(inlet, 1, first);
        read(inlet, 2, packet(4, Wire.delete(1, 7, 42)));

        assertEquals(List.of("listed(0, 1, " + (MIDNIGHT + 5) + ")", "added(0, 1, " + (MIDNIGHT + 5) + ", 42, BUY, 500, 9998000000)",
                "gap(2, 4)", "deleted(0, 4, " + (MIDNIGHT + 7) + ", 42)"), lines());
    }

    @Test
    void whatWasReadBeforeIsARecovery() {
        RawInlet inlet = open("itch50", DAY);

        inlet.rebuilding();
        inlet.rebuilt(7);
        inlet.lost(9, 12, MIDNIGHT);

        assertEquals(List.of("recovering()", "recovered(7)", "gap(9, 12)"), lines());
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertEquals("settings of itch50 and mold-udp: zone and date, got [day] of itch50",
                assertThrows(IllegalArgumentException.class, () -> open("itch50", Map.of("day", "x"))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> open("itch50", Map.of("zone", "Mars")));
    }

    private RawInlet open(String protocol, Map<String, String> settings) {
        Inlets inlets = mock(Inlets.class);
        when(inlets.market(any(), any())).thenReturn(heard.inlet());
        return new FeedDoorComponent(inlets).open(protocol, "topic", settings);
    }

    private static String read(RawInlet inlet, long number, byte[] raw) {
        return inlet.read(number, raw, 0, raw.length, MIDNIGHT);
    }

    private List<String> lines() {
        return heard.lines().stream().filter(line -> !line.startsWith("packet(")).toList();
    }

    private static byte[] packet(long sequence, byte[] message) {
        return ByteBuffer.allocate(22 + message.length).put("SESSION-01".getBytes(StandardCharsets.US_ASCII)).putLong(sequence)
                .putShort((short) 1).putShort((short) message.length).put(message).array();
    }
}
