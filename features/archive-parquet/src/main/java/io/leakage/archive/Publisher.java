package io.leakage.archive;

import io.leakage.api.history.HistoryTable;
import io.leakage.archive.depot.Depot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manifest that counts, and its exchange. An exchange whose outcome is not known, such as one to which a store did not answer, is
 * settled by reading what is there. One thread.
 */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Depot depot;
    private Manifest manifest;
    private byte[] published;
    private Manifest doubtful;

    private Publisher(Depot depot, Manifest manifest, byte[] published) {
        this.depot = depot;
        this.manifest = manifest;
        this.published = published;
    }

    /**
     * Reads the manifest and publishes it anew, or the first one, and removes files that it does not name.
     *
     * @throws IOException when it is of something else or newer, has days of another zone, or files are missing or cut
     */
    static Publisher open(Depot depot, String zone) throws IOException {
        byte[] bytes = depot.manifest();
        if (bytes == null) {
            return first(depot, zone);
        }
        Manifest manifest = ManifestJson.read(depot.name(), bytes);
        if (!manifest.zone().equals(zone)) {
            throw new IOException("archive " + depot.name() + " has days of " + manifest.zone() + ", configured is " + zone);
        }
        Map<String, Long> sizes = sizes(depot);
        Set<String> named = new HashSet<>();
        for (ArchiveFile file : manifest.files()) {
            Long size = sizes.get(file.path());
            if (size == null || size != file.bytes()) {
                throw new IOException("archive " + depot.name() + ": " + file.path() + (size == null ? " is missing"
                        : " has " + size + " bytes, expected " + file.bytes()) + "; bring it back from a copy");
            }
            named.add(file.path());
        }
        Publisher publisher = new Publisher(depot, manifest, bytes);
        publisher.publish(manifest.with(manifest.files()));   // whoever else thinks he is the writer fails from here on
        removeStrays(depot, sizes(depot).keySet(), named);
        return publisher;
    }

    private static void removeStrays(Depot depot, Set<String> paths, Set<String> named) throws IOException {
        int removed = 0;
        for (String path : paths) {
            if (!named.contains(path) && ArchiveFile.isOurs(path)) {
                depot.remove(path);
                removed++;
            }
        }
        if (removed > 0) {
            LOG.info("archive {}: removed {} files that its manifest does not name", depot.name(), removed);
        }
    }

    private static Publisher first(Depot depot, String zone) throws IOException {
        for (String path : sizes(depot).keySet()) {
            if (ArchiveFile.isOurs(path)) {
                throw new IOException("archive " + depot.name() + " has files, such as " + path + ", and no manifest");
            }
        }
        Manifest empty = Manifest.empty(zone);
        byte[] bytes = ManifestJson.write(empty);
        depot.publish(bytes);
        return new Publisher(depot, empty, bytes);
    }

    private static Map<String, Long> sizes(Depot depot) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (HistoryTable table : HistoryTable.values()) {
            sizes.putAll(depot.list(ArchiveFile.folder(table.id())));
        }
        return sizes;
    }

    /** {@return the one that counts} */
    Manifest manifest() {
        return manifest;
    }

    /** {@return records by table} */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        manifest.files().forEach(file -> rows.merge(file.table(), file.rows(), Long::sum));
        return rows;
    }

    /** Keeps a file under the name that the next manifest will give it. */
    ArchiveFile keep(Path written, String table, LocalDate date, long rows) throws IOException {
        String path = ArchiveFile.path(table, date, manifest.revision() + 1, depot.writer());
        ArchiveFile file = Checksum.describe(written, path, table, date, rows);
        depot.keep(written, file.path());
        return file;
    }

    /** Removes files that were kept and will not be published. */
    void remove(List<ArchiveFile> files) {
        for (ArchiveFile file : files) {
            try {
                depot.remove(file.path());
            } catch (IOException e) {
                LOG.debug("archive {}: {} stays until the archive is opened again", depot.name(), file.path(), e);
            }
        }
    }

    /**
     * Exchanges the manifest.
     *
     * @throws IOException when it was not exchanged, or nobody knows: then {@link #settle} first
     */
    void publish(Manifest next) throws IOException {
        byte[] bytes = ManifestJson.write(next);
        doubtful = next;
        depot.publish(bytes);
        doubtful = null;
        manifest = next;
        published = bytes;
    }

    /**
     * Finds out how the last exchange ended: {@link #manifest} is the one that came through.
     *
     * @throws IOException when that cannot be found out now, or another writer was there
     */
    void settle() throws IOException {
        if (doubtful == null) {
            return;
        }
        byte[] there = depot.manifest();
        byte[] tried = ManifestJson.write(doubtful);
        boolean through = Arrays.equals(there, tried);
        if (!through && !Arrays.equals(there, published)) {
            throw new IOException("archive " + depot.name() + " was changed by another writer");
        }
        if (through) {
            manifest = doubtful;
            published = tried;
        }
        doubtful = null;
    }
}
