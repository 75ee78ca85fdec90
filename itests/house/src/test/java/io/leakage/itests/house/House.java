package io.leakage.itests.house;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The checkout as the JDK's own tools see it: dependencies by jdeps, constant pools by javap, files by walking. */
final class House {
    /** The root of the checkout. */
    static final Path ROOT = Path.of(System.getProperty("leakage.root"));

    private static final List<String> BUNDLES = List.of("bundle-core", "bundle-marketdata", "bundle-fix-dropcopy", "bundle-ui-widgets",
            "features/archive-parquet", "features/example-plugin", "features/health-check", "features/history-ilp",
            "features/history-kafka", "features/scale-flink");
    /** {@code   a.b.C -> d.e.F  where}; a line that starts a jar or a folder is not indented. */
    private static final Pattern DEPENDENCY = Pattern.compile("\\s+(\\S+)\\s+-> (\\S+)\\s+(.+?)\\s*");
    private static final Pattern JDK_MODULE = Pattern.compile("(java|jdk)\\.[a-z.]+");

    private House() {
    }

    /** {@return the folders of our bundles' classes} */
    static List<Path> classes() {
        return BUNDLES.stream().map(bundle -> ROOT.resolve(bundle).resolve("target/classes")).toList();
    }

    /** {@return {@code package -> package}, ours without {@code io.leakage.}, the JDK left out} */
    static TreeSet<String> packageEdges() {
        TreeSet<String> edges = new TreeSet<>();
        for (String[] edge : dependencies()) {
            if (!edge[0].equals(edge[1])) {
                edges.add(shorter(edge[0]) + " -> " + shorter(edge[1]));
            }
        }
        return edges;
    }

    /** {@return what javap says of each class below a package of our bundles, by the class file's path} */
    static Map<String, String> disassembled(String packageName) {
        List<String> arguments = new ArrayList<>(List.of("-v", "-p"));
        for (Path folder : classes()) {
            Path start = folder.resolve(packageName.replace('.', '/'));
            if (Files.isDirectory(start)) {
                files(start).stream().map(Path::toString).filter(file -> file.endsWith(".class")).forEach(arguments::add);
            }
        }
        Map<String, String> classes = new TreeMap<>();
        for (String text : run("javap", arguments).split("(?m)^Classfile ")) {
            classes.put(text.lines().findFirst().orElse(""), text);
        }
        classes.remove("");
        return classes;
    }

    /** {@return the files below a folder, build output and what npm fetched left out} */
    static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> {
                String inside = folder.relativize(path).toString();
                return Files.isRegularFile(path) && !inside.contains("target/") && !inside.contains("node_modules/");
            }).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + folder, e);
        }
    }

    private static List<String[]> dependencies() {
        List<String> arguments = new ArrayList<>(List.of("-verbose:package"));
        classes().stream().filter(Files::isDirectory).map(Path::toString).forEach(arguments::add);
        List<String[]> edges = new ArrayList<>();
        run("jdeps", arguments).lines().forEach(line -> {
            Matcher edge = DEPENDENCY.matcher(line);
            if (edge.matches() && !JDK_MODULE.matcher(edge.group(3)).matches()) {
                edges.add(new String[] {edge.group(1), edge.group(2)});
            }
        });
        return edges;
    }

    private static String run(String tool, List<String> arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException(tool + " failed with " + exit + ": " + out);
        }
        return out.toString();
    }

    private static String shorter(String packageName) {
        return packageName.startsWith("io.leakage.") ? packageName.substring("io.leakage.".length()) : packageName;
    }
}
