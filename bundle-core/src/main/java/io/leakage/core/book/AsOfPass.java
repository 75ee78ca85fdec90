package io.leakage.core.book;

import io.leakage.api.event.Absent;
import java.util.Arrays;

/**
 * What the mids were around many fills, at many distances from each, found in one pass over a day: quotes and questions are both in order of
 * time, so that each quote is looked at once and no index is built. The questions of one distance are in the fills' own order; whichever
 * distance has the earliest one left says up to where the quotes may run on.
 */
public final class AsOfPass {
    private final long[] nanos;
    private final int[] instruments;
    private final long[] distances;
    private final long[] newest;
    private final long[][] answers;
    private final int[] asked;

    private AsOfPass(int known, long[] nanos, int[] instruments, long[] distances) {
        this.nanos = nanos;
        this.instruments = instruments;
        this.distances = distances;
        newest = new long[known];
        Arrays.fill(newest, Absent.LONG);
        answers = new long[distances.length][nanos.length];
        asked = new int[distances.length];
    }

    /**
     * Asks for twice the mid in force at each fill's time plus each distance.
     *
     * @param quotes      of the day
     * @param nanos       when each fill was, never falling
     * @param instruments of each fill
     * @param distances   in nanoseconds, negative for before the fill
     * @return by distance, then by fill: twice the mid in 1e-8; {@link Absent#LONG} before an instrument's first quote, and where a side was
     *         empty or the bid above the offer
     * @throws IllegalArgumentException when the fills are not in order of time, or not each has one instrument
     */
    public static long[][] midsTwice(QuoteColumns quotes, long[] nanos, int[] instruments, long... distances) {
        int known = quotes.instruments();
        for (int i = 0; i < nanos.length; i++) {
            if (nanos.length != instruments.length || i > 0 && nanos[i] < nanos[i - 1]) {
                throw new IllegalArgumentException("fill " + i + " of " + nanos.length + " with " + instruments.length + " instruments, at "
                        + nanos[i] + " behind " + nanos[Math.max(0, i - 1)]);
            }
            known = Math.max(known, instruments[i] + 1);
        }
        AsOfPass pass = new AsOfPass(known, nanos, instruments, distances);
        pass.run(quotes);
        return pass.answers;
    }

    private void run(QuoteColumns quotes) {
        long due = answerBefore(Long.MIN_VALUE);
        for (QuoteColumns.Piece piece : quotes.pieces()) {
            due = run(piece, due);
        }
        answerBefore(Long.MAX_VALUE);
    }

    private long run(QuoteColumns.Piece piece, long firstDue) {
        long due = firstDue;
        for (int row = 0; row < piece.rows; row++) {
            long time = piece.nanos[row];
            if (time > due) {
                due = answerBefore(time);
            }
            long bid = piece.bid[row];
            long offer = piece.offer[row];
            boolean known = bid != Absent.LONG && offer != Absent.LONG && bid <= offer;
            newest[piece.instrument[row]] = known ? bid + offer : Absent.LONG;
        }
        return due;
    }

    /** Answers every question of an earlier time. {@return the time of the first one left} */
    private long answerBefore(long time) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < distances.length; i++) {
            long distance = distances[i];
            int fill = asked[i];
            while (fill < nanos.length && nanos[fill] + distance < time) {
                answers[i][fill] = newest[instruments[fill]];
                fill++;
            }
            asked[i] = fill;
            next = fill < nanos.length ? Math.min(next, nanos[fill] + distance) : next;
        }
        return next;
    }
}
