package io.leakage.dropcopy.fix;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A FIX log as a tape: raw messages one a line, fields ended by SOH or {@code |}, with or without something (a time, as QuickFIX logs have)
 * before {@code 8=FIX}. Blank lines are skipped. A line that cannot be read is told with file, line and what was expected, goes to the
 * inlet's quarantine, and the rest goes on. One thread.
 *
 * <p>{@link #next} moves to the next order message and {@link #deliver} hands it on, so that a caller can put other tapes' events in
 * between by time.
 */
public final class FixLog implements Closeable {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int FIRST_LINE = 4096;
    private static final byte[] BEGIN = {'8', '=', 'F', 'I', 'X'};

    private final Path file;
    private final DropCopyReader reader;
    private final Consumer<String> problems;
    private final InputStream in;
    private byte[] line = new byte[FIRST_LINE];
    private int length;
    private boolean cut;
    private long lineNumber;
    private long unreadable;

    /**
     * Opens a log.
     *
     * @param file     which
     * @param reader   the source's reader
     * @param problems told of every line that cannot be read: file, line number, what was expected
     * @throws IOException when the file cannot be opened
     */
    public FixLog(Path file, DropCopyReader reader, Consumer<String> problems) throws IOException {
        this.file = file;
        this.reader = reader;
        this.problems = problems;
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /**
     * Moves to the next order message. Lines before it that cannot be read are told and quarantined, messages of other types counted.
     *
     * @return false at the end
     * @throws IOException when the file cannot be read on
     */
    public boolean next() throws IOException {
        while (readLine()) {
            lineNumber++;
            if (scan() == FixScan.Outcome.ORDER) {
                return true;
            }
        }
        return false;
    }

    /** {@return when the message at hand happened, nanoseconds since the epoch, {@code Absent.LONG} when it does not say} */
    public long eventNanos() {
        return reader.eventNanos();
    }

    /** Hands the message at hand to the inlet. */
    public void deliver() {
        if (reader.deliver() == FixScan.Outcome.UNREADABLE) {
            tell(reader.problem());
        }
    }

    /** {@return lines read so far, blank ones included} */
    public long lines() {
        return lineNumber;
    }

    /** {@return lines that could not be read so far} */
    public long unreadable() {
        return unreadable;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private FixScan.Outcome scan() {
        if (length == 0) {
            return FixScan.Outcome.IGNORED;
        }
        int begin = begin();
        if (begin < 0 || cut) {
            String problem = cut ? "longer than " + LONGEST_LINE + " bytes, expected one FIX message"
                    : "\"" + Unreadable.shown(line, 0, length) + "\", expected a FIX message, 8=FIX…";
            reader.quarantine(line, 0, length, problem);
            tell(problem);
            return FixScan.Outcome.UNREADABLE;
        }
        separate(begin);
        FixScan.Outcome outcome = reader.scan(line, begin, length - begin);
        if (outcome != FixScan.Outcome.ORDER) {
            reader.deliver();
        }
        if (outcome == FixScan.Outcome.UNREADABLE) {
            tell(reader.problem());
        }
        return outcome;
    }

    private void tell(String problem) {
        unreadable++;
        problems.accept(file + ", line " + lineNumber + ": " + problem);
    }

    /** The message begins at the first {@code 8=FIX} that is not the end of another tag (108=FIX). */
    private int begin() {
        for (int at = 0; at + BEGIN.length <= length; at++) {
            boolean tag = at == 0 || line[at - 1] < '0' || line[at - 1] > '9';
            if (tag && Arrays.equals(line, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Puts SOH where this line writes {@code |}: its first field tells. */
    private void separate(int begin) {
        int at = begin;
        while (at < length && line[at] != FixScan.SOH && line[at] != '|') {
            at++;
        }
        if (at == length || line[at] == FixScan.SOH) {
            return;
        }
        for (; at < length; at++) {
            if (line[at] == '|') {
                line[at] = FixScan.SOH;
            }
        }
    }

    private boolean readLine() throws IOException {
        length = 0;
        cut = false;
        int next = in.read();
        if (next < 0) {
            return false;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            append((byte) next);
        }
        while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == ' ' || line[length - 1] == '\t')) {
            length--;
        }
        return true;
    }

    private void append(byte next) {
        if (length == line.length) {
            if (length == LONGEST_LINE) {
                cut = true;
                return;
            }
            line = Arrays.copyOf(line, Math.min(LONGEST_LINE, 2 * length));
        }
        line[length++] = next;
    }
}
