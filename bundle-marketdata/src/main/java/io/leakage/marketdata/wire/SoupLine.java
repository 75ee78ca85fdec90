package io.leakage.marketdata.wire;

/**
 * A live feed over SoupBinTCP: after a reconnect it goes on where it stopped, with nothing twice. A server that begins later than asked
 * leaves a hole, one with another session a new one. One thread.
 */
public final class SoupLine implements SoupListener {
    private final Resequencer resequencer;
    private final Silence silence;
    private final LineCounts counts = new LineCounts();
    private String session = "";
    private long receiveNanos;
    private long now;
    private String refusal;
    /** The session at hand is over, or the server has it no more: whichever there is now, from its beginning. */
    private boolean anew;

    /**
     * A line that was not heard yet.
     *
     * @param resequencer takes its messages
     * @param silence     is told when anything comes
     */
    public SoupLine(Resequencer resequencer, Silence silence) {
        this.resequencer = resequencer;
        this.silence = silence;
    }

    /**
     * Bytes came; stamps what they carry.
     *
     * @param received  nanoseconds since the epoch
     * @param monotonic nanoseconds of a clock that only grows
     */
    public void at(long received, long monotonic) {
        receiveNanos = received;
        now = monotonic;
        counts.packets++;
        counts.heardNanos = monotonic;
        silence.heard(monotonic);
    }

    /** A connection is being opened; what the last one was refused for is past. */
    public void connecting() {
        refusal = null;
    }

    @Override
    public void accepted(String name, long sequence) {
        anew = false;
        if (!name.equals(session)) {
            session = name;
            resequencer.begin(now);
        }
        resequencer.ahead(sequence, now);
    }

    @Override
    public void rejected(char reason) {
        anew |= reason == 'S';
        refusal = "login rejected, reason " + reason + " (A: user or password, S: session)";
    }

    @Override
    public void sequenced(long sequence, byte[] bytes, int offset, int length) {
        if (resequencer.message(sequence, bytes, offset, length, receiveNanos, now)) {
            counts.wins++;
        } else {
            counts.duplicates++;
        }
    }

    @Override
    public void unsequenced(byte[] bytes, int offset, int length) {
        counts.strays++;
    }

    @Override
    public void ended(long next) {
        anew = true;
        resequencer.end(next, now);
    }

    /** {@return the session to ask for at the next login, empty for whichever there is} */
    public String session() {
        return anew ? "" : session;
    }

    /** {@return the first message to ask for at the next login} */
    public long wanted() {
        return anew ? 1 : resequencer.known();
    }

    /** Time went on to {@code monotonic}, nanoseconds of a clock that only grows. */
    public void tick(long monotonic) {
        silence.tick(monotonic, resequencer.isEnded());
        resequencer.tick(monotonic);
    }

    /** {@return when {@link #tick} wants to be called at the latest, {@code Long.MAX_VALUE} for not at all} */
    public long wakeNanos() {
        return Math.min(resequencer.wakeNanos(), silence.wakeNanos(resequencer.isEnded()));
    }

    /** {@return what puts its messages into order} */
    public Resequencer resequencer() {
        return resequencer;
    }

    /** {@return whether it is heard} */
    public Silence silence() {
        return silence;
    }

    /** {@return why the server refused the last login, null when it did not} */
    public String refusal() {
        return refusal;
    }

    /** {@return what it brought; packets are reads of the socket} */
    public LineCounts counts() {
        return counts;
    }
}
