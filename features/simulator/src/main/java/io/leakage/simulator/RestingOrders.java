package io.leakage.simulator;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What rests in every book after some messages of ITCH 5.0: enough to send it anew, as a snapshot does. Slow and plain. One thread. */
public final class RestingOrders implements MessageSink {
    private static final int REF_AT = 11;
    private static final int SHARES_AT = 20;
    private static final int PRICE_AT = 32;
    private static final int ADD_LENGTH = 36;

    private final Map<Integer, byte[]> directory = new TreeMap<>();
    private final Map<Integer, byte[]> actions = new TreeMap<>();
    /** By reference, an 'A' message each. */
    private final Map<Long, byte[]> orders = new LinkedHashMap<>();

    @Override
    public void message(byte[] bytes, int offset, int length) {
        ByteBuffer message = ByteBuffer.wrap(bytes, offset, length).slice();
        long ref = length >= REF_AT + 8 ? message.getLong(REF_AT) : 0;
        switch ((char) message.get(0)) {
            case 'R' -> directory.put((int) message.getShort(1), copy(message, length));
            case 'H' -> actions.put((int) message.getShort(1), copy(message, length));
            case 'A', 'F' -> {
                byte[] add = copy(message, ADD_LENGTH);
                add[0] = 'A';
                orders.put(ref, add);
            }
            case 'E', 'C', 'X' -> take(ref, message.getInt(19));
            case 'D' -> orders.remove(ref);
            case 'U' -> replace(ref, message);
            default -> {
                // touches no order
            }
        }
    }

    private void take(long ref, int shares) {
        byte[] order = orders.get(ref);
        if (order != null) {
            ByteBuffer add = ByteBuffer.wrap(order);
            int left = add.getInt(SHARES_AT) - shares;
            if (left > 0) {
                add.putInt(SHARES_AT, left);
            } else {
                orders.remove(ref);
            }
        }
    }

    private void replace(long ref, ByteBuffer message) {
        byte[] order = orders.remove(ref);
        if (order != null) {
            ByteBuffer.wrap(order).putLong(REF_AT, message.getLong(19)).putInt(SHARES_AT, message.getInt(27))
                    .putInt(PRICE_AT, message.getInt(31));
            orders.put(message.getLong(19), order);
        }
    }

    /**
     * Sends listings, trading states and orders, oldest first, all at one time.
     *
     * @param nanos nanoseconds since midnight
     * @param to    takes the messages
     */
    public void send(long nanos, MessageSink to) {
        directory.values().forEach(message -> to.message(stamped(message, nanos), 0, message.length));
        actions.values().forEach(message -> to.message(stamped(message, nanos), 0, message.length));
        orders.values().forEach(message -> to.message(stamped(message, nanos), 0, message.length));
    }

    private static byte[] stamped(byte[] message, long nanos) {
        byte[] copy = message.clone();
        ByteBuffer.wrap(copy).putShort(5, (short) (nanos >>> 32)).putInt(7, (int) nanos);
        return copy;
    }

    private static byte[] copy(ByteBuffer message, int length) {
        return Arrays.copyOfRange(message.array(), message.arrayOffset(), message.arrayOffset() + length);
    }

    /** {@return how many orders rest} */
    public int size() {
        return orders.size();
    }

    /** {@return whether the same orders rest, whenever they came} */
    public boolean isSameAs(RestingOrders other) {
        return orders.keySet().equals(other.orders.keySet()) && orders.entrySet().stream()
                .allMatch(order -> Arrays.equals(stamped(order.getValue(), 0), stamped(other.orders.get(order.getKey()), 0)));
    }
}
