package io.leakage.dropcopy.fix;

import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process with an engine and one drop copy in it, until it is killed; it says {@code u} once it is up. */
final class KilledDesk {
    private static final int HEARTBEAT_SECONDS = 5;

    private KilledDesk() {
    }

    /** {@code KilledDesk DIRECTORY PORT}; ends when its standard input does. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        DropCopySource source = source(directory, Integer.parseInt(arguments[1]),
                Integer.getInteger("leakage.heartbeat", HEARTBEAT_SECONDS));
        try (LeakageEngine engine = engine(directory);
                DropCopySession session = new DropCopySession(source, engine.inlets().orders(source.name()))) {
            session.start();
            System.out.print('u');
            System.out.flush();
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    static LeakageEngine engine(Path directory) {
        return new LeakageEngine(new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory.resolve("journal"), null,
                Boolean.getBoolean("leakage.sync"), 64));
    }

    static DropCopySource source(Path directory, int port) {
        return source(directory, port, HEARTBEAT_SECONDS);
    }

    static DropCopySource source(Path directory, int port, int heartbeatSeconds) {
        return new DropCopySource("street", FixVersion.FIX_4_4, false, "127.0.0.1", port, "LEAK", "EMS", heartbeatSeconds, 1,
                FixScan.DEFAULT_PARENT_TAG, directory.resolve("sessions").toString(), "", "UTC", "", 0);
    }

    /** Starts such a process and waits until it is up. */
    static Process start(Path directory, int port, String... before) throws IOException {
        return start(directory, port, HEARTBEAT_SECONDS, before);
    }

    static Process start(Path directory, int port, int heartbeatSeconds, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dleakage.sync=" + System.getProperty("leakage.sync"),
                "-Dleakage.heartbeat=" + heartbeatSeconds, "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), KilledDesk.class.getName(), directory.toString(),
                Integer.toString(port)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (process.getInputStream().read() != 'u') {
            throw new IOException(command + " ended with " + process.exitValue() + " before it was up");
        }
        return process;
    }
}
