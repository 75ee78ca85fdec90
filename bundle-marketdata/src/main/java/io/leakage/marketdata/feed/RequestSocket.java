package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.MoldUdp64Request;
import io.leakage.marketdata.wire.SequencedLines;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks request servers for what the lines lost, each in its turn, and reads what they answer. On the feed's thread. */
final class RequestSocket implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestSocket.class);

    private final List<InetSocketAddress> servers;
    private final UdpLine socket;
    private final byte[] packet = new byte[MoldUdp64Request.LENGTH];
    private final ByteBuffer buffer = ByteBuffer.wrap(packet);
    private int turn;

    private RequestSocket(List<InetSocketAddress> servers, UdpLine socket) {
        this.servers = servers;
        this.socket = socket;
    }

    static RequestSocket open(String feed, List<InetSocketAddress> servers) throws IOException {
        InetAddress server = servers.get(0).getAddress();
        InetAddress local = server.isLoopbackAddress() ? server : InetAddress.getByAddress(new byte[server.getAddress().length]);
        return new RequestSocket(servers, UdpLine.open(feed, new LineAddress(local, 0, null), LiveSettings.SOCKET_BUFFER));
    }

    /** A request that could not be sent is one that is not answered: it is sent again in time, to the next server. */
    void ask(SequencedLines lines, long sequence, int count) {
        InetSocketAddress server = servers.get(turn);
        turn = (turn + 1) % servers.size();
        MoldUdp64Request.write(packet, lines.sessionHead(), lines.sessionTail(), sequence, count);
        try {
            socket.channel().send(buffer.clear(), server);
        } catch (IOException e) {
            LOG.warn("cannot ask request server {}: {}", server, e.getMessage());
        }
    }

    /** Reads one answer. {@return false when none waits} */
    boolean answer(SequencedLines lines) throws IOException {
        int length = socket.receive();
        if (length < 0) {
            return false;
        }
        lines.answer(socket.bytes(), 0, length, socket.receiveNanos(), System.nanoTime());
        return true;
    }

    DatagramChannel channel() {
        return socket.channel();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
