package io.leakage.dropcopy.order;

/** At most so many messages in any one second; what is over is refused and not kept. The caller tells the time and sees to threads. */
final class SendLimit {
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST = 1000;

    /** When the latest messages went, as a ring; the next place holds the oldest. */
    private final long[] times;
    private int next;
    private int known;

    /** A limit of {@code most} messages a second, 1 to 1000. */
    SendLimit(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("messages a second: 1 to " + MOST + ", got " + most);
        }
        this.times = new long[most];
    }

    /** {@return whether a message may go now; then it counts. {@code nanos} never goes back} */
    boolean take(long nanos) {
        if (known == times.length && nanos - times[next] < SECOND) {
            return false;
        }
        times[next] = nanos;
        next = (next + 1) % times.length;
        known = Math.min(known + 1, times.length);
        return true;
    }

    /** {@return how many a second} */
    int most() {
        return times.length;
    }
}
