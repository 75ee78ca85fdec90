package io.leakage.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fresh place for one run of a framework: its configurations ({@code etc}), its bundle cache and whatever the bundles keep. Closing
 * deletes all of it. One thread at a time.
 */
public final class RunFolder implements AutoCloseable {
    private final Path root;

    /**
     * Makes the folder.
     *
     * @param parent where, made when it does not exist; the system's temporary folder serves
     * @throws IOException when it cannot be made
     */
    public RunFolder(Path parent) throws IOException {
        Files.createDirectories(parent);
        root = Files.createTempDirectory(parent, "leakage-run-");
        Files.createDirectories(etc());
    }

    /** {@return the folder itself} */
    public Path root() {
        return root;
    }

    /** {@return where File Install looks for configurations} */
    public Path etc() {
        return root.resolve("etc");
    }

    /**
     * Writes a configuration for File Install to pick up.
     *
     * @param pid    {@code leakage.engine}, or {@code leakage.market.feed-name} for one of a factory
     * @param values names and values, a {@code List} for several; what the component wants as a number is converted there
     * @throws IOException when the file cannot be written
     */
    public void configure(String pid, Map<String, ?> values) throws IOException {
        List<String> lines = values.entrySet().stream().map(value -> value.getKey() + "=" + quoted(value.getValue())).toList();
        Files.write(etc().resolve(pid + ".config"), lines);
    }

    private static String quoted(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(RunFolder::quoted).collect(Collectors.joining(",", "[", "]"));
        }
        return '"' + value.toString().replaceAll("([\\\\\"=])", "\\\\$1") + '"';
    }

    /**
     * Names this folder and the page's port to a framework.
     *
     * @param httpPort where the page is served, on loopback
     * @return launching properties
     */
    public Map<String, String> properties(int httpPort) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("org.osgi.framework.storage", root.resolve("cache").toString());
        properties.put("felix.fileinstall.dir", etc().toString());
        properties.put("felix.fileinstall.tmpdir", root.resolve("tmp").toString());
        properties.put("org.osgi.service.http.port", Integer.toString(httpPort));
        return properties;
    }

    /** Deletes the folder and everything in it. */
    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be deleted", e);
        }
    }
}
