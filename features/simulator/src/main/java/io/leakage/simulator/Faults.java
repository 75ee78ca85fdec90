package io.leakage.simulator;

/**
 * What goes wrong on the way from the venue. Shares are of packets, each line on its own unless said otherwise, 0 to 1.
 *
 * @param lines              how many lines carry the session, 1 or more
 * @param loss               lost
 * @param lossOnAll          lost on all lines at once
 * @param reordering         delayed by up to 8 ms, so that others overtake them
 * @param duplication        sent twice
 * @param corruption         damaged: cut short, miscounted, or with a number or session that cannot be
 * @param silences           after which all lines are silent for {@code silenceNanos}, heartbeats too
 * @param silenceNanos       how long a silence lasts
 * @param sessionChangeNanos when the venue fails over to another session and sends its books anew, nanoseconds since midnight; 0 never
 * @param requestServer      whether lost messages can be asked for
 * @param answerLoss         requests, or answers, that are lost
 * @param snapshotServer     whether a snapshot can be had
 */
public record Faults(int lines, double loss, double lossOnAll, double reordering, double duplication, double corruption, double silences,
        long silenceNanos, long sessionChangeNanos, boolean requestServer, double answerLoss, boolean snapshotServer) {
    /** Two lines, both servers, nothing wrong. */
    public static final Faults NONE = new Faults(2, 0, 0, 0, 0, 0, 0, 0, 0, true, 0, true);

    /** {@return the same by so many lines} */
    public Faults lines(int count) {
        return new Faults(count, loss, lossOnAll, reordering, duplication, corruption, silences, silenceNanos, sessionChangeNanos,
                requestServer, answerLoss, snapshotServer);
    }

    /** {@return the same, with packets lost on each line and on all at once} */
    public Faults loss(double onEach, double onAll) {
        return new Faults(lines, onEach, onAll, reordering, duplication, corruption, silences, silenceNanos, sessionChangeNanos,
                requestServer, answerLoss, snapshotServer);
    }

    /** {@return the same, with packets reordered} */
    public Faults reordering(double share) {
        return new Faults(lines, loss, lossOnAll, share, duplication, corruption, silences, silenceNanos, sessionChangeNanos,
                requestServer, answerLoss, snapshotServer);
    }

    /** {@return the same, with packets sent twice} */
    public Faults duplication(double share) {
        return new Faults(lines, loss, lossOnAll, reordering, share, corruption, silences, silenceNanos, sessionChangeNanos,
                requestServer, answerLoss, snapshotServer);
    }

    /** {@return the same, with packets damaged} */
    public Faults corruption(double share) {
        return new Faults(lines, loss, lossOnAll, reordering, duplication, share, silences, silenceNanos, sessionChangeNanos,
                requestServer, answerLoss, snapshotServer);
    }

    /** {@return the same, with silences of this length} */
    public Faults silences(double share, long nanos) {
        return new Faults(lines, loss, lossOnAll, reordering, duplication, corruption, share, nanos, sessionChangeNanos, requestServer,
                answerLoss, snapshotServer);
    }

    /** {@return the same, with another session from this time on} */
    public Faults sessionChange(long nanos) {
        return new Faults(lines, loss, lossOnAll, reordering, duplication, corruption, silences, silenceNanos, nanos, requestServer,
                answerLoss, snapshotServer);
    }

    /** {@return the same, with these servers; {@code lostAnswers} of requests are not answered} */
    public Faults servers(boolean requests, double lostAnswers, boolean snapshots) {
        return new Faults(lines, loss, lossOnAll, reordering, duplication, corruption, silences, silenceNanos, sessionChangeNanos,
                requests, lostAnswers, snapshots);
    }
}
