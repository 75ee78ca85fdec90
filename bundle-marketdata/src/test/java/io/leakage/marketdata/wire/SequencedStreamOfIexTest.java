package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.marketdata.tape.Little;
import io.leakage.marketdata.tape.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequencedStreamOfIexTest {
    private static final byte[] ONE = Little.quote(1, "ONE", 100, 10_000, 10_100, 200);
    private static final byte[] TWO = Little.trade(0, 2, "ONE", 50, 10_000, 9);

    private final Recording heard = new Recording();
    private final SequencedStream stream = new SequencedStream(heard.of(MessageSink.class), new IexTpSegment(IexTpSegment.TOPS));

    @Test
    void messagesAreNumberedFromTheFirstOfTheSegment() {
        take(Little.segment(IexTpSegment.TOPS, 5, 1, ONE, TWO));

        assertEquals(List.of("packet(3)", "1 of 42 bytes", "2 of 38 bytes"), told());
        assertEquals(3, stream.expected());
    }

    @Test
    void whatIsMissingIsAGapAndWhatComesAgainIsNot() {
        take(Little.segment(IexTpSegment.TOPS, 5, 1, ONE));
        take(Little.segment(IexTpSegment.TOPS, 5, 1, ONE, TWO));
        take(Little.segment(IexTpSegment.TOPS, 5, 5, ONE));

        assertEquals(List.of("packet(3)", "1 of 42 bytes", "packet(3)", "2 of 38 bytes", "packet(3)", "gap(3, 5)", "5 of 42 bytes"),
                told());
        assertEquals(1, stream.duplicates());
        assertEquals(2, stream.lost());
    }

    @Test
    void aHeartbeatAheadOfUsShowsAGap() {
        take(Little.segment(IexTpSegment.TOPS, 5, 1, ONE));
        take(Little.segment(IexTpSegment.TOPS, 5, 4));

        assertEquals(List.of("packet(3)", "1 of 42 bytes", "packet(3)", "gap(2, 4)"), told());
        assertEquals(1, stream.heartbeats());
    }

    @Test
    void aNewSessionBeginsAtOne() {
        take(Little.segment(IexTpSegment.TOPS, 5, 1, ONE, TWO));
        take(Little.segment(IexTpSegment.TOPS, 6, 1, ONE));

        assertEquals(2, stream.sessions());
        assertEquals(0, stream.lost());
        assertEquals(2, stream.expected());
    }

    @Test
    void anotherProtocolIsLeftAlone() {
        take(Little.segment(IexTpSegment.DEEP, 5, 1, ONE));

        assertEquals(List.of(), told());
        assertEquals(1, stream.foreign());
    }

    @Test
    void aDamagedSegmentIsDroppedAndSaysWhy() {
        byte[] whole = Little.segment(IexTpSegment.TOPS, 5, 1, ONE);
        byte[] longBlock = whole.clone();
        longBlock[40] = 43;
        byte[] miscounted = whole.clone();
        miscounted[14] = 2;
        byte[] tooMany = whole.clone();
        tooMany[14] = 0;
        byte[] version = whole.clone();
        version[0] = 2;

        assertEquals("39 bytes, expected at least 40", packet(Arrays.copyOf(whole, 39)));
        assertEquals("payload of 44 bytes, but 43 follow the header", packet(Arrays.copyOf(whole, whole.length - 1)));
        assertEquals("message 1 of 1 ends 1 bytes beyond the segment", packet(longBlock));
        assertEquals("message count 2, but the segment ends after 1", packet(miscounted));
        assertEquals("message count 0, but 44 bytes more follow", packet(tooMany));
        assertEquals("version 2, expected 1", packet(version));
        assertEquals("sequence 0, expected 1 or more", packet(Little.segment(IexTpSegment.TOPS, 5, 0, ONE)));
        assertEquals(7, stream.damaged());
        assertEquals(List.of(), told());
    }

    private void take(byte[] segment) {
        assertNull(packet(segment));
    }

    private String packet(byte[] segment) {
        return stream.packet(segment, 0, segment.length, 3);
    }

    private List<String> told() {
        return heard.lines().stream().flatMap(line -> {
            String[] fields = line.split("[(), ]+");
            return Stream.of(fields[0].equals("message") ? fields[1] + " of " + fields[4] + " bytes" : line);
        }).toList();
    }
}
