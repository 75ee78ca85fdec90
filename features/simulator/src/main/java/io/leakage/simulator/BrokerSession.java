package io.leakage.simulator;

import java.util.Iterator;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.Field;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/**
 * The simulated broker's end of an order session: waits on loopback for somebody to log on in FIX 4.4, hands on the cancel/replace requests
 * it takes, and says what the broker answers. Any thread may send.
 */
public final class BrokerSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSession.class);

    private final SessionID id;
    private final SocketAcceptor acceptor;

    /**
     * Listens.
     *
     * @param port     on 127.0.0.1
     * @param sender   SenderCompID (49), the caller's TargetCompID
     * @param target   TargetCompID (56), the caller's SenderCompID
     * @param requests hears of each 35=G, on a thread of the session
     */
    public BrokerSession(int port, String sender, String target, Consumer<DeskMessage> requests) {
        id = new SessionID("FIX.4.4", sender, target);
        try {
            acceptor = new SocketAcceptor(new Application(requests), new MemoryStoreFactory(), settings(port), new SessionDiary(LOG),
                    new DefaultMessageFactory());
            acceptor.start();
        } catch (ConfigError e) {
            throw new IllegalStateException("no order session at port " + port + ": " + e.getMessage(), e);
        }
    }

    private SessionSettings settings(int port) {
        SessionSettings settings = new SessionSettings();
        settings.setString(id, "ConnectionType", "acceptor");
        settings.setString(id, "BeginString", id.getBeginString());
        settings.setString(id, "SenderCompID", id.getSenderCompID());
        settings.setString(id, "TargetCompID", id.getTargetCompID());
        settings.setString(id, "SocketAcceptAddress", "127.0.0.1");
        settings.setLong(id, "SocketAcceptPort", port);
        settings.setString(id, "NonStopSession", "Y");
        settings.setString(id, "UseDataDictionary", "N");
        settings.setString(id, "TimeStampPrecision", "NANOS");
        return settings;
    }

    /** {@return whether somebody is logged on} */
    public boolean isLoggedOn() {
        Session session = Session.lookupSession(id);
        return session != null && session.isLoggedOn();
    }

    /**
     * Says something.
     *
     * @param message what
     * @throws IllegalStateException when nobody is logged on
     */
    public void send(DeskMessage message) {
        if (!isLoggedOn() || !Session.lookupSession(id).send(DropCopySession.fix(message))) {
            throw new IllegalStateException("nobody is logged on to the order session " + id + "; not sent: " + message);
        }
    }

    /** Logs out and stops listening. */
    @Override
    public void close() {
        acceptor.stop();
    }

    /** Takes 35=G; what else comes is the session's business, or not taken. */
    private static final class Application extends ApplicationAdapter {
        private final Consumer<DeskMessage> requests;

        private Application(Consumer<DeskMessage> requests) {
            this.requests = requests;
        }

        @Override
        public void fromApp(Message message, SessionID session) throws FieldNotFound {
            if (message.getHeader().getString(35).equals("G")) {
                DeskMessage request = new DeskMessage("G", 0);
                for (Iterator<Field<?>> fields = message.iterator(); fields.hasNext();) {
                    Field<?> field = fields.next();
                    request.text(field.getTag(), field.getObject().toString());
                }
                requests.accept(request);
            } else {
                LOG.warn("the simulated broker takes 35=G only, got {}", message);
            }
        }
    }
}
