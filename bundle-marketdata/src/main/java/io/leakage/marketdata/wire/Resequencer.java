package io.leakage.marketdata.wire;

/**
 * Puts the messages of one session into order, whatever transport they come by, and gets back what is missing:
 * <pre>
 *   flowing ── a number is missing ──▶ waiting (reordered?) ──▶ gap told, asking ──▶ filled ──▶ flowing
 *                                                        │ silent, too old, too long, too much to hold
 *                                                        ▼
 *                          snapshot: recovering … recovered(next) ──▶ flowing      or lost: goes on behind the hole
 * </pre>
 * Meanwhile later messages are held back, so the sink hears everything once and in order. A message handed on while nothing is missing is
 * neither copied nor does it allocate. Time comes with every call and only ever grows. One thread calls; another may read the counters and
 * sees them late.
 */
public final class Resequencer {
    private static final long NEVER = Long.MAX_VALUE;

    private final LiveSink sink;
    private final RecoveryLimits limits;
    private final HeldMessages held;
    private final HoleRequests requests;
    private final SnapshotTries snapshots;
    private final SequenceCounts counts = new SequenceCounts();

    private boolean begun;
    private long expected = 1;
    /** One behind the highest number that anything spoke of. */
    private long known = 1;
    private long stamp = Long.MIN_VALUE;

    /** Since when a message is missing, {@link #NEVER} while none is. */
    private long holeSince = NEVER;
    private boolean gapTold;
    private long gapEnd;
    private long gapSince;

    private boolean ending;
    private boolean ended;

    /**
     * One that has heard nothing yet.
     *
     * @param sink     hears the messages
     * @param recourse where missing ones can be had
     * @param limits   how long and how often it tries
     */
    public Resequencer(LiveSink sink, Recourse recourse, RecoveryLimits limits) {
        this.sink = sink;
        this.limits = limits;
        this.held = new HeldMessages(limits.held());
        this.requests = new HoleRequests(recourse, limits, counts);
        this.snapshots = new SnapshotTries(recourse, limits);
    }

    /** A session begins at {@code now}, its messages count from 1. What the one before still missed is lost. */
    public void begin(long now) {
        if (begun) {
            abandon(now);
            sink.sessionChanged();
        }
        begun = true;
        counts.begin();
        held.clear();
        expected = 1;
        known = 1;
        holeSince = NEVER;
        snapshots.noRetry();
        ending = false;
        ended = false;
    }

    /**
     * One message.
     *
     * @param sequence     its number, 1 or more
     * @param bytes        holds it
     * @param offset       its first byte
     * @param length       its bytes
     * @param receiveNanos when it was received, nanoseconds since the epoch
     * @param now          nanoseconds of a clock that only grows
     * @return whether it came for the first time
     */
    public boolean message(long sequence, byte[] bytes, int offset, int length, long receiveNanos, long now) {
        if (sequence == expected && expected == known && !snapshots.isRunning()) {
            handOn(bytes, offset, length, receiveNanos);
            known = expected;
            return true;
        }
        return sequence >= expected && place(sequence, bytes, offset, length, receiveNanos, now);
    }

    /** Small methods above stay below the size up to which the compiler inlines them. */
    private boolean place(long sequence, byte[] bytes, int offset, int length, long receiveNanos, long now) {
        boolean fresh;
        if (snapshots.isRunning()) {
            fresh = held.put(sequence, bytes, offset, length, receiveNanos, now);
            known = Math.max(known, sequence + 1);
        } else if (sequence == expected) {
            fresh = true;
            handOn(bytes, offset, length, receiveNanos);
            known = Math.max(known, expected);
            drain(now);
        } else {
            makeRoom(sequence, now);
            if (!snapshots.isRunning() && sequence == expected) {
                return message(sequence, bytes, offset, length, receiveNanos, now);
            }
            fresh = held.put(sequence, bytes, offset, length, receiveNanos, now);
            ahead(sequence + 1, now);
        }
        return fresh;
    }

    /** Messages before {@code next} exist, whether they came or not; heard at {@code now}. */
    public void ahead(long next, long now) {
        known = Math.max(known, next);
        if (expected < known && holeSince == NEVER) {
            holeSince = now;
            tick(now);
        }
    }

    /**
     * No message will follow; what is missing is still asked for.
     *
     * @param next the number the next message would have had
     * @param now  nanoseconds of a clock that only grows
     */
    public void end(long next, long now) {
        ending = true;
        snapshots.noRetry();
        ahead(next, now);
        tellEnd();
    }

    /** Time went on to {@code now}, nanoseconds of a clock that only grows. */
    public void tick(long now) {
        if (snapshots.isRunning()) {
            if (now >= snapshots.deadline()) {
                snapshotFailed(now);
            }
        } else if (holeSince != NEVER) {
            long before;
            do {   // where one hole is given up, the next may be as old
                before = expected;
                mend(now);
            } while (expected != before && holeSince != NEVER && !snapshots.isRunning());
        } else if (now >= snapshots.retryAt()) {
            snapshots.start(now);
        }
    }

    /** {@return when {@link #tick} wants to be called at the latest, {@code Long.MAX_VALUE} for not at all} */
    public long wakeNanos() {
        if (snapshots.isRunning()) {
            return snapshots.deadline();
        }
        if (holeSince == NEVER) {
            return snapshots.retryAt();
        }
        return gapTold ? Math.min(requests.deadline(), gapSince + limits.holeNanos()) : holeSince + limits.reorderNanos();
    }

    /** An answer of the request server has been handed in, message by message, at {@code now}: the rest is asked for at once. */
    public void answered(long now) {
        counts.answered++;
        if (gapTold && !snapshots.isRunning()) {
            requests.progressed(expected, gapEnd, now);
        }
    }

    /**
     * One message of the snapshot that was asked for; of no effect when none is wanted.
     *
     * @param bytes        holds it
     * @param offset       its first byte
     * @param length       its bytes
     * @param receiveNanos when it was received, nanoseconds since the epoch
     */
    public void snapshotMessage(byte[] bytes, int offset, int length, long receiveNanos) {
        if (snapshots.isRunning()) {
            beginSnapshot();
            stamp(receiveNanos);
            if (!sink.message(expected - 1, bytes, offset, length)) {
                counts.unread++;
            }
        }
    }

    /**
     * The snapshot is at its end. One that does not reach up to the messages held would leave a hole, so it is thrown away.
     *
     * @param next number of the first message that it does not hold
     * @param now  nanoseconds of a clock that only grows
     */
    public void snapshotDone(long next, long now) {
        if (!snapshots.isRunning()) {
            return;
        }
        if (next < expected || next < known && !held.has(next)) {
            counts.snapshotsStale++;
            nextSnapshot(now);
            return;
        }
        beginSnapshot();
        snapshots.stop();
        counts.snapshots++;
        counts.lose(next - expected);
        counts.whole = true;
        snapshots.noRetry();
        expected = next;
        known = Math.max(known, next);
        gapTold = false;
        sink.recovered(next);
        drain(now);
    }

    /** The snapshot broke off or could not be had, at {@code now} of a clock that only grows. */
    public void snapshotFailed(long now) {
        if (snapshots.isRunning()) {
            counts.snapshotsFailed++;
            nextSnapshot(now);
        }
    }

    private void mend(long now) {
        if (!gapTold) {
            if (now - holeSince < limits.reorderNanos()) {
                return;
            }
            tellGap(now);
            if (gapEnd - expected > limits.requestable() || !requests.begin(expected, gapEnd, now)) {
                giveUp(now);
            }
        } else if (now - gapSince >= limits.holeNanos() || !requests.tick(expected, gapEnd, now)) {
            giveUp(now);
        }
    }

    private void tellGap(long now) {
        gapTold = true;
        gapSince = now;
        gapEnd = held.next(expected, known);
        counts.gaps++;
        sink.gap(expected, gapEnd);
    }

    /** Where a message is too far ahead to be held, the hole can stay open no longer. */
    private void makeRoom(long sequence, long now) {
        while (!snapshots.isRunning() && sequence - expected >= held.capacity()) {
            counts.overflows++;
            if (holeSince == NEVER) {
                holeSince = now;
            }
            known = Math.max(known, sequence);
            if (!gapTold) {
                tellGap(now);
            }
            gapEnd = Math.min(gapEnd, sequence);
            giveUp(now);
        }
    }

    private void giveUp(long now) {
        if (ending || !snapshots.start(now)) {
            skip(now);
        }
    }

    /** Goes on behind the hole. */
    private void skip(long now) {
        gapEnd = held.next(expected, gapEnd);
        counts.lose(gapEnd - expected);
        expected = gapEnd;
        gapTold = false;
        drain(now);
    }

    private void beginSnapshot() {
        if (snapshots.begins()) {
            sink.recovering();
        }
    }

    private void nextSnapshot(long now) {
        if (!snapshots.again(now)) {
            endInVain(now);
            if (!ending) {
                snapshots.retry(now);
            }
        }
    }

    private void endInVain(long now) {
        snapshots.stop();
        gapEnd = held.next(expected, known);
        if (snapshots.isEmptied()) {
            sink.gap(expected, gapEnd);
        }
        skip(now);
    }

    /** Hands on what is held from here to the next hole, or to the end. */
    private void drain(long now) {
        while (true) {
            if (gapTold && expected >= gapEnd) {
                gapTold = false;
                sink.filled();
            }
            if (expected >= known || !held.has(expected)) {
                break;
            }
            handOn(held.bytes(expected), held.offset(expected), held.length(expected), held.receiveNanos(expected));
        }
        if (expected >= known) {
            holeSince = NEVER;
            tellEnd();
        } else if (!gapTold) {
            long next = held.next(expected, known);
            holeSince = next < known ? held.heldNanos(next) : now;
        }
    }

    private void tellEnd() {
        if (ending && !ended && expected == known && !snapshots.isRunning()) {
            ended = true;
            counts.end();
            sink.ended(expected);
        }
    }

    /** The session is over: nothing of it will come any more. */
    private void abandon(long now) {
        if (snapshots.isRunning()) {
            endInVain(now);
        }
        while (expected < known) {
            if (!gapTold) {
                tellGap(now);
            }
            skip(now);
        }
        if (!ended) {
            counts.end();
        }
    }

    private void handOn(byte[] bytes, int offset, int length, long receiveNanos) {
        stamp(receiveNanos);
        long sequence = expected++;
        counts.messages++;
        if (gapTold) {
            counts.recovered++;
        }
        if (!sink.message(sequence, bytes, offset, length)) {
            counts.unread++;
        }
    }

    private void stamp(long receiveNanos) {
        if (receiveNanos != stamp) {
            stamp = receiveNanos;
            sink.packet(receiveNanos);
        }
    }

    /** {@return number of the next message to be handed on} */
    public long expected() {
        return expected;
    }

    /** {@return one behind the highest number that was heard of} */
    public long known() {
        return known;
    }

    /** {@return whether messages are missing, asked for or not yet} */
    public boolean hasHole() {
        return holeSince != NEVER;
    }

    /** {@return whether a snapshot is under way} */
    public boolean isRecovering() {
        return snapshots.isRunning();
    }

    /** {@return whether the session is at its end and all of it that can be had was handed on} */
    public boolean isEnded() {
        return ended;
    }

    /** {@return what came and what did not} */
    public SequenceCounts counts() {
        return counts;
    }
}
