package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is given, as text with bars. Can be told to fail. */
final class RecordingInlet implements OrderInlet {
    /** Messages taken. */
    final List<String> taken = new CopyOnWriteArrayList<>();
    /** ClOrdIDs taken. */
    final List<String> ids = new CopyOnWriteArrayList<>();
    /** Event times of the messages taken. */
    final List<Long> nanos = new CopyOnWriteArrayList<>();
    /** Messages quarantined. */
    final List<String> quarantined = new CopyOnWriteArrayList<>();
    /** Reasons of the quarantined. */
    final List<String> reasons = new CopyOnWriteArrayList<>();
    /** What the source said of itself. */
    final List<String> said = new CopyOnWriteArrayList<>();
    /** ClOrdIDs that come upon a full disk, once each. */
    final Set<String> notDurableOnce = ConcurrentHashMap.newKeySet();
    /** So many quarantines come upon a full disk. */
    final AtomicInteger notKept = new AtomicInteger();
    /** ClOrdIDs that come upon a bug of the inlet. */
    final Set<String> bugs = ConcurrentHashMap.newKeySet();

    @Override
    public void accept(OrderMessage message) {
        String id = String.valueOf(Fix.text(message, message.clOrdId));
        if (notDurableOnce.remove(id)) {
            throw new UncheckedIOException(new IOException("disk full"));
        }
        if (bugs.contains(id)) {
            throw new IllegalStateException("a bug");
        }
        taken.add(Fix.barred(message.raw, message.rawOffset, message.rawLength));
        nanos.add(message.transactNanos);
        ids.add(id);
    }

    @Override
    public void quarantine(byte[] raw, int offset, int length, String reason) {
        if (notKept.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new UncheckedIOException(new IOException("disk full"));
        }
        quarantined.add(Fix.barred(raw, offset, length));
        reasons.add(reason);
    }

    @Override
    public void gap(long fromSequence, long toSequence) {
        said.add("gap " + fromSequence + "-" + toSequence);
    }

    @Override
    public void filled() {
        said.add("filled");
    }

    @Override
    public void epoch(long newSequence, long nanos) {
        said.add("epoch " + newSequence);
    }

    @Override
    public void hole(long fromNanos, long toNanos) {
        said.add("hole of " + (toNanos - fromNanos) / 1_000_000_000 + " s");
    }

    @Override
    public void stale(boolean stale) {
        said.add(stale ? "stale" : "fresh");
    }

    @Override
    public void partialHistory(long untilNanos) {
        said.add("partial history");
    }

    /** {@return the ClOrdIDs from this place on} */
    List<String> idsFrom(int index) {
        return new ArrayList<>(ids.subList(index, ids.size()));
    }
}
