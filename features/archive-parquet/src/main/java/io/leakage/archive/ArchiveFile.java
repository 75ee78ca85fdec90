package io.leakage.archive;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A Parquet file of the archive.
 *
 * @param path          below the archive, with slashes
 * @param table         id of the table
 * @param date          day of its records in the archive's zone
 * @param rows          how many records stand in it
 * @param bytes         its size
 * @param crc32c        checksum of all its bytes
 * @param schemaVersion {@link io.leakage.api.history.HistoryTable#SCHEMA_VERSION} of who wrote it
 */
public record ArchiveFile(String path, String table, LocalDate date, long rows, long bytes, long crc32c, int schemaVersion) {
    /** Checks that all is there. */
    public ArchiveFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(date, "date");
    }

    /** {@return where the files of a table lie} */
    static String folder(String table) {
        return table + "/";
    }

    /** {@return where a new file belongs: no revision of a writer gives a name twice} */
    static String path(String table, LocalDate date, long revision, String writer) {
        return folder(table) + "date=" + date + "/part-" + String.format("%010d", revision) + writer + ".parquet";
    }

    /** {@return whether a path below a table's folder is one that {@link #path} gives} */
    static boolean isOurs(String path) {
        return path.matches("[a-z_]+/date=[0-9+-]+/part-[0-9]{10,}(-[0-9a-f]+)?\\.parquet");
    }
}
