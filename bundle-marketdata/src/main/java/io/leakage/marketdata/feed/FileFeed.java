package io.leakage.marketdata.feed;

import io.leakage.api.event.Absent;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a recording from first to last message on a thread of its own, as fast as it goes. */
final class FileFeed implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(FileFeed.class);
    private static final long JOIN_MILLIS = 5_000;

    private final String feed;
    private final RecordedFeed file;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile String trouble = "";

    private FileFeed(String feed, RecordedFeed file) {
        this.feed = feed;
        this.file = file;
        this.thread = new Thread(this::read, "leakage-feed-" + feed);
        thread.setDaemon(true);
    }

    static FileFeed open(FeedSettings settings, MarketInlet inlet) throws IOException {
        String feed = settings.name();
        inlet.packet(Absent.LONG);
        FileFeed reader = new FileFeed(feed, settings.format().open(settings.file(), settings.day(), inlet,
                problem -> LOG.warn("feed '{}': {}", feed, problem)));
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
            while (!closing && file.next()) {
                continue;
            }
            ended = true;
            file.doubts().forEach(doubt -> LOG.warn("feed '{}': {}", feed, doubt));
            LOG.info("feed '{}' read {} messages, {} places not readable", feed, file.messages(), file.problems());
        } catch (IOException | RuntimeException e) {
            trouble = "reading stopped: " + e.getMessage();
            LOG.error("feed '{}' stopped after {} messages", feed, file.messages(), e);
        }
    }
}
