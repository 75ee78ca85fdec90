package io.leakage.marketdata.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a live feed: it waits for whichever of the feed's sockets has something, or for the feed's next deadline. */
final class FeedLoop implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);
    private static final long LONGEST_WAIT_MILLIS = 1_000;
    private static final long JOIN_MILLIS = 5_000;
    private static final long MILLI = 1_000_000L;

    private final String feed;
    private final Selector selector;
    private final Thread thread;
    /** Once, not once a turn. */
    private final Consumer<SelectionKey> dispatch = this::dispatch;
    private Source source;
    private long failures;
    private volatile boolean closing;

    /** What runs on the loop's thread. */
    interface Source {
        /** Time went on to {@code now}, {@link System#nanoTime}. */
        void tick(long now) throws IOException;

        /** {@return when it wants to be called at the latest} */
        long wakeNanos();

        /** The loop ends: closes what is open. */
        void close() throws IOException;
    }

    /** What is told when a socket has something. */
    interface Ready {
        /** Reads, or goes on connecting. */
        void ready(SelectionKey key) throws IOException;
    }

    FeedLoop(String feed) throws IOException {
        this.feed = feed;
        this.selector = Selector.open();
        this.thread = new Thread(this::run, "leakage-feed-" + feed);
        thread.setDaemon(true);
    }

    /** Registers a channel, before the start or on the loop's thread. */
    void register(SelectableChannel channel, int operations, Ready ready) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, operations, ready);
    }

    /** {@return what a registered channel waits for} */
    SelectionKey key(SelectableChannel channel) {
        return channel.keyFor(selector);
    }

    void start(Source whatRuns) {
        source = whatRuns;
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                long now = System.nanoTime();
                source.tick(now);
                long wait = source.wakeNanos() - now;
                if (wait <= 0) {
                    selector.selectNow(dispatch);
                } else {
                    selector.select(dispatch, waitMillis(wait));
                }
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }
        end();
    }

    private void dispatch(SelectionKey key) {
        try {
            ((Ready) key.attachment()).ready(key);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    /** Rounded up, since a wait of 0 means for ever, and one that ends too early is followed by another. */
    private static long waitMillis(long nanos) {
        return nanos >= LONGEST_WAIT_MILLIS * MILLI ? LONGEST_WAIT_MILLIS : (nanos + MILLI - 1) / MILLI;
    }

    private void end() {
        try (selector) {
            source.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("feed '{}' did not close cleanly", feed, e);
        }
    }

    /** Counts that double are told, so that a bad line cannot fill the log. */
    private void failed(Exception e) {
        if (Long.bitCount(++failures) == 1) {
            LOG.error("feed '{}' failed and goes on ({} so far)", feed, failures, e);
        }
    }

    /** Wakes the thread, which closes what is open, and waits for its end. */
    @Override
    public void close() throws IOException {
        closing = true;
        if (source == null) {
            selector.close();
            return;
        }
        selector.wakeup();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
