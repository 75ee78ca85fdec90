package io.leakage.dropcopy.fix;

import io.leakage.api.event.Absent;

/**
 * What was missing when the other side began its numbers anew. It is asked for by its old numbers; the answers come with 43=Y and a first
 * sending time of before the reset, and by that are told from the new session's own. One thread at a time.
 */
final class Debt {
    private final GapRecord record;
    private long from;
    private long to;
    private long sinceNanos = Absent.LONG;

    /** @param record knows what is missing */
    Debt(GapRecord record) {
        this.record = record;
    }

    /** The numbers began anew at this time: what is missing now is owed. */
    void owe(long nanos) {
        if (record.isOpen()) {
            from = record.from();
            to = record.to();
            sinceNanos = nanos;
        }
    }

    boolean isOpen() {
        return to > from;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** {@return whether a raw message is one of those owed} */
    boolean isOwed(String raw) {
        if (!isOpen() || !RawFields.yes(raw, 43)) {
            return false;
        }
        long number = RawFields.number(raw, 34);
        boolean fill = "4".equals(RawFields.text(raw, 35));
        return number >= from && number < to && (fill || RawFields.nanos(raw, 122) < sinceNanos);
    }

    /** It came up to before this number; {@return whether that is all} */
    boolean paid(long behind) {
        if (!isOpen()) {
            return false;
        }
        from = Math.max(from, behind);
        return !isOpen();
    }
}
