package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import io.leakage.marketdata.wire.MessageSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a recording from first to last message on a thread of its own, as fast as it goes. */
final class FileFeed implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(FileFeed.class);
    private static final long JOIN_MILLIS = 5_000;

    private final String feed;
    private final ItchFile file;
    private final MessageSink sink;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile String trouble = "";

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

    @Override
    public FeedState state() {
        FeedCondition condition = !trouble.isEmpty() ? FeedCondition.DOWN : !ended ? FeedCondition.FLOWING
                : file.problems() == 0 ? FeedCondition.ENDED : FeedCondition.INCOMPLETE;
        return new FeedState(feed, "file", condition, trouble, "", file.messages(), file.problems(), 0, 0, 0, 0, 0, 0, 0, 0, 1,
                condition == FeedCondition.INCOMPLETE ? 1 : 0, 0, 0, 0, List.of());
    }

    private void read() {
        try (file) {
            sink.packet(Long.MIN_VALUE);
            while (!closing && file.next(sink)) {
                continue;
            }
            ended = true;
            LOG.info("feed '{}' read {} messages, {} places not readable", feed, file.messages(), file.problems());
        } catch (IOException | RuntimeException e) {
            trouble = "reading stopped: " + e.getMessage();
            LOG.error("feed '{}' stopped at byte {} after {} messages", feed, file.offset(), file.messages(), e);
        }
    }
}
