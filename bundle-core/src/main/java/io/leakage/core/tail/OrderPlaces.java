package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.core.event.FrameHead;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * By which instrument an order's messages are parted. Whatever symbol a message names (a leg's, one that changed, a child's other than its
 * parent's), the pipeline finds its order by id: so do its messages go where the first of the order, or of its parent, went. A new order
 * under an id used before begins anew. One thread.
 */
final class OrderPlaces {
    /** As the pipeline has it where a drop copy does not say: so long after its last message an id may mean another order. */
    private static final long ID_NANOS = 6 * 3600 * 1_000_000_000L;

    private final int parts;
    private final Map<Integer, Place> orders = new HashMap<>();
    /** By OrderID: the instrument. */
    private final Map<Integer, Integer> orderIds = new HashMap<>();
    /** By drop copy: until an id may mean another order. */
    private final Map<Integer, Long> patience = new HashMap<>();
    private long unlisted;
    private long strayed;

    /** Of an id: its order's instrument, and the time of its last message. */
    private static final class Place {
        private int instrument;
        private long nanos = Absent.LONG;
    }

    OrderPlaces(int parts) {
        this.parts = parts;
    }

    /** Takes a drop copy's patience. */
    void hear(ByteBuffer block, int at) {
        patience.put(FrameHead.source(block, at), FrameHead.idNanos(block, at));
    }

    /** {@return the instrument by which an order message is parted, {@link Absent#NAME} when nobody knows one} */
    int of(ByteBuffer block, int at) {
        int order = FrameHead.order(block, at);
        int parent = FrameHead.parent(block, at);
        if (isNewLife(block, at)) {
            orders.remove(order);
            orderIds.remove(FrameHead.orderId(block, at));
        }
        int self = known(FrameHead.original(block, at), known(order, orderIds.getOrDefault(FrameHead.orderId(block, at), Absent.NAME)));
        int above = known(parent, Absent.NAME);
        strayed += self >= 0 && above >= 0 && Parting.partOf(self, parts) != Parting.partOf(above, parts) ? 1 : 0;
        int instrument = self >= 0 ? self : above >= 0 ? above : FrameHead.instrument(block, at);
        if (instrument < 0) {
            unlisted++;
            return Absent.NAME;
        }
        remember(order, instrument, FrameHead.venueNanos(block, at));
        remember(parent, instrument, Absent.LONG);
        if (FrameHead.orderId(block, at) >= 0) {
            orderIds.putIfAbsent(FrameHead.orderId(block, at), instrument);
        }
        return instrument;
    }

    private boolean isNewLife(ByteBuffer block, int at) {
        Place before = orders.get(FrameHead.order(block, at));
        long nanos = FrameHead.venueNanos(block, at);
        if (before == null || before.nanos == Absent.LONG || nanos == Absent.LONG || !FrameHead.begins(block, at)) {
            return false;
        }
        long said = patience.getOrDefault(FrameHead.source(block, at), 0L);
        return nanos - before.nanos > (said > 0 ? said : ID_NANOS);
    }

    private void remember(int order, int instrument, long nanos) {
        if (order < 0) {
            return;
        }
        Place place = orders.get(order);
        if (place == null) {
            place = new Place();
            place.instrument = instrument;
            orders.put(order, place);
        }
        place.nanos = Math.max(place.nanos, nanos);
    }

    private int known(int order, int otherwise) {
        Place place = order < 0 ? null : orders.get(order);
        return place == null ? otherwise : place.instrument;
    }

    /** {@return order messages of which nobody knows an instrument} */
    long unlisted() {
        return unlisted;
    }

    /** {@return order messages whose order is in another part than the parent they name: what they make of that parent is not told} */
    long strayed() {
        return strayed;
    }

    /** {@return bytes that {@link #write} needs} */
    int length() {
        return 2 * Long.BYTES + 3 * Integer.BYTES + 16 * orders.size() + 8 * orderIds.size() + 12 * patience.size();
    }

    void write(ByteBuffer out) {
        out.putLong(unlisted).putLong(strayed).putInt(orders.size());
        orders.forEach((order, place) -> out.putInt(order).putInt(place.instrument).putLong(place.nanos));
        out.putInt(orderIds.size());
        orderIds.forEach((id, instrument) -> out.putInt(id).putInt(instrument));
        out.putInt(patience.size());
        patience.forEach((source, nanos) -> out.putInt(source).putLong(nanos));
    }

    void read(ByteBuffer in) {
        unlisted = in.getLong();
        strayed = in.getLong();
        for (int left = in.getInt(); left > 0; left--) {
            int order = in.getInt();
            remember(order, in.getInt(), in.getLong());
        }
        for (int left = in.getInt(); left > 0; left--) {
            orderIds.put(in.getInt(), in.getInt());
        }
        for (int left = in.getInt(); left > 0; left--) {
            patience.put(in.getInt(), in.getLong());
        }
    }
}
