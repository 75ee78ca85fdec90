package io.leakage.ui;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs a program with windows on a screen of its own (Xvfb), since a process cannot choose its screen once it runs. */
public final class WindowProcess {
    private WindowProcess() {
    }

    /** {@return what the program printed}; skips the test where there is no Xvfb, and fails when the program does. */
    public static String run(Class<?> program, String... arguments) throws Exception {
        boolean there = Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
        Assumptions.assumeTrue(there, "skipped: no Xvfb in PATH; install xvfb");
        Process screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1100x500x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8))) {
            String[] command = new String[4 + arguments.length];
            command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            command[1] = "-cp";
            command[2] = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            command[3] = program.getName();
            System.arraycopy(arguments, 0, command, 4, arguments.length);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DISPLAY", ":" + told.readLine());
            builder.environment().put("NO_AT_BRIDGE", "1");
            Process shown = builder.start();
            String printed = new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!shown.waitFor(60, TimeUnit.SECONDS) || shown.exitValue() != 0) {
                throw new AssertionError(program.getSimpleName() + " failed:\n" + printed);
            }
            return printed;
        } finally {
            screen.destroy();
        }
    }
}
