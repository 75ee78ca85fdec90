package io.leakage.desk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The whole product on loopback: what {@link FeatureList#desk} lists, booted in a fresh {@link RunFolder}, one MoldUDP64 feed, one
 * FIX 4.4 drop copy and two desks configured, all on ports of its own. For demonstrations and tests. One thread at a time.
 */
public final class LocalDesk implements AutoCloseable {
    /** SenderCompID (49) of whoever sends the drop copy. */
    public static final String SENDER = "DESK";
    /** Our own CompID, the sender's TargetCompID (56). */
    public static final String TARGET = "SCORECARD";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunFolder folder;
    private final Launcher launcher;
    private final int httpPort;
    private final int feedPort = FreePort.udp();
    private final int fixPort = FreePort.tcp();

    /**
     * What a local desk is made of.
     *
     * @param factory  whose framework
     * @param bundles  the folder of jars that features/desk laid out
     * @param runs     where its run folder is made
     * @param hostApi  whether our API comes from this class path, so that services can be called as types
     * @param httpPort where the page is served
     * @param date     the day of the venue's messages
     * @param others   more configurations by PID, or instead of those a local desk has
     */
    public record Setup(FrameworkFactory factory, Path bundles, Path runs, boolean hostApi, int httpPort, LocalDate date,
            Map<String, Map<String, ?>> others) {
        /** Only what a local desk has. */
        public Setup(FrameworkFactory factory, Path bundles, Path runs, boolean hostApi, int httpPort, LocalDate date) {
            this(factory, bundles, runs, hostApi, httpPort, date, Map.of());
        }
    }

    /**
     * Boots, and waits until every bundle is active and every component satisfied.
     *
     * @param setup what it is made of
     * @throws IOException           when folder, ports or jars cannot be had
     * @throws BundleException       when a bundle does not start
     * @throws IllegalStateException when something is still missing after a minute and a half, saying what and why
     */
    public LocalDesk(Setup setup) throws IOException, BundleException {
        httpPort = setup.httpPort();
        folder = new RunFolder(setup.runs());
        try {
            configure(setup.date());
            for (Map.Entry<String, Map<String, ?>> other : setup.others().entrySet()) {
                folder.configure(other.getKey(), other.getValue());
            }
            launcher = new Launcher(setup.factory(), FeatureList.desk(), setup.bundles(), properties(setup));
        } catch (IOException | BundleException | RuntimeException e) {
            folder.close();
            throw e;
        }
        try {
            launcher.awaitReady(PATIENCE);
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private void configure(LocalDate date) throws IOException {
        folder.configure("leakage.engine", Map.of("journal.directory", folder.root().resolve("journal"),
                "store.directory", folder.root().resolve("scores"), "drop.copy.sync", "false"));
        folder.configure("leakage.market.feed-local", Map.of("name", "local", "port", feedPort, "date", date));
        folder.configure("leakage.dropcopy.source-local", Map.of("name", "local", "port", fixPort, "store", "",
                "sender.comp.id", TARGET, "target.comp.id", SENDER));
        folder.configure("leakage.desk-us", Map.of("id", "equities-us", "accounts", List.of("EQUITY-1")));
        folder.configure("leakage.desk-program", Map.of("id", "program", "accounts", List.of("EQUITY-2")));
    }

    private Map<String, String> properties(Setup setup) throws IOException {
        Map<String, String> properties = folder.properties(httpPort);
        if (setup.hostApi()) {
            String core = FeatureList.desk().bundles().stream().filter(bundle -> bundle.startsWith("io.leakage:bundle-core:"))
                    .findFirst().orElseThrow();
            properties.put(HostApi.PROPERTY, HostApi.packages(FeatureList.jar(setup.bundles(), core)));
        }
        return properties;
    }

    /** {@return the framework} */
    public Launcher launcher() {
        return launcher;
    }

    /** {@return where the feed listens for MoldUDP64} */
    public InetSocketAddress feed() {
        return new InetSocketAddress("127.0.0.1", feedPort);
    }

    /** {@return the port where the drop copy waits for {@link #SENDER} to log on} */
    public int fixPort() {
        return fixPort;
    }

    /** {@return the directory whose configuration files are watched, gone with {@link #close}} */
    public Path configurations() {
        return folder.etc();
    }

    /** {@return the engine's journal directory, gone with {@link #close}} */
    public Path journal() {
        return folder.root().resolve("journal");
    }

    /** {@return the page's address} */
    public String url() {
        return "http://127.0.0.1:" + httpPort + "/leakage/";
    }

    /** Stops the framework and deletes the run folder. */
    @Override
    public void close() {
        try {
            launcher.close();
        } finally {
            folder.close();
        }
    }
}
