package io.leakage.core.book;

import java.util.ArrayList;
import java.util.List;

/**
 * The best prices of many instruments over a whole day, one behind the other as they came, each field a column: what a history is kept in
 * that many questions are asked of, see {@link AsOfPass}. One thread fills it; filled, any may read.
 */
public final class QuoteColumns {
    /** Quotes kept side by side: a day is as many pieces as it needs, so that none is ever copied. */
    static final int PIECE = 1 << 16;

    private final List<Piece> pieces = new ArrayList<>();
    private long rows;
    private long newest = Long.MIN_VALUE;
    private int instruments;

    /** So many quotes. */
    static final class Piece {
        final long[] nanos = new long[PIECE];
        final int[] instrument = new int[PIECE];
        final long[] bid = new long[PIECE];
        final long[] offer = new long[PIECE];
        int rows;
    }

    /**
     * A quote that is in force from its time on; of several with one time the last is.
     *
     * @param nanos      not before the last one's
     * @param instrument from 0
     * @param bid        in 1e-8, {@code Absent.LONG} when there is none; so is {@code offer}
     * @throws IllegalArgumentException when it is before the last one, or of no instrument
     */
    public void append(long nanos, int instrument, long bid, long offer) {
        if (nanos < newest || instrument < 0) {
            throw new IllegalArgumentException("a quote of instrument " + instrument + " at " + nanos + " behind one at " + newest);
        }
        if (rows % PIECE == 0) {
            pieces.add(new Piece());
        }
        Piece piece = pieces.get(pieces.size() - 1);
        piece.nanos[piece.rows] = nanos;
        piece.instrument[piece.rows] = instrument;
        piece.bid[piece.rows] = bid;
        piece.offer[piece.rows++] = offer;
        rows++;
        newest = nanos;
        instruments = Math.max(instruments, instrument + 1);
    }

    /** {@return how many quotes there are} */
    public long rows() {
        return rows;
    }

    /** {@return one more than the highest number of an instrument} */
    int instruments() {
        return instruments;
    }

    List<Piece> pieces() {
        return pieces;
    }
}
