package io.leakage.api.score;

import java.util.Arrays;

/**
 * A row of fixed layout in 64-bit words: what the pipeline writes, the store keeps, the journal's readers compare byte for byte and a
 * column reads. One thread at a time.
 */
public abstract class Row {
    /** The row itself, for stores and encoders; the subclass says which word is what. */
    protected final long[] words;

    Row(int words) {
        this.words = new long[words];
    }

    /** {@return number of 64-bit words} */
    public final int length() {
        return words.length;
    }

    /** {@return one word as it is} */
    public final long word(int index) {
        return words[index];
    }

    /** Sets one word as it is: for stores that read a row back. */
    public final void word(int index, long value) {
        words[index] = value;
    }

    /** Makes this row equal to another of its kind. */
    protected final void copyWords(Row other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Row row && row.getClass() == getClass() && Arrays.equals(words, row.words);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(words);
    }
}
