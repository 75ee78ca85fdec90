package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;

/**
 * Watches over a session with eyes of its own: what is missing, whether it comes, and whether anything comes at all. QuickFIX/J asks for what
 * is missing once and then waits; a gap that does not close is asked for again here, and then the connection is given up, so that the next
 * logon asks anew. What it finds it tells the inlet.
 *
 * <p>{@link #heard} is called by the connection's thread, {@link #came} by the session's, {@link #tick} by a timer.
 */
final class SessionWatch {
    private static final long MILLION = 1_000_000L;
    /** A test request is answered by then, and there are two more tenths to see that it was not. */
    private static final long TENTHS_SILENT = 22;
    private static final Set<String> SESSION_TYPES = Set.of("0", "1", "2", "3", "4", "5", "A");

    private final SequencePolicy policy;
    private final OrderInlet inlet;
    private final Alarm alarm;
    private final GapRecord record;
    private final Debt debt;
    private final SessionCounts counts = new SessionCounts();
    private volatile Session session;
    private volatile long heartbeatNanos;
    private volatile long heardAt = System.nanoTime();
    private volatile long heardNanos = Absent.LONG;
    private volatile long highest;
    private volatile long highestOrder;
    private volatile String trouble = "";
    private volatile boolean stale;
    private volatile boolean owing;
    /** The newest message the session took. */
    private Message taken;
    private long logonNanos = Absent.LONG;
    private long beforeLogonNanos = Absent.LONG;
    private long gapFrom;
    private long gapTo;
    private boolean refused;
    /** Numbers of rejects that were taken before their turn. */
    private final Set<Long> passed = new TreeSet<>();
    /** Whether the other side has ever told us anything in these numbers; QuickFIX/J may have forgotten that when a logon is shown to us. */
    private boolean begun;
    private long progressAt;
    private long progressAtNumber;
    private boolean askedAgain;

    /**
     * A watch over the session of one source.
     *
     * @param source its name, its heartbeat and where its session's numbers are kept
     * @param policy how the other side keeps its numbers
     * @param inlet  hears what is missing
     * @param alarm  hears what a person should know
     */
    SessionWatch(DropCopySource source, SequencePolicy policy, OrderInlet inlet, Alarm alarm) {
        this.policy = policy;
        this.inlet = inlet;
        this.alarm = alarm;
        this.record = new GapRecord(source.store(), source.name(), alarm);
        this.debt = new Debt(record);
        this.heartbeatNanos = TimeUnit.SECONDS.toNanos(source.heartbeatSeconds());
        if (record.isOpen()) {
            opened(record.from(), record.to());
        }
    }

    /** Says which session; before that there is nothing to watch but the clock. */
    void over(Session ours) {
        session = ours;
        synchronized (this) {
            begun |= ours.getExpectedTargetNum() > 1;
        }
    }

    /** {@return how often a tick is wanted, in nanoseconds} */
    long periodNanos() {
        return Math.max(50 * MILLION, heartbeatNanos / 10);
    }

    // ---- as bytes come in

    /** A message came, whatever becomes of it. */
    void heard(String raw) {
        heardAt = System.nanoTime();
        heardNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        long number = RawFields.number(raw, 34);
        if (RawFields.yes(raw, 97)) {
            counts.possResends.incrementAndGet();
        }
        if (RawFields.yes(raw, 43)) {
            counts.possDups.incrementAndGet();
            Session ours = session;
            if (ours != null && number < ours.getExpectedTargetNum() && !"4".equals(RawFields.text(raw, 35))) {
                counts.duplicates.incrementAndGet();
            }
            return;
        }
        String type = RawFields.text(raw, 35);
        if (!"A".equals(type) || !RawFields.yes(raw, 141)) {
            highest = Math.max(highest, number);
        }
        if (type != null && !SESSION_TYPES.contains(type)) {
            highestOrder = Math.max(highestOrder, number);
        }
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
            heartbeatNanos = TimeUnit.SECONDS.toNanos(logon.getInt(108));
        }
        trouble = "";
        beforeLogonNanos = sentNanos(taken);
        logonNanos = nanos;
        if (logon.isSetField(141) && logon.getBoolean(141)) {
            highest = 0;
            highestOrder = 0;
            passed.clear();
            if (begun) {
                begunAnew(1, nanos);
            }
        }
        if (!policy.buffers() && begun) {
            inlet.hole(beforeLogonNanos, nanos);
        }
    }

    private void begunAnew(long number, long nanos) {
        counts.epochs.incrementAndGet();
        if (!policy.resumes()) {
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
            if (hasGap() && gapFrom == 1 && number <= 1 && next >= gapTo) {
                inlet.partialHistory(logonNanos);
            }
        } else if (next > expected()) {
            highest = next - 1;
            highestOrder = 0;
            counts.epochs.incrementAndGet();
            inlet.epoch(next, sentNanos(reset));
        }
    }

    /** QuickFIX/J takes a reject whatever its number, and never sees that messages before it are missing. */
    private void reject(Message reject, long number) throws FieldNotFound {
        refused |= hasGap() && reject.isSetField(372) && reject.getString(372).equals("2");
        boolean news = number > expected() && !hasGap();
        if (number > expected()) {
            passed.add(number);
        }
        outOfTurn(number);
        if (news) {
            ask(gapFrom, 0);
        }
    }

    private void outOfTurn(long number) {
        if (number > expected() && !hasGap()) {
            opened(expected(), number);
        }
    }

    /** Somebody logged on. */
    synchronized void loggedOn() {
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
        opened(Math.min(first, hasGap() ? gapFrom : first), last + 1L);
    }

    // ---- as time passes

    /** Looks whether anything came, and whether what is missing does. */
    synchronized void tick() {
        Session ours = session;
        boolean silent = System.nanoTime() - heardAt > heartbeatNanos / 10 * TENTHS_SILENT && isSessionTime();
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
        boolean behind = hasGap() || highest >= expected;
        if (expected != progressAtNumber || !behind || !ours.isLoggedOn()) {
            progressAtNumber = expected;
            progressAt = now;
            askedAgain = false;
            return;
        }
        if (hasGap() && !debt.isOpen() && (refused || !policy.buffers())) {
            giveUp(ours);
        } else if (now - progressAt > heartbeatNanos) {
            opened(debt.isOpen() ? debt.from() : expected, Math.max(highest, gapTo));
            progressAt = now;
            insist(ours);
        }
    }

    private void insist(Session ours) {
        if (!askedAgain) {
            askedAgain = true;
            ask(gapFrom, debt.isOpen() ? debt.to() - 1 : 0);
        } else if (debt.isOpen()) {
            alarm.raise("messages " + gapFrom + " to " + (gapTo - 1) + " of before the reset were asked for twice and do not come");
            paid(debt.to());
        } else {
            askedAgain = false;
            counts.drops.incrementAndGet();
            alarm.raise("messages " + gapFrom + " to " + (gapTo - 1) + " were asked for twice and do not come: connecting anew");
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
        alarm.raise("messages " + gapFrom + " to " + (gapTo - 1) + " are not to be had");
        if (policy.buffers() && gapFrom == 1) {
            inlet.partialHistory(logonNanos);
        } else if (policy.buffers()) {
            inlet.hole(beforeLogonNanos, sentNanos(taken));
        }
        goOn(ours, highestOrder >= gapTo ? gapTo : Math.max(gapTo, highest + 1));
        advanced();
    }

    private void goOn(Session ours, long number) {
        try {
            ours.setNextTargetMsgSeqNum((int) number);
        } catch (IOException e) {
            alarm.raise("cannot go on with message " + number + ": " + e);
        }
    }

    // ---- the gap

    private void opened(long first, long behind) {
        boolean news = !hasGap();
        if (!news && first >= gapFrom && behind <= gapTo) {
            return;
        }
        gapFrom = news ? first : Math.min(gapFrom, first);
        gapTo = news ? behind : Math.max(gapTo, behind);
        counts.gaps.addAndGet(news ? 1 : 0);
        record.keep(gapFrom, gapTo);
        inlet.gap(gapFrom, gapTo);
    }

    private void advanced() {
        if (hasGap() && !debt.isOpen() && session != null && expected() >= gapTo) {
            closed();
        }
    }

    private void closed() {
        gapFrom = 0;
        gapTo = 0;
        refused = false;
        record.keep(0, 0);
        inlet.filled();
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

    private boolean hasGap() {
        return gapTo > gapFrom;
    }

    private long expected() {
        Session ours = session;
        return ours == null ? 1 : ours.getExpectedTargetNum();
    }

    // ---- what there is to tell

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

    /** {@return when anything came last, nanoseconds since the epoch; {@code Absent.LONG} before the first} */
    long heardNanos() {
        return heardNanos;
    }

    /** {@return how long ago that is in nanoseconds, {@code Absent.LONG} before the first} */
    long ageNanos() {
        return heardNanos == Absent.LONG ? Absent.LONG : System.nanoTime() - heardAt;
    }

    /** {@return the first number missing, {@code Absent.LONG} when none is} */
    synchronized long gapFrom() {
        return hasGap() ? gapFrom : Absent.LONG;
    }

    /** {@return the first number behind those missing, {@code Absent.LONG} when none is} */
    synchronized long gapTo() {
        return hasGap() ? gapTo : Absent.LONG;
    }

    /** {@return number of the message that comes next} */
    long expectedSequence() {
        return expected();
    }
}
