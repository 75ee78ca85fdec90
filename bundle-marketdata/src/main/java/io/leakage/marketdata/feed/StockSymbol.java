package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.Alpha;

/** A packed symbol as characters, reused, so that asking the inlet for an instrument leaves no garbage. */
final class StockSymbol implements CharSequence {
    private long packed;
    private int length;

    StockSymbol of(long stock) {
        packed = stock;
        length = Alpha.length(stock);
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("character " + index + " of " + length);
        }
        return Alpha.letter(packed, index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return Alpha.text(packed);
    }
}
