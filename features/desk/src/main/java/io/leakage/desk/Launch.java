package io.leakage.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;

/** The launcher's command: the product in a Felix of its own, for a desk without a host, until it is stopped. */
public final class Launch {
    private static final String HELP = """
            Runs the scorecard in a Felix of its own until Ctrl-C.

              launch.sh --config DIR --data DIR [--port N] [--console FILE]

              --config DIR   configuration files, watched for changes; samples are in features/desk/src/main/config; with a file of
                             the archive, Kafka, QuestDB or kdb+ in it at the start, the feature for that is installed too
              --data DIR     the framework's storage, made when it does not exist; journal and scores too, unless configured elsewhere
              --port N       where the page is served on 127.0.0.1; default 8080
              --console FILE also the Felix Web Console, below /system/console; the user is admin, the file's first line the password

            Exit codes: 0 stopped, 1 could not be started, 2 arguments that cannot be read.
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("--config", "--data", "--port", "--console");

    private Launch() {
    }

    /**
     * Runs the command; returns when the process is stopped.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int exit = run(arguments, System.out, System.err);
        if (exit != 0 || List.of(arguments).contains("--help")) {
            System.exit(exit);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            launch(parse(arguments), err);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("launch: " + e.getMessage() + " (--help shows the arguments)");
            return 2;
        } catch (IOException | BundleException e) {
            err.println("launch: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static Map<String, String> parse(String[] arguments) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("--port", "8080"));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i])) {
                throw new IllegalArgumentException("unknown argument '" + arguments[i] + "'");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        for (String name : NAMES) {
            if (!values.containsKey(name) && !"--console".equals(name)) {
                throw new IllegalArgumentException(name + " is missing");
            }
        }
        if (!Files.isDirectory(Path.of(values.get("--config")))) {
            throw new IllegalArgumentException("--config is '" + values.get("--config") + "', expected a directory");
        }
        return values;
    }

    private static void launch(Map<String, String> values, PrintStream err) throws IOException, BundleException, InterruptedException {
        Path data = Files.createDirectories(Path.of(values.get("--data"))).toAbsolutePath();
        Path bundles = Path.of(System.getProperty("leakage.root", ""), "features", "desk", "target", "bundles");
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "org.osgi.framework.storage", data.resolve("framework").toString(),
                "org.osgi.framework.storage.clean", "none",
                "felix.fileinstall.dir", Path.of(values.get("--config")).toAbsolutePath().toString(),
                "felix.fileinstall.tmpdir", data.resolve("fileinstall").toString(),
                "org.osgi.service.http.port", values.get("--port")));
        Path password = values.containsKey("--console") ? Path.of(values.get("--console")) : null;
        if (password != null) {
            properties.putAll(WebConsole.properties(password));
        }
        Launcher launcher = new Launcher(new FrameworkFactory(), FeatureList.desk(), bundles, properties);
        launcher.forwardLog(err::println);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::close, "launch-stop"));
        if (password != null) {
            launcher.add(FeatureList.console(), bundles.resolveSibling("console"));
            err.println("the Web Console is at http://127.0.0.1:" + values.get("--port") + WebConsole.CONFIGURATIONS);
        }
        for (String feature : FeatureList.wanted(Path.of(values.get("--config")))) {
            launcher.add(FeatureList.optional(feature), bundles.resolveSibling("optional"));
        }
        try {
            launcher.awaitReady(PATIENCE);
            err.println("running; the page is at http://127.0.0.1:" + values.get("--port") + "/leakage/");
        } catch (IllegalStateException e) {
            err.println("launch: " + e.getMessage() + "\nlaunch: running without these; they follow when what they wait for comes");
        }
        new CountDownLatch(1).await();
    }
}
