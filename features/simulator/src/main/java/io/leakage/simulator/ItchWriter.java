package io.leakage.simulator;

import io.leakage.api.event.Side;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes Nasdaq TotalView-ITCH 5.0 messages, bit for bit as the specification lays them out, one call a message:
 * <pre>  new ItchWriter(out).directory(1, "INST").add(1, nanos, 7, Side.BUY, 500, "INST", 99_98000000L).executed(1, nanos, 7, 200, 1)</pre>
 *
 * <p>{@code locate} is the venue's number for the instrument (1 … 65535), {@code nanos} nanoseconds since the venue's midnight,
 * {@code price} units of 1e-8 as everywhere in this house (the wire carries 1e-4; a price between is refused), {@code shares} whole
 * units up to 2³²−1. What does not fit its field is an {@link IllegalArgumentException} that names the field. One thread.
 */
public final class ItchWriter {
    /** Nanoseconds of a day: no timestamp lies at or beyond it. */
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;
    /** Units of 1e-8 in one unit of the wire. */
    private static final long WIRE_PRICE = 10_000;

    private final MessageSink sink;
    private final byte[] bytes = new byte[64];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final long[] counts = new long[128];
    private long total;

    /**
     * Writes into anything that takes messages.
     *
     * @param sink gets every message, in the order of the calls
     */
    public ItchWriter(MessageSink sink) {
        this.sink = sink;
    }

    /**
     * Writes a length-prefixed file; the caller flushes and closes the stream.
     *
     * @param out gets two bytes of length before every message
     */
    public ItchWriter(OutputStream out) {
        this(new LengthPrefixedFile(out));
    }

    /** {@return how many messages were written} */
    public long total() {
        return total;
    }

    /**
     * Counts one kind of message.
     *
     * @param type the message's type, 'A' for one
     * @return how many of them were written
     */
    public long count(char type) {
        return counts[type];
    }

    /** S: the venue's day went a step on; code O, S, Q, M, E or C. */
    public ItchWriter system(long nanos, char code) {
        return header('S', 0, nanos).character(code).send();
    }

    /** R at midnight, for a tape made by hand. */
    public ItchWriter directory(int locate, String symbol) {
        return directory(locate, 0, symbol);
    }

    /** R: the venue lists this instrument today (Nasdaq Global Select, round lot 100, common stock). */
    public ItchWriter directory(int locate, long nanos, String symbol) {
        header('R', locate, nanos).text(symbol, 8).character('Q').character('N').number(100).character('N').character('C').text("Z", 2);
        return character('P').character('N').character('N').character('1').character('N').number(0).character('N').send();
    }

    /** H: trading state T trading, H halted, P paused, Q quotation only. */
    public ItchWriter tradingAction(int locate, long nanos, String symbol, char state) {
        return header('H', locate, nanos).text(symbol, 8).character(state).character(' ').text("", 4).send();
    }

    /** Y: short-sale restriction; action 0 none, 1 in force by today's drop, 2 still in force. */
    public ItchWriter shortSaleRestriction(int locate, long nanos, String symbol, char action) {
        return header('Y', locate, nanos).text(symbol, 8).character(action).send();
    }

    /** A: a displayed order joined the book. */
    public ItchWriter add(int locate, long nanos, long ref, Side side, long shares, String symbol, long price) {
        return order('A', locate, nanos, ref, side, shares).text(symbol, 8).price(price).send();
    }

    /** F: a displayed order of a named market participant (four letters) joined the book. */
    public ItchWriter addAttributed(int locate, long nanos, long ref, Side side, long shares, String symbol, long price,
            String participant) {
        return order('F', locate, nanos, ref, side, shares).text(symbol, 8).price(price).text(participant, 4).send();
    }

    /** E: a displayed order traded at its own price. */
    public ItchWriter executed(int locate, long nanos, long ref, long shares, long matchNumber) {
        return header('E', locate, nanos).longNumber(ref).number(shares).longNumber(matchNumber).send();
    }

    /** C: a displayed order traded at another price; not printable when the print is told elsewhere. */
    public ItchWriter executedAt(int locate, long nanos, long ref, long shares, long matchNumber, boolean printable, long price) {
        header('C', locate, nanos).longNumber(ref).number(shares).longNumber(matchNumber);
        return character(printable ? 'Y' : 'N').price(price).send();
    }

    /** X: so many shares of a displayed order were cancelled; the rest keeps its place. */
    public ItchWriter cancelled(int locate, long nanos, long ref, long shares) {
        return header('X', locate, nanos).longNumber(ref).number(shares).send();
    }

    /** D: a displayed order left the book. */
    public ItchWriter deleted(int locate, long nanos, long ref) {
        return header('D', locate, nanos).longNumber(ref).send();
    }

    /** U: a displayed order was replaced by one with a new reference, last in its queue. */
    public ItchWriter replaced(int locate, long nanos, long ref, long newRef, long shares, long price) {
        return header('U', locate, nanos).longNumber(ref).longNumber(newRef).number(shares).price(price).send();
    }

    /** P: a trade with an order that was not displayed; reference 0 and side B whatever its side was, as the venue does since 2014. */
    public ItchWriter hiddenTrade(int locate, long nanos, long shares, String symbol, long price, long matchNumber) {
        return order('P', locate, nanos, 0, Side.BUY, shares).text(symbol, 8).price(price).longNumber(matchNumber).send();
    }

    /** Q: a cross printed; type O opening, C closing, H halt or IPO. */
    public ItchWriter cross(int locate, long nanos, long shares, String symbol, long price, long matchNumber, char crossType) {
        header('Q', locate, nanos).longNumber(shares).text(symbol, 8).price(price).longNumber(matchNumber);
        return character(crossType).send();
    }

    /** B: an earlier print never happened. */
    public ItchWriter broken(int locate, long nanos, long matchNumber) {
        return header('B', locate, nanos).longNumber(matchNumber).send();
    }

    private ItchWriter header(char type, int locate, long nanos) {
        if (locate < 0 || locate > 0xFFFF) {
            throw new IllegalArgumentException("stock locate " + locate + " is not within 0 … 65535");
        }
        if (nanos < 0 || nanos >= DAY_NANOS) {
            throw new IllegalArgumentException("timestamp " + nanos + " ns is not within one day");
        }
        buffer.clear();
        buffer.put((byte) type).putShort((short) locate).putShort((short) 0).putShort((short) (nanos >>> 32)).putInt((int) nanos);
        return this;
    }

    private ItchWriter order(char type, int locate, long nanos, long ref, Side side, long shares) {
        return header(type, locate, nanos).longNumber(ref).character(side == Side.BUY ? 'B' : 'S').number(shares);
    }

    private ItchWriter character(char value) {
        buffer.put((byte) value);
        return this;
    }

    private ItchWriter number(long value) {
        if (value < 0 || value > UNSIGNED_INT) {
            throw new IllegalArgumentException("number " + value + " does not fit four bytes");
        }
        buffer.putInt((int) value);
        return this;
    }

    private ItchWriter longNumber(long value) {
        buffer.putLong(value);
        return this;
    }

    private ItchWriter price(long price) {
        if (price < 0 || price % WIRE_PRICE != 0 || price / WIRE_PRICE > UNSIGNED_INT) {
            throw new IllegalArgumentException("price " + price + "e-8 is not a whole number of 0.0001 that fits four bytes");
        }
        return number(price / WIRE_PRICE);
    }

    private ItchWriter text(String value, int width) {
        byte[] ascii = value.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length > width) {
            throw new IllegalArgumentException("'" + value + "' is longer than its " + width + " bytes");
        }
        buffer.put(ascii);
        for (int i = ascii.length; i < width; i++) {
            buffer.put((byte) ' ');
        }
        return this;
    }

    private ItchWriter send() {
        sink.message(bytes, 0, buffer.position());
        counts[bytes[0]]++;
        total++;
        return this;
    }
}
