package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose wall clock libfaketime sets while it runs; its monotonic clock is left alone, as a real step leaves it. */
class FaketimeStepTest {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    void aStepIsSeenAndOneByTaiMinusUtcIsSuspectUntilTakenBack() throws Exception {
        set("+0");
        Process process = start();
        try {
            await("UNSYNC", "LOCKED");
            set("+5");
            await("STEPPED the clock jumped by ");
            await("UNSYNC", "LOCKED");
            set("+42");
            await("TAI_SUSPECT the clock jumped by 37 s");
            set("+5");
            await("STEPPED the clock jumped by -3");   // 36.99… or 37.00…
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void set(String offset) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), offset + "\n");
        Files.move(next, folder.resolve("offset"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), StepMain.class.getName());
        builder.environment().put("LD_PRELOAD", library().toString());
        builder.environment().put("FAKETIME_TIMESTAMP_FILE", folder.resolve("offset").toString());
        builder.environment().put("FAKETIME_CACHE_DURATION", "1");
        builder.environment().put("DONT_FAKE_MONOTONIC", "1");
        Process process = builder.redirectError(folder.resolve("errors").toFile()).start();
        Thread reader = new Thread(() -> read(process.inputReader()), "faketime-output");
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add("ended: " + e.getMessage());
        }
    }

    private void await(String... beginnings) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        String line;
        do {
            line = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertNotNull(line, "never said " + String.join(" or ", beginnings) + "; " + Files.readString(folder.resolve("errors")));
        } while (Stream.of(beginnings).noneMatch(line::startsWith));
    }

    private static Path library() {
        try (Stream<Path> files = Files.find(Path.of("/usr/lib"), 4, (file, any) -> file.endsWith("faketime/libfaketime.so.1"))) {
            return files.findFirst().orElseGet(() -> Assumptions.abort("libfaketime is not installed (Debian: libfaketime)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
