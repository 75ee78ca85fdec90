package io.leakage.archive;

import io.leakage.archive.depot.Depot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds files that are not as they were written. */
public final class Damages {
    private Damages() {
    }

    /**
     * {@return a file of this machine that has the size the manifest says}
     *
     * @throws IOException when it is missing or has another size; it is named
     */
    public static Path whole(Depot depot, ArchiveFile file) throws IOException {
        Path local;
        try {
            local = depot.local(file.path());
        } catch (NoSuchFileException e) {
            throw new IOException("archive " + depot.name() + ": " + file.path() + " is missing", e);
        }
        if (Files.size(local) != file.bytes()) {
            throw new IOException("archive " + depot.name() + ": " + file.path() + " has " + Files.size(local) + " bytes, expected "
                    + file.bytes());
        }
        return local;
    }

    /** {@return a line for each file that is missing, cut or damaged; reads all bytes} */
    public static List<String> of(Depot depot, Manifest manifest) {
        List<String> lines = new ArrayList<>();
        for (ArchiveFile file : manifest.files()) {
            try {
                if (Checksum.of(whole(depot, file)) != file.crc32c()) {
                    lines.add("archive " + depot.name() + ": " + file.path() + " is damaged: its bytes are not those that were written");
                }
            } catch (IOException e) {
                lines.add(e.getMessage());
            }
        }
        return lines;
    }
}
