package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.BigEndian;
import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.MessageSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A recorded day of ITCH 5.0, message by message. Before each message stand two bytes: its length, big-endian, or 00 00, and then the type
 * gives the length; the file's first bytes say which. What gzip or zstd packed is unpacked on the way.
 *
 * <p>A length of 0 among others is the mark some recorders set at the end of a session. What cannot be read is told with file, byte and
 * what was expected. With lengths, reading goes on at the next message; without, it stops there. One thread; nothing is allocated per
 * message.
 */
public final class ItchFile implements Closeable {
    private static final int CAPACITY = 1 << 18;
    private static final int PREFIX = 2;

    private final ByteWindow window;
    private final Complaints complaints;
    private final boolean zeroPrefixed;
    private boolean finished;
    private boolean truncated;
    private long messages;

    private ItchFile(ByteWindow window, Complaints complaints) throws IOException {
        this.window = window;
        this.complaints = complaints;
        this.zeroPrefixed = window.has(PREFIX) && prefix(0) == 0;
    }

    /**
     * Opens a file.
     *
     * @param file    what to read
     * @param problem told, in a sentence for a person, of what could not be read
     * @return the file before its first message
     * @throws IOException when it cannot be opened
     */
    public static ItchFile open(Path file, Consumer<String> problem) throws IOException {
        ByteWindow window = new ByteWindow(UnpackedFile.open(file), CAPACITY);
        try {
            return new ItchFile(window, new Complaints(file, problem));
        } catch (IOException | RuntimeException e) {
            window.close();
            throw e;
        }
    }

    /**
     * Hands on one message; behind the last it says that the feed ended.
     *
     * @param sink takes it
     * @return false when there was none left
     * @throws IOException when the disk fails
     */
    public boolean next(MessageSink sink) throws IOException {
        while (!finished) {
            if (!window.has(PREFIX + 1)) {
                tail(sink);
                return false;
            }
            int expected = Itch50Decoder.lengthOf(type(0));
            int length = zeroPrefixed && prefix(0) == 0 ? expected : prefix(0);
            if (length == 0 && !zeroPrefixed && plausible(PREFIX)) {
                window.skip(PREFIX);
            } else if (expected == 0 || length != expected) {
                damaged(sink, length, expected);
            } else if (!window.has(PREFIX + length)) {
                tail(sink);
            } else {
                sink.message(++messages, window.bytes(), window.position() + PREFIX, length);
                window.skip(PREFIX + length);
                return true;
            }
        }
        return false;
    }

    /**
     * Hands on every message that is left.
     *
     * @param sink takes them
     * @throws IOException when the disk fails
     */
    public void readAll(MessageSink sink) throws IOException {
        while (next(sink)) {
            continue;
        }
    }

    /** {@return the number of the latest message, from 1; one that could not be read has a number too} */
    public long messages() {
        return messages;
    }

    /** {@return how many places could not be read} */
    public long problems() {
        return complaints.problems();
    }

    /** {@return whether the file ends inside a message} */
    public boolean isTruncated() {
        return truncated;
    }

    /** {@return the byte the next message begins at, of the unpacked file} */
    public long offset() {
        return window.offset();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private void damaged(MessageSink sink, int length, int expected) throws IOException {
        long start = offset();
        String what = expected == 0
                ? "message type " + letter(type(0)) + ", expected one of " + Itch50Decoder.TYPES
                : "length " + length + " for type " + letter(type(0)) + ", expected " + expected;
        long number = ++messages;
        if (zeroPrefixed) {
            complaints.tell(start, what + "; the file carries no lengths, so reading stops here");
            sink.gap(number, number + 1);
            finish(sink);
            return;
        }
        boolean lost = expected != 0 || !plausible(PREFIX + length);
        resume(length, expected);
        complaints.tell(start, what + "; " + (window.has(1) ? "reading goes on at byte " + offset() : "nothing readable follows"));
        if (lost) {
            sink.gap(number, number + 1);
        }
    }

    /** Goes to the next message: where the length says, else where the type says, else the first place that looks like one. */
    private void resume(int length, int expected) throws IOException {
        if (plausible(PREFIX + length)) {
            window.skip(PREFIX + length);
        } else if (expected != 0 && plausible(PREFIX + expected)) {
            window.skip(PREFIX + expected);
        } else {
            do {
                window.skip(1);
            } while (window.has(1) && !plausible(0));
        }
    }

    /** Two messages in a row, or one and the end, or the end. */
    private boolean plausible(int ahead) throws IOException {
        int next = behindFrame(ahead);
        return next == ahead || next > 0 && behindFrame(next) > 0;
    }

    /** {@return where the frame ahead ends; {@code ahead} itself at the end of the file; −1 when there is no frame} */
    private int behindFrame(int ahead) throws IOException {
        if (ahead > CAPACITY - 2 * (PREFIX + Itch50Decoder.MAX_LENGTH)) {
            return -1;
        }
        if (!window.has(ahead + PREFIX + 1)) {
            return window.left() == ahead ? ahead : -1;
        }
        int length = prefix(ahead);
        boolean frame = length != 0 && length == Itch50Decoder.lengthOf(type(ahead));
        return frame && window.has(ahead + PREFIX + length) ? ahead + PREFIX + length : -1;
    }

    private void tail(MessageSink sink) {
        int left = window.left();
        String what = missing(left);
        truncated = what != null;
        if (truncated) {
            complaints.tell(offset(), what);
        } else if (messages == 0) {
            complaints.tell(offset(), "the file is empty, expected ITCH 5.0 messages");
        }
        window.skip(left);
        finish(sink);
    }

    /** {@return what the file should go on with; null when it may end here} */
    private String missing(int left) {
        if (window.broken() != null) {
            return window.broken() + ", expected more";
        }
        if (left > PREFIX) {
            return "the file ends after " + (left - PREFIX) + " bytes of a message of type " + letter(type(0)) + ", expected "
                    + Itch50Decoder.lengthOf(type(0));
        }
        boolean endMark = !zeroPrefixed && left == PREFIX && prefix(0) == 0;
        return left == 0 || endMark ? null
                : "the file ends after " + left + (left == 1 ? " byte" : " bytes") + ", expected a length and a message";
    }

    private void finish(MessageSink sink) {
        finished = true;
        complaints.end();
        sink.ended(messages + 1);
    }

    private byte type(int ahead) {
        return window.bytes()[window.position() + ahead + PREFIX];
    }

    private int prefix(int ahead) {
        return BigEndian.u16(window.bytes(), window.position() + ahead);
    }

    private static String letter(byte type) {
        return type > ' ' && type < 0x7F ? "'" + (char) type + "'" : String.format("0x%02X", type);
    }
}
