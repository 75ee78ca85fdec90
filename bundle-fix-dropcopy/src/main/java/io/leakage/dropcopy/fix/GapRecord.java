package io.leakage.dropcopy.fix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of a session is missing, kept over a restart: two numbers in a file beside the session's own. One thread at a time. */
final class GapRecord {
    private final Path file;
    private final Alarm alarm;
    private long from;
    private long to;

    /** The record of a source; {@code directory} empty to forget it with the process. */
    GapRecord(String directory, String source, Alarm alarm) {
        this.file = directory.isEmpty() ? null : Path.of(directory, source + ".gap");
        this.alarm = alarm;
        load();
    }

    /** {@return the first number missing} */
    long from() {
        return from;
    }

    /** {@return the first number behind those missing; equal to {@link #from} when none is} */
    long to() {
        return to;
    }

    /** {@return whether anything is missing} */
    boolean isOpen() {
        return to > from;
    }

    /** Keeps it, or with two equal numbers forgets it. */
    void keep(long first, long behind) {
        if (first == from && behind == to) {
            return;
        }
        from = first;
        to = behind;
        try {
            if (file == null) {
                return;
            }
            Files.createDirectories(file.getParent());
            if (isOpen()) {
                Files.writeString(file, first + " " + behind);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            alarm.raise("the gap " + first + " to " + behind + " is not recorded: " + e);
        }
    }

    private void load() {
        try {
            if (file != null && Files.exists(file)) {
                String[] numbers = Files.readString(file).trim().split(" ");
                from = Long.parseLong(numbers[0]);
                to = Long.parseLong(numbers[1]);
            }
        } catch (IOException | RuntimeException e) {
            alarm.raise("cannot read " + file + ", expected two numbers: " + e);
        }
    }
}
