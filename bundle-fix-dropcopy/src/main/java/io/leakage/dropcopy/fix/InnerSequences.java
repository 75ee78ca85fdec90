package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/**
 * The numbers of wrapped messages (35=n), by the sessions they came over: those have gaps of their own, that the drop copy's numbers do not
 * show. One thread.
 */
final class InnerSequences {
    private static final int MOST_SESSIONS = 256;
    private static final int MOST_HOLES = 1 << 16;

    private final long[] sessions = new long[MOST_SESSIONS];
    private final long[] last = new long[MOST_SESSIONS];
    private int known;
    /** Ranges of numbers that have not come, each of one session, its end exclusive. */
    private long[] holeSessions = new long[64];
    private long[] holeFrom = new long[64];
    private long[] holeTo = new long[64];
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
            add(session, last[place] + 1, number);
        }
        last[place] = number;
    }

    private void add(long session, long from, long to) {
        if (open == holeFrom.length && open < MOST_HOLES) {
            holeSessions = Arrays.copyOf(holeSessions, 2 * open);
            holeFrom = Arrays.copyOf(holeFrom, 2 * open);
            holeTo = Arrays.copyOf(holeTo, 2 * open);
        }
        if (from < to && open < holeFrom.length) {   // what finds no place stays missing
            holeSessions[open] = session;
            holeFrom[open] = from;
            holeTo[open++] = to;
        }
    }

    private void fill(long session, long number) {
        for (int i = 0; i < open; i++) {
            if (holeSessions[i] == session && holeFrom[i] <= number && number < holeTo[i]) {
                long to = holeTo[i];
                holeTo[i] = number;
                if (holeFrom[i] == number) {
                    open--;
                    holeSessions[i] = holeSessions[open];
                    holeFrom[i] = holeFrom[open];
                    holeTo[i] = holeTo[open];
                }
                add(session, number + 1, to);
                missing--;
                return;
            }
        }
    }

    /** {@return the lowest number missing, {@code Absent.LONG} when none is known; the reading thread only} */
    long firstMissing() {
        long first = Absent.LONG;
        for (int i = 0; i < open; i++) {
            first = first == Absent.LONG ? holeFrom[i] : Math.min(first, holeFrom[i]);
        }
        return first;
    }

    /** {@return the number behind the highest missing, {@code Absent.LONG} when none is known; the reading thread only} */
    long behindMissing() {
        long behind = Absent.LONG;
        for (int i = 0; i < open; i++) {
            behind = Math.max(behind, holeTo[i]);
        }
        return behind;
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
