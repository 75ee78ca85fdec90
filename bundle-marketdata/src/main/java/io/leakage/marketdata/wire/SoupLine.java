package io.leakage.marketdata.wire;

/**
 * A live feed over SoupBinTCP: after a reconnect it goes on where it stopped, with nothing twice. A server that begins later than asked
 * leaves a hole, one with another session a new one. One thread.
 */
public final class SoupLine implements SoupListener {
    private final MessageOrder order;
    private final LineCounts counts = new LineCounts();
    private String session = "";
    private long receiveNanos;
    private long now;
    private String refusal;

    /** A line that hands its messages to this order. */
    public SoupLine(MessageOrder order) {
        this.order = order;
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
    }

    @Override
    public void accepted(String name, long sequence) {
        refusal = null;
        if (!name.equals(session)) {
            session = name;
            order.begin(now);
        }
        order.ahead(sequence, now);
    }

    @Override
    public void rejected(char reason) {
        refusal = "login rejected, reason " + reason + " (A: user or password, S: session)";
    }

    @Override
    public void sequenced(long sequence, byte[] bytes, int offset, int length) {
        if (order.message(sequence, bytes, offset, length, receiveNanos, now)) {
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
        order.end(next, now);
    }

    /** {@return the session to ask for at the next login, empty for whichever there is} */
    public String session() {
        return session;
    }

    /** {@return the first message to ask for at the next login} */
    public long wanted() {
        return order.known();
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
