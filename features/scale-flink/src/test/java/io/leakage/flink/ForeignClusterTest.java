package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it runs a job in a cluster of others: it ships what that lacks, and waits for what it says. */
class ForeignClusterTest {
    @TempDir
    private Path folder;

    @Test
    void aClusterOfFlinksOwnJarsTellsTheDigestsOfOnePipeline() throws Exception {
        Path journal = Desks.play(folder.resolve("journal"), 60, 61);
        try (ForeignCluster cluster = new ForeignCluster(Files.createDirectory(folder.resolve("cluster")), 2)) {
            Watched.await(() -> cluster.offers(2), "a cluster of two slots");

            Path told = folder.resolve("told");
            Process command = new ProcessBuilder(ForeignCluster.java(), "--add-opens=java.base/java.util=ALL-UNNAMED", "-cp", classPath(),
                    "io.leakage.flink.Scale", "--journal", journal.toString(), "--slots", "2", "--master", cluster.address().getAuthority(),
                    "--checkpoints", folder.resolve("kept").toUri().toString())
                    .redirectErrorStream(true).redirectOutput(told.toFile()).start();

            assertEquals(0, command.waitFor(), () -> text(told));
            assertTrue(text(told).endsWith(Desks.digests(journal).toString()), () -> text(told));
            assertTrue(text(told).contains("desk desk-P: rate 0.2, orders "), () -> text(told));

            ByteArrayOutputStream metrics = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(metrics, true, StandardCharsets.UTF_8);
            int asked = Scale.run(new String[] {"--metrics", "--master", cluster.address().getAuthority()}, out, out);
            assertEquals(0, asked, metrics::toString);
        }
    }

    /** {@return this test's class path with our own modules as the jars they are where they are installed} */
    private String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                String module = path.getParent().getParent().getFileName().toString();
                Path jar = folder.resolve((path.endsWith("test-classes") ? "tests-of-" : "") + module + "-test.jar");
                pack(path, jar);
                entries.add(jar.toString());
            } else if (Files.exists(path)) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
