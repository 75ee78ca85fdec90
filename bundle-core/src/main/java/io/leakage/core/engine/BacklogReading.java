package io.leakage.core.engine;

import io.leakage.api.event.OrderBacklog;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import java.nio.ByteBuffer;

/** One reader's way through a backlog. */
final class BacklogReading implements OrderBacklog, OrderInlet {
    /** Room behind a message for texts put together. */
    private static final int ROOM = 1024;

    private final Backlog backlog;
    private final OrderWriter writer;
    private byte[] raw = new byte[4096];
    private int length;
    private boolean pending;
    private boolean closed;

    BacklogReading(Backlog backlog, OrderWriter writer) {
        this.backlog = backlog;
        this.writer = writer;
    }

    @Override
    public boolean next(long timeoutMillis) throws InterruptedException {
        done();
        ByteBuffer record = backlog.next(this, timeoutMillis);
        if (record == null) {
            return false;
        }
        pending = true;
        if (RawRecord.isQuarantined(record)) {
            // it was not readable then; that a newer version could read it changes nothing of what was told
            quarantine(raw, 0, 0, RawRecord.reason(RawRecord.bytes(record)));
            return next(timeoutMillis);
        }
        length = record.remaining();
        raw = raw.length < length + ROOM ? new byte[length + ROOM] : raw;
        record.get(raw, 0, length);
        return true;
    }

    private void done() {
        if (pending) {
            pending = false;
            backlog.done();
        }
    }

    @Override
    public byte[] raw() {
        return raw;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public OrderInlet inlet() {
        return this;
    }

    @Override
    public long depth() {
        return backlog.depth();
    }

    @Override
    public void accept(OrderMessage message) {
        message.history |= backlog.isHistory();
        writer.order(message, backlog.position());
        done();
    }

    @Override
    public void quarantine(byte[] unread, int offset, int unreadLength, String reason) {
        writer.quarantined(reason, backlog.position());
        done();
    }

    @Override
    public void close() {
        if (!closed) {
            backlog.close(this);
        }
        closed = true;
    }
}
