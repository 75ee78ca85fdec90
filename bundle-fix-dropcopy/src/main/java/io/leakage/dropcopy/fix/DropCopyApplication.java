package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.dropcopy.profile.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.quickfixj.CharsetSupport;
import quickfix.Application;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;
import quickfix.field.MsgType;
import quickfix.field.Text;
import quickfix.mina.SessionConnector;

/**
 * QuickFIX/J's view of a source: takes each application message's bytes as they were received and gives them to the reader. QuickFIX/J
 * counts a message as taken when {@link #fromApp} returns, and an exception leaving it stops the delivery; so it returns whatever comes,
 * except when the message could not be made durable. Then the connection is given up and the message is not counted: the next logon asks
 * for it again.
 */
final class DropCopyApplication implements Application, FrameGate.Quarantine {
    private final DropCopyReader reader;
    private final SessionWatch watch;
    private final Lateness lateness;
    private final boolean lowReplays;
    private final boolean refusesUnread;
    private final boolean wraps;
    private final Alarm alarm;
    private final Ahead ahead;
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
     * @param profile    says whether messages are wrapped, and whether what is sent again under a number that was passed is taken
     * @param alarm      hears of trouble
     */
    DropCopyApplication(DropCopyReader reader, SessionWatch watch, Lateness lateness, Profile profile, Alarm alarm) {
        this.reader = reader;
        this.watch = watch;
        this.lateness = lateness;
        this.lowReplays = profile.lowReplays();
        this.refusesUnread = profile.refusesUnread();
        this.wraps = profile.encapsulated() != 0;
        this.alarm = alarm;
        this.ahead = watch.ahead();
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
    public void fromApp(Message message, SessionID session) throws UnsupportedMessageType {
        show(message);
        lateness.see(message);
        FixScan.Outcome outcome = FixScan.Outcome.UNREADABLE;
        try {
            String raw = message.toRawString();
            outcome = read(raw);
            ahead.taken(RawFields.number(raw, 34));
        } catch (UncheckedIOException e) {
            refuse(e);
        } catch (Throwable e) {
            failures.incrementAndGet();
            alarm.raise("a message was neither taken nor quarantined: " + e);
        }
        if (refusesUnread && outcome == FixScan.Outcome.IGNORED) {
            rejected.incrementAndGet();
            throw new UnsupportedMessageType();   // which the session answers by 35=j, and goes on
        }
    }

    /**
     * Sees a message before the session does. What was asked for by its old number is taken here, since the session would refuse it; what
     * is a replay asked for elsewhere, under a number that was passed, as well, since the session would drop it. What comes before its
     * turn is held, see {@link Ahead}.
     *
     * @param hangUp ends the connection
     * @return what the session is to see, null for nothing
     */
    String takeAhead(String raw, Runnable hangUp) {
        try {
            if (watch.isOwed(raw)) {
                pay(raw);
                return null;
            }
            long number = RawFields.number(raw, 34);
            long expected = watch.expectedSequence();
            if (resetsNumbers(raw)) {
                ahead.renumbered();
            }
            if (isSentBeforeItself(raw)) {
                return refused(raw, number < expected);
            }
            if (lowReplays && number < expected && RawFields.yes(raw, 43)) {
                read(raw);
            }
            if (number > expected && !Hearing.isSessions(raw) && ahead.hold(number, raw, RawFields.yes(raw, 43))) {
                tooMany(hangUp);
            }
        } catch (UncheckedIOException e) {
            failures.incrementAndGet();
            alarm.raise("not durable, connecting anew: " + e.getMessage());
            hangUp.run();
            return null;
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            alarm.raise("a message sent again was not taken: " + e);
        }
        return raw;
    }

    /** {@return whether it was sent again before it was sent first (122 later than 52): the session would log out over it} */
    private static boolean isSentBeforeItself(String raw) {
        return RawFields.yes(raw, 43) && !Hearing.isSessions(raw) && !"n".equals(RawFields.text(raw, 35))
                && RawFields.nanos(raw, 122) != Absent.LONG && RawFields.nanos(raw, 52) != Absent.LONG
                && RawFields.nanos(raw, 122) > RawFields.nanos(raw, 52);
    }

    /** Keeps it aside; under a number that is still to come the session gets a message without a body, so that nobody asks for more. */
    private String refused(String raw, boolean known) {
        rejected.incrementAndGet();
        byte[] bytes = raw.getBytes(CharsetSupport.getCharsetInstance());
        keep(bytes, bytes.length, "OrigSendingTime (122) " + RawFields.text(raw, 122) + " is later than SendingTime (52) "
                + RawFields.text(raw, 52));
        byte[] standIn = Frames.standIn(raw.replaceFirst("\u0001122=[^\u0001]*", "\u0001122=" + RawFields.text(raw, 52)));
        return known || standIn == null ? null : new String(standIn, StandardCharsets.ISO_8859_1);
    }

    /** What waits behind a gap would outgrow us: the next logon asks for it again, and until then the gap stays open. */
    private void tooMany(Runnable hangUp) {
        alarm.raise("too many messages wait behind a gap: connecting anew");
        watch.counts().drops.incrementAndGet();
        ahead.nothingWaits(false);
        hangUp.run();
    }

    /**
     * Takes what was heard under numbers that are about to be jumped over, in their order.
     *
     * @throws UncheckedIOException when one could not be made durable: then the numbers must not go on
     */
    void takeBefore(long number) {
        for (Map.Entry<Long, String> next = ahead.firstBefore(number); next != null; next = ahead.firstBefore(number)) {
            read(next.getValue());
            ahead.taken(next.getKey());
        }
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
    private FixScan.Outcome read(String message) {
        return read(message.getBytes(CharsetSupport.getCharsetInstance()));
    }

    private synchronized FixScan.Outcome read(byte[] raw) {
        FixScan.Outcome outcome = reader.read(raw, 0, raw.length);
        if (wraps) {
            reader.tell(watch.voice());
        }
        if (reader.problem() != null) {
            alarm.raise("quarantined a message: " + reader.problem());
        }
        return outcome;
    }

    /** Keeps bytes that the session never sees; any thread. */
    @Override
    public synchronized void keep(byte[] raw, int length, String reason) {
        reader.quarantine(raw, 0, length, reason);
        alarm.raise("quarantined bytes: " + reason);
    }

    @Override
    public void lost(UncheckedIOException why) {
        failures.incrementAndGet();
        alarm.raise("bytes not kept aside, connecting anew: " + why.getMessage());
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

    /**
     * {@return messages refused: by the session (35=3), for their type (35=j), or since they say that they were sent again before they were
     * sent first}
     */
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
        try {
            long next = jumpsTo(message);
            if (next > 0) {
                takeBefore(next);
            }
        } catch (UncheckedIOException e) {
            refuse(e);
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            alarm.raise("what waited behind a gap was not taken: " + e);
        }
        if (MsgType.LOGON.equals(message.getHeader().getOptionalString(MsgType.FIELD).orElse(""))) {
            loggedOn(RawFields.nanos(message.toRawString(), 52));
        }
    }

    private synchronized void loggedOn(long nanos) {
        reader.loggedOn(nanos);
    }

    /** {@return the number before which a message makes the session forget what waits; 0 when it does no such thing} */
    private static long jumpsTo(Message message) {
        String raw = message.toRawString();
        return switch (String.valueOf(RawFields.text(raw, 35))) {
            case "4" -> RawFields.number(raw, 36);
            case "A" -> resetsNumbers(raw) ? 1 : 0;
            default -> 0;
        };
    }

    private static boolean resetsNumbers(String raw) {
        return "A".equals(RawFields.text(raw, 35)) && RawFields.yes(raw, 141);
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
