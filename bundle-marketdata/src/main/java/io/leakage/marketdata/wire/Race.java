package io.leakage.marketdata.wire;

import java.util.Arrays;

/** Remembers which line brought the latest packets first and when, so that the second copy tells how far the first was ahead. */
final class Race {
    private static final int RECENT = 1 << 12;

    private final long[] sequences = new long[RECENT];
    private final long[] nanos = new long[RECENT];
    private final int[] lines = new int[RECENT];

    void won(int line, long sequence, long now) {
        int at = place(sequence);
        sequences[at] = sequence;
        nanos[at] = now;
        lines[at] = line;
    }

    /** {@return the line that won this packet against another one, −1 when none did or nobody remembers; it is then forgotten} */
    int winner(int loser, long sequence) {
        int at = place(sequence);
        if (sequences[at] != sequence || lines[at] == loser) {
            return -1;
        }
        sequences[at] = 0;
        return lines[at];
    }

    long wonAt(long sequence) {
        return nanos[place(sequence)];
    }

    void clear() {
        Arrays.fill(sequences, 0);
    }

    private static int place(long sequence) {
        return (int) (sequence * 0x9E37_79B9_7F4A_7C15L >>> 52);
    }
}
