package io.leakage.marketdata.wire;

/** A packet too strange to be believed alone, set aside until a second one agrees with it. */
final class Suspect {
    /** A number this far ahead is strange. */
    static final long FAR = 1 << 20;

    private byte[] bytes = new byte[0];
    private int length;
    private int line = -1;
    private long receiveNanos;
    private long sessionHead;
    private int sessionTail;
    private long sequence;

    boolean agrees(MoldUdp64Packet packet) {
        return line >= 0 && packet.sessionHead() == sessionHead && packet.sessionTail() == sessionTail
                && Math.abs(packet.sequence() - sequence) < FAR;
    }

    void set(int ofLine, MoldUdp64Packet packet, byte[] from, int offset, int count, long nanos) {
        if (bytes.length < count) {
            bytes = new byte[count];
        }
        System.arraycopy(from, offset, bytes, 0, count);
        length = count;
        line = ofLine;
        receiveNanos = nanos;
        sessionHead = packet.sessionHead();
        sessionTail = packet.sessionTail();
        sequence = packet.sequence();
    }

    void forget() {
        line = -1;
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
