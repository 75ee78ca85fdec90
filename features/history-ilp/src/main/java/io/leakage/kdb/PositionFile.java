package io.leakage.kdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How far a journal was published, in a file of our own: what holds when the other side starts anew and has forgotten it. */
final class PositionFile {
    private final Path file;

    PositionFile(Path folder, String writer, String journal) {
        file = folder.resolve(writer + "-" + journal.replaceAll("[^A-Za-z0-9_-]", "_") + ".position");
    }

    /** {@return the position, 0 when there is none} */
    long read() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": \"" + text + "\", expected a position", e);
        }
    }

    /** Writes it: whole or not at all. */
    void write(long position) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, position + "\n", StandardCharsets.US_ASCII);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
