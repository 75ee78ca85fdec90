package io.leakage.desk;

import io.leakage.api.event.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Writes a book as CSV lines, and knows what it wrote last. One thread. */
final class BookCsv {
    private static final String HEADER = "time_ns,seq,side,level,price,shares,orders\n";
    private static final long UNIT = 100_000_000;
    private static final int CELLS = 4;

    private final Appendable out;
    private final int deepest;
    private long[] cells = new long[64 * CELLS];
    private int count;
    private long[] written = {};
    private boolean begun;

    BookCsv(Appendable out, int deepest) {
        this.out = out;
        this.deepest = deepest;
    }

    /** Takes the book down, bids first. {@return whether it differs from what was written last} */
    boolean take(SymbolBook book) {
        count = 0;
        take(book, Side.BUY);
        take(book, Side.SELL);
        return !Arrays.equals(cells, 0, count, written, 0, written.length);
    }

    /** Writes the header line, once. */
    void header() throws IOException {
        if (!begun) {
            begun = true;
            out.append(HEADER);
        }
    }

    /** Writes what was taken down. */
    void write(long timeNanos, long sequence) throws IOException {
        header();
        int level = 0;
        for (int i = 0; i < count; i += CELLS) {
            boolean bid = cells[i] == 0;
            level = i > 0 && cells[i] == cells[i - CELLS] ? level + 1 : 1;
            out.append(Long.toString(timeNanos)).append(',').append(Long.toString(sequence)).append(bid ? ",B," : ",S,")
                    .append(Integer.toString(level)).append(',');
            price(cells[i + 1], out);
            out.append(',').append(Long.toString(cells[i + 2])).append(',').append(Long.toString(cells[i + 3])).append('\n');
        }
        written = Arrays.copyOf(cells, count);
    }

    /** Writes units of 1e-8 as a decimal number with two to eight decimals. */
    static void price(long price, Appendable out) throws IOException {
        out.append(price < 0 ? "-" : "").append(Long.toString(Math.abs(price / UNIT))).append('.');
        String decimals = Long.toString(UNIT + Math.abs(price % UNIT)).substring(1);
        int end = decimals.length();
        while (end > 2 && decimals.charAt(end - 1) == '0') {
            end--;
        }
        out.append(decimals, 0, end);
    }

    /** {@return a price as text} */
    static String text(long price) {
        StringBuilder text = new StringBuilder();
        try {
            price(price, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);   // a string builder has no disk
        }
        return text.toString();
    }

    private void take(SymbolBook book, Side side) {
        int levels = Math.min(deepest, book.levels(side));
        if (cells.length < count + levels * CELLS) {
            cells = Arrays.copyOf(cells, 2 * (count + levels * CELLS));
        }
        for (int level = 0; level < levels; level++) {
            cells[count++] = side.ordinal();
            cells[count++] = book.price(side, level);
            cells[count++] = book.shares(side, level);
            cells[count++] = book.orders(side, level);
        }
    }
}
