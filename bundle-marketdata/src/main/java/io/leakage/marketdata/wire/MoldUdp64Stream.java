package io.leakage.marketdata.wire;

/**
 * Puts one MoldUDP64 line into order: duplicates are ignored, what is missing is told as a gap, a damaged packet is dropped and so
 * becomes a loss. One thread writes; another may read the counters and sees them late.
 */
public final class MoldUdp64Stream {
    private final MessageSink sink;
    private final MoldUdp64Packet packet = new MoldUdp64Packet();
    private boolean joined;
    private boolean ended;
    private long sessionHead;
    private int sessionTail;
    private long expected = 1;

    private long packets;
    private long messages;
    private long unread;
    private long duplicates;
    private long lost;
    private long damaged;
    private long heartbeats;
    private long sessions;

    /**
     * A stream that hands on to this sink.
     *
     * @param sink called on the thread that calls {@link #packet}
     */
    public MoldUdp64Stream(MessageSink sink) {
        this.sink = sink;
    }

    /**
     * Takes one packet as received.
     *
     * @param bytes        holds it
     * @param offset       its first byte
     * @param length       its bytes
     * @param receiveNanos when it came, nanoseconds since the epoch
     * @return null, or what is wrong with it, for a person
     */
    public String packet(byte[] bytes, int offset, int length, long receiveNanos) {
        packets++;
        String damage = packet.wrap(bytes, offset, length);
        if (damage == null && packet.sequence() < 1) {
            damage = "sequence " + packet.sequence() + ", expected 1 or more";
        }
        if (damage != null) {
            damaged++;
            return damage;
        }
        enterSession();
        sink.packet(receiveNanos);
        skipTo(packet.sequence());
        if (packet.isEndOfSession()) {
            end();
        } else if (packet.isHeartbeat()) {
            heartbeats++;
        } else {
            handOn(bytes);
        }
        return null;
    }

    private void enterSession() {
        if (joined && packet.sessionHead() == sessionHead && packet.sessionTail() == sessionTail) {
            return;
        }
        joined = true;
        ended = false;
        sessionHead = packet.sessionHead();
        sessionTail = packet.sessionTail();
        expected = 1;
        sessions++;
    }

    private void skipTo(long sequence) {
        if (sequence > expected) {
            lost += sequence - expected;
            sink.gap(expected, sequence);
            expected = sequence;
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            sink.ended(expected);
        }
    }

    private void handOn(byte[] bytes) {
        int count = packet.count();
        int block = packet.firstBlock();
        long sequence = packet.sequence();
        for (int i = 0; i < count; i++, sequence++) {
            if (sequence < expected) {
                duplicates++;
            } else {
                expected = sequence + 1;
                messages++;
                if (!sink.message(sequence, bytes, block + 2, packet.lengthAt(block))) {
                    unread++;
                }
            }
            block = packet.nextBlock(block);
        }
    }

    /** {@return the number of the next message of this session} */
    public long expected() {
        return expected;
    }

    /** {@return packets received, damaged ones too} */
    public long packets() {
        return packets;
    }

    /** {@return messages handed on} */
    public long messages() {
        return messages;
    }

    /** {@return messages handed on that the format could not read} */
    public long unread() {
        return unread;
    }

    /** {@return messages that came again} */
    public long duplicates() {
        return duplicates;
    }

    /** {@return messages that never came, those sent before we joined included} */
    public long lost() {
        return lost;
    }

    /** {@return packets dropped because they were not whole} */
    public long damaged() {
        return damaged;
    }

    /** {@return packets without messages} */
    public long heartbeats() {
        return heartbeats;
    }

    /** {@return sessions entered} */
    public long sessions() {
        return sessions;
    }

    /** {@return the counters, for a person} */
    @Override
    public String toString() {
        return packets + " packets (" + damaged + " damaged, " + heartbeats + " heartbeats), " + messages + " messages (" + unread
                + " not readable), " + duplicates + " duplicates, " + lost + " lost, " + sessions + " sessions";
    }
}
