package io.leakage.dropcopy.fix;

/**
 * The numbers of wrapped messages (35=n), by the sessions they came over: those have gaps of their own, that the drop copy's numbers do not
 * show. One thread.
 */
final class InnerSequences {
    private static final int MOST_SESSIONS = 256;
    private static final int MOST_HOLES = 1024;

    private final long[] sessions = new long[MOST_SESSIONS];
    private final long[] last = new long[MOST_SESSIONS];
    private int known;
    private final long[] holeSessions = new long[MOST_HOLES];
    private final long[] holes = new long[MOST_HOLES];
    private int open;
    private volatile long gaps;
    private volatile long missing;

    /**
     * Takes a wrapped message's number.
     *
     * @param session says which session, any hash of its ids
     * @param number  its MsgSeqNum (34)
     */
    void take(long session, long number) {
        int place = 0;
        while (place < known && sessions[place] != session) {
            place++;
        }
        if (place == known) {
            if (known < MOST_SESSIONS) {
                sessions[known] = session;
                last[known++] = number;
            }
            return;
        }
        if (number <= last[place]) {
            fill(session, number);
            return;
        }
        if (number > last[place] + 1) {
            gaps++;
            missing += number - last[place] - 1;
            for (long lost = last[place] + 1; lost < number && open < MOST_HOLES; lost++) {
                holeSessions[open] = session;
                holes[open++] = lost;
            }
        }
        last[place] = number;
    }

    private void fill(long session, long number) {
        for (int i = 0; i < open; i++) {
            if (holes[i] == number && holeSessions[i] == session) {
                open--;
                holes[i] = holes[open];
                holeSessions[i] = holeSessions[open];
                missing--;
                return;
            }
        }
    }

    /** {@return gaps seen; any thread} */
    long gaps() {
        return gaps;
    }

    /** {@return numbers that have not come yet; any thread} */
    long missing() {
        return missing;
    }
}
