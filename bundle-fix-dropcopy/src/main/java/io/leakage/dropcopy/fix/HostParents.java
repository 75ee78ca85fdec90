package io.leakage.dropcopy.fix;

import io.leakage.api.event.OrderMessage;
import io.leakage.api.host.OrderRef;
import io.leakage.api.host.ParentLookup;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Asks the host for an order's parent, once an order, on a thread of its own. The session waits a moment for the answer; one that comes
 * later is there for the order's next message. While one is late nobody waits for another. What the host throws is counted and means
 * unknown. One thread asks; any may read the counts.
 */
final class HostParents implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int REMEMBERED = 65_536;

    private final Supplier<ParentLookup> lookup;
    private final Map<String, Future<byte[]>> asked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<byte[]>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private ExecutorService thread;
    private Future<byte[]> overdue;

    /** @param lookup gives the host's service, null while there is none */
    HostParents(Supplier<ParentLookup> lookup) {
        this.lookup = lookup;
    }

    /** {@return the parent's ClOrdID, put together behind the message; {@code OrderMessage.NO_TEXT} when the host knows none (yet)} */
    long parentOf(OrderMessage message, Composer composer) {
        ParentLookup host = lookup.get();
        if (host == null || message.clOrdId == OrderMessage.NO_TEXT) {
            return OrderMessage.NO_TEXT;
        }
        byte[] parent = parentOf(host, text(message, message.clOrdId), message);
        if (parent == null) {
            return OrderMessage.NO_TEXT;
        }
        composer.begin(message);
        composer.add(parent, 0, parent.length, message);
        return composer.text();
    }

    private byte[] parentOf(ParentLookup host, String id, OrderMessage message) {
        Future<byte[]> answer = asked.get(id);
        if (answer == null) {
            Map<String, String> ids = new LinkedHashMap<>();
            ids.put("ClOrdID", id);
            put(ids, "OrigClOrdID", message, message.origClOrdId);
            put(ids, "OrderID", message, message.orderId);
            put(ids, "Account", message, message.account);
            answer = thread().submit(() -> ask(host, new OrderRef(ids)));
            asked.put(id, answer);
        }
        byte[] parent = await(answer);
        if (parent == null && answer.isDone()) {
            asked.remove(id);   // the host may know it next time
        }
        return parent;
    }

    private byte[] await(Future<byte[]> answer) {
        boolean others = overdue != null && !overdue.isDone();
        try {
            return answer.get(others ? 0 : PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            late.incrementAndGet();
            overdue = answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            failures.incrementAndGet();
        }
        return null;
    }

    private static byte[] ask(ParentLookup host, OrderRef order) {
        String parent = host.parentOf(order);
        return parent == null || parent.isEmpty() ? null : parent.getBytes(StandardCharsets.ISO_8859_1);
    }

    private ExecutorService thread() {
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(task -> {
                Thread named = new Thread(task, "leakage-parent-lookup");
                named.setDaemon(true);
                return named;
            });
        }
        return thread;
    }

    private static void put(Map<String, String> ids, String space, OrderMessage message, long slice) {
        if (slice != OrderMessage.NO_TEXT) {
            ids.put(space, text(message, slice));
        }
    }

    private static String text(OrderMessage message, long slice) {
        return new String(message.raw, OrderMessage.offset(slice), OrderMessage.length(slice), StandardCharsets.ISO_8859_1);
    }

    /** {@return questions at which the host threw} */
    long failures() {
        return failures.get();
    }

    /** {@return questions whose answer did not come in time} */
    long late() {
        return late.get();
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
