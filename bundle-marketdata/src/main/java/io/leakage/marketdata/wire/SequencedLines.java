package io.leakage.marketdata.wire;

/**
 * Several UDP lines that carry the same session of {@linkplain SequencedPacket numbered messages}: of each message the first copy counts,
 * whichever line brings it. What none brings is asked for again ({@link Resequencer}); a damaged packet is dropped, and so is what it
 * carried missing; what belongs to another protocol or channel is counted and left alone. Silence of all lines is told.
 *
 * <p>A packet that would change everything (another session, a number far ahead) is believed only when another one agrees, since no
 * protocol here has a checksum of its own; a packet of the session before is dropped as long as the new one is heard. Time comes with every
 * call, so a test can play a day without waiting. One thread; no allocation while nothing is missing.
 */
public final class SequencedLines {
    private final RecoveryLimits limits;
    private final Silence silence;
    private final Resequencer resequencer;
    private final LineCounts[] lines;
    private final LineCounts answers = new LineCounts();
    private final SequencedPacket packet;
    private final Race race = new Race();
    private final Suspect suspect = new Suspect();

    private boolean joined;
    private long channel;
    private long sessionHead;
    private int sessionTail;
    private long pastHead;
    private int pastTail;

    /** When a packet of the session at hand came. */
    private long currentHeardNanos;

    /**
     * Lines that were not heard yet.
     *
     * @param packet   is laid over what the lines bring; nobody else uses it
     * @param count    how many lines, 1 or more
     * @param sink     hears the messages, on the thread that calls {@link #packet}
     * @param recourse where missing messages can be had
     * @param limits   how long and how often it tries
     */
    public SequencedLines(SequencedPacket packet, int count, LiveSink sink, Recourse recourse, RecoveryLimits limits) {
        this.packet = packet;
        this.limits = limits;
        this.silence = new Silence(sink, limits.silenceNanos());
        this.resequencer = new Resequencer(sink, recourse, limits);
        this.lines = new LineCounts[count];
        for (int i = 0; i < count; i++) {
            lines[i] = new LineCounts();
        }
    }

    /**
     * Takes one packet as received.
     *
     * @param line         the line that brought it, from 0
     * @param bytes        holds it
     * @param offset       its first byte
     * @param length       its bytes
     * @param receiveNanos when it came, nanoseconds since the epoch
     * @param now          nanoseconds of a clock that only grows
     * @return null, or what is wrong with it, for a person
     */
    public String packet(int line, byte[] bytes, int offset, int length, long receiveNanos, long now) {
        LineCounts counts = lines[line];
        String damage = wrap(counts, bytes, offset, length);
        if (damage != null) {
            return damage;
        }
        if (isForeign()) {
            counts.strays++;
            return null;
        }
        counts.heardNanos = now;
        silence.heard(now);
        if (isOrdinary()) {
            suspect.refute(line);
            take(line, counts, bytes, receiveNanos, now);
        } else {
            extraordinary(line, counts, bytes, offset, length, receiveNanos, now);
        }
        return null;
    }

    /**
     * Takes an answer of a request server; it has the form of any packet.
     *
     * @param bytes        holds it
     * @param offset       its first byte
     * @param length       its bytes
     * @param receiveNanos when it came, nanoseconds since the epoch
     * @param now          nanoseconds of a clock that only grows
     * @return null, or what is wrong with it, for a person
     */
    public String answer(byte[] bytes, int offset, int length, long receiveNanos, long now) {
        String damage = wrap(answers, bytes, offset, length);
        if (damage != null) {
            return damage;
        }
        if (isForeign() || !isOrdinary() || packet.isHeartbeat() || packet.isEndOfSession()) {
            answers.strays++;
            return null;
        }
        answers.duplicates += packet.count() - handOn(bytes, receiveNanos, now);
        resequencer.answered(now);
        return null;
    }

    /** Time went on to {@code now}, nanoseconds of a clock that only grows. */
    public void tick(long now) {
        silence.tick(now, resequencer.isEnded());
        resequencer.tick(now);
    }

    /** {@return when {@link #tick} wants to be called at the latest, {@code Long.MAX_VALUE} for not at all} */
    public long wakeNanos() {
        return Math.min(resequencer.wakeNanos(), silence.wakeNanos(resequencer.isEnded()));
    }

    private String wrap(LineCounts counts, byte[] bytes, int offset, int length) {
        counts.packets++;
        String damage = packet.wrap(bytes, offset, length);
        if (damage == null && packet.sequence() < 1) {
            damage = "sequence " + packet.sequence() + ", expected 1 or more";
        }
        if (damage != null) {
            counts.damaged++;
        }
        return damage;
    }

    /** {@return whether the packet is none of ours at all; the first one of ours says which channel is} */
    private boolean isForeign() {
        return packet.isForeign() || joined && packet.channel() != channel;
    }

    /** {@return whether the packet belongs to the session at hand and to where it stands} */
    private boolean isOrdinary() {
        return joined && packet.sessionHead() == sessionHead && packet.sessionTail() == sessionTail
                && packet.sequence() - resequencer.known() < Suspect.FAR;
    }

    private void extraordinary(int line, LineCounts counts, byte[] bytes, int offset, int length, long receiveNanos, long now) {
        boolean sameSession = packet.sessionHead() == sessionHead && packet.sessionTail() == sessionTail;
        if (!joined) {
            enter(now);
            take(line, counts, bytes, receiveNanos, now);
        } else if (!sameSession && isPast() && now - currentHeardNanos < limits.silenceNanos()) {
            counts.strays++;
        } else if (suspect.agrees(line, packet, now)) {
            if (!sameSession) {
                enter(now);
            }
            believe(now);
            packet.wrap(bytes, offset, length);
            take(line, counts, bytes, receiveNanos, now);
        } else {
            counts.strays++;
            suspect.set(line, packet, bytes, offset, length, receiveNanos, now);
        }
    }

    private boolean isPast() {
        return packet.sessionHead() == pastHead && packet.sessionTail() == pastTail;
    }

    private void enter(long now) {
        if (joined) {
            pastHead = sessionHead;
            pastTail = sessionTail;
        }
        joined = true;
        channel = packet.channel();
        sessionHead = packet.sessionHead();
        sessionTail = packet.sessionTail();
        race.clear();
        resequencer.begin(now);
    }

    /** Two agree: what the first one carried counts too. */
    private void believe(long now) {
        byte[] first = suspect.bytes();
        packet.wrap(first, 0, suspect.length());
        LineCounts counts = lines[suspect.line()];
        counts.strays--;
        take(suspect.line(), counts, first, suspect.receiveNanos(), now);
        suspect.forget();
    }

    private void take(int line, LineCounts counts, byte[] bytes, long receiveNanos, long now) {
        currentHeardNanos = now;
        if (packet.isEndOfSession()) {
            resequencer.end(packet.sequence(), now);
        } else if (packet.isHeartbeat()) {
            counts.heartbeats++;
            resequencer.ahead(packet.sequence(), now);
        } else {
            judge(line, counts, handOn(bytes, receiveNanos, now), now);
        }
    }

    private int handOn(byte[] bytes, long receiveNanos, long now) {
        int count = packet.count();
        int block = packet.firstBlock();
        long sequence = packet.sequence();
        int fresh = 0;
        for (int i = 0; i < count; i++, sequence++) {
            if (resequencer.message(sequence, bytes, block + 2, packet.lengthAt(block), receiveNanos, now)) {
                fresh++;
            }
            block = packet.nextBlock(block);
        }
        return fresh;
    }

    private void judge(int line, LineCounts counts, int fresh, long now) {
        counts.duplicates += packet.count() - fresh;
        if (fresh > 0) {
            counts.wins++;
            race.won(line, packet.sequence(), now);
        } else {
            int winner = race.winner(line, packet.sequence());
            if (winner >= 0) {
                lines[winner].lead.add(now - race.wonAt(packet.sequence()));
            }
        }
    }

    /** {@return what puts the session's messages into order, for its counters and for snapshots} */
    public Resequencer resequencer() {
        return resequencer;
    }

    /** {@return how many lines there are} */
    public int count() {
        return lines.length;
    }

    /** {@return what a line brought} */
    public LineCounts line(int line) {
        return lines[line];
    }

    /** {@return what request servers answered, as if they were a line} */
    public LineCounts answers() {
        return answers;
    }

    /** {@return whether any line is heard} */
    public Silence silence() {
        return silence;
    }

    /** {@return what a request names the session at hand by, {@link SequencedPacket#sessionHead}} */
    public long sessionHead() {
        return sessionHead;
    }

    /** {@return what a request names the session at hand by, {@link SequencedPacket#sessionTail}} */
    public int sessionTail() {
        return sessionTail;
    }

    /** {@return the session's name, empty before the first packet; allocates} */
    public String session() {
        return joined ? packet.sessionName(sessionHead, sessionTail) : "";
    }
}
