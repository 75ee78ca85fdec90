package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.dropcopy.profile.AfterReset;
import io.leakage.dropcopy.profile.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;

/**
 * Watches over a session with eyes of its own: what is missing, whether it comes, and whether anything comes at all. QuickFIX/J asks for
 * what is missing once and then waits; a gap that does not close is asked for again here, and then the connection is given up, so that the
 * next logon asks anew. What it finds it tells the inlet.
 *
 * <p>{@link #heard} is called by the connection's thread, {@link #came} by the session's, {@link #tick} by a timer.
 */
final class SessionWatch {
    /** A tenth of the shortest heartbeat there is. */
    private static final long PERIOD_NANOS = 100_000_000L;

    private final Profile profile;
    private final OrderInlet inlet;
    private final Alarm alarm;
    private final SessionCounts counts = new SessionCounts();
    private final Hearing hearing;
    private final Ahead ahead;
    private final GapVoice voice;
    private final Gap gap;
    private final Debt debt;
    private volatile Session session;
    private volatile LongConsumer jump = number -> { };
    private volatile String trouble = "";
    private volatile boolean stale;
    private volatile boolean owing;
    /** The newest message the session took. */
    private Message taken;
    private long logonNanos = Absent.LONG;
    private long beforeLogonNanos = Absent.LONG;
    private boolean refused;
    /** Numbers of rejects that were taken before their turn. */
    private final Set<Long> passed = new TreeSet<>();
    /**
     * Whether the other side has ever told us anything in these numbers; QuickFIX/J may have forgotten that when a logon is shown to us.
     */
    private boolean begun;
    private long progressAt;
    private long progressAtNumber;
    private boolean askedAgain;

    /**
     * A watch over the session of one source.
     *
     * @param source its name, its heartbeat and where its session's numbers are kept
     * @param inlet  hears what is missing
     * @param alarm  hears what a person should know
     */
    SessionWatch(DropCopySource source, OrderInlet inlet, Alarm alarm) {
        this.profile = source.profile();
        this.inlet = inlet;
        this.alarm = alarm;
        this.hearing = new Hearing(TimeUnit.SECONDS.toNanos(source.heartbeatSeconds()), counts);
        this.ahead = new Ahead(profile.waiting());
        GapRecord record = new GapRecord(source.store(), source.name(), alarm);
        this.voice = new GapVoice(inlet);
        this.gap = new Gap(record, voice, ahead, counts);
        this.debt = new Debt(record);
    }

    /** Says which session; before that there is nothing to watch but the clock. */
    void over(Session ours) {
        session = ours;
        synchronized (this) {
            begun |= ours.getExpectedTargetNum() > 1;
        }
    }

    /** Says who takes what was heard under numbers, before the session is made to go on behind them. */
    void takesBefore(LongConsumer taker) {
        jump = taker;
    }

    /** {@return how often a tick is wanted, in nanoseconds} */
    long periodNanos() {
        return PERIOD_NANOS;
    }

    // ---- as bytes come in

    /** A message came, whatever becomes of it. */
    void heard(String raw) {
        Session ours = session;
        hearing.heard(raw, ours == null ? 0 : ours.getExpectedTargetNum());
    }

    /** {@return whether a message answers what was asked for out of turn, after the numbers began anew; it is not the session's then} */
    boolean isOwed(String raw) {
        if (!owing) {
            return false;
        }
        synchronized (this) {
            return debt.isOwed(raw);
        }
    }

    /** What is owed has come up to before this number. */
    synchronized void paid(long behind) {
        if (debt.paid(behind)) {
            owing = false;
            closed();
        }
    }

    // ---- as the session takes messages

    /** The session is about to take a message; what came before it has been taken. */
    synchronized void came(Message message) throws FieldNotFound {
        String type = message.getHeader().getString(35);
        long number = message.getHeader().getInt(34);
        advanced();
        ahead.passed(expected());
        switch (type) {
            case "A" -> logon(message);
            case "4" -> sequenceReset(message, number);
            case "3" -> reject(message, number);
            case "5" -> outOfTurn(number);
            default -> {
            }
        }
        taken = message;
        begun = true;
    }

    /** {@return SendingTime (52)} */
    private static long sentNanos(Message message) {
        return message == null ? Absent.LONG : RawFields.nanos(message.toRawString(), 52);
    }

    private void logon(Message logon) throws FieldNotFound {
        long nanos = sentNanos(logon);
        if (logon.isSetField(108) && logon.getInt(108) > 0) {
            hearing.heartbeat(TimeUnit.SECONDS.toNanos(logon.getInt(108)));
        }
        trouble = "";
        beforeLogonNanos = sentNanos(taken);
        logonNanos = nanos;
        if (logon.isSetField(141) && logon.getBoolean(141)) {
            hearing.numbersFrom(1);
            passed.clear();
            if (begun) {
                begunAnew(1, nanos);
            }
        }
        if (!profile.buffers() && begun) {
            inlet.hole(beforeLogonNanos, nanos);
        }
    }

    private void begunAnew(long number, long nanos) {
        counts.epochs.incrementAndGet();
        if (profile.afterReset() != AfterReset.RESUMES) {
            inlet.epoch(number, nanos);
        }
        debt.owe(nanos);
        owing = debt.isOpen();
    }

    private void sequenceReset(Message reset, long number) throws FieldNotFound {
        long next = reset.getInt(36);
        boolean fills = reset.isSetField(123) && reset.getBoolean(123);
        if (fills) {
            counts.gapFills.incrementAndGet();
            counts.nothingThere.addAndGet(Math.max(0, next - Math.max(number, expected())));
            if (ahead.forgot(expected(), next)) {
                inlet.hole(sentNanos(taken), sentNanos(reset));
            }
            if (gap.isOpen() && gap.from() == 1 && number <= 1 && next >= gap.to()) {
                inlet.partialHistory(logonNanos);
            }
        } else if (next > expected()) {
            hearing.numbersFrom(next);
            counts.epochs.incrementAndGet();
            inlet.epoch(next, sentNanos(reset));
        }
    }

    /** QuickFIX/J takes a reject whatever its number, and never sees that messages before it are missing. */
    private void reject(Message reject, long number) throws FieldNotFound {
        refused |= gap.isOpen() && reject.isSetField(372) && reject.getString(372).equals("2");
        boolean news = number > expected() && !gap.isOpen();
        if (number > expected()) {
            passed.add(number);
        }
        outOfTurn(number);
        if (news) {
            ask(gap.from(), 0);
        }
    }

    private void outOfTurn(long number) {
        if (number > expected() && !gap.isOpen()) {
            gap.open(expected(), number);
        }
    }

    /** Somebody logged on. */
    synchronized void loggedOn() {
        ahead.nothingWaits(false);
        if (debt.isOpen()) {
            ask(debt.from(), debt.to() - 1);
        }
        progressAt = System.nanoTime();
    }

    /** The session says goodbye, and why. */
    void goodbye(String why) {
        if (why.startsWith("MsgSeqNum too low")) {
            trouble = why;
            alarm.raise(why + "; the session is down, its numbers stay as they are");
        }
    }

    /** The session asked for messages: {@code chunkEnd} is the last of this request, {@code last} the last it will ask for. */
    synchronized void onResendRequestSent(int first, int last, int chunkEnd) {
        counts.resends.incrementAndGet();
        gap.open(Math.min(first, gap.isOpen() ? gap.from() : first), last + 1L);
    }

    // ---- as time passes

    /** Looks whether anything came, and whether what is missing does. */
    synchronized void tick() {
        Session ours = session;
        boolean silent = hearing.isSilent() && isSessionTime();
        if (silent != stale) {
            stale = silent;
            counts.silences.addAndGet(silent ? 1 : 0);
            inlet.stale(silent);
        }
        if (ours != null) {
            advanced();
            pursue(ours);
        }
    }

    private void pursue(Session ours) {
        long expected = expected();
        if (passed.remove(expected)) {
            goOn(ours, expected + 1);
        }
        long now = System.nanoTime();
        boolean behind = gap.isOpen() || hearing.highest() >= expected;
        if (expected != progressAtNumber || !behind || !ours.isLoggedOn()) {
            progressAtNumber = expected;
            progressAt = now;
            askedAgain = false;
            return;
        }
        if (gap.isOpen() && !debt.isOpen() && (refused || !profile.buffers())) {
            giveUp(ours);
        } else if (now - progressAt > hearing.heartbeatNanos()) {
            // a message that came and was not counted is missing as well: its number could not be written
            gap.open(debt.isOpen() ? debt.from() : expected, Math.max(expected + 1, Math.max(hearing.highest(), gap.to())));
            progressAt = now;
            insist(ours);
        }
    }

    private void insist(Session ours) {
        if (!askedAgain) {
            askedAgain = true;
            ask(gap.from(), debt.isOpen() ? debt.to() - 1 : 0);
        } else if (debt.isOpen()) {
            alarm.raise(gap.words() + " of before the reset were asked for twice and do not come");
            paid(debt.to());
        } else {
            askedAgain = false;
            counts.drops.incrementAndGet();
            alarm.raise(gap.words() + " were asked for twice and do not come: connecting anew");
            try {
                ours.disconnect("a gap does not close", true);
            } catch (IOException e) {
                alarm.raise("disconnect: " + e);
            }
        }
    }

    /** Nobody will send it: goes on behind it. */
    private void giveUp(Session ours) {
        refused = false;
        alarm.raise(gap.words() + " are not to be had");
        if (profile.buffers() && gap.from() == 1) {
            inlet.partialHistory(logonNanos);
        } else if (profile.buffers()) {
            inlet.hole(beforeLogonNanos, sentNanos(taken));
        }
        goOn(ours, hearing.highestOrder() >= gap.to() ? gap.to() : Math.max(gap.to(), hearing.highest() + 1));
        advanced();
    }

    private void goOn(Session ours, long number) {
        try {
            jump.accept(number);
            ours.setNextTargetMsgSeqNum((int) number);
        } catch (IOException | UncheckedIOException e) {
            alarm.raise("cannot go on with message " + number + ": " + e);
        }
    }

    private void advanced() {
        if (gap.isOpen() && !debt.isOpen() && session != null && expected() >= gap.to()) {
            closed();
        }
    }

    private void closed() {
        refused = false;
        gap.close();
    }

    private void ask(long first, long last) {
        Session ours = session;
        if (ours == null) {
            return;
        }
        Message request = new PlainMessages().create(ours.getSessionID().getBeginString(), "2");
        request.setInt(7, (int) first);
        request.setInt(16, (int) last);
        counts.resends.incrementAndGet();
        ours.send(request);
    }

    private long expected() {
        Session ours = session;
        return ours == null ? 1 : ours.getExpectedTargetNum();
    }

    // ---- what there is to tell

    /** {@return tells the inlet what is missing} */
    GapVoice voice() {
        return voice;
    }

    /** {@return what happened, in counts} */
    SessionCounts counts() {
        return counts;
    }

    /** {@return whether nothing has come for two heartbeats} */
    boolean isStale() {
        return stale;
    }

    /** {@return whether the session's hours are now} */
    boolean isSessionTime() {
        Session ours = session;
        return ours == null || ours.isSessionTime();
    }

    /** {@return why the session is down, empty when that is not known or it is not} */
    String trouble() {
        return trouble;
    }

    /** {@return what reached us before its turn} */
    Ahead ahead() {
        return ahead;
    }

    /** {@return what reached us} */
    Hearing hearing() {
        return hearing;
    }

    /** {@return the first number missing, {@code Absent.LONG} when none is} */
    synchronized long gapFrom() {
        return gap.isOpen() ? gap.from() : Absent.LONG;
    }

    /** {@return the first number behind those missing, {@code Absent.LONG} when none is} */
    synchronized long gapTo() {
        return gap.isOpen() ? gap.to() : Absent.LONG;
    }

    /** {@return number of the message that comes next} */
    long expectedSequence() {
        return expected();
    }
}
