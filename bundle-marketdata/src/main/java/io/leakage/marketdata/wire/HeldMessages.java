package io.leakage.marketdata.wire;

import java.util.Arrays;

/**
 * Messages that came too early, by their number: a window of the newest {@code capacity} numbers, an older message gives way to the newer
 * one in its place. Memory comes in pages as it is first needed and is kept. Messages longer than {@link #LONGEST} are kept only so far;
 * the format refuses such a message by its length. One thread.
 */
final class HeldMessages {
    /** Bytes of a message that are kept; no format here has a longer one. */
    static final int LONGEST = 102;

    private static final int PAGE = 1024;
    private static final int STRIDE = LONGEST + 2;

    private final int mask;
    private final Page[] pages;
    private long newest;

    HeldMessages(int capacity) {
        mask = capacity - 1;
        pages = new Page[(capacity + PAGE - 1) / PAGE];
    }

    int capacity() {
        return mask + 1;
    }

    boolean has(long sequence) {
        Page page = pages[page(sequence)];
        return page != null && page.sequences[slot(sequence)] == sequence;
    }

    /** {@return false when it is here already, or a newer one has its place} */
    boolean put(long sequence, byte[] bytes, int offset, int length, long receiveNanos, long now) {
        int number = page(sequence);
        if (pages[number] == null) {
            pages[number] = new Page();
        }
        Page page = pages[number];
        int slot = slot(sequence);
        if (page.sequences[slot] >= sequence) {
            return false;
        }
        page.sequences[slot] = sequence;
        newest = Math.max(newest, sequence);
        page.receiveNanos[slot] = receiveNanos;
        page.heldNanos[slot] = now;
        int kept = Math.min(length, LONGEST);
        page.bytes[slot * STRIDE] = (byte) kept;
        System.arraycopy(bytes, offset, page.bytes, slot * STRIDE + 1, kept);
        return true;
    }

    byte[] bytes(long sequence) {
        return pages[page(sequence)].bytes;
    }

    int offset(long sequence) {
        return slot(sequence) * STRIDE + 1;
    }

    int length(long sequence) {
        return pages[page(sequence)].bytes[slot(sequence) * STRIDE];
    }

    long receiveNanos(long sequence) {
        return pages[page(sequence)].receiveNanos[slot(sequence)];
    }

    /** {@return since when it has been held, on the clock that only grows} */
    long heldNanos(long sequence) {
        return pages[page(sequence)].heldNanos[slot(sequence)];
    }

    /** {@return the first number from here on that is held, {@code end} when there is none before it} */
    long next(long sequence, long end) {
        long last = Math.min(end - 1, newest);
        long at = Math.max(sequence, newest - mask);
        while (at <= last && !has(at)) {
            at++;
        }
        return at <= last ? at : end;
    }

    void clear() {
        newest = 0;
        for (Page page : pages) {
            if (page != null) {
                Arrays.fill(page.sequences, 0);
            }
        }
    }

    private int page(long sequence) {
        return ((int) sequence & mask) / PAGE;
    }

    private int slot(long sequence) {
        return (int) sequence & mask & PAGE - 1;
    }

    private static final class Page {
        private final long[] sequences = new long[PAGE];
        private final long[] receiveNanos = new long[PAGE];
        private final long[] heldNanos = new long[PAGE];
        private final byte[] bytes = new byte[PAGE * STRIDE];
    }
}
