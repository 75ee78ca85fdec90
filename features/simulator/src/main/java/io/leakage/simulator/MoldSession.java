package io.leakage.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A MoldUDP64 session as its sender knows it: packs messages, and keeps all it sent to send it again. One thread. */
final class MoldSession implements MessageSink {
    private static final int HEADER = 20;
    private static final int LONGEST = 52;
    private static final int MAX_PACKET = 1_400;
    private static final int END_OF_SESSION = 0xFFFF;

    private final byte[] name;
    private final Tape sent = new Tape();
    private final RestingOrders resting = new RestingOrders();
    private final ByteBuffer blocks = ByteBuffer.allocate(MAX_PACKET - HEADER);
    private int waiting;

    MoldSession(String name) {
        this.name = String.format("%-10s", name).getBytes(StandardCharsets.US_ASCII);
    }

    boolean hasRoom() {
        return blocks.remaining() >= LONGEST;
    }

    /** {@return messages packed and not sent yet} */
    int waiting() {
        return waiting;
    }

    /** {@return number of the next message} */
    long next() {
        return sent.size() + 1L;
    }

    @Override
    public void message(byte[] bytes, int offset, int length) {
        blocks.putShort((short) length).put(bytes, offset, length);
        waiting++;
        sent.message(bytes, offset, length);
        resting.message(bytes, offset, length);
    }

    /** {@return the packet with what waits} */
    byte[] packet() {
        byte[] packet = packet(next() - waiting, waiting, Arrays.copyOf(blocks.array(), blocks.position()));
        blocks.clear();
        waiting = 0;
        return packet;
    }

    byte[] heartbeat() {
        return packet(next(), 0, new byte[0]);
    }

    byte[] end() {
        return packet(next(), END_OF_SESSION, new byte[0]);
    }

    /** {@return as many of these messages as fit a packet, null when they were never sent} */
    byte[] again(long sequence, int count) {
        if (sequence < 1 || sequence >= next() - waiting) {
            return null;
        }
        ByteBuffer again = ByteBuffer.allocate(MAX_PACKET - HEADER);
        int at = (int) sequence - 1;
        int end = (int) Math.min(at + (long) count, sent.size() - waiting);
        while (at < end && again.remaining() >= LONGEST) {
            sent.send(at++, (bytes, offset, length) -> again.putShort((short) length).put(bytes, offset, length));
        }
        return packet(sequence, at - (int) sequence + 1, Arrays.copyOf(again.array(), again.position()));
    }

    /** {@return what rests after all that was sent} */
    RestingOrders resting() {
        return resting;
    }

    private byte[] packet(long sequence, int count, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length).put(name).putLong(sequence).putShort((short) count).put(content).array();
    }
}
