package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.Itch50Decoder;
import io.leakage.marketdata.wire.MessageSink;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipException;

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
    private static final int TOLD = 20;

    private final Path file;
    private final Consumer<String> problem;
    private final InputStream in;
    private final byte[] buffer = new byte[CAPACITY];
    private final boolean zeroPrefixed;
    private int position;
    private int limit;
    private long bufferOffset;
    private boolean atEnd;
    private boolean finished;
    private boolean truncated;
    private long messages;
    private long problems;
    private String broken;

    private ItchFile(Path file, Consumer<String> problem, InputStream in) throws IOException {
        this.file = file;
        this.problem = problem;
        this.in = in;
        this.zeroPrefixed = has(PREFIX) && prefix(position) == 0;
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
        InputStream in = UnpackedFile.open(file);
        try {
            return new ItchFile(file, problem, in);
        } catch (IOException | RuntimeException e) {
            in.close();
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
            if (!has(PREFIX + 1)) {
                tail(sink);
                return false;
            }
            int expected = Itch50Decoder.lengthOf(buffer[position + PREFIX]);
            int length = zeroPrefixed && prefix(position) == 0 ? expected : prefix(position);
            if (length == 0 && !zeroPrefixed && plausible(PREFIX)) {
                position += PREFIX;
            } else if (expected == 0 || length != expected) {
                damaged(sink, length, expected);
            } else if (!has(PREFIX + length)) {
                tail(sink);
            } else {
                sink.message(++messages, buffer, position + PREFIX, length);
                position += PREFIX + length;
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
        return problems;
    }

    /** {@return whether the file ends inside a message} */
    public boolean isTruncated() {
        return truncated;
    }

    /** {@return the byte the next message begins at, of the unpacked file} */
    public long offset() {
        return bufferOffset + position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void damaged(MessageSink sink, int length, int expected) throws IOException {
        String what = place() + (expected == 0
                ? "message type " + letter(buffer[position + PREFIX]) + ", expected one of " + Itch50Decoder.TYPES
                : "length " + length + " for type " + letter(buffer[position + PREFIX]) + ", expected " + expected);
        long number = ++messages;
        if (zeroPrefixed) {
            tell(what + "; the file carries no lengths, so reading stops here");
            sink.gap(number, number + 1);
            finish(sink);
            return;
        }
        boolean lost = expected != 0 || !plausible(PREFIX + length);
        resume(length, expected);
        tell(what + "; " + (atEnd && position == limit ? "nothing readable follows" : "reading goes on at byte " + offset()));
        if (lost) {
            sink.gap(number, number + 1);
        }
    }

    /** Goes to the next message: where the length says, else where the type says, else the first place that looks like one. */
    private void resume(int length, int expected) throws IOException {
        if (plausible(PREFIX + length)) {
            position += PREFIX + length;
        } else if (expected != 0 && plausible(PREFIX + expected)) {
            position += PREFIX + expected;
        } else {
            do {
                position++;
            } while (has(1) && !plausible(0));
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
        if (!has(ahead + PREFIX + 1)) {
            return limit - position == ahead ? ahead : -1;
        }
        int length = prefix(position + ahead);
        boolean frame = length != 0 && length == Itch50Decoder.lengthOf(buffer[position + ahead + PREFIX]);
        return frame && has(ahead + PREFIX + length) ? ahead + PREFIX + length : -1;
    }

    private void tail(MessageSink sink) throws IOException {
        int left = limit - position;
        boolean endMark = !zeroPrefixed && left == PREFIX && prefix(position) == 0;
        if (broken != null) {
            truncated = true;
            tell(place() + broken);
        } else if (left > PREFIX) {
            truncated = true;
            byte type = buffer[position + PREFIX];
            tell(place() + "the file ends after " + (left - PREFIX) + " bytes of a message of type " + letter(type) + ", expected "
                    + Itch50Decoder.lengthOf(type));
        } else if (left > 0 && !endMark) {
            truncated = true;
            tell(place() + "the file ends after " + left + (left == 1 ? " byte" : " bytes") + ", expected a length and a message");
        } else if (messages == 0) {
            tell(place() + "the file is empty, expected ITCH 5.0 messages");
        }
        position = limit;
        finish(sink);
    }

    private void finish(MessageSink sink) {
        finished = true;
        if (problems > TOLD) {
            problem.accept(file + ": " + (problems - TOLD) + " more places could not be read");
        }
        sink.ended(messages + 1);
    }

    private void tell(String what) {
        if (++problems <= TOLD) {
            problem.accept(what);
        }
    }

    private String place() {
        return file + ", byte " + offset() + ": ";
    }

    private static String letter(byte type) {
        return type > ' ' && type < 0x7F ? "'" + (char) type + "'" : String.format("0x%02X", type);
    }

    private int prefix(int at) {
        return (buffer[at] & 0xFF) << 8 | buffer[at + 1] & 0xFF;
    }

    /** {@return whether so many bytes lie ahead; reads them when they are not here yet} */
    private boolean has(int count) throws IOException {
        while (limit - position < count && !atEnd) {
            fill();
        }
        return limit - position >= count;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        bufferOffset += position;
        limit -= position;
        position = 0;
        try {
            int read = in.read(buffer, limit, CAPACITY - limit);
            atEnd = read < 0;
            limit += Math.max(read, 0);
        } catch (EOFException | ZipException e) {
            atEnd = true;
            broken = "the packed file is damaged here (" + e.getMessage() + "), expected more";
        }
    }
}
