package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.MessageSink;
import io.leakage.marketdata.wire.MoldUdp64Stream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MoldUDP64 line over UDP, multicast or unicast, read by a thread of its own: each packet is stamped, put into order and handed on.
 * Runs from {@link #open} until {@link #close}; the end of a session does not end it, the next session may follow.
 */
public final class MoldUdp64Receiver implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(MoldUdp64Receiver.class);
    private static final int RECEIVE_BUFFER = 16 << 20;
    private static final int LARGEST_PACKET = 1 << 16;
    private static final long JOIN_MILLIS = 5_000;

    private final String feed;
    private final DatagramChannel channel;
    private final MoldUdp64Stream stream;
    private final Thread thread;
    private long failures;

    private MoldUdp64Receiver(String feed, DatagramChannel channel, MessageSink sink) {
        this.feed = feed;
        this.channel = channel;
        this.stream = new MoldUdp64Stream(sink);
        this.thread = new Thread(this::receive, "leakage-feed-" + feed);
        thread.setDaemon(true);
    }

    /**
     * Binds the socket, joins the group and starts to read.
     *
     * @param feed    the feed's name, for messages and the thread
     * @param address a multicast group, or the local address to receive unicast on
     * @param port    UDP port, 0 for any free one
     * @param network where to join the group; null for a unicast address
     * @param sink    takes the messages, on the receiver's thread
     * @return the running receiver
     * @throws IOException when the port is taken or the group cannot be joined; the message names feed, address and port
     */
    public static MoldUdp64Receiver open(String feed, InetAddress address, int port, NetworkInterface network, MessageSink sink)
            throws IOException {
        boolean wide = address instanceof Inet6Address;
        DatagramChannel channel = DatagramChannel.open(wide ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            if (address.isMulticastAddress()) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(port));
                channel.join(address, network);
            } else {
                channel.bind(new InetSocketAddress(address, port));
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("feed '" + feed + "' cannot receive on " + address.getHostAddress() + ":" + port
                    + (network == null ? "" : " at interface " + network.getName()) + ": " + e.getMessage()
                    + "; expected a free UDP port on an address of this machine, or a multicast group", e);
        }
        MoldUdp64Receiver receiver = new MoldUdp64Receiver(feed, channel, sink);
        receiver.thread.start();
        LOG.info("feed '{}' receives MoldUDP64 on {}:{}, socket buffer {} bytes", feed, address.getHostAddress(), receiver.port(),
                channel.getOption(StandardSocketOptions.SO_RCVBUF));
        return receiver;
    }

    /**
     * {@return the UDP port it listens on}
     *
     * @throws IOException when it is closed
     */
    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** {@return what came and what did not; counters of another thread, seen late} */
    public MoldUdp64Stream stream() {
        return stream;
    }

    /** Leaves the group, closes the socket and waits for the thread to end. */
    @Override
    public void close() throws IOException {
        channel.close();
        boolean interrupted = false;
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        LOG.info("feed '{}' closed: {}", feed, stream);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        ByteBuffer direct = ByteBuffer.allocateDirect(LARGEST_PACKET);
        byte[] bytes = new byte[LARGEST_PACKET];
        while (channel.isOpen()) {
            try {
                direct.clear();
                channel.receive(direct);
                long receiveNanos = epochNanos();
                int length = direct.flip().remaining();
                direct.get(bytes, 0, length);
                take(bytes, length, receiveNanos);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private void take(byte[] bytes, int length, long receiveNanos) {
        long lost = stream.lost();
        String damage = stream.packet(bytes, 0, length, receiveNanos);
        if (damage != null && isPowerOfTwo(stream.damaged())) {
            LOG.warn("feed '{}' dropped a packet that is not whole: {} ({} so far)", feed, damage, stream.damaged());
        }
        if (stream.lost() != lost) {
            LOG.warn("feed '{}' misses {} messages before number {} ({} so far)", feed, stream.lost() - lost, stream.expected(),
                    stream.lost());
        }
    }

    private void failed(Exception e) {
        if (isPowerOfTwo(++failures)) {
            LOG.error("feed '{}' failed on a packet and goes on ({} so far)", feed, failures, e);
        }
    }

    /** Counts that double are told, so that a bad line cannot fill the log. */
    private static boolean isPowerOfTwo(long count) {
        return Long.bitCount(count) == 1;
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
