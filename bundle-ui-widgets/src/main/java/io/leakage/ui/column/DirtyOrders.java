package io.leakage.ui.column;

import io.leakage.api.host.ScoreListener;
import io.leakage.api.score.ParentRow;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Remembers which parents have new rows until each subscriber has been told. Who tells is never held up: {@link #onScore} sets a bit a
 * subscriber and returns.
 */
public final class DirtyOrders implements ScoreListener, AutoCloseable {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    @Override
    public void onScore(ParentRow row) {
        for (Subscription subscription : subscriptions) {
            subscription.changed(row.number());
        }
    }

    /**
     * Tells a subscriber, on a daemon thread of its own, which parents changed since it was last told.
     *
     * @param parents called with the parents' numbers, at most {@code maxHz} times a second; the set is the subscriber's to keep
     * @param maxHz   1 … 1000
     * @return closes the subscription
     */
    public Subscription subscribe(Consumer<BitSet> parents, int maxHz) {
        if (maxHz < 1 || maxHz > 1000) {
            throw new IllegalArgumentException("maxHz: 1 … 1000, got " + maxHz);
        }
        Subscription subscription = new Subscription(parents, maxHz, subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    /** Ends every subscription. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
