package io.leakage.archive.depot;

import java.net.URI;
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
            return bucket(location, region, endpoint, Path.of(spool));
        }
        return new FolderDepot(Path.of(location));
    }

    private static Depot bucket(String location, String region, String endpoint, Path spool) {
        String[] parts = location.substring(BUCKET.length()).split("/", 2);
        if (parts[0].isBlank()) {
            throw new IllegalArgumentException("location: expected s3://BUCKET/PREFIX, got \"" + location + "\"");
        }
        String prefix = parts.length == 1 ? "" : parts[1];
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return new BucketDepot(parts[0], folder, region, endpoint.isBlank() ? null : URI.create(endpoint), spool);
    }
}
