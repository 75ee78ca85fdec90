package io.leakage.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the simulated broker gives its clients: the file that says which strategies it has. */
public final class CaseFiles {
    private CaseFiles() {
    }

    /**
     * Writes the broker's FIXatdl 1.1 file.
     *
     * @param file where to, over what is there
     * @return the file
     * @throws IOException when it cannot be written
     */
    public static Path writeStrategies(Path file) throws IOException {
        try (InputStream in = CaseFiles.class.getResourceAsStream("simb.atdl.xml")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
