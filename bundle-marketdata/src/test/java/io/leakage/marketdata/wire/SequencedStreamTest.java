package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.marketdata.tape.Deaf;
import io.leakage.marketdata.tape.Wire;
import io.leakage.marketdata.tape.Words;
import io.leakage.testing.Garbage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencedStreamTest {
    private static final byte[] M = Wire.hex("01");

    private final Words sink = new Words() {
        @Override
        public boolean message(long sequence, byte[] buffer, int offset, int length) {
            words.add(String.valueOf(sequence));
            return buffer[offset] == 1;
        }
    };
    private final List<String> heard = sink.words;
    private final SequencedStream stream = new SequencedStream(sink, new MoldUdp64Packet());

    @Test
    void messagesAreHandedOnInOrder() {
        take(Wire.mold("A", 1, M, M));
        take(Wire.mold("A", 3, M));

        assertEquals(List.of("1", "2", "3"), heard);
        assertEquals(4, stream.expected());
    }

    @Test
    void whatCameBeforeIsIgnored() {
        take(Wire.mold("A", 1, M, M, M));
        take(Wire.mold("A", 1, M, M, M));
        take(Wire.mold("A", 2, M, M, M));

        assertEquals(List.of("1", "2", "3", "4"), heard);
        assertEquals(5, stream.duplicates());
    }

    @Test
    void whatIsMissingIsAGap() {
        take(Wire.mold("A", 1, M));
        take(Wire.mold("A", 4, M));

        assertEquals(List.of("1", "gap 2..4", "4"), heard);
        assertEquals(2, stream.lost());
    }

    @Test
    void aHeartbeatAheadOfUsIsAGapWithoutTraffic() {
        take(Wire.mold("A", 1, M));
        take(Wire.mold("A", 2));
        take(Wire.mold("A", 5));
        take(Wire.mold("A", 5, M));

        assertEquals(List.of("1", "gap 2..5", "5"), heard);
        assertEquals(2, stream.heartbeats());
    }

    @Test
    void theEndIsToldOnceWithWhatIsMissing() {
        take(Wire.mold("A", 1, M));
        take(Wire.mold("A", 3, 0xFFFF, new byte[0]));
        take(Wire.mold("A", 3, 0xFFFF, new byte[0]));

        assertEquals(List.of("1", "gap 2..3", "end 3"), heard);
    }

    @Test
    void aNewSessionCountsFromOne() {
        take(Wire.mold("A", 1, M, M));
        take(Wire.mold("B", 1, M));
        take(Wire.mold("B", 2, 0xFFFF, new byte[0]));

        assertEquals(List.of("1", "2", "1", "end 2"), heard);
        assertEquals(2, stream.sessions());
    }

    @Test
    void whoJoinsLateMissesTheBeginning() {
        take(Wire.mold("A", 1_000, M));

        assertEquals(List.of("gap 1..1000", "1000"), heard);
        assertEquals(999, stream.lost());
    }

    @ParameterizedTest(name = "count {0}, {1}: {2}")
    @CsvSource({
        "2, 0001 01,        'message count 2, but the packet ends after 1'",
        "1, 0001 01 00,     'message count 1, but 1 bytes more follow'",
        "1, 0004 01,        'message 1 of 1 ends 3 bytes beyond the packet'",
        "2, 0001 01 00,     'message count 2, but the packet ends after 1'"})
    void aDamagedPacketIsDroppedWholeAndBecomesALoss(int count, String blocks, String damage) {
        take(Wire.mold("A", 1, M));
        byte[] packet = Wire.mold("A", 2, count, Wire.hex(blocks));
        assertEquals(damage, stream.packet(packet, 0, packet.length, 0));
        take(Wire.mold("A", 4, M));

        assertEquals(List.of("1", "gap 2..4", "4"), heard);
        assertEquals(1, stream.damaged());
    }

    @Test
    void aPacketTooShortForItsHeaderIsDropped() {
        assertEquals("19 bytes, expected at least 20", stream.packet(new byte[19], 0, 19, 0));
        byte[] zero = Wire.mold("A", 0, M);
        assertEquals("sequence 0, expected 1 or more", stream.packet(zero, 0, zero.length, 0));
        assertEquals(2, stream.damaged());
    }

    @Test
    void aMessageTheFormatCannotReadIsCounted() {
        take(Wire.mold("A", 1, M, Wire.hex("02"), M));

        assertEquals(List.of("1", "2", "3"), heard);
        assertEquals(1, stream.unread());
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(11);
        byte[] good = Wire.mold("A", 1, M, M, M);
        for (int i = 0; i < 100_000; i++) {
            byte[] packet = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            stream.packet(packet, 0, random.nextInt(packet.length + 1), 0);
        }
        assertEquals(100_000, stream.packets());
    }

    @Test
    void anOrderlyLineLeavesNoGarbage() {
        SequencedStream quiet = new SequencedStream(new Deaf(), new MoldUdp64Packet());
        byte[] packet = Wire.mold("A", 1, M, M, M);
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                quiet.packet(packet, 0, packet.length, i);
            }
        }));
    }

    private void take(byte[] packet) {
        assertNull(stream.packet(packet, 0, packet.length, 0));
    }
}
