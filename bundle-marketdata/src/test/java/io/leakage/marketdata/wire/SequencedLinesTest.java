package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.marketdata.tape.Deaf;
import io.leakage.marketdata.tape.Wire;
import io.leakage.testing.Garbage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two lines bring, lose, double and garble. */
class SequencedLinesTest extends TwoLines {
    @Test
    void scenario01_whatOneLineLosesTheOtherBringsAndNobodyHearsOfIt() {
        take(A, Wire.mold("S", 1, M));
        pass(3);
        take(B, Wire.mold("S", 1, M));
        take(A, Wire.mold("S", 3, M));
        pass(2);
        take(B, Wire.mold("S", 2, M));
        take(B, Wire.mold("S", 3, M));
        pass(100);

        assertEquals(List.of("1", "2", "3"), heard.take());
        assertEquals(0, lines.resequencer().counts().gaps());
        assertEquals(2, lines.line(A).wins());
        assertEquals(1, lines.line(B).wins());
        assertEquals(2, lines.line(B).duplicates());
        // A was 3 ms ahead with packet 1 and 2 ms with packet 3
        assertEquals(2, lines.line(A).lead().count());
        assertEquals(3 * MILLI, lines.line(A).lead().max());
        assertEquals(0, lines.line(B).lead().count());
    }

    @Test
    void scenario02_whatBothLinesLoseIsAskedForWhileLaterMessagesWait() {
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 4, M, M));
        assertEquals(List.of("1"), heard.take());

        pass(5);
        assertEquals(List.of("gap 2..4", "ask 2+2"), heard.take());
        both(Wire.mold("S", 6, M));
        assertEquals(List.of(), heard.take());

        answer(Wire.mold("S", 2, M, M));
        assertEquals(List.of("2", "3", "filled", "4", "5", "6"), heard.take());
        assertEquals(2, lines.resequencer().counts().recovered());
        assertEquals(0, lines.resequencer().counts().lost());
        assertEquals(1, lines.resequencer().counts().answered());
    }

    @Test
    void scenario06_duplicatesAndReorderedPacketsChangeNothing() {
        List<Integer> order = new ArrayList<>();
        for (int packet = 0; packet < 1_000; packet++) {
            order.add(packet);
            order.add(packet);
        }
        Random random = new Random(6);
        // each packet is at most three places from where it belongs, so at most 8 messages wait
        for (int i = 0; i + 3 < order.size(); i += 4) {
            Collections.shuffle(order.subList(i, i + 4), random);
        }
        List<String> expected = new ArrayList<>();
        for (int sequence = 1; sequence <= 2_000; sequence++) {
            expected.add(String.valueOf(sequence));
        }
        for (int packet : order) {
            take(random.nextInt(2), Wire.mold("S", 1 + 2L * packet, M, M));
            pass(1);
        }

        assertEquals(expected, heard.take());
        assertEquals(2_000, lines.line(A).duplicates() + lines.line(B).duplicates());
    }

    @Test
    void scenario07_anotherSessionBeginsAnewOnceTwoPacketsAgree() {
        both(Wire.mold("OLD", 1, M, M));
        take(A, Wire.mold("NEW", 1, M));
        assertEquals(List.of("1", "2"), heard.take());
        take(A, Wire.mold("NEW", 2, M));
        assertEquals(List.of("new session", "1", "2"), heard.take());

        take(B, Wire.mold("OLD", 3, M));
        take(B, Wire.mold("OLD", 4, M));
        assertEquals(List.of(), heard.take(), "the other line is late");
        assertEquals(2, lines.line(B).strays());
        assertEquals(2, lines.resequencer().counts().sessions());
        assertEquals("NEW", lines.session());
    }

    @Test
    void scenario07_afterTheEndOfASessionTheNextIsBelievedWhenBothLinesBringIt() {
        both(Wire.mold("OLD", 1, M));
        both(Wire.mold("OLD", 2, 0xFFFF, new byte[0]));
        take(A, Wire.mold("OTHER", 1, M));
        take(A, Wire.mold("OLD", 2, 0xFFFF, new byte[0]));
        assertEquals(List.of("1", "end 2"), heard.take(), "a single packet may be damaged, at the end of a session too");
        both(Wire.mold("NEW", 1, M));

        assertEquals(List.of("new session", "1"), heard.take());
    }

    @Test
    void scenario07_whatTheOldSessionStillMissedIsLost() {
        both(Wire.mold("OLD", 1, M));
        both(Wire.mold("OLD", 3, M));
        take(A, Wire.mold("NEW", 1, M));
        take(A, Wire.mold("NEW", 2, M));

        assertEquals(List.of("1", "gap 2..3", "3", "new session", "1", "2"), heard.take());
        assertEquals(1, lines.resequencer().counts().lost());
        assertEquals(1, lines.resequencer().counts().incomplete());
    }

    @Test
    void scenario07_aFailbackIsBelievedOnceTheOtherSessionIsSilent() {
        both(Wire.mold("ONE", 1, M));
        both(Wire.mold("TWO", 1, M));
        heard.take();
        pass(2_000);
        take(A, Wire.mold("ONE", 2, M));
        take(A, Wire.mold("ONE", 3, M));

        assertEquals(List.of("silent", "speaks", "new session"), heard.take());
        assertEquals("ONE", lines.session());
    }

    @Test
    void scenario09_aHeartbeatAheadOfUsShowsAGap() {
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 4));
        pass(5);
        answer(Wire.mold("S", 2, M, M));

        assertEquals(List.of("1", "gap 2..4", "ask 2+2", "2", "3", "filled"), heard.take());
        assertEquals(1, lines.line(A).heartbeats());
    }

    @Test
    void scenario10_silenceIsToldAfterTwoSecondsWithoutAHeartbeatAndSoIsItsEnd() {
        both(Wire.mold("S", 1, M));
        pass(1_999);
        assertEquals(List.of("1"), heard.take());
        take(B, Wire.mold("S", 2));
        pass(1_999);
        assertEquals(List.of(), heard.take(), "one line's heartbeat is enough");
        pass(1);
        pass(5_000);
        assertEquals(List.of("silent"), heard.take());
        assertTrue(lines.silence().isSilent());

        take(A, Wire.mold("S", 2, M));
        assertEquals(List.of("speaks", "2"), heard.take());
        assertEquals(1, lines.silence().count());
    }

    @Test
    void scenario10_aSessionAtItsEndMayBeSilent() {
        both(Wire.mold("S", 1, M));
        both(Wire.mold("S", 2, 0xFFFF, new byte[0]));
        pass(10_000);

        assertEquals(List.of("1", "end 2"), heard.take());
    }

    @ParameterizedTest(name = "count {0}, {1}")
    @CsvSource({"2, 0001 01", "1, 0001 01 00", "1, 0004 01"})
    void scenario36_aDamagedPacketIsDroppedAndItsMessagesAreAskedFor(int count, String blocks) {
        both(Wire.mold("S", 1, M));
        byte[] damaged = Wire.mold("S", 2, count, Wire.hex(blocks));
        assertTrue(lines.packet(A, damaged, 0, damaged.length, 0, now) != null);
        both(Wire.mold("S", 3, M));
        pass(5);
        answer(Wire.mold("S", 2, M));

        assertEquals(List.of("1", "gap 2..3", "ask 2+1", "2", "filled", "3"), heard.take());
        assertEquals(1, lines.line(A).damaged());
    }

    @Test
    void scenario36_aNumberFarAheadIsNotBelievedAlone() {
        both(Wire.mold("S", 1, M));
        take(A, Wire.mold("S", 1L << 40, M));
        take(A, Wire.mold("S", 1L << 40, M));
        both(Wire.mold("S", 2, M));
        take(A, Wire.mold("S", (1L << 40) + 1, M));
        both(Wire.mold("S", 3, M));
        pass(100);

        assertEquals(List.of("1", "2", "3"), heard.take(), "neither a copy nor a packet after the line went on confirms it");
        assertEquals(3, lines.line(A).strays());
    }

    @Test
    void aLongOutageIsBelievedWhenTwoPacketsAgree() {
        heard.requestServer = false;
        both(Wire.mold("S", 1, M));
        take(A, Wire.mold("S", 2_000_000, M));
        take(A, Wire.mold("S", 2_000_001, M));
        pass(5);

        assertEquals(List.of("1", "gap 2..2000000", "2000000", "2000001"), heard.take());
    }

    @Test
    void aSessionThatSaysTheSameAgainAndAgainIsBelievedAfterAWhile() {
        both(Wire.mold("ONE", 1, M));
        take(A, Wire.mold("TWO", 1));
        take(A, Wire.mold("TWO", 1));
        assertEquals("ONE", lines.session());
        pass(1_000);
        take(A, Wire.mold("TWO", 1));

        assertEquals("TWO", lines.session());
    }

    @Test
    void noBytesWhateverMakeThemThrow() {
        Random random = new Random(12);
        heard.snapshotServer = true;
        byte[] good = Wire.mold("A", 1, M, M, M);
        for (int i = 0; i < 100_000; i++) {
            byte[] packet = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            now += random.nextInt(10_000_000);
            lines.packet(random.nextInt(2), packet, 0, random.nextInt(packet.length + 1), 0, now);
            lines.tick(now);
            heard.words.clear();
        }
        assertEquals(100_000, lines.line(A).packets() + lines.line(B).packets());
    }

    @Test
    void orderlyLinesAndHolesThatAreFilledLeaveNoGarbage() {
        SequencedLines quiet = new SequencedLines(new MoldUdp64Packet(), 2, new Deaf(), new Deaf(), LIMITS);
        byte[][] packets = new byte[4_096][];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = Wire.mold("S", 1, M, M);
        }
        long[] sequence = {1};
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < packets.length; i += 4) {
                number(packets, i, sequence[0]);
                sequence[0] += 8;
                quiet.packet(A, packets[i], 0, packets[i].length, i, i);
                quiet.packet(A, packets[i + 2], 0, packets[i].length, i, i);
                quiet.packet(B, packets[i + 1], 0, packets[i].length, i, i);
                quiet.packet(B, packets[i + 2], 0, packets[i].length, i, i);
                quiet.packet(A, packets[i + 3], 0, packets[i].length, i, i);
            }
        }));
        assertEquals(sequence[0], quiet.resequencer().expected());
    }

    private static void number(byte[][] packets, int from, long sequence) {
        for (int i = 0; i < 4; i++) {
            BigEndian.put64(packets[from + i], 10, sequence + 2L * i);
        }
    }
}
