package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderBacklog;
import io.leakage.api.event.OrderInlet;

/** The backlog of an inlet that has none. */
final class NoBacklog implements OrderBacklog {
    @Override
    public boolean next(long timeoutMillis) throws InterruptedException {
        Thread.sleep(timeoutMillis);
        return false;
    }

    @Override
    public byte[] raw() {
        return new byte[0];
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public OrderInlet inlet() {
        return null;
    }

    @Override
    public long depth() {
        return 0;
    }

    @Override
    public void close() {
    }
}
