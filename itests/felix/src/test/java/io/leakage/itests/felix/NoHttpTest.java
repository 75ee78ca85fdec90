package io.leakage.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/** A host without an HTTP service, and so without servlets, and without SWT or JavaFX, still gets the columns. */
class NoHttpTest {
    private static final Path BUNDLES = Path.of(System.getProperty("leakage.root"), "features", "desk", "target", "bundles");
    private static final String COLUMNS = "io.leakage.api.host.BlotterColumns";
    private static final String HTTP = ".*(http|fileinstall|upload|commons-io|healthcheck\\.core).*";
    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    private Path storage;

    @Test
    void theColumnsWorkWithoutServletsAndWithoutTheToolkitsOfOtherGrids() throws Exception {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Framework framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString(), "gosh.args", "--nointeractive",
                Constants.FRAMEWORK_BOOTDELEGATION, "sun.*,jdk.internal.*", "felix.bootdelegation.implicit", "false"));
        framework.start();
        try {
            List<Bundle> installed = install(framework.getBundleContext());
            for (Bundle bundle : installed) {
                bundle.start();
            }
            ServiceTracker<Object, Object> columns = new ServiceTracker<>(framework.getBundleContext(), COLUMNS, null);
            // all: the host has no such class of its own to compare with
            columns.open(true);
            assertNotNull(columns.waitForService(PATIENCE_MILLIS), "no " + COLUMNS);
            assertEquals("*", columns.getServiceReference().getProperty("leakage.desk"));
            columns.close();
            Bundle widgets = installed.stream().filter(bundle -> "io.leakage.ui".equals(bundle.getSymbolicName())).findFirst()
                    .orElseThrow();
            assertEquals(Bundle.ACTIVE, widgets.getState());
            widgets.loadClass("io.leakage.ui.column.SwingColumns").getConstructors();
            for (String absent : List.of("jface.JFaceColumns", "jface.GlazedColumns", "javafx.FxColumns")) {
                assertThrows(NoClassDefFoundError.class, () -> widgets.loadClass("io.leakage.ui." + absent).getConstructors(),
                        absent + " has its toolkit: this test shows nothing");
            }
        } finally {
            framework.stop();
            framework.waitForStop(TimeUnit.MINUTES.toMillis(1));
        }
    }

    /** Everything the desk lists except what has to do with HTTP; the core of Felix's health checks imports its classes. */
    private static List<Bundle> install(BundleContext context) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        try (Stream<Path> jars = Files.list(BUNDLES)) {
            for (Path jar : jars.filter(path -> !path.getFileName().toString().matches(HTTP)).toList()) {
                installed.add(context.installBundle(jar.toUri().toString()));
            }
        }
        assertFalse(installed.isEmpty(), "no bundles in " + BUNDLES);
        return installed;
    }
}
