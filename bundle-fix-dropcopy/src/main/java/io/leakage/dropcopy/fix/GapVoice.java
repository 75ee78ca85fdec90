package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderInlet;

/**
 * Tells the inlet what is missing: of the session's own numbers, and of those of wrapped messages (35=n), which have gaps of their own.
 * Only when neither lacks any more is it filled. One thread at a time.
 */
final class GapVoice {
    private final OrderInlet inlet;
    private boolean outer;
    private long inner;

    /** A voice while nothing is missing. */
    GapVoice(OrderInlet inlet) {
        this.inlet = inlet;
    }

    /** Numbers of the session are missing, the second exclusive. */
    synchronized void missing(long from, long to) {
        outer = true;
        inlet.gap(from, to);
    }

    /** None of the session's own is missing. */
    synchronized void filled() {
        outer = false;
        tellFilled();
    }

    /**
     * So many numbers of wrapped messages are missing.
     *
     * @param from the lowest of them, in the numbers of the session they came over
     * @param to   behind the highest
     */
    synchronized void inner(long missing, long from, long to) {
        if (missing == inner) {
            return;
        }
        boolean more = missing > inner;
        inner = missing;
        if (more) {
            inlet.gap(from, to);
        } else {
            tellFilled();
        }
    }

    private void tellFilled() {
        if (!outer && inner == 0) {
            inlet.filled();
        }
    }
}
