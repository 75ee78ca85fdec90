package io.leakage.core.order;

import io.leakage.core.event.LeakageEvent;
import java.util.Arrays;

/** How long each drop copy lets wait, in nanoseconds of event time; and what holds for the one whose message is at hand. */
final class Patience {
    private static final long SECOND = 1_000_000_000L;
    /** An order not answered for so long is not counted as working, where a source says nothing else. */
    static final long ANSWER_NANOS = 30 * SECOND;
    /** A correction waits so long for its execution. */
    static final long CORRECTION_NANOS = 600 * SECOND;
    /** An order over and silent for so long may give its id to a new one: more than a break, less than a night. */
    static final long ID_NANOS = 6 * 3600 * SECOND;

    private static final int SAID = 3;

    private long[] said = new long[0];
    /** For an answer, of the source at hand. */
    long answerNanos = ANSWER_NANOS;
    /** For what a correction corrects. */
    long correctionNanos = CORRECTION_NANOS;
    /** Until an id may mean another order. */
    long idNanos = ID_NANOS;

    /** Takes what a source says of itself; 0 leaves what holds for all. */
    void hear(LeakageEvent event) {
        int at = event.source * SAID;
        if (at + SAID > said.length) {
            said = Arrays.copyOf(said, 2 * (at + SAID));
        }
        said[at] = event.quantity;
        said[at + 1] = event.orderRef;
        said[at + 2] = event.otherRef;
    }

    /** A message of this source is at hand. */
    void turnTo(int source) {
        int at = source * SAID;
        boolean known = at >= 0 && at + SAID <= said.length;
        answerNanos = known && said[at] > 0 ? said[at] : ANSWER_NANOS;
        correctionNanos = known && said[at + 1] > 0 ? said[at + 1] : CORRECTION_NANOS;
        idNanos = known && said[at + 2] > 0 ? said[at + 2] : ID_NANOS;
    }
}
