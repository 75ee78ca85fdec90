package io.leakage.marketdata.wire;

/**
 * A GLIMPSE-style snapshot over SoupBinTCP: sequenced messages in the feed's own format, then {@code G} with the number, in 20 digits, at
 * which real-time processing begins. What the server sends goes to the resequencer that asked for it. One thread.
 */
public final class SnapshotListener implements SoupListener {
    private static final int END_OF_SNAPSHOT = 21;

    private final Resequencer resequencer;
    private long now;
    private long receiveNanos;
    private boolean done;
    private String trouble;

    /** A listener for this one's snapshots. */
    public SnapshotListener(Resequencer resequencer) {
        this.resequencer = resequencer;
    }

    /** Another connection: its snapshot begins anew. */
    public void restart() {
        done = false;
        trouble = null;
    }

    /**
     * Stamps the messages that follow.
     *
     * @param received    nanoseconds since the epoch
     * @param monotonic   nanoseconds of a clock that only grows
     */
    public void at(long received, long monotonic) {
        receiveNanos = received;
        now = monotonic;
    }

    /** {@return whether the end of the snapshot came} */
    public boolean isDone() {
        return done;
    }

    /** {@return why no snapshot will come, null while one may} */
    public String trouble() {
        return trouble;
    }

    @Override
    public void accepted(String session, long sequence) {
        if (sequence != 1) {
            trouble = "the snapshot begins at message " + sequence + ", expected 1";
        }
    }

    @Override
    public void rejected(char reason) {
        trouble = "login rejected, reason " + reason + " (A: user or password, S: session)";
    }

    @Override
    public void sequenced(long sequence, byte[] bytes, int offset, int length) {
        if (done || trouble != null) {
            return;
        }
        if (length > 0 && bytes[offset] == 'G') {
            end(length == END_OF_SNAPSHOT ? SoupBinTcpClient.digits(bytes, offset + 1, 20) : -1);
        } else {
            resequencer.snapshotMessage(bytes, offset, length, receiveNanos);
        }
    }

    private void end(long next) {
        if (next < 1) {
            trouble = "end of snapshot without a sequence number of 20 digits, 1 or more";
            return;
        }
        done = true;
        resequencer.snapshotDone(next, now);
    }

    @Override
    public void unsequenced(byte[] bytes, int offset, int length) {
        // no snapshot has any
    }

    @Override
    public void ended(long next) {
        if (!done) {
            trouble = "the session ended before the snapshot did";
        }
    }
}
