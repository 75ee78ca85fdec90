package io.leakage.marketdata.wire;

/**
 * A packet too strange to be believed alone, set aside until a second one agrees with it. A copy of itself does not; and when its line goes
 * on as before, it was wrong.
 */
final class Suspect {
    /** A number this far ahead is strange. */
    static final long FAR = 1 << 20;
    /** Later than any copy: a sender that has nothing to say says the same again. */
    private static final long LATER_NANOS = 200_000_000L;

    private byte[] bytes = new byte[0];
    private int length;
    private int line = -1;
    private long receiveNanos;
    private long setNanos;
    private long sessionHead;
    private int sessionTail;
    private long sequence;

    boolean agrees(int otherLine, SequencedPacket packet, long now) {
        boolean another = otherLine != line || packet.sequence() != sequence || now - setNanos >= LATER_NANOS;
        return line >= 0 && another && packet.sessionHead() == sessionHead && packet.sessionTail() == sessionTail
                && Math.abs(packet.sequence() - sequence) < FAR;
    }

    void set(int ofLine, SequencedPacket packet, byte[] from, int offset, int count, long nanos, long now) {
        if (bytes.length < count) {
            bytes = new byte[count];
        }
        System.arraycopy(from, offset, bytes, 0, count);
        length = count;
        line = ofLine;
        receiveNanos = nanos;
        setNanos = now;
        sessionHead = packet.sessionHead();
        sessionTail = packet.sessionTail();
        sequence = packet.sequence();
    }

    void forget() {
        line = -1;
    }

    /** A line goes on as before. */
    void refute(int ofLine) {
        if (line == ofLine) {
            forget();
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int line() {
        return line;
    }

    long receiveNanos() {
        return receiveNanos;
    }
}
