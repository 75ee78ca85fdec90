package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.SoupBinTcpClient;
import io.leakage.marketdata.wire.SoupListener;
import io.leakage.marketdata.wire.SoupLogin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SoupBinTCP connection at a time, without blocking: connects, logs in, reads, says that it lives. When it breaks, {@link #trouble}
 * says why, and it stays closed until it is opened again. On the feed's thread.
 */
final class SoupConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SoupConnection.class);
    private static final long CONNECT_NANOS = 5_000_000_000L;
    private static final int CHUNK = 1 << 16;

    private final FeedLoop loop;
    private final InetSocketAddress server;
    private final LongConsumer received;
    private final SoupBinTcpClient client;
    private final ByteBuffer direct = ByteBuffer.allocateDirect(CHUNK);
    private final byte[] bytes = new byte[CHUNK];
    private byte[] unsent = new byte[0];
    private SocketChannel channel;
    private boolean connected;
    private long connectBy;
    private String session;
    private long sequence;
    private String trouble;

    /**
     * A connection that is not open yet.
     *
     * @param loop         whose thread it lives on
     * @param server       where to
     * @param login        user and password
     * @param silenceNanos how long the server may say nothing
     * @param listener     hears the server
     * @param received     told, before the listener hears what came, when: {@link System#nanoTime}
     */
    SoupConnection(FeedLoop loop, InetSocketAddress server, SoupLogin login, long silenceNanos, SoupListener listener,
            LongConsumer received) {
        this.loop = loop;
        this.server = server;
        this.received = received;
        this.client = new SoupBinTcpClient(login, silenceNanos, this::send, listener);
    }

    void open(String wantedSession, long wantedSequence, long now) {
        close();
        trouble = null;
        session = wantedSession;
        sequence = wantedSequence;
        connectBy = now + CONNECT_NANOS;
        try {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            connected = channel.connect(server);
            loop.register(channel, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this::ready);
            if (connected) {
                client.connected(session, sequence, now);
            }
        } catch (IOException | RuntimeException e) {
            broken("cannot connect to " + place() + ": " + e.getMessage());
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (!connected) {
                connected = channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                client.connected(session, sequence, System.nanoTime());
            } else if (key.isReadable()) {
                read();
            } else {
                flush(key);
            }
        } catch (IOException e) {
            broken((connected ? "lost " : "cannot connect to ") + place() + ": " + e.getMessage());
        }
    }

    private void read() throws IOException {
        direct.clear();
        int count = channel.read(direct);
        if (count < 0) {
            broken(place() + " closed the connection");
            return;
        }
        direct.flip().get(bytes, 0, count);
        long now = System.nanoTime();
        received.accept(now);
        String problem = client.received(bytes, 0, count, now);
        if (problem != null) {
            broken(place() + " sent " + problem);
        }
    }

    private void send(byte[] packet, int length) {
        int before = unsent.length;
        unsent = Arrays.copyOf(unsent, before + length);
        System.arraycopy(packet, 0, unsent, before, length);
        try {
            flush(loop.key(channel));
        } catch (IOException e) {
            broken("lost " + place() + ": " + e.getMessage());
        }
    }

    /** What we send is a few bytes a second; a server that does not take even these is told of when the socket has room again. */
    private void flush(SelectionKey key) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(unsent);
        channel.write(rest);
        unsent = Arrays.copyOfRange(unsent, rest.position(), unsent.length);
        key.interestOps(unsent.length == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    void tick(long now) {
        if (channel == null) {
            return;
        }
        String problem = connected ? client.tick(now) : now >= connectBy ? "no connection within 5 s" : null;
        if (problem != null) {
            broken(place() + ": " + problem);
        }
    }

    long wakeNanos() {
        return channel == null ? Long.MAX_VALUE : connected ? client.wakeNanos() : connectBy;
    }

    void logout(long now) {
        if (channel != null && connected) {
            client.logout(now);
        }
        close();
    }

    private void broken(String why) {
        trouble = why;
        close();
    }

    void close() {
        connected = false;
        unsent = new byte[0];
        SocketChannel open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.debug("the connection to {} did not close cleanly", place(), e);
        }
    }

    /** {@return why it is closed, null when it is open or was closed by us} */
    String trouble() {
        return trouble;
    }

    boolean isOpen() {
        return channel != null;
    }

    boolean isLoggedIn() {
        return connected && client.isLoggedIn();
    }

    String place() {
        return server.getAddress().getHostAddress() + ":" + server.getPort();
    }
}
