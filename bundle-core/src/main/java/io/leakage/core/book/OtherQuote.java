package io.leakage.core.book;

import io.leakage.api.event.Absent;
import io.leakage.core.event.LeakageEvent;

/** An instrument's quote as a second feed has it, to compare; a third is passed over. One thread. */
final class OtherQuote {
    /** Mids further apart than this disagree, in 1e-4 of ours. */
    private static final long TOLERANCE_BPS = 20;

    /** Null before the second feed's first quote. */
    private QuoteTape tape;
    private Feed feed;

    /** Takes a quote in. {@return whether it is the second feed's} */
    boolean told(LeakageEvent event, Feed by) {
        if (feed != null && feed != by) {
            return false;
        }
        if (tape == null) {
            tape = new QuoteTape();
            feed = by;
        }
        tape.append(by.watermark, event.price, event.orderRef, event.quantity, event.otherRef, QuoteTape.touch(event.price, event.orderRef));
        return true;
    }

    /** {@return twice its mid, {@link Absent#LONG} unless it disagrees with ours by more than {@value #TOLERANCE_BPS} bps} */
    long conflictingMidTwice(long ours) {
        long other = tape == null || tape.last() < 0 || feed.openHoles() != 0 ? Absent.LONG : tape.midTwice(tape.last());
        if (ours == Absent.LONG || other == Absent.LONG) {
            return Absent.LONG;
        }
        return Math.abs(ours - other) / (double) ours * 1e4 > TOLERANCE_BPS ? other : Absent.LONG;
    }
}
