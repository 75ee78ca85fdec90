package io.leakage.itests.felix;

import io.leakage.desk.FreePort;
import io.leakage.desk.Launcher;
import io.leakage.desk.LocalDesk;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.FrameworkFactory;

/** What features/desk lists, booted in whatever framework is on the class path, every component configured. */
final class Desk implements AutoCloseable {
    private static final Path TARGET = Path.of(System.getProperty("leakage.root"), "features", "desk", "target");
    private static final int PATIENCE_MILLIS = 60_000;

    final LocalDesk local;

    /**
     * Boots and waits until everything is up.
     *
     * @param hostSuppliesApi whether io.leakage.api comes from this class path, as in an EMS that compiles against it
     */
    Desk(boolean hostSuppliesApi) throws IOException, BundleException {
        this(hostSuppliesApi, Map.of());
    }

    /** The same with more configurations, by PID. */
    Desk(boolean hostSuppliesApi, Map<String, Map<String, ?>> others) throws IOException, BundleException {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        local = new LocalDesk(new LocalDesk.Setup(factory, TARGET.resolve("bundles"), TARGET.resolve("runs"), hostSuppliesApi,
                FreePort.tcp(), LocalDate.of(2026, 1, 30), others));
    }

    /** The framework. */
    Launcher launcher() {
        return local.launcher();
    }

    /** What the page's port answers. */
    record Answer(int status, String contentType, String body) {
    }

    /** Gets a path below the page's address, or with a slash in front below the server's. */
    Answer get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address(path).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setReadTimeout(PATIENCE_MILLIS);
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, connection.getContentType(), body);
        }
    }

    private URI address(String path) {
        return path.startsWith("/") ? URI.create(local.url()).resolve(path) : URI.create(local.url() + path);
    }

    @Override
    public void close() {
        local.close();
    }
}
