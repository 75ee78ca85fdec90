package io.leakage.core.engine;

import io.leakage.api.score.SwitchDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is killed, known at once and over restarts, apart from the ring and the journal: what a kill says holds before anybody else has heard
 * of it. Only the pipeline, which counts the persons, can end one. Any thread.
 */
final class Kills {
    static final String FIRM = "*";

    private static final Logger LOG = LoggerFactory.getLogger(Kills.class);

    private final Path file;
    private final Set<String> killed = ConcurrentHashMap.newKeySet();
    /** By desk: kills told here; what was decided before the last of them cannot end it. */
    private final Map<String, Long> told = new HashMap<>();

    /** @param file where they are kept, a desk a line; null for none. One that cannot be read kills the firm. */
    Kills(Path file) {
        this.file = file;
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(killed::add);
        } catch (IOException | RuntimeException unreadable) {
            LOG.error("kills: {} cannot be read ({}): the firm is killed", file, unreadable.toString());
            killed.add(FIRM);
        }
    }

    /** {@return whether nothing may leave for a desk} */
    boolean holds(String desk) {
        return !killed.isEmpty() && (killed.contains(FIRM) || killed.contains(desk));
    }

    /** {@return everybody who is killed, the firm as {@link #FIRM}} */
    Set<String> all() {
        return new TreeSet<>(killed);
    }

    /** @throws UncheckedIOException when it could not be written down; it holds all the same */
    void kill(String desk) {
        killed.add(desk);
        synchronized (this) {
            told.merge(desk, 1L, Long::sum);
            write();
        }
    }

    /** The pipeline has decided: where it lets a desk go on, and has heard of every kill, the kill is over. */
    void decided(String desk, SwitchDesk state) {
        if (!state.killed().isEmpty() || !killed.contains(desk)) {
            return;
        }
        synchronized (this) {
            if (state.kills() >= told.getOrDefault(desk, 0L)) {
                killed.remove(desk);
                write();
            }
        }
    }

    /** So many kills of a desk were in the journal; what is told from now on counts on from there. */
    synchronized void recovered(String desk, SwitchDesk state) {
        told.put(desk, state.kills());
    }

    /** A kill the journal tells of and the file does not: it holds. */
    synchronized void keep(String desk) {
        killed.add(desk);
        write();
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try (FileChannel out = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap((String.join("\n", all()) + "\n").getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("kills: cannot write " + file, e);
        }
    }
}
