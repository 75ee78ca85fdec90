package io.leakage.marketdata.wire;

/**
 * Puts one IEX-TP channel into order: duplicates are ignored, what is missing is told as a gap, a damaged segment is dropped and so becomes
 * a loss. Segments of another message protocol are counted and left alone. One thread writes; another may read the counters and sees them
 * late.
 */
public final class IexTpStream {
    private final MessageSink sink;
    private final IexTpSegment segment;
    private boolean joined;
    private long session;
    private long channel;
    private long expected = 1;

    private long segments;
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
     * @param sink     called on the thread that calls {@link #packet}
     * @param protocol the message protocol to hand on, {@link IexTpSegment#TOPS} or {@link IexTpSegment#DEEP}
     */
    public IexTpStream(MessageSink sink, int protocol) {
        this.sink = sink;
        this.segment = new IexTpSegment(protocol);
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
        segments++;
        String damage = segment.wrap(bytes, offset, length);
        if (damage == null && segment.sequence() < 1) {
            damage = "sequence " + segment.sequence() + ", expected 1 or more";
        }
        if (damage != null) {
            damaged++;
            return damage;
        }
        if (segment.isForeign() || joined && segment.channel() != channel) {
            foreign++;
            return null;
        }
        enterSession();
        sink.packet(receiveNanos);
        skipTo(segment.sequence());
        if (segment.isHeartbeat()) {
            heartbeats++;
        } else {
            handOn(bytes);
        }
        return null;
    }

    private void enterSession() {
        if (joined && segment.sessionHead() == session) {
            return;
        }
        joined = true;
        session = segment.sessionHead();
        channel = segment.channel();
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

    private void handOn(byte[] bytes) {
        int count = segment.count();
        int block = segment.firstBlock();
        long sequence = segment.sequence();
        for (int i = 0; i < count; i++, sequence++) {
            if (sequence < expected) {
                duplicates++;
            } else {
                expected = sequence + 1;
                messages++;
                if (!sink.message(sequence, bytes, block + 2, segment.lengthAt(block))) {
                    unread++;
                }
            }
            block = segment.nextBlock(block);
        }
    }

    /** {@return the number of the next message of this session} */
    public long expected() {
        return expected;
    }

    /** {@return segments received, damaged and foreign ones too} */
    public long segments() {
        return segments;
    }

    /** {@return whole segments of another protocol or channel} */
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

    /** {@return segments dropped because they were not whole} */
    public long damaged() {
        return damaged;
    }

    /** {@return segments without messages} */
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
        return segments + " segments (" + damaged + " damaged, " + heartbeats + " heartbeats, " + foreign + " foreign), " + messages
                + " messages (" + unread + " not readable), " + duplicates + " duplicates, " + lost + " lost, " + sessions + " sessions";
    }
}
