package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The segments in a journal's folder, by first position, and what is done with those that are closed. */
public final class Segments {
    private Segments() {
    }

    /** {@return whether this file is a packed segment, by its name} */
    static boolean isPacked(Path file) {
        return file.getFileName().toString().endsWith(Layout.PACKED_SUFFIX);
    }

    /** All segments; where one is there plain and packed, the plain one. Files of other names are not looked at. */
    static NavigableMap<Long, Path> in(Path dir) {
        NavigableMap<Long, Path> segments = new TreeMap<>();
        for (Path file : files(dir)) {
            String name = file.getFileName().toString();
            if (name.matches("\\d{20}\\.journal(\\.z)?")) {
                segments.merge(Long.parseLong(name.substring(0, 20)), file, (one, other) -> isPacked(one) ? other : one);
            }
        }
        return segments;
    }

    /**
     * {@return the day of the last segment, days since 1970; 0 when nobody told it or there is none}
     *
     * @throws JournalFormatException when it is not of this content
     */
    static int lastDay(Path dir, Content content) {
        Map.Entry<Long, Path> last = in(dir).lastEntry();
        return last == null ? 0 : day(last.getValue(), content);
    }

    /** {@return a segment's day, days since 1970; 0 when nobody told it} */
    static int day(Path segment, Content content) {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            return Layout.day(Layout.map(segment, channel, FileChannel.MapMode.READ_ONLY, content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal segment " + segment, e);
        }
    }

    /**
     * Packs every segment of a journal that nobody writes; what is damaged stays as it is.
     *
     * @param content what {@link Journal#open} was told its records are
     * @throws IOException when a file cannot be read or written
     */
    public static void packAll(Path dir, String content) throws IOException {
        for (Path segment : in(dir).values()) {
            if (!isPacked(segment)) {
                Packing.pack(segment, Content.of(content), () -> false);
            }
        }
    }

    /**
     * Takes the segments away that end at a position or before it, the oldest first; never the last. A reader that stands on one reads
     * it to its
     * end.
     *
     * @return how many
     * @throws IOException when one cannot be removed
     */
    public static int cut(Path dir, long position) throws IOException {
        int cut = 0;
        NavigableMap<Long, Path> segments = in(dir);
        for (Map.Entry<Long, Path> segment : segments.entrySet()) {
            Long next = segments.higherKey(segment.getKey());
            if (next == null || next > position) {
                break;
            }
            Files.deleteIfExists(Layout.file(dir, segment.getKey()));
            Files.deleteIfExists(Layout.packedFile(dir, segment.getKey()));
            cut++;
        }
        return cut;
    }

    private static List<Path> files(Path dir) {
        try (Stream<Path> files = Files.list(dir)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journal's folder " + dir, e);
        }
    }
}
