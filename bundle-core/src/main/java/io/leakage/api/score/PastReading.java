package io.leakage.api.score;

/**
 * What is known of some trading days: their orders, or how far the run is that reads them, or why there is none.
 *
 * @param scorecard  the orders of these days and nothing else, for one thread; null while they are read, and when they cannot be
 * @param progress   share of the journal that was read, 0 to 1
 * @param failure    why they cannot be read now; empty when nothing is wrong
 * @param journal    which journal they were read from; empty when none was needed
 * @param position   the journal's position up to which they were read; what changed later comes from the live scorecard. 0 when none was
 *                   needed
 * @param asOfNanos  how far the scorecard had come, nanoseconds since the epoch, or {@code Absent.LONG}
 * @param run        number of the run that reads them or failed, to be named when asking again; 0 when none is needed
 */
public record PastReading(Scorecard scorecard, double progress, String failure, String journal, long position, long asOfNanos,
        long run) {
    /** {@return whether the orders are there} */
    public boolean isThere() {
        return scorecard != null;
    }
}
