package io.leakage.dropcopy.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.quickfixj.CharsetSupport;
import quickfix.Application;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.MsgType;
import quickfix.field.Text;
import quickfix.mina.SessionConnector;

/**
 * QuickFIX/J's view of a source: takes each application message's bytes as they were received and gives them to the reader. QuickFIX/J
 * counts a message as taken when {@link #fromApp} returns, and an exception leaving it stops the delivery; so it returns whatever comes,
 * except when the message could not be made durable. Then the connection is given up and the message is not counted: the next logon asks
 * for it again.
 */
final class DropCopyApplication implements Application {
    private final DropCopyReader reader;
    private final SessionWatch watch;
    private final Lateness lateness;
    private final boolean lowReplays;
    private final Alarm alarm;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private volatile SessionConnector connector;
    private volatile LogonSecrets secrets;
    private volatile boolean loggedOn;

    /**
     * An application of a source.
     *
     * @param reader     takes what comes
     * @param watch      sees what comes
     * @param lateness   sees when it was sent
     * @param lowReplays whether what is sent again under a number that was passed is taken
     * @param alarm      hears of trouble
     */
    DropCopyApplication(DropCopyReader reader, SessionWatch watch, Lateness lateness, boolean lowReplays, Alarm alarm) {
        this.reader = reader;
        this.watch = watch;
        this.lateness = lateness;
        this.lowReplays = lowReplays;
        this.alarm = alarm;
    }

    /** Says whose connection is given up when a message cannot be kept; QuickFIX/J's own registry mixes up sources that share CompIDs. */
    void runsOn(SessionConnector ours) {
        connector = ours;
    }

    /** Says who we are at the next logon. */
    void saysAtLogon(LogonSecrets who) {
        secrets = who;
    }

    @Override
    public void fromApp(Message message, SessionID session) {
        show(message);
        lateness.see(message);
        try {
            read(message.toRawString());
        } catch (UncheckedIOException e) {
            refuse(e);
        } catch (Throwable e) {
            failures.incrementAndGet();
            alarm.raise("a message was neither taken nor quarantined: " + e);
        }
    }

    /**
     * Sees a message before the session does. What was asked for by its old number is taken here, since the session would refuse it; what
     * is a replay asked for elsewhere, under a number that was passed, as well, since the session would drop it.
     *
     * @return whether the session must not see it
     */
    boolean takeAhead(String raw) {
        try {
            if (watch.isOwed(raw)) {
                pay(raw);
                return true;
            }
            if (lowReplays && RawFields.yes(raw, 43) && RawFields.number(raw, 34) < watch.expectedSequence()) {
                read(raw);
            }
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            alarm.raise("a message sent again was not taken: " + e);
        }
        return false;
    }

    private void pay(String raw) {
        if ("4".equals(RawFields.text(raw, 35))) {
            watch.paid(RawFields.number(raw, 36));
        } else {
            read(raw);
            watch.paid(RawFields.number(raw, 34) + 1);
        }
    }

    /**
     * {@code message} is the text as received; toString would put the message together again, and can throw on what was never validated.
     */
    private void read(String message) {
        read(message.getBytes(CharsetSupport.getCharsetInstance()));
    }

    private synchronized void read(byte[] raw) {
        if (reader.read(raw, 0, raw.length) == FixScan.Outcome.UNREADABLE) {
            alarm.raise("quarantined a message: " + reader.problem());
        }
    }

    /** Keeps bytes that the session never sees; any thread. */
    synchronized void quarantine(byte[] raw, int length, String reason) {
        reader.quarantine(raw, 0, length, reason);
        alarm.raise("quarantined bytes: " + reason);
    }

    private void refuse(UncheckedIOException why) {
        failures.incrementAndGet();
        alarm.raise("not durable, not acknowledged: " + why.getMessage());
        try {
            for (Session session : connector.getManagedSessions()) {
                session.disconnect("message not durable: " + why.getMessage(), true);
            }
        } catch (IOException e) {
            alarm.raise("disconnect: " + e);
        }
        unacknowledged(why.getCause());
    }

    /**
     * Leaves {@code fromApp} with an IOException, which its signature does not name. It is the only way out on which QuickFIX/J 2.3.2
     * neither advances the target sequence number (as every reject does) nor stops: see the catch clauses of {@code quickfix.Session.next}.
     */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void unacknowledged(IOException why) throws X {
        throw (X) why;
    }

    /** {@return whether the other side is logged on} */
    boolean isLoggedOn() {
        return loggedOn;
    }

    /** {@return messages the session refused (35=3)} */
    long rejected() {
        return rejected.get();
    }

    /** {@return messages neither taken nor quarantined, those to be sent again included} */
    long failures() {
        return failures.get();
    }

    @Override
    public void onCreate(SessionID session) {
    }

    @Override
    public void onLogon(SessionID session) {
        loggedOn = true;
        watch.loggedOn();
    }

    @Override
    public void onLogout(SessionID session) {
        loggedOn = false;
    }

    @Override
    public void toAdmin(Message message, SessionID session) {
        switch (message.getHeader().getOptionalString(MsgType.FIELD).orElse("")) {
            case MsgType.LOGON -> secrets.sign(message);
            case MsgType.LOGOUT -> watch.goodbye(message.getOptionalString(Text.FIELD).orElse(""));
            case MsgType.REJECT -> {
                rejected.incrementAndGet();
                alarm.raise("refused a message of the other side");
            }
            default -> {
            }
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID session) {
        show(message);
        if (MsgType.LOGON.equals(message.getHeader().getOptionalString(MsgType.FIELD).orElse(""))) {
            loggedOn(RawFields.nanos(message.toRawString(), 52));
        }
    }

    private synchronized void loggedOn(long nanos) {
        reader.loggedOn(nanos);
    }

    /** Whatever the watch makes of a message, it is the session's to take. */
    private void show(Message message) {
        try {
            watch.came(message);
        } catch (FieldNotFound | RuntimeException e) {
            alarm.raise("the watch could not follow: " + e);
        }
    }

    @Override
    public void toApp(Message message, SessionID session) {
    }
}
