package io.leakage.itests.browser;

import io.leakage.desk.FreePort;
import io.leakage.desk.Launch;
import io.leakage.simulator.DropCopySession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The product as its launcher starts it, in a process of its own that can be killed and started again on the same journal and port. */
final class DeskProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int port = FreePort.tcp();
    private final int feed = FreePort.udp();
    private final int fix = FreePort.tcp();
    private Process process;

    /** @param folder where it keeps everything, configurations too; empty */
    DeskProcess(Path folder) throws IOException {
        this.folder = folder;
        configure("leakage.engine", "journal.directory=\"" + folder.resolve("journal") + "\"",
                "store.directory=\"" + folder.resolve("scores") + "\"", "drop.copy.sync=\"false\"");
        configure("leakage.market.feed-local", "name=\"local\"", "port=\"" + feed + "\"", "date=\"2026-01-30\"");
        configure("leakage.dropcopy.source-local", "name=\"local\"", "port=\"" + fix + "\"", "store=\"" + folder.resolve("sessions") + "\"",
                "sender.comp.id=\"SCORECARD\"", "target.comp.id=\"DESK\"");
    }

    private void configure(String pid, String... lines) throws IOException {
        Files.write(Files.createDirectories(folder.resolve("etc")).resolve(pid + ".config"), List.of(lines));
    }

    /** Starts it; returns when it answers. */
    void start() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        process = new ProcessBuilder(java.toString(), "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED", "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                "-Dchronicle.analytics.disable=true", "-Dchronicle.announcer.disable=true", property("leakage.root"),
                property("logback.configurationFile"), "-cp", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")), Launch.class.getName(), "--config", folder.resolve("etc").toString(), "--data",
                folder.resolve("data").toString(), "--port", Integer.toString(port)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start();
    }

    private static String property(String name) {
        return "-D" + name + "=" + System.getProperty(name);
    }

    /** Waits until it answers. */
    void awaitAnswer() throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("it does not answer: " + Files.readString(folder.resolve("log")));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("v1/orders").statusCode() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString());
    }

    /** {@return what it answers} */
    String ask(String path) throws IOException, InterruptedException {
        return get(path).body();
    }

    /** Ends it at once, as a crash does, or lets it stop; returns when it is gone. */
    void end(boolean atOnce) throws InterruptedException {
        if (atOnce) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
    }

    /** {@return the page's address} */
    String url() {
        return "http://127.0.0.1:" + port + "/leakage/";
    }

    /** {@return where its feed listens} */
    InetSocketAddress feed() {
        return new InetSocketAddress("127.0.0.1", feed);
    }

    /** {@return a drop copy of it that goes on with its numbers after every break} */
    DropCopySession dropCopy() {
        return DropCopySession.resuming("127.0.0.1", fix, "DESK", "SCORECARD");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
