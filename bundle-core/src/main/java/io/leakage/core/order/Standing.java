package io.leakage.core.order;

import io.leakage.api.event.Absent;

/**
 * Where an order stands: OrdStatus as FIX derives it, from what was told and what was executed. An order may be in several states at once;
 * the one with the highest precedence is its state: pending cancel, pending replace, done for day, calculated, filled, stopped, suspended,
 * canceled, expired, rejected, partially filled, new, pending new.
 */
final class Standing {
    private char told;
    private char closed;
    private long closedNanos = Absent.LONG;
    /** Time of the newest status told. */
    private long toldNanos = Absent.LONG;
    /** Time of the newest status told by a message that is no trade. */
    private long statusNanos = Absent.LONG;
    private boolean acknowledged;
    /** A calendar ended it, no message did. */
    private boolean expired;

    boolean isAcknowledged() {
        return acknowledged;
    }

    /** Something answered; whatever it says, the order was received. */
    void acknowledge() {
        acknowledged = true;
    }

    /** {@return how it ended, 0 while it has not: done for day 3, canceled 4, rejected 8, calculated B, expired C} */
    char closed() {
        return closed;
    }

    /** {@return whether it ended for good; a day's end is none} */
    boolean isClosed() {
        return closed == '4' || closed == '8' || closed == 'C';
    }

    /** {@return whether something at this time came after the end; unknown times count as after} */
    boolean isAfterEnd(long nanos) {
        return isClosed() && (nanos == Absent.LONG || closedNanos == Absent.LONG || nanos >= closedNanos);
    }

    long closedNanos() {
        return closedNanos;
    }

    /** {@return whether a calendar ended it, and nothing that was told} */
    boolean isExpired() {
        return expired;
    }

    /** Its day is over; what was asked for and is pending will not be answered. */
    void expire(long nanos) {
        told = 0;
        closed = 'C';
        closedNanos = nanos;
        expired = true;
    }

    /**
     * Takes an OrdStatus.
     *
     * @param status told, not 0
     * @param nanos  when, {@code Absent.LONG} when unknown
     * @param newest whether no newer report was seen; a refusal seen is found out here
     * @param back   whether it takes something back: then it may carry the time of what it takes back
     * @param trade  whether a trade tells it: that opens no order again that was closed, but one whose day was over
     */
    void hear(char status, long nanos, boolean newest, boolean back, boolean trade) {
        boolean last = newest && (back || nanos == Absent.LONG || nanos >= toldNanos);
        if (last && (status != 'A' || told == 0)) {
            told = status;
        }
        boolean current = last || nanos == Absent.LONG || nanos >= (status == '3' ? toldNanos : statusNanos);
        toldNanos = last ? Math.max(nanos, toldNanos) : toldNanos;
        if (isEnd(status)) {
            if (current) {
                closed = status;
                closedNanos = nanos;
                expired = false;
            }
        } else if (last && (!trade || closed == '3') && !(expired && nanos <= closedNanos)) {
            closed = 0;
            closedNanos = Absent.LONG;
            expired = false;
        }
        statusNanos = trade ? statusNanos : Math.max(statusNanos, nanos);
    }

    /** The last status spoke of an execution that is another now, and nobody told a new one. */
    void forget() {
        told = 0;
    }

    /** Nothing is left to be executed, though no end was told. */
    void end(long nanos) {
        closed = '4';
        closedNanos = nanos;
    }

    private static boolean isEnd(char status) {
        return switch (status) {
            case '3', '4', '8', 'B', 'C' -> true;
            default -> false;
        };
    }

    /** {@return OrdStatus (39)} */
    char state(long executed, long quantity) {
        boolean filled = told == '2' || quantity != Absent.LONG && executed > 0 && executed >= quantity;
        if (told == '6' || told == 'E') {
            return told;
        } else if (closed == '3' || closed == 'B') {
            return closed;
        } else if (filled) {
            return '2';
        } else if (told == '7' || told == '9') {
            return told;
        } else if (closed != 0) {
            return closed;
        } else if (executed > 0 || told == '1') {
            return '1';
        }
        return acknowledged && told != 'A' ? '0' : 'A';
    }
}
