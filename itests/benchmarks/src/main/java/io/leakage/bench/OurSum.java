package io.leakage.bench;

import io.leakage.marketdata.wire.Itch50Listener;

/** Adds up every field of the messages that touch a book. */
final class OurSum implements Itch50Listener {
    private long sum;

    /** {@return the sum} */
    long sum() {
        return sum;
    }

    @Override
    public void added(int locate, int tracking, long nanos, long order, char side, long shares, long stock, long price4) {
        sum += locate + tracking + nanos + order + side + shares + stock + price4;
    }

    @Override
    public void executed(int locate, int tracking, long nanos, long order, long shares, long match) {
        sum += locate + tracking + nanos + order + shares + match;
    }

    @Override
    public void cancelled(int locate, int tracking, long nanos, long order, long shares) {
        sum += locate + tracking + nanos + order + shares;
    }

    @Override
    public void deleted(int locate, int tracking, long nanos, long order) {
        sum += locate + tracking + nanos + order;
    }

    @Override
    public void replaced(int locate, int tracking, long nanos, long order, long newOrder, long shares, long price4) {
        sum += locate + tracking + nanos + order + newOrder + shares + price4;
    }
}
