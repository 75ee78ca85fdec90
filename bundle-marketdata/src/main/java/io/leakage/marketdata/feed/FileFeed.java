package io.leakage.marketdata.feed;

import io.leakage.marketdata.wire.MessageSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a recording from first to last message on a thread of its own, as fast as it goes. */
final class FileFeed implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FileFeed.class);
    private static final long JOIN_MILLIS = 5_000;

    private final String feed;
    private final ItchFile file;
    private final MessageSink sink;
    private final Thread thread;
    private volatile boolean closing;

    private FileFeed(String feed, ItchFile file, MessageSink sink) {
        this.feed = feed;
        this.file = file;
        this.sink = sink;
        this.thread = new Thread(this::read, "leakage-feed-" + feed);
        thread.setDaemon(true);
    }

    static FileFeed open(String feed, Path path, MessageSink sink) throws IOException {
        FileFeed reader = new FileFeed(feed, ItchFile.open(path, problem -> LOG.warn("feed '{}': {}", feed, problem)), sink);
        reader.thread.start();
        return reader;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (file) {
            sink.packet(Long.MIN_VALUE);
            while (!closing && file.next(sink)) {
                continue;
            }
            LOG.info("feed '{}' read {} messages, {} places not readable", feed, file.messages(), file.problems());
        } catch (IOException | RuntimeException e) {
            LOG.error("feed '{}' stopped at byte {} after {} messages", feed, file.offset(), file.messages(), e);
        }
    }
}
