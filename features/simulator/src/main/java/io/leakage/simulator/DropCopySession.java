package io.leakage.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

/**
 * The desk's side of a drop-copy session: calls the product's acceptor, logs on in FIX 4.4 with both sequence numbers at 1, and sends
 * messages with nanosecond time stamps. Wait for {@link #awaitLogon} before the first {@link #send}. Any one thread.
 */
public final class DropCopySession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DropCopySession.class);

    private final SessionID id;
    private final SocketInitiator initiator;
    private final boolean resumes;
    private final CountDownLatch loggedOn = new CountDownLatch(1);

    /**
     * Begins calling; returns at once.
     *
     * @param host   the acceptor's
     * @param port   the acceptor's
     * @param sender SenderCompID (49), the acceptor's TargetCompID
     * @param target TargetCompID (56), the acceptor's SenderCompID
     */
    public DropCopySession(String host, int port, String sender, String target) {
        this(host, port, sender, target, false);
    }

    private DropCopySession(String host, int port, String sender, String target, boolean resumes) {
        this.resumes = resumes;
        id = new SessionID("FIX.4.4", sender, target);
        try {
            initiator = new SocketInitiator(new Application(), new MemoryStoreFactory(), settings(host, port), new SessionDiary(LOG),
                    new DefaultMessageFactory());
            initiator.start();
        } catch (ConfigError e) {
            throw new IllegalStateException("no FIX session from " + sender + " to " + target + ": " + e.getMessage(), e);
        }
    }

    /**
     * Begins calling as the constructor does, but goes on with its numbers whenever the connection is made again: what the acceptor has not
     * read it can ask for, also what was sent while nobody was there.
     */
    public static DropCopySession resuming(String host, int port, String sender, String target) {
        return new DropCopySession(host, port, sender, target, true);
    }

    private SessionSettings settings(String host, int port) throws ConfigError {
        SessionSettings settings = new SessionSettings();
        settings.setString(id, "ConnectionType", "initiator");
        settings.setString(id, "BeginString", id.getBeginString());
        settings.setString(id, "SenderCompID", id.getSenderCompID());
        settings.setString(id, "TargetCompID", id.getTargetCompID());
        settings.setString(id, "SocketConnectHost", host);
        settings.setLong(id, "SocketConnectPort", port);
        settings.setString(id, "NonStopSession", "Y");
        settings.setLong(id, "HeartBtInt", 30);
        settings.setLong(id, "ReconnectInterval", 1);
        settings.setString(id, "TimeStampPrecision", "NANOS");
        settings.setString(id, "UseDataDictionary", "N");
        settings.setString(id, "ResetOnLogon", resumes ? "N" : "Y");
        return settings;
    }

    /**
     * Waits until both sides are logged on.
     *
     * @param patience how long at most
     * @return whether they are
     * @throws InterruptedException when interrupted while waiting
     */
    public boolean awaitLogon(Duration patience) throws InterruptedException {
        return loggedOn.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Sends one message; the session gives it its number and its time of sending, the body stays as it is.
     *
     * @param message what to say
     * @throws IllegalStateException when the session is not logged on, unless it resumes
     */
    public void send(DeskMessage message) {
        Session session = Session.lookupSession(id);
        boolean there = session != null && (resumes || session.isLoggedOn());
        if (!there || !session.send(fix(message)) && !resumes) {   // what resumes is kept, and asked for
            throw new IllegalStateException("the session " + id + " is not logged on; not sent: " + message);
        }
    }

    /**
     * The message as the engine wants it.
     *
     * @param message what to say
     * @return its type and body
     */
    static Message fix(DeskMessage message) {
        Message fix = new Message();
        fix.getHeader().setString(35, message.type());
        for (DeskMessage.Field field : message.fields()) {
            fix.setString(field.tag(), field.value());
        }
        return fix;
    }

    /** Logs out and hangs up. */
    @Override
    public void close() {
        initiator.stop();
    }

    /** Only waits for the logon; what the acceptor says otherwise is the session's business. */
    private final class Application extends ApplicationAdapter {
        @Override
        public void onLogon(SessionID session) {
            loggedOn.countDown();
        }
    }
}
