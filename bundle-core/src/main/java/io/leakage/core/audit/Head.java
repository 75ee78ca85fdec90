package io.leakage.core.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The number and hash of the newest line that was made durable, in a file beside the log: a log that ends before it has lost its end. After
 * a stop it may tell of an earlier line than the last, and must then be right about that one.
 */
final class Head {
    private final Path file;
    private final long lines;
    private final String hash;
    private boolean met;

    private Head(Path file, long lines, String hash) {
        this.file = file;
        this.lines = lines;
        this.hash = hash;
        this.met = lines == 0 && hash.equals(AuditLog.NONE);
    }

    /** {@return what the file says; where there is none, that no line was written} */
    static Head of(Path file) throws IOException {
        List<String> told = Files.exists(file) ? Files.readAllLines(file) : List.of("0", AuditLog.NONE);
        boolean readable = told.size() == 2 && told.get(0).matches("[0-9]{1,18}");
        return readable ? new Head(file, Long.parseLong(told.get(0)), told.get(1)) : new Head(file, -1, String.valueOf(told));
    }

    /** The log has this line. */
    void meets(long number, String hashOfLine) {
        met |= number == lines && hashOfLine.equals(hash);
    }

    /** {@return what is wrong with a log that ends with this line, empty for nothing} */
    String problem(long number, String hashOfLine) {
        return met ? "" : file + ": expected line " + lines + " with hash " + hash + ", the log ends with line " + number + " and "
                + hashOfLine;
    }

    static void write(Path file, long lines, String hash) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, lines + "\n" + hash + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
