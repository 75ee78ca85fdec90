package io.leakage.bench;

import io.leakage.dropcopy.fix.DropCopySource;
import io.leakage.dropcopy.fix.FixVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.SLF4JLogFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/** The EMS at the other end of an order session: takes cancel/replace requests and notes when they came. */
final class FixOrderDesk extends ApplicationAdapter implements AutoCloseable {
    private final SocketAcceptor acceptor;
    private final int port;
    private volatile long received;
    private volatile long lastNanos;
    private volatile long wireNanos;

    FixOrderDesk() throws IOException, ConfigError {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SessionID id = new SessionID("FIX.4.4", "EMS", "LEAK");
        SessionSettings settings = new SessionSettings();
        settings.setString(id, "ConnectionType", "acceptor");
        settings.setString(id, "BeginString", "FIX.4.4");
        settings.setString(id, "SenderCompID", "EMS");
        settings.setString(id, "TargetCompID", "LEAK");
        settings.setString(id, "SocketAcceptAddress", "localhost");
        settings.setLong(id, "SocketAcceptPort", port);
        settings.setString(id, "SocketTcpNoDelay", "Y");
        settings.setString(id, "NonStopSession", "Y");
        settings.setLong(id, "HeartBtInt", 30);
        settings.setString(id, "UseDataDictionary", "N");
        acceptor = new SocketAcceptor(this, new MemoryStoreFactory(), settings, new SLF4JLogFactory(settings), new DefaultMessageFactory());
        acceptor.setIoFilterChainBuilder(chain -> chain.addFirst("wire", new Wire()));
        acceptor.start();
    }

    /** {@return the session as the hook sees it} */
    DropCopySource otherSide() {
        return new DropCopySource("orders", FixVersion.FIX_4_4, false, "localhost", port, "LEAK", "EMS", 30, 1, 0, "", "", "UTC", "", 0);
    }

    @Override
    public void fromApp(Message message, SessionID session) {
        lastNanos = System.nanoTime();
        received++;
    }

    /** {@return when the bytes of the last request were read from the socket} */
    long wireNanos() {
        return wireNanos;
    }

    long received() {
        return received;
    }

    /** {@return when the last request was here} */
    long lastNanos() {
        return lastNanos;
    }

    @Override
    public void close() {
        acceptor.stop();
    }

    /** Sees the bytes before the session decodes them. */
    private final class Wire extends IoFilterAdapter {
        @Override
        public void messageReceived(NextFilter next, IoSession session, Object message) {
            long now = System.nanoTime();
            if (message instanceof IoBuffer bytes) {
                byte[] copy = new byte[bytes.remaining()];
                bytes.duplicate().get(copy);
                wireNanos = new String(copy, StandardCharsets.ISO_8859_1).contains("\u000135=G\u0001") ? now : wireNanos;
            }
            next.messageReceived(session, message);
        }
    }
}
