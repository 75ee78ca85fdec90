package io.leakage.marketdata.wire;

/** What a resequencer saw of its messages, since it was made. One thread counts, another may read and sees it late. */
public final class SequenceCounts {
    long messages;
    long unread;
    long gaps;
    long recovered;
    long lost;
    long requests;
    long answered;
    long snapshots;
    long snapshotsStale;
    long snapshotsFailed;
    long overflows;
    long sessions;
    long incomplete;
    boolean whole = true;
    private boolean complete = true;

    SequenceCounts() {
    }

    void begin() {
        sessions++;
        whole = true;
        complete = true;
    }

    void lose(long count) {
        lost += count;
        if (count > 0) {
            whole = false;
            complete = false;
        }
    }

    void end() {
        if (!complete) {
            incomplete++;
        }
    }

    /** {@return messages handed on} */
    public long messages() {
        return messages;
    }

    /** {@return messages handed on that the format could not read} */
    public long unread() {
        return unread;
    }

    /** {@return gaps told: numbers that neither the other line nor patience brought} */
    public long gaps() {
        return gaps;
    }

    /** {@return messages of gaps that came after all} */
    public long recovered() {
        return recovered;
    }

    /** {@return messages never handed on, those that a snapshot made up for included} */
    public long lost() {
        return lost;
    }

    /** {@return requests sent, repetitions included} */
    public long requests() {
        return requests;
    }

    /** {@return packets a request server answered with} */
    public long answered() {
        return answered;
    }

    /** {@return snapshots taken over} */
    public long snapshots() {
        return snapshots;
    }

    /** {@return snapshots thrown away because they ended before the messages held} */
    public long snapshotsStale() {
        return snapshotsStale;
    }

    /** {@return snapshots that broke off, took too long or could not be had} */
    public long snapshotsFailed() {
        return snapshotsFailed;
    }

    /** {@return holes given up because no more messages could be held} */
    public long overflows() {
        return overflows;
    }

    /** {@return sessions begun} */
    public long sessions() {
        return sessions;
    }

    /** {@return sessions that ended with messages lost} */
    public long incomplete() {
        return incomplete;
    }

    /** {@return whether every message of the session so far was handed on, or a snapshot made up for those that were not} */
    public boolean isWhole() {
        return whole;
    }

    /** {@return whether every message of the session so far was handed on} */
    public boolean isComplete() {
        return complete;
    }
}
