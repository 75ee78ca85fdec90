package io.leakage.archive;

import java.time.ZoneId;
import java.util.Objects;

/**
 * How the archive is written.
 *
 * @param zone            whose days its folders are
 * @param batchMebibytes  how much waits in memory at most before it is written
 * @param flushSeconds    how long a record waits at most when few come
 * @param smallFiles      so many small files of a day and table become one
 * @param smallRows       a file with fewer rows is small
 * @param memoryMebibytes what the database that writes may take
 * @param threads         how many threads it may use
 */
public record ArchiveOptions(ZoneId zone, int batchMebibytes, int flushSeconds, int smallFiles, long smallRows, int memoryMebibytes,
        int threads) {
    /** As one would have it. */
    public static final ArchiveOptions DEFAULT = new ArchiveOptions(ZoneId.of("UTC"), 128, 30, 16, 1_000_000, 1024, 2);

    /** Refuses what makes no sense. */
    public ArchiveOptions {
        Objects.requireNonNull(zone, "zone");
        atLeast(1, batchMebibytes, "batch.mebibytes");
        atLeast(1, flushSeconds, "flush.seconds");
        atLeast(2, smallFiles, "small.files");
        atLeast(1, smallRows, "small.rows");
        atLeast(128, memoryMebibytes, "memory.mebibytes");
        atLeast(1, threads, "threads");
    }

    private static void atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + ", expected at least " + least);
        }
    }
}
