package io.leakage.bench;

import io.leakage.api.event.Side;
import io.leakage.core.book.L3Books;
import io.leakage.marketdata.wire.BigEndian;
import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.Itch50Listener;

/** Ours: the decoder calls the books, which are told a packet ahead what comes. */
final class OurBooks implements Itch50Listener {
    private static final long PRICE_UNITS = 10_000;
    /** About so many messages fill a MoldUDP64 packet of 1,400 bytes. */
    private static final int PACKET = 24;

    private final L3Books books = new L3Books();
    private final Itch50Decoder decoder = new Itch50Decoder(this);
    private long changes;

    /** Applies length-prefixed messages. {@return how many} */
    long apply(byte[] bytes, int end) {
        long messages = 0;
        int at = 0;
        for (int packet = 0; at < end; packet--) {
            if (packet == 0) {
                packet = lookAhead(bytes, at, end);
            }
            int length = BigEndian.u16(bytes, at);
            if (!decoder.decode(bytes, at + 2, length)) {
                throw new IllegalArgumentException("no ITCH 5.0 message of " + length + " bytes at offset " + (at + 2));
            }
            at += 2 + length;
            messages++;
        }
        return messages;
    }

    /** Tells the books what the next packet's messages will touch; all these messages are about orders. {@return how many} */
    private int lookAhead(byte[] bytes, int from, int end) {
        int messages = 0;
        for (int at = from; at < end && messages < PACKET; messages++) {
            int message = at + 2;
            if (bytes[message] == 'A') {
                books.foreseeAdded(BigEndian.u16(bytes, message + 1), (bytes[message + 19] == 'B' ? Side.BUY : Side.SELL).ordinal(),
                        BigEndian.u32(bytes, message + 32) * PRICE_UNITS);
            } else {
                books.foresee(BigEndian.i64(bytes, message + 11));
            }
            at = message + BigEndian.u16(bytes, at);
        }
        books.touch();
        return messages;
    }

    @Override
    public void added(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4) {
        count(books.added(locate, order, side == 'B' ? Side.BUY : Side.SELL, shares, price4 * PRICE_UNITS));
    }

    @Override
    public void executed(int locate, int tracking, long nanos, long order, long shares, long match) {
        count(books.executed(locate, order, shares));
    }

    @Override
    public void cancelled(int locate, int tracking, long nanos, long order, long shares) {
        count(books.cancelled(locate, order, shares));
    }

    @Override
    public void deleted(int locate, int tracking, long nanos, long order) {
        count(books.deleted(locate, order));
    }

    @Override
    public void replaced(int locate, int tracking, long nanos, long order, long newOrder, long shares, long price4) {
        count(books.replaced(locate, order, newOrder, shares, price4 * PRICE_UNITS));
    }

    /** {@return the books} */
    L3Books books() {
        return books;
    }

    /** {@return how often a best price or its shares changed} */
    long changes() {
        return changes;
    }

    private void count(boolean changed) {
        changes += changed ? 1 : 0;
    }
}
