package io.leakage.marketdata.wire;

/**
 * Puts one line into order for which nobody can be asked: duplicates are ignored, what is missing is told as a gap, a damaged packet is
 * dropped and so becomes a loss. Packets of another kind of message, and of other channels than the first one's, are counted and left
 * alone. One thread writes; another may read the counters and sees them late.
 */
public final class SequencedStream {
    private final MessageSink sink;
    private final SequencedPacket packet;
    private boolean joined;
    private boolean ended;
    private long sessionHead;
    private int sessionTail;
    private long channel;
    private long expected = 1;

    private long packets;
    private long foreign;
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
     * @param sink   called on the thread that calls {@link #packet}
     * @param packet reads the line's packets; nobody else may use it
     */
    public SequencedStream(MessageSink sink, SequencedPacket packet) {
        this.sink = sink;
        this.packet = packet;
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
        if (packet.isForeign() || joined && packet.channel() != channel) {
            foreign++;
            return null;
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
        channel = packet.channel();
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

    /** {@return packets received, damaged and foreign ones too} */
    public long packets() {
        return packets;
    }

    /** {@return whole packets of another kind of message or channel} */
    public long foreign() {
        return foreign;
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
        return packets + " packets (" + damaged + " damaged, " + heartbeats + " heartbeats, " + foreign + " foreign), " + messages
                + " messages (" + unread + " not readable), " + duplicates + " duplicates, " + lost + " lost, " + sessions + " sessions";
    }
}
