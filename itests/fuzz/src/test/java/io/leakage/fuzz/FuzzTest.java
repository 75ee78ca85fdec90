package io.leakage.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer's short run: {@code itests/fuzz.sh} is the long one. Each target runs in a virtual machine of its own. */
class FuzzTest {
    private static final int RUNS = 50_000;

    @TempDir
    Path folder;

    /** {@return every target there is} */
    static Stream<String> targets() throws IOException {
        Path root = Path.of("target/classes");
        try (Stream<Path> classes = Files.walk(root)) {
            return classes.map(path -> root.relativize(path).toString()).filter(name -> name.endsWith("Target.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.')).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0} survives any bytes")
    @MethodSource("targets")
    void aDecoderSurvivesAnyBytes(String target) throws Exception {
        String told = fuzz(target, 0);

        assertTrue(told.contains("Done " + RUNS + " runs"), told);
    }

    @Test
    void aDecoderThatThrowsWouldBeFound() throws Exception {
        fuzz("io.leakage.fuzz.BrokenDecoder", 77);
    }

    /** {@return what the fuzzer said, when it ended as expected; 0: nothing found, 77: something found} */
    private String fuzz(String target, int expected) throws Exception {
        Path told = folder.resolve("told");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target, "--instrumentation_includes=io.leakage.**", "--reproducer_path=" + folder,
                "-runs=" + RUNS, "-seed=1", "-max_len=4096", "-artifact_prefix=" + folder + "/");
        int exit = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(told.toFile()).start()
                .waitFor();
        String text = Files.readString(told, StandardCharsets.ISO_8859_1);
        assertEquals(expected, exit, text);
        return text;
    }
}
