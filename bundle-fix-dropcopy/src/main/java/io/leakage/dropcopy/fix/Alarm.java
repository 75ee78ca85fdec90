package io.leakage.dropcopy.fix;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that something is wrong, the first time at once and then once a second at most, with the number of times kept back. */
final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(DropCopySession.class);
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String source;
    private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL_NANOS);
    private final AtomicLong raised = new AtomicLong();
    private final AtomicLong keptBack = new AtomicLong();

    /** An alarm of the source with this name. */
    Alarm(String source) {
        this.source = source;
    }

    /** {@return how often it was raised} */
    long raised() {
        return raised.get();
    }

    /** Says it, or counts it. */
    void raise(String what) {
        raised.incrementAndGet();
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= INTERVAL_NANOS && last.compareAndSet(before, now)) {
            long more = keptBack.getAndSet(0);
            LOG.error("drop copy {}: {}{}", source, Unreadable.shown(what), more == 0 ? "" : " (and " + more + " more before)");
        } else {
            keptBack.incrementAndGet();
        }
    }
}
