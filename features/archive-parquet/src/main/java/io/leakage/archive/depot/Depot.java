package io.leakage.archive.depot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A place that keeps files by a path with slashes, and one manifest. A file counts once the manifest that names it is published, and not
 * before. One writer at a time: a second one is refused. One thread.
 */
public interface Depot extends AutoCloseable {
    /** {@return how messages call it: a path, or {@code s3://bucket/prefix}} */
    String name();

    /**
     * Lets one writer in; whoever only reads does without.
     *
     * @throws IOException when it cannot be reached, or another writer is in
     */
    void open() throws IOException;

    /** {@return what tells the files of this writer from those of another who thinks he is alone; empty where that cannot be} */
    String writer();

    /** {@return a folder of this machine where a file is written before it is kept; emptied by {@link #open}} */
    Path spool() throws IOException;

    /**
     * {@return the manifest as it was last published, null when there was none}
     *
     * @throws IOException when it cannot be read
     */
    byte[] manifest() throws IOException;

    /**
     * Keeps a file for good, over what may be left of an earlier try.
     *
     * @param written where it lies in the spool; gone afterwards
     * @param path    where it belongs
     * @throws IOException when there is no room, or the store cannot be reached
     */
    void keep(Path written, String path) throws IOException;

    /**
     * Exchanges the manifest in one step: whoever reads sees the old one or the new one, whatever fails.
     *
     * @throws IOException when it could not be exchanged, or another writer did so meanwhile
     */
    void publish(byte[] manifest) throws IOException;

    /**
     * {@return a file of this machine with what is kept under a path}
     *
     * @throws IOException when there is none, or it cannot be fetched
     */
    Path local(String path) throws IOException;

    /**
     * {@return what is kept, by path, with its size in bytes}
     *
     * @param folder what paths begin with
     * @throws IOException when it cannot be listed
     */
    Map<String, Long> list(String folder) throws IOException;

    /** Removes a file, if it is there. */
    void remove(String path) throws IOException;

    /** Lets the next writer in. */
    @Override
    void close();
}
