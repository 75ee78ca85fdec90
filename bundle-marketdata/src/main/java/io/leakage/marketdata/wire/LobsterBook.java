package io.leakage.marketdata.wire;

/**
 * A line of a LOBSTER order book file: price and size of each offer and bid of the top K, the best first. A level that is not there has the
 * price {@link #NO_BID} or {@link #NO_OFFER} and size 0. Reused from line to line.
 */
public final class LobsterBook {
    /** The price (1e-4) of a bid that is not there. */
    public static final long NO_BID = -9_999_999_999L;
    /** The price (1e-4) of an offer that is not there. */
    public static final long NO_OFFER = 9_999_999_999L;

    private static final int CELLS = 4;

    private final int levels;
    private final long[] cells;

    /**
     * A book of so many levels, nothing in it.
     *
     * @param levels levels a side, from 1
     */
    public LobsterBook(int levels) {
        this.levels = levels;
        this.cells = new long[levels * CELLS];
    }

    /** {@return how many levels a side a line has, 0 when its numbers do not come in fours} */
    public static int levelsOf(byte[] b, int o, int length) {
        int commas = 0;
        for (int i = o; i < o + length; i++) {
            commas += b[i] == ',' ? 1 : 0;
        }
        return (commas + 1) % CELLS == 0 ? (commas + 1) / CELLS : 0;
    }

    /**
     * Reads a line.
     *
     * @param b      holds it
     * @param o      its first byte
     * @param length its bytes without the line's end
     * @return null, or what is wrong with it, for a person; the book is then half old, half new
     */
    public String read(byte[] b, int o, int length) {
        int end = o + length;
        int comma = o;
        while (comma < end && b[comma] != ',') {
            comma++;
        }
        int read = first(b, o, comma) ? 1 + LobsterDecoder.numbers(b, comma, end, cells, 1, cells.length) : 0;
        return read == cells.length ? null : read + " whole numbers, expected " + cells.length + ": offer price, offer size, bid price, bid"
                + " size of " + levels + (levels == 1 ? " level" : " levels");
    }

    private boolean first(byte[] b, int o, int comma) {
        boolean negative = o < comma && b[o] == '-';
        int at = o + (negative ? 1 : 0);
        if (at == comma || comma - at > 12) {
            return false;
        }
        long number = 0;
        for (; at < comma; at++) {
            if (b[at] < '0' || b[at] > '9') {
                return false;
            }
            number = number * 10 + b[at] - '0';
        }
        cells[0] = negative ? -number : number;
        return true;
    }

    /** {@return levels a side} */
    public int levels() {
        return levels;
    }

    /** {@return price of an offer in 1e-4, 0 the best} */
    public long offer4(int level) {
        return cells[level * CELLS];
    }

    /** {@return shares of an offer, 0 the best} */
    public long offerShares(int level) {
        return cells[level * CELLS + 1];
    }

    /** {@return price of a bid in 1e-4, 0 the best} */
    public long bid4(int level) {
        return cells[level * CELLS + 2];
    }

    /** {@return shares of a bid, 0 the best} */
    public long bidShares(int level) {
        return cells[level * CELLS + 3];
    }
}
