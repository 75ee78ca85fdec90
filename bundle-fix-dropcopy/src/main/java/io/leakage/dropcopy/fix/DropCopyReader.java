package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One drop-copy source, from raw bytes to the order inlet. Live sessions and logs both come this way, so that a replayed day is read as the
 * live one was. One thread reads; any thread may ask for the counts.
 *
 * <p>A message is first {@linkplain #scan scanned}, then {@linkplain #deliver delivered}; a log does other things in between, a session
 * does both in one.
 */
public final class DropCopyReader {
    private final FixScan scan;
    private final OrderInlet inlet;
    private final boolean live;
    private final OrderMessage message = new OrderMessage();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong ignored = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private FixScan.Outcome outcome = FixScan.Outcome.IGNORED;
    private String problem;
    private long logonNanos = Absent.LONG;

    /**
     * A reader for one source.
     *
     * @param scan  how to read
     * @param inlet where to
     */
    public DropCopyReader(FixScan scan, OrderInlet inlet) {
        this(scan, inlet, true);
    }

    /**
     * A reader for one source.
     *
     * @param live whether messages come for the first time, so that a fill without a key is quarantined beside being handed on
     */
    DropCopyReader(FixScan scan, OrderInlet inlet, boolean live) {
        this.live = live;
        this.scan = scan;
        this.inlet = inlet;
    }

    /**
     * Reads a message and hands it on.
     *
     * @return what it was
     * @throws UncheckedIOException when it could not be made durable: do not acknowledge it
     */
    public FixScan.Outcome read(byte[] raw, int offset, int length) {
        scan(raw, offset, length);
        return deliver();
    }

    /**
     * Reads a message without handing it on.
     *
     * @param raw    holds the message, SOH-separated; must stay as it is until {@link #deliver}
     * @param offset its first byte
     * @param length its bytes
     * @return what it is
     */
    public FixScan.Outcome scan(byte[] raw, int offset, int length) {
        outcome = scan.scan(raw, offset, length, message);
        problem = outcome == FixScan.Outcome.ORDER ? scan.keyless() : scan.problem();
        message.history = message.sendingNanos < logonNanos && message.sendingNanos != Absent.LONG;
        return outcome;
    }

    /**
     * Hands on what was scanned last: an order to the inlet, unreadable bytes to its quarantine. An order the inlet throws at is
     * quarantined as well.
     *
     * @return what it was in the end
     * @throws UncheckedIOException when it could not be made durable: do not acknowledge it
     */
    public FixScan.Outcome deliver() {
        if (outcome == FixScan.Outcome.ORDER) {
            try {
                if (problem != null && live) {
                    // its order is told as well, and is unsound from then on
                    quarantine(message.raw, message.rawOffset, message.rawLength, problem);
                }
                inlet.accept(message);
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                outcome = FixScan.Outcome.UNREADABLE;
                problem = "the order inlet refused it: " + e;
            }
        }
        switch (outcome) {
            case ORDER -> delivered.incrementAndGet();
            case IGNORED -> ignore();
            case UNREADABLE -> quarantine(message.raw, message.rawOffset, message.rawLength, problem);
        }
        return outcome;
    }

    private void ignore() {
        if (live) {
            inlet.keep(message.raw, message.rawOffset, message.rawLength);
        }
        ignored.incrementAndGet();
    }

    /**
     * The other side logged on, by its own clock: what it sent before that is history.
     *
     * @param nanos SendingTime (52) of its logon, {@link Absent#LONG} when it had none
     */
    public void loggedOn(long nanos) {
        logonNanos = nanos;
    }

    /**
     * Keeps bytes that are no message at all; nobody scans them.
     *
     * @param reason what was expected and not found, for a person
     */
    public void quarantine(byte[] raw, int offset, int length, String reason) {
        quarantined.incrementAndGet();
        inlet.quarantine(raw, offset, length, reason);
    }

    /** Tells what is missing of wrapped messages, which the numbers of those that wrap them do not show; the reading thread. */
    void tell(GapVoice voice) {
        voice.inner(scan.innerMissing(), scan.inner().firstMissing(), scan.inner().behindMissing());
    }

    /** {@return when the message scanned last happened: TransactTime (60), else SendingTime (52), else {@link Absent#LONG}} */
    public long eventNanos() {
        return message.transactNanos != Absent.LONG ? message.transactNanos : message.sendingNanos;
    }

    /** {@return TransactTime (60) of the message scanned last, or {@link Absent#LONG}} */
    public long transactNanos() {
        return message.transactNanos;
    }

    /** {@return why the message scanned or delivered last is unreadable or a fill without a key, null when it is not} */
    public String problem() {
        return problem;
    }

    /** {@return order messages the inlet took} */
    public long delivered() {
        return delivered.get();
    }

    /** {@return messages of other types} */
    public long ignored() {
        return ignored.get();
    }

    /** {@return messages quarantined} */
    public long quarantined() {
        return quarantined.get();
    }
}
