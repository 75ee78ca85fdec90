package io.leakage.archive.depot;

import java.nio.file.Path;

/** Finds the depot that a location means. */
public final class Depots {
    private static final String BUCKET = "s3://";

    private Depots() {
    }

    /**
     * {@return a folder, or a bucket}
     *
     * @param location a folder, or {@code s3://BUCKET/PREFIX}
     * @param region   of the bucket
     * @param endpoint of a store that is not Amazon's; empty: Amazon's
     * @param spool    folder of this machine for what goes into a bucket
     * @throws IllegalArgumentException when it is neither
     */
    public static Depot at(String location, String region, String endpoint, String spool) {
        if (location.isBlank()) {
            throw new IllegalArgumentException("location: expected a folder or s3://BUCKET/PREFIX, got nothing");
        }
        if (location.startsWith(BUCKET)) {
            throw new IllegalArgumentException("location: buckets come later");
        }
        return new FolderDepot(Path.of(location));
    }
}
