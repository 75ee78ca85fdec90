package io.leakage.marketdata.feed;

import io.leakage.marketdata.time.PacketSource;
import io.leakage.marketdata.time.PacketSources;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * One UDP socket that receives: bound, joined, and read packet by packet into the same array, each with the kernel's receive time where the
 * kernel tells it. One thread.
 */
final class UdpLine implements Closeable {
    private static final int LARGEST_PACKET = 1 << 16;

    private final DatagramChannel channel;
    private final LineAddress address;
    private final PacketSource packets;
    private final ByteBuffer direct = ByteBuffer.allocateDirect(LARGEST_PACKET);
    private final byte[] bytes = new byte[LARGEST_PACKET];

    private UdpLine(DatagramChannel channel, LineAddress address, PacketSource packets) {
        this.channel = channel;
        this.address = address;
        this.packets = packets;
    }

    static UdpLine open(String feed, LineAddress at, int buffer) throws IOException {
        boolean wide = at.address() instanceof Inet6Address;
        DatagramChannel channel = DatagramChannel.open(wide ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            if (buffer > 0) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
            }
            if (at.address().isMulticastAddress()) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(at.port()));
                channel.join(at.address(), at.network());
            } else {
                channel.bind(new InetSocketAddress(at.address(), at.port()));
            }
            int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            channel.configureBlocking(false);
            LineAddress address = new LineAddress(at.address(), port, at.network());
            return new UdpLine(channel, address, PacketSources.of(feed + " " + address, channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("feed '" + feed + "' cannot receive on " + at
                    + (at.network() == null ? "" : " at interface " + at.network().getName()) + ": " + e.getMessage()
                    + "; expected a free UDP port on an address of this machine, or a multicast group", e);
        }
    }

    /** {@return the next packet's bytes, {@link PacketSource#NONE} when none waits} */
    int receive() throws IOException {
        int length = packets.receive(direct.clear());
        if (length != PacketSource.NONE) {
            direct.flip().get(bytes, 0, length);
        }
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** {@return when the latest packet was received, nanoseconds since the epoch} */
    long receiveNanos() {
        return packets.stampNanos();
    }

    DatagramChannel channel() {
        return channel;
    }

    /** {@return where it receives, with the port it was given} */
    LineAddress address() {
        return address;
    }

    int socketBuffer() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
