package io.leakage.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the archive consists of: nothing else in its folder counts.
 *
 * @param revision rises with every publication
 * @param zone     id of the time zone whose days its folders are
 * @param journals position up to which everything of a journal is kept, by the journal's name
 * @param files    in the order they were written
 */
public record Manifest(long revision, String zone, Map<String, Long> journals, List<ArchiveFile> files) {
    /** Keeps copies. */
    public Manifest {
        Objects.requireNonNull(zone, "zone");
        journals = new TreeMap<>(journals);
        files = List.copyOf(files);
    }

    /** {@return that of an archive in which nothing stands} */
    public static Manifest empty(String zone) {
        return new Manifest(0, zone, Map.of(), List.of());
    }

    /** {@return the position up to which everything of a journal is kept; 0 for one never heard of} */
    public long position(String journal) {
        return journals.getOrDefault(journal, 0L);
    }

    /** {@return the next one, with other files} */
    Manifest with(List<ArchiveFile> others) {
        return new Manifest(revision + 1, zone, journals, others);
    }

    /** {@return the next one, with more files and the position that goes with them} */
    Manifest with(String journal, long position, List<ArchiveFile> more) {
        Map<String, Long> positions = new TreeMap<>(journals);
        positions.put(journal, position);
        List<ArchiveFile> all = new ArrayList<>(files);
        all.addAll(more);
        return new Manifest(revision + 1, zone, positions, all);
    }
}
