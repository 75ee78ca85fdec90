package io.leakage.ilp;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real QuestDB in a process of its own; it can be killed like one. */
final class QuestServer implements AutoCloseable {
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private final Path folder;
    private final int port;
    private Process process;

    QuestServer(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(folder.resolve("conf"));
        Files.writeString(folder.resolve("conf/server.conf"), """
                http.bind.to=127.0.0.1:%d
                http.min.enabled=false
                pg.enabled=false
                line.tcp.enabled=false
                telemetry.enabled=false
                shared.worker.count=1
                """.formatted(port));
        start();
    }

    QuestHttp http() {
        return new QuestHttp("http://127.0.0.1:" + port, "");
    }

    /** Starts it, again after a kill; returns when it answers. */
    void start() throws IOException {
        List<String> command = List.of(System.getProperty("java.home") + "/bin/java", "-Xmx400m",
                "-cp", System.getProperty("java.class.path"), "io.questdb.ServerMain", "-d", folder.toString());
        Path log = folder.resolve("server.log");
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        long begun = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("the server did not come up: " + Files.readString(log));
            }
            Thread.onSpinWait();
        }
    }

    /** kill −9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@return what a query of one row and column answers, once everything written is applied to the table} */
    String answer(String table, String sql) throws IOException {
        String pending = "SELECT count() FROM wal_tables() WHERE name = '" + table + "' AND sequencerTxn <> writerTxn";
        long begun = System.nanoTime();
        while (!one(pending).equals("0")) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("what was written to " + table + " is not applied");
            }
        }
        return one(sql);
    }

    private String one(String sql) throws IOException {
        String json = http().sql(sql);
        return json.replaceFirst("(?s).*\"dataset\":\\[\\[(.*?)]].*", "$1");
    }

    private boolean answers() {
        try {
            return one("SELECT 1").equals("1");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
