package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The segments in a journal's folder, by first position. */
final class Segments {
    private Segments() {
    }

    /** All segments; files of other names are not looked at. */
    static NavigableMap<Long, Path> in(Path dir) {
        NavigableMap<Long, Path> segments = new TreeMap<>();
        for (Path file : files(dir)) {
            String name = file.getFileName().toString();
            if (name.matches("\\d{20}\\" + Layout.SUFFIX)) {
                segments.put(Long.parseLong(name.substring(0, 20)), file);
            }
        }
        return segments;
    }

    private static List<Path> files(Path dir) {
        try (Stream<Path> files = Files.list(dir)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journal's folder " + dir, e);
        }
    }
}
