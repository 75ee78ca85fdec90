package io.leakage.itests.felix;

import io.leakage.desk.FeatureList;
import io.leakage.desk.FreePort;
import io.leakage.desk.HostApi;
import io.leakage.desk.Launcher;
import io.leakage.desk.RunFolder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * What features/desk lists, booted in whatever framework is on the class path, with a configuration for each component and ports of
 * its own.
 */
final class Desk implements AutoCloseable {
    static final Path BUNDLES = Path.of(System.getProperty("leakage.root"), "features", "desk", "target", "bundles");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final int httpPort = FreePort.tcp();
    final int feedPort = FreePort.udp();
    final int fixPort = FreePort.tcp();
    final Launcher launcher;
    private final RunFolder folder;

    /**
     * Boots and waits until everything is up.
     *
     * @param hostSuppliesApi whether io.leakage.api comes from this class path, as in an EMS that compiles against it
     */
    Desk(boolean hostSuppliesApi) throws IOException, BundleException {
        folder = new RunFolder(Path.of(System.getProperty("java.io.tmpdir")));
        configure();
        FeatureList list = FeatureList.desk();
        Map<String, String> properties = folder.properties(httpPort);
        if (hostSuppliesApi) {
            properties.put(HostApi.PROPERTY, HostApi.packages(coreJar(list)));
        }
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        launcher = new Launcher(factory, list, BUNDLES, properties);
        try {
            launcher.awaitReady(PATIENCE);
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private void configure() throws IOException {
        folder.configure("leakage.engine", Map.of("journal.directory", folder.root().resolve("journal"),
                "store.directory", folder.root().resolve("scores")));
        folder.configure("leakage.market.feed-test", Map.of("name", "test", "port", feedPort, "date", "2026-01-30"));
        folder.configure("leakage.dropcopy.source-test", Map.of("name", "test", "port", fixPort, "store", "",
                "sender.comp.id", "SCORECARD", "target.comp.id", "DESK"));
        folder.configure("leakage.desk-test", Map.of("id", "equities-us", "accounts", List.of("EQUITY-1", "EQUITY-2")));
    }

    static Path coreJar(FeatureList list) {
        return list.bundles().stream().filter(bundle -> bundle.startsWith("io.leakage:bundle-core:"))
                .map(bundle -> FeatureList.jar(BUNDLES, bundle)).findFirst().orElseThrow();
    }

    /** What the page's port answers, headers and all where it matters. */
    record Answer(int status, String contentType, String body) {
    }

    /** Gets a path from the page's port. */
    Answer get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + httpPort + path).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setReadTimeout((int) PATIENCE.toMillis());
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, connection.getContentType(), body);
        }
    }

    @Override
    public void close() {
        launcher.close();
        folder.close();
    }
}
