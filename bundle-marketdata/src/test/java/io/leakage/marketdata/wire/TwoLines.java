package io.leakage.marketdata.wire;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.leakage.marketdata.tape.Wire;
import java.nio.charset.StandardCharsets;

/** Lines A and B in virtual time: 5 ms for reordering, 50 ms for an answer, 3 requests, 2 snapshots, 8 messages held, silent after 2 s. */
abstract class TwoLines {
    static final int A = 0;
    static final int B = 1;
    static final long MILLI = 1_000_000L;
    static final byte[] M = Wire.hex("01");
    static final RecoveryLimits LIMITS = new RecoveryLimits(5 * MILLI, 50 * MILLI, 3, 1_000 * MILLI, 1_000, 500 * MILLI, 2,
            60_000 * MILLI, 8, 2_000 * MILLI);

    final Heard heard = new Heard();
    final SequencedLines lines;
    long now;

    TwoLines() {
        this(new MoldUdp64Packet());
    }

    TwoLines(SequencedPacket packet) {
        lines = new SequencedLines(packet, 2, heard, heard, LIMITS);
    }

    void both(byte[] packet) {
        take(A, packet);
        take(B, packet);
    }

    void take(int line, byte[] packet) {
        assertNull(lines.packet(line, packet, 0, packet.length, 0, now));
    }

    void answer(byte[] packet) {
        assertNull(lines.answer(packet, 0, packet.length, 0, now));
    }

    void snapshot(String order) {
        byte[] bytes = order.getBytes(StandardCharsets.US_ASCII);
        lines.resequencer().snapshotMessage(bytes, 0, bytes.length, 0);
    }

    void pass(long millis) {
        lines.tick(now);
        now += millis * MILLI;
        lines.tick(now);
    }
}
