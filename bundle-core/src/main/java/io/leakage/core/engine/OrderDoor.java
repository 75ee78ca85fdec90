package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.OrderBacklog;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.core.event.EventKind;
import io.leakage.core.order.Repeats;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A drop copy's way in: raw bytes made durable first, then into the ring, or, when that is full or older messages wait, into the backlog.
 * Threads that come together share a commit to disk and then go on in the order of their records.
 */
final class OrderDoor implements OrderInlet {
    private static final Logger LOG = LoggerFactory.getLogger(OrderDoor.class);

    private final RawLog rawLog;
    private final OrderWriter writer;
    private final Backlog backlog;
    private final CopyStates states;
    private final Turns turns = new Turns();
    private final Repeats repeats;

    /**
     * @param progress which of this source's raw messages have their event in the event journal
     * @param repeats  executions told more than once
     */
    OrderDoor(OrderWriter writer, CopyStates states, RawLog rawLog, RawProgress progress, Repeats repeats) {
        this.repeats = repeats;
        this.writer = writer;
        this.states = states;
        this.rawLog = rawLog;
        this.backlog = new Backlog(rawLog, writer, progress);
        if (backlog.isPartial()) {
            LOG.error("drop copy source {}: messages are lost, both their events and their raw bytes are damaged", writer.source());
            partialHistory(progress.doubtfulNanos());
        }
    }

    @Override
    public void accept(OrderMessage message) {
        long position;
        long turn;
        synchronized (turns) {
            position = rawLog.append(message.raw, message.rawOffset, message.rawLength);
            turn = turns.take();
        }
        try {
            rawLog.commit(position);
            turns.await(turn);
            if (!backlog.takes(position)) {
                writer.order(message, position);
            }
            states.flush();
        } finally {
            turns.end(turn);
        }
    }

    @Override
    public void quarantine(byte[] raw, int offset, int length, String reason) {
        byte[] record = RawRecord.quarantined(reason, raw, offset, length);
        long position;
        long turn;
        synchronized (turns) {
            position = rawLog.append(record, 0, record.length);
            turn = turns.take();
        }
        try {
            rawLog.commit(position);
            turns.await(turn);
            if (!backlog.takes(position)) {
                writer.quarantined(reason, position);
            }
        } finally {
            turns.end(turn);
        }
    }

    @Override
    public void keep(byte[] raw, int offset, int length) {
        long position;
        long turn;
        synchronized (turns) {
            position = rawLog.append(raw, offset, length);
            turn = turns.take();
        }
        try {
            rawLog.commit(position);
            turns.await(turn);
            backlog.takes(position);   // where others wait it is read with them, and passed over
        } finally {
            turns.end(turn);
        }
    }

    @Override
    public long repeated() {
        return repeats.repeated(writer.source());
    }

    @Override
    public long conflicts() {
        return repeats.conflicts(writer.source());
    }

    @Override
    public void patience(long answerNanos, long correctionNanos, long idNanos) {
        states.patience(answerNanos, correctionNanos, idNanos);
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        states.say(EventKind.COPY_GAP, fromSequence, Absent.LONG, toSequence, false);
    }

    @Override
    public void filled() {
        states.say(EventKind.COPY_FILLED, Absent.LONG, Absent.LONG, 0, false);
    }

    @Override
    public void epoch(long newSequence, long nanos) {
        states.say(EventKind.COPY_EPOCH, newSequence, nanos, 0, false);
    }

    @Override
    public void hole(long fromNanos, long toNanos) {
        states.say(EventKind.COPY_HOLE, Absent.LONG, fromNanos, toNanos, false);
    }

    @Override
    public void stale(boolean stale) {
        states.say(EventKind.COPY_STALE, Absent.LONG, Absent.LONG, 0, stale);
    }

    @Override
    public void partialHistory(long untilNanos) {
        states.say(EventKind.COPY_PARTIAL, Absent.LONG, untilNanos, 0, false);
    }

    @Override
    public Optional<OrderBacklog> backlog() {
        return backlog.open();
    }
}
