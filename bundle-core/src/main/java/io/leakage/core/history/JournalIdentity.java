package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A journal's own name, in a file beside its segments: positions mean something only together with it. */
public final class JournalIdentity {
    private static final String FILE = "identity";

    private JournalIdentity() {
    }

    /**
     * {@return the name of the journal in a folder, given to it now when it had none}
     *
     * @throws UncheckedIOException when it can neither be read nor written
     */
    public static String of(Path dir) {
        Path file = dir.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                give(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal's name in " + file, e);
        }
    }

    /** Of two who give it one at the same time, the first does. */
    private static void give(Path file) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), FILE, ".new");
        Files.writeString(whole, UUID.randomUUID() + "\n");
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException given) {
            // somebody else gave it one
        } catch (UnsupportedOperationException noLinks) {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(whole);
    }
}
