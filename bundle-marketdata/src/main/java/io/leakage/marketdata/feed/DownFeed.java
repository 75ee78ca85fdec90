package io.leakage.marketdata.feed;

import io.leakage.api.health.FeedCondition;
import io.leakage.api.health.FeedState;
import java.util.List;

/**
 * A feed that could not be started; it stays down until its configuration changes.
 *
 * @param name      the feed's name
 * @param transport as configured
 * @param trouble   why, for a person
 */
record DownFeed(String name, String transport, String trouble) implements Feed {
    @Override
    public FeedState state() {
        return new FeedState(name, transport, FeedCondition.DOWN, trouble, "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
