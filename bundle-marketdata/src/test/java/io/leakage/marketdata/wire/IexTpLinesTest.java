package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.leakage.marketdata.tape.Deaf;
import io.leakage.marketdata.tape.Little;
import io.leakage.testing.Garbage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two lines of IEX-TP bring and lose; nobody can be asked. */
class IexTpLinesTest extends TwoLines {
    private static final int DEEP = IexTpSegment.DEEP;

    IexTpLinesTest() {
        super(new IexTpSegment(DEEP));
    }

    @BeforeEach
    void nobodyCanBeAsked() {
        heard.requestServer = false;
    }

    @Test
    void scenario01_whatOneLineLosesTheOtherBringsAndNobodyHearsOfIt() {
        take(A, Little.segment(DEEP, 5, 1, M));
        pass(3);
        take(B, Little.segment(DEEP, 5, 1, M));
        take(A, Little.segment(DEEP, 5, 4, M));
        pass(2);
        take(B, Little.segment(DEEP, 5, 2, M, M));
        take(B, Little.segment(DEEP, 5, 4, M));
        pass(100);

        assertEquals(List.of("1", "2", "3", "4"), heard.take());
        assertEquals(0, lines.resequencer().counts().gaps());
        assertEquals(2, lines.line(A).wins());
        assertEquals(1, lines.line(B).wins());
        // A was 3 ms ahead with message 1 and 2 ms with message 4
        assertEquals(2, lines.line(A).lead().count());
        assertEquals(3 * MILLI, lines.line(A).lead().max());
        assertEquals("5", lines.session());
    }

    @Test
    void scenario02_whatBothLinesLoseIsToldAsLostOncePatienceWithReorderingEnds() {
        both(Little.segment(DEEP, 5, 1, M));
        both(Little.segment(DEEP, 5, 4, M));
        pass(4);
        assertEquals(List.of("1"), heard.take());
        pass(1);

        assertEquals(List.of("gap 2..4", "4"), heard.take());
        assertEquals(2, lines.resequencer().counts().lost());
        assertEquals(0, lines.resequencer().counts().requests());
    }

    @Test
    void scenario07_anotherSessionBeginsAnewOnceTwoSegmentsAgree() {
        both(Little.segment(DEEP, 5, 1, M, M));
        take(A, Little.segment(DEEP, 6, 1, M));
        assertEquals(List.of("1", "2"), heard.take());
        take(B, Little.segment(DEEP, 6, 1, M));

        assertEquals(List.of("new session", "1"), heard.take());
        assertEquals("6", lines.session());
    }

    @Test
    void scenario09_aHeartbeatAheadOfUsShowsAGap() {
        both(Little.segment(DEEP, 5, 1, M));
        both(Little.segment(DEEP, 5, 3));
        pass(5);

        assertEquals(List.of("1", "gap 2..3"), heard.take());
        assertEquals(1, lines.line(A).heartbeats());
    }

    @Test
    void scenario10_segmentsOfAnotherProtocolOrChannelAreCountedAndDoNotBreakTheSilence() {
        both(Little.segment(DEEP, 5, 1, M));
        pass(1_999);
        take(A, Little.segment(IexTpSegment.TOPS, 5, 2, M));
        take(B, channel(2, Little.segment(DEEP, 5, 2, M)));
        take(B, channel(2, Little.segment(DEEP, 7, 1, M)));
        take(B, channel(2, Little.segment(DEEP, 7, 2, M)));
        pass(1);

        assertEquals(List.of("1", "silent"), heard.take());
        assertEquals(1, lines.line(A).strays());
        assertEquals(3, lines.line(B).strays());
        assertEquals(1, lines.resequencer().counts().sessions());
    }

    @Test
    void scenario36_aDamagedSegmentIsDroppedAndSoIsALoss() {
        both(Little.segment(DEEP, 5, 1, M));
        byte[] damaged = Little.segment(DEEP, 5, 2, M);
        damaged[14] = 2;
        assertNotNull(lines.packet(A, damaged, 0, damaged.length, 0, now));
        both(Little.segment(DEEP, 5, 3, M));
        pass(5);

        assertEquals(List.of("1", "gap 2..3", "3"), heard.take());
        assertEquals(1, lines.line(A).damaged());
    }

    @Test
    void orderlyLinesLeaveNoGarbage() {
        SequencedLines quiet = new SequencedLines(new IexTpSegment(DEEP), 2, new Deaf(), new Deaf(), LIMITS);
        byte[] segment = Little.segment(DEEP, 5, 1, M, M);
        ByteBuffer fields = ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN);
        long[] sequence = {1};
        assertEquals(0, Garbage.bytesOf(20, () -> {
            for (int i = 0; i < 4_096; i++) {
                fields.putLong(24, sequence[0]);
                quiet.packet(A, segment, 0, segment.length, i, i);
                quiet.packet(B, segment, 0, segment.length, i, i);
                sequence[0] += 2;
            }
        }));
        assertEquals(sequence[0], quiet.resequencer().expected());
    }

    private static byte[] channel(int channel, byte[] segment) {
        ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN).putInt(4, channel);
        return segment;
    }
}
