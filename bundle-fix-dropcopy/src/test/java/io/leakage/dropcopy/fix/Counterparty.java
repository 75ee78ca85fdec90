package io.leakage.dropcopy.fix;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import quickfix.Acceptor;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.Connector;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.Log;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.SocketInitiator;

/** The other side of a drop copy: a plain QuickFIX/J that remembers, in its files, what it sent, and resends what it is asked for. */
final class Counterparty implements AutoCloseable {
    /** Application messages as they went over the wire, with bars. */
    final List<String> sent = new CopyOnWriteArrayList<>();

    /** Application messages that went over the wire, logons, and application messages sent again. */
    final AtomicInteger outgoing = new AtomicInteger();
    final AtomicInteger logons = new AtomicInteger();
    final AtomicInteger again = new AtomicInteger();
    /** Whether {@link #sent} keeps them. */
    volatile boolean remembers = true;

    private final SessionID id;
    private final Connector connector;

    /** The other side of {@code source}, started. */
    Counterparty(DropCopySource source, Path store) throws ConfigError {
        id = new SessionID(source.version().beginString(), source.targetCompId(), source.senderCompId(),
                source.acceptor() ? "other side of " + source.name() : "");
        SessionSettings settings = new SessionSettings();
        settings.setString(id, SessionSettings.BEGINSTRING, id.getBeginString());
        settings.setString(id, SessionSettings.SENDERCOMPID, id.getSenderCompID());
        settings.setString(id, SessionSettings.TARGETCOMPID, id.getTargetCompID());
        settings.setString(id, Session.SETTING_HEARTBTINT, Integer.toString(source.heartbeatSeconds()));
        settings.setString(id, Session.SETTING_NON_STOP_SESSION, "Y");
        settings.setString(id, Session.SETTING_DEFAULT_APPL_VER_ID, "9");
        settings.setString(id, Session.SETTING_USE_DATA_DICTIONARY, "N");
        settings.setString(id, Session.SETTING_TIMESTAMP_PRECISION, "NANOS");
        settings.setString(id, FileStoreFactory.SETTING_FILE_STORE_PATH, store.toString());
        connector = source.acceptor() ? initiator(settings, source) : acceptor(settings, source);
        connector.start();
    }

    private Connector initiator(SessionSettings settings, DropCopySource source) throws ConfigError {
        settings.setString(id, SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.INITIATOR_CONNECTION_TYPE);
        settings.setString(id, Initiator.SETTING_SOCKET_CONNECT_HOST, source.host());
        settings.setLong(id, Initiator.SETTING_SOCKET_CONNECT_PORT, source.port());
        settings.setLong(id, Initiator.SETTING_RECONNECT_INTERVAL, 1);
        return new SocketInitiator(new ApplicationAdapter(), new FileStoreFactory(settings), settings, session -> new SentLog(),
                new PlainMessages());
    }

    private Connector acceptor(SessionSettings settings, DropCopySource source) throws ConfigError {
        settings.setString(id, SessionFactory.SETTING_CONNECTION_TYPE, SessionFactory.ACCEPTOR_CONNECTION_TYPE);
        settings.setString(id, Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS, source.host());
        settings.setLong(id, Acceptor.SETTING_SOCKET_ACCEPT_PORT, source.port());
        settings.setString(id, "SocketReuseAddress", "Y");
        return new SocketAcceptor(new ApplicationAdapter(), new FileStoreFactory(settings), settings, session -> new SentLog(),
                new PlainMessages());
    }

    /** Waits until both sides are logged on. */
    void awaitLogon(DropCopySession ours) {
        Await.until(() -> connector.isLoggedOn() && ours.state() == DropCopySession.State.LOGGED_ON,
                () -> "no logon of " + id + ", ours is " + ours.state() + " " + ours.problem());
    }

    /** {@return whether the other side is logged on here} */
    boolean isLoggedOn() {
        return connector.isLoggedOn();
    }

    /** Sends a message of this type with these fields ({@code 11=A|54=1|}). */
    void send(String type, String body) throws Exception {
        Message message = new PlainMessages().create(id.getBeginString(), type);
        for (String field : body.split("\\|")) {
            int equals = field.indexOf('=');
            message.setString(Integer.parseInt(field.substring(0, equals)), field.substring(equals + 1));
        }
        Session.sendToTarget(message, id);
    }

    @Override
    public void close() {
        connector.stop();
    }

    private final class SentLog implements Log {
        @Override
        public void onOutgoing(String message) {
            String type = message.split("\u000135=")[1].split("\u0001")[0];
            logons.addAndGet("A".equals(type) ? 1 : 0);
            if ("DFG89".contains(type)) {
                outgoing.incrementAndGet();
                again.addAndGet(message.contains("\u000143=Y\u0001") ? 1 : 0);
                if (remembers) {
                    sent.add(message.replace('\u0001', '|'));
                }
            }
        }

        @Override
        public void clear() {
        }

        @Override
        public void onIncoming(String message) {
        }

        @Override
        public void onEvent(String text) {
        }

        @Override
        public void onErrorEvent(String text) {
        }
    }
}
