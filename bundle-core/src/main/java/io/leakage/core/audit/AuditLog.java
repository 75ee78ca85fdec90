package io.leakage.core.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Appends lines, and makes them durable when asked to. A line is an object whose first members are {@code n}, which counts from 1, and
 * {@code before}, the hash of the line before, and whose last is {@code hash}: SHA-256 of the line's bytes up to it. The newest number and
 * hash stand in a file of their own beside it, so that a lost end shows too. Any thread.
 */
public final class AuditLog implements AutoCloseable {
    static final String NONE = "0".repeat(64);

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final FileChannel out;
    private long lines;
    private String before;
    private boolean isForced = true;
    private boolean isSealed = true;

    /**
     * Opens or begins a log.
     *
     * @param directory where {@code audit.jsonl} and {@code audit.head} lie
     * @throws UncheckedIOException     when it cannot be read or written
     * @throws IllegalArgumentException when what is there is not whole; names file, line and what is wrong
     */
    public AuditLog(Path directory) {
        this.file = directory.resolve(AuditCheck.LINES);
        try {
            Files.createDirectories(directory);
            AuditCheck check = AuditCheck.of(directory);
            if (!check.isWhole()) {
                throw new IllegalArgumentException(check.toString());
            }
            lines = check.lines();
            before = check.head();
            out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Appends a line.
     *
     * @param members what it says, in this order: texts, numbers, lists of texts, maps of texts
     * @throws UncheckedIOException when it could not be written; then nothing may be done that it was to tell
     */
    public synchronized void append(Map<String, ?> members) {
        try {
            String open = new String(open(members).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);   // a character a byte
            String hash = AuditCheck.hash(open);
            byte[] line = (open + AuditCheck.HASH + hash + "\"}\n").getBytes(StandardCharsets.ISO_8859_1);
            long end = out.size();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            } catch (IOException failed) {
                out.truncate(end);   // half a line would end the chain
                throw failed;
            }
            lines++;
            before = hash;
            isForced = false;
            isSealed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns when every line is durable.
     *
     * @throws UncheckedIOException when they could not be made so; then nothing may be done that they were to tell
     */
    public synchronized void force() {
        if (isForced) {
            return;
        }
        try {
            out.force(false);   // an appended file's length goes with its data
            checkPlace();
            isForced = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written to a file that somebody took away nobody will ever read. */
    private void checkPlace() throws IOException {
        if (Files.size(file) != out.size()) {
            throw new IOException(file + ": expected the " + out.size() + " bytes written, found another file of " + Files.size(file));
        }
    }

    /**
     * Returns when every line is durable and the newest stands beside the log. What waits for a line to be durable need not wait for this.
     *
     * @throws UncheckedIOException when that could not be done
     */
    public synchronized void seal() {
        force();
        if (isSealed) {
            return;
        }
        try {
            Head.write(file.resolveSibling(AuditCheck.HEAD), lines, before);
            isSealed = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String open(Map<String, ?> members) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("n", lines + 1);
            json.writeStringField("before", before);
            for (Map.Entry<String, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        }
        return text.toString().substring(0, text.toString().length() - 1);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object one : list) {
                write(json, one);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> one : map.entrySet()) {
                json.writeFieldName(String.valueOf(one.getKey()));
                write(json, one.getValue());
            }
            json.writeEndObject();
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    /**
     * {@return whether what stands on the disk is what was written}
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public synchronized AuditCheck check() {
        try {
            AuditCheck found = AuditCheck.of(file.getParent());
            boolean same = found.lines() == lines && found.head().equals(before);
            return !found.isWhole() || same ? found : new AuditCheck(found.file(), found.lines(), found.head(), found.file()
                    + ": expected line " + lines + " with hash " + before + " as the last, found line " + found.lines() + " with " + found.head());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return number of lines} */
    public synchronized long lines() {
        return lines;
    }

    @Override
    public synchronized void close() {
        try {
            seal();
        } finally {
            closeFile();
        }
    }

    private void closeFile() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
