package io.leakage.archive.depot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an S3 store. The manifest is put under the condition that it is still the one that was read: of two writers the slower one
 * fails, and neither harms the other's files. Files are written to a folder of this machine first, and fetched into it.
 */
public final class BucketDepot implements Depot {
    private static final int CONFLICT = 409;
    private static final int CHANGED = 412;

    private final String bucket;
    private final String prefix;
    private final Path spool;
    private final S3ClientBuilder builder;
    private S3Client client;
    private String tag;
    private String writer = "";

    /**
     * A depot that is not connected yet.
     *
     * @param bucket   its name
     * @param prefix   what keys begin with, empty or ending in a slash
     * @param region   of the bucket
     * @param endpoint of a store that is not Amazon's; null: Amazon's
     * @param spool    folder of this machine
     */
    public BucketDepot(String bucket, String prefix, String region, URI endpoint, Path spool) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.spool = spool.toAbsolutePath().normalize();
        this.builder = S3Client.builder().region(Region.of(region)).httpClientBuilder(UrlConnectionHttpClient.builder());
        if (endpoint != null) {
            builder.endpointOverride(endpoint).forcePathStyle(true);
        }
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + prefix;
    }

    @Override
    public void open() throws IOException {
        Folders.empty(spool());
        writer = "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public String writer() {
        return writer;
    }

    @Override
    public Path spool() throws IOException {
        return Files.createDirectories(spool);
    }

    @Override
    public byte[] manifest() throws IOException {
        return call("read the manifest", () -> {
            try {
                var answer = client().getObjectAsBytes(get -> get.bucket(bucket).key(key(FolderDepot.MANIFEST)));
                GetObjectResponse response = answer.response();
                tag = response.eTag();
                return answer.asByteArray();
            } catch (NoSuchKeyException none) {
                tag = null;
                return null;
            }
        });
    }

    @Override
    public void keep(Path written, String path) throws IOException {
        call("put " + path, () -> client().putObject(put -> put.bucket(bucket).key(key(path)), RequestBody.fromFile(written)));
        Files.deleteIfExists(written);
    }

    @Override
    public void publish(byte[] manifest) throws IOException {
        tag = call("put the manifest", () -> {
            PutObjectRequest.Builder put = PutObjectRequest.builder().bucket(bucket).key(key(FolderDepot.MANIFEST))
                    .contentType("application/json");
            PutObjectRequest conditional = tag == null ? put.ifNoneMatch("*").build() : put.ifMatch(tag).build();
            return client().putObject(conditional, RequestBody.fromBytes(manifest)).eTag();
        });
    }

    @Override
    public Path local(String path) throws IOException {
        Path file = spool().resolve("fetched").resolve(path);
        if (!Files.isRegularFile(file)) {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            call("get " + path, () -> {
                try {
                    return client().getObject(get -> get.bucket(bucket).key(key(path)), part);
                } catch (NoSuchKeyException none) {
                    throw new NoSuchFileException(path);
                }
            });
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    @Override
    public Map<String, Long> list(String folder) throws IOException {
        return call("list " + folder, () -> {
            Map<String, Long> found = new TreeMap<>();
            for (S3Object one : client().listObjectsV2Paginator(list -> list.bucket(bucket).prefix(key(folder))).contents()) {
                found.put(one.key().substring(prefix.length()), one.size());
            }
            return found;
        });
    }

    @Override
    public void remove(String path) throws IOException {
        call("delete " + path, () -> client().deleteObject(delete -> delete.bucket(bucket).key(key(path))));
        Files.deleteIfExists(spool.resolve("fetched").resolve(path));
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    private String key(String path) {
        return prefix + path;
    }

    private S3Client client() {
        if (client == null) {
            client = builder.build();
        }
        return client;
    }

    private <T> T call(String what, Callable<T> request) throws IOException {
        try {
            return request.call();
        } catch (S3Exception e) {
            boolean other = e.statusCode() == CHANGED || e.statusCode() == CONFLICT;
            throw new IOException(name() + ": could not " + what + ": " + (other ? "another writer was there" : e.getMessage()), e);
        } catch (SdkException e) {
            throw new IOException(name() + ": could not " + what + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(name() + ": could not " + what, e);
        }
    }
}
