package io.leakage.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    private Path parent;

    @Test
    void valuesAreWrittenAsFileInstallReadsThem() throws IOException {
        try (RunFolder folder = new RunFolder(parent)) {
            folder.configure("a.b-c", Map.of("file", "C:\\x=\"y\""));
            folder.configure("a.b-d", Map.of("accounts", List.of("E-1", 2)));

            assertEquals(List.of("file=\"C:\\\\x\\=\\\"y\\\"\""), Files.readAllLines(folder.etc().resolve("a.b-c.config")));
            assertEquals(List.of("accounts=[\"E-1\",\"2\"]"), Files.readAllLines(folder.etc().resolve("a.b-d.config")));
        }
    }

    @Test
    void nothingIsLeftOfARun() throws IOException {
        Path root;
        try (RunFolder folder = new RunFolder(parent.resolve("runs"))) {
            root = folder.root();
            Files.createDirectories(root.resolve("cache").resolve("bundle1"));
        }

        assertFalse(Files.exists(root));
    }

    @Test
    void everyRunHasAFolderOfItsOwn() throws IOException {
        try (RunFolder one = new RunFolder(parent); RunFolder other = new RunFolder(parent)) {
            assertNotEquals(one.root(), other.root());
        }
    }
}
