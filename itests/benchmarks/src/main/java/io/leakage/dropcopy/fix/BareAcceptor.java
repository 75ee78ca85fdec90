package io.leakage.dropcopy.fix;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultSessionFactory;
import quickfix.Log;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/** QuickFIX/J alone, with the settings and the acceptor's kind that a drop copy of ours has; it only counts what it is given. */
public final class BareAcceptor implements AutoCloseable {
    private final SocketAcceptor acceptor;

    /**
     * Listens.
     *
     * @param arrived told the number of each application message, from 1, as it arrives
     */
    public BareAcceptor(DropCopySource source, LongConsumer arrived) throws ConfigError {
        AtomicLong count = new AtomicLong();
        SessionSettings settings = SessionPins.settings(source);
        settings.setString(SessionPins.id(source), "SocketAcceptAddress", source.host());
        settings.setLong(SessionPins.id(source), "SocketAcceptPort", source.port());
        acceptor = new SocketAcceptor(new DefaultSessionFactory(new ApplicationAdapter() {
            @Override
            public void fromApp(Message message, SessionID session) {
                arrived.accept(count.incrementAndGet());
            }
        }, new MemoryStoreFactory(), session -> new Silent(), new PlainMessages()), settings, 10_000);
        SessionID id = SessionPins.id(source);
        acceptor.setSessionProvider(new InetSocketAddress(source.host(), source.port()),
                (asked, connector) -> acceptor.getManagedSessions().stream().filter(any -> any.getSessionID().equals(id)).findFirst()
                        .orElse(null));
        acceptor.start();
    }

    /** {@return whether it listens} */
    public boolean isListening() {
        return !acceptor.getManagedSessions().isEmpty();
    }

    @Override
    public void close() {
        acceptor.stop(true);
    }

    /** Says nothing. */
    private static final class Silent implements Log {
        @Override
        public void clear() {
        }

        @Override
        public void onIncoming(String message) {
        }

        @Override
        public void onOutgoing(String message) {
        }

        @Override
        public void onEvent(String text) {
        }

        @Override
        public void onErrorEvent(String text) {
        }
    }
}
