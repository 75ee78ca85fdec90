package io.leakage.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leakage.api.score.ParentRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chronicle Map in JVMs whose flags are not ours. */
class ZeroFlagsTest {
    @TempDir
    private Path dir;

    @Test
    void chronicleRunsWithoutAnyFlag() throws IOException, InterruptedException {
        assertEquals("Chronicle Map in " + dir + ", read 42", run(System.getProperty("java.home")));
    }

    @Test
    void chronicleRunsWithoutAnyFlagOnJdk25() throws IOException, InterruptedException {
        String home = System.getenv("JAVA_HOME_25");
        assumeTrue(home != null, "JAVA_HOME_25 is not set");

        assertEquals("Chronicle Map in " + dir + ", read 42", run(home));
    }

    @Test
    void withoutChronicleTheHeapStoreSaysSo() throws IOException, InterruptedException {
        String said = run(System.getProperty("java.home"), "chronicle-core");

        assertTrue(said.startsWith("heap, Chronicle Map cannot be used here: java.lang.NoClassDefFoundError"), said);
        assertTrue(said.endsWith(", read 42"), said);
    }

    private String run(String javaHome, String... without) throws IOException, InterruptedException {
        List<String> path = new ArrayList<>(List.of(System.getProperty("java.class.path").split(":")));
        for (String jar : without) {
            path.removeIf(entry -> entry.contains(jar));
        }
        Path out = dir.resolve("out");
        Process process = new ProcessBuilder(Path.of(javaHome, "bin", "java").toString(), "-Xshare:off", "-cp", String.join(":", path),
                ZeroFlagsTest.class.getName(), dir.toString()).redirectOutput(out.toFile())
                .redirectError(dir.resolve("err").toFile()).start();
        assertEquals(0, process.waitFor(), () -> text(dir.resolve("err")));
        return text(out).trim();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The other process. */
    public static void main(String[] arguments) {
        try (ScoreStore store = ScoreStores.open(Path.of(arguments[0]), 100)) {
            store.put(ScoreStoreContract.parent(3, 42));
            ParentRow read = new ParentRow();
            store.get(3, read);
            System.out.println(store.kind() + ", read " + read.quantity());
        }
    }
}
