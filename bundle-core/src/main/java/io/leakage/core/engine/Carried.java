package io.leakage.core.engine;

import io.leakage.core.history.Journal;
import io.leakage.core.history.Replay;
import io.leakage.core.history.Segments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was kept of days that an event journal gave up: a journal of its own beside it, {@code carried-POSITION}, in place of everything
 * before
 * that position. A new one is made whole under another name, then named; only then what it stands for goes. Killed in between, the next who
 * cuts goes on there.
 *
 * @param directory its folder, null when everything is still there
 * @param to        position in the event journal from which on that goes on behind it
 */
record Carried(Path directory, long to) {
    private static final String NAME = "carried-\\d{20}";
    private static final int SEGMENT_BYTES = 16 << 20;

    /** {@return what was kept beside an event journal: the newest} */
    static Carried beside(Path events) {
        return all(events).stream().reduce(new Carried(null, 0), (one, other) -> other.to >= one.to ? other : one);
    }

    private static List<Carried> all(Path events) {
        if (!Files.isDirectory(events.toAbsolutePath().getParent())) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(events.toAbsolutePath().getParent())) {
            return beside.filter(file -> file.getFileName().toString().matches(NAME))
                    .map(file -> new Carried(file, Long.parseLong(file.getFileName().toString().substring("carried-".length())))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list what lies beside " + events, e);
        }
    }

    /** {@return a journal to write what is to be kept into; see {@link #keep}} */
    static Journal begin(Path events) throws IOException {
        Path part = part(events);
        delete(part);
        return Journal.open(part, Replay.CONTENT, SEGMENT_BYTES);
    }

    /** What {@link #begin} gave is whole and closed: it stands for everything before a position, which goes now. */
    static void keep(Path events, long to) throws IOException {
        Path named = events.resolveSibling(String.format("carried-%020d", to));
        delete(named);
        Segments.packAll(part(events), Replay.CONTENT);
        Files.move(part(events), named, StandardCopyOption.ATOMIC_MOVE);
        tidy(events);
    }

    /** Takes away what the newest stands for, if that was not done. */
    static void tidy(Path events) throws IOException {
        Carried newest = beside(events);
        for (Carried older : all(events)) {
            if (older.to < newest.to) {
                delete(older.directory);
            }
        }
        if (newest.directory != null) {
            Segments.cut(events, newest.to);
        }
    }

    private static Path part(Path events) {
        return events.resolveSibling("carried.part");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException failed) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
