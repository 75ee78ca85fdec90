package io.leakage.desk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A framework with exactly the bundles of a {@link FeatureList}: booted, waited for, asked for services, and stopped. One thread at a
 * time; the framework brings its own.
 *
 * <pre>  try (Launcher desk = new Launcher(new org.apache.felix.framework.FrameworkFactory(), FeatureList.desk(), bundles, properties)) {
 *      desk.awaitReady(Duration.ofSeconds(30));
 *      Scorecard scorecard = desk.service(Scorecard.class);
 *  }</pre>
 */
public final class Launcher implements AutoCloseable {
    private static final long LOOK_AGAIN_NANOS = 20_000_000L;
    private static final long STOP_MILLIS = 30_000;

    private final Framework framework;

    /**
     * Boots the framework and starts every bundle.
     *
     * @param factory    whose framework: Felix, Equinox …
     * @param features   what to install
     * @param bundles    the folder that holds the jars
     * @param properties launching properties beyond, or instead of, the feature's
     * @throws BundleException when a jar is missing or a bundle does not start; the message names it, the framework is stopped again
     */
    public Launcher(FrameworkFactory factory, FeatureList features, Path bundles, Map<String, String> properties) throws BundleException {
        Map<String, String> launching = new LinkedHashMap<>(features.properties());
        launching.putAll(properties);
        framework = factory.newFramework(launching);
        try {
            framework.init();
            start(install(features, bundles));
            framework.start();
        } catch (BundleException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    /**
     * Installs and starts more bundles.
     *
     * @param features which
     * @param bundles  the folder that holds the jars
     * @throws BundleException when a jar is missing or a bundle does not start; the message names it
     */
    public void add(FeatureList features, Path bundles) throws BundleException {
        start(install(features, bundles));
    }

    /**
     * Waits until every bundle is active and every component satisfied.
     *
     * @param patience how long
     * @throws IllegalStateException after that, with a line for each that is not, and why
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> missing = missing();
        while (!missing.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "not ready after " + patience.toSeconds() + " s:\n  " + String.join("\n  ", missing));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            missing = missing();
        }
    }

    /**
     * Hands on the framework log's warnings and errors, past and future: a configuration that was refused, a file that cannot be read.
     *
     * @param sink takes the lines, on a thread of the framework
     */
    public void forwardLog(Consumer<String> sink) {
        FrameworkLog.forward(context(), sink);
    }

    /** {@return a line for each bundle not active and each component not satisfied, saying why; empty when all is well} */
    public List<String> missing() {
        return Readiness.missing(context());
    }

    /** {@return the framework's own context} */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /**
     * Gets a service of a type that host and bundles share.
     *
     * @param type its interface
     * @param <T>  its interface
     * @return the service, kept until the framework stops
     * @throws IllegalStateException when nobody offers it
     */
    public <T> T service(Class<T> type) {
        ServiceReference<T> reference = context().getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException("no service " + type.getName() + "; is the package shared with the bundles?");
        }
        return context().getService(reference);
    }

    /** Stops every bundle and the framework, and waits until that is done. */
    @Override
    public void close() {
        stop();
    }

    private List<Bundle> install(FeatureList features, Path bundles) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (String coordinate : features.bundles()) {
            Path jar = FeatureList.jar(bundles, coordinate);
            if (!Files.isRegularFile(jar)) {
                throw new BundleException(coordinate + " is on the list, but " + jar + " does not exist; is features/desk built?");
            }
            installed.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        return installed;
    }

    private static void start(List<Bundle> installed) throws BundleException {
        for (Bundle bundle : installed) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    private void stop() {
        try {
            framework.stop();
            FrameworkEvent event = framework.waitForStop(STOP_MILLIS);
            if (event.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                throw new IllegalStateException("the framework has not stopped after " + STOP_MILLIS + " ms");
            }
        } catch (BundleException e) {
            throw new IllegalStateException("the framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
