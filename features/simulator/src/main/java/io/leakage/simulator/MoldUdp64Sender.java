package io.leakage.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/**
 * Sends messages as a venue's MoldUDP64 1.0 line: packets of as many messages as fit about 1,400 bytes, each with the session's name and
 * the sequence number of its first message, counted from 1; heartbeats when there is nothing to say; an end of session. To one receiver
 * or to a multicast group. It sends and forgets, as the protocol does: whoever plays faster than the receiver reads must wait for him
 * ({@link Pace}). One thread.
 */
public final class MoldUdp64Sender implements MessageSink, AutoCloseable {
    /** Bytes of a packet at most, so that it fits any Ethernet with its headers. */
    public static final int MAX_PACKET = 1400;

    private static final int HEADER = 20;
    private static final int SESSION = 10;
    private static final int SEQUENCE_AT = 10;
    private static final int COUNT_AT = 18;
    private static final int END_OF_SESSION = 0xFFFF;

    private final DatagramChannel channel;
    private final InetSocketAddress target;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(MAX_PACKET);
    private long nextSequence = 1;
    private int waiting;
    private long packets;

    /**
     * Opens a line over the system's choice of network interface.
     *
     * @param session name of the session, up to ten ASCII characters
     * @param target  the receiver's address, or a multicast group's
     * @throws IOException when no socket can be had
     */
    public MoldUdp64Sender(String session, InetSocketAddress target) throws IOException {
        this(session, target, null);
    }

    /**
     * Opens a line.
     *
     * @param session  name of the session, up to ten ASCII characters
     * @param target   the receiver's address, or a multicast group's
     * @param outgoing the interface multicast leaves by, null for the system's choice
     * @throws IOException when no socket can be had
     */
    public MoldUdp64Sender(String session, InetSocketAddress target, NetworkInterface outgoing) throws IOException {
        byte[] name = session.getBytes(StandardCharsets.US_ASCII);
        if (name.length > SESSION) {
            throw new IllegalArgumentException("session '" + session + "' is longer than its " + SESSION + " bytes");
        }
        if (target.isUnresolved()) {
            throw new IllegalArgumentException("unknown host in " + target);
        }
        this.target = target;
        packet.put(name);
        while (packet.position() < SESSION) {
            packet.put((byte) ' ');
        }
        packet.position(HEADER);
        channel = DatagramChannel.open(target.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        if (outgoing != null) {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, outgoing);
        }
    }

    /** Puts a message into the packet under way, which is sent first when the message does not fit any more. */
    @Override
    public void message(byte[] bytes, int offset, int length) {
        if (HEADER + 2 + length > MAX_PACKET) {
            throw new IllegalArgumentException("a message of " + length + " bytes does not fit a packet of " + MAX_PACKET);
        }
        if (packet.remaining() < length + 2) {
            flush();
        }
        packet.putShort((short) length).put(bytes, offset, length);
        waiting++;
    }

    /** Sends the packet under way, if there is anything in it. */
    public void flush() {
        if (waiting > 0) {
            send(waiting);
            nextSequence += waiting;
            waiting = 0;
            packet.position(HEADER);
        }
    }

    /** Sends what is under way, then a packet that only says which sequence number comes next. */
    public void heartbeat() {
        flush();
        send(0);
    }

    /** Sends what is under way, then says that no message will follow. */
    public void endOfSession() {
        flush();
        send(END_OF_SESSION);
    }

    /** {@return how many messages have left, which is the last one's sequence number} */
    public long sent() {
        return nextSequence - 1;
    }

    /** {@return how many packets have left, heartbeats included} */
    public long packets() {
        return packets;
    }

    /** Sends what is under way and closes the socket; says nothing of an end of session. */
    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }

    private void send(int count) {
        int end = packet.position();
        packet.putLong(SEQUENCE_AT, nextSequence).putShort(COUNT_AT, (short) count).flip();
        try {
            channel.send(packet, target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send to " + target + ": " + e.getMessage(), e);
        } finally {
            packet.clear().position(end);
        }
        packets++;
    }
}
