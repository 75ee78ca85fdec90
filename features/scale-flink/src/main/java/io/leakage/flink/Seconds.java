package io.leakage.flink;

/** Event time in whole seconds. */
final class Seconds {
    private static final long SECOND = 1000;

    private Seconds() {
    }

    /** {@return the last millisecond of the second of a time, milliseconds since the epoch} */
    static long end(long millis) {
        return Math.floorDiv(millis, SECOND) * SECOND + SECOND - 1;
    }
}
