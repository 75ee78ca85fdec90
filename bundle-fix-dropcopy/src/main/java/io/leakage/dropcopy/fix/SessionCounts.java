package io.leakage.dropcopy.fix;

import java.util.concurrent.atomic.AtomicLong;

/** What happened in a session, in counts; any thread. */
final class SessionCounts {
    /** Gaps found. */
    final AtomicLong gaps = new AtomicLong();
    /** Resend requests sent. */
    final AtomicLong resends = new AtomicLong();
    /** Gap fills received. */
    final AtomicLong gapFills = new AtomicLong();
    /** Numbers of which the other side said that nothing is there. */
    final AtomicLong nothingThere = new AtomicLong();
    /** Times the numbers began anew. */
    final AtomicLong epochs = new AtomicLong();
    /** Messages with 43=Y that had been taken. */
    final AtomicLong duplicates = new AtomicLong();
    /** Messages with 43=Y. */
    final AtomicLong possDups = new AtomicLong();
    /** Messages with 97=Y. */
    final AtomicLong possResends = new AtomicLong();
    /** Silences. */
    final AtomicLong silences = new AtomicLong();
    /** Connections given up for a gap. */
    final AtomicLong drops = new AtomicLong();
}
