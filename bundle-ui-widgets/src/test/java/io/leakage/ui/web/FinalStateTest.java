package io.leakage.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.ui.PlayedDay;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No update is lost between the engine and a page: after every burst of fills and quotes every page has the last state of every order, also
 * those that break off again and again and come back with the id of the last event they had whole. A run of
 * {@code -Dleakage.bursts=1000} takes some minutes.
 */
@Timeout(600)
class FinalStateTest {
    private static final int BURSTS = Integer.getInteger("leakage.bursts", 40);
    private static final int PARENTS = 30;
    private static final int PAGES = 8;
    private static final int A_FILL = 10;
    private static final long PATIENCE_SECONDS = 20;

    private final Random random = new Random(5);
    private final DirtyOrders dirty = new DirtyOrders();
    private final Map<String, Long> executed = new TreeMap<>();
    private long millis = 1_000;
    private int executions;

    @Test
    void everyPageHasTheLastStateOfEveryOrderAfterEveryBurst() throws Exception {
        try (LeakageEngine engine = new LeakageEngine(EngineOptions.inMemory());
                LeakageColumns columns = new LeakageColumns(engine.scorecard(), dirty);
                LeakageServlet servlet = new LeakageServlet(engine.scorecard(), columns, false, 4 * PAGES)) {
            engine.add(dirty);
            engine.add(servlet);
            PlayedDay day = new PlayedDay(engine.inlets(), engine::scorecard).quote(0, "99.99", "100.01");
            try (WebServer server = new WebServer(servlet)) {
                List<Page> pages = new ArrayList<>();
                for (int i = 0; i < PAGES; i++) {
                    pages.add(new Page(server, i % 2 == 0 ? 0 : 1 + random.nextInt(20), random.nextLong()));
                }
                for (int burst = 0; burst < BURSTS; burst++) {
                    play(day, 1 + random.nextInt(300));
                    awaitAll(pages, burst);
                }
                assertTrue(pages.stream().filter(page -> page.breaksAfter > 0).allMatch(page -> page.connections > BURSTS / 10));
                pages.forEach(Page::close);
            }
        }
    }

    private void play(PlayedDay day, int events) {
        for (int i = 0; i < events; i++) {
            String id = "P" + random.nextInt(PARENTS);
            if (random.nextInt(4) == 0) {   // moves every order of the market
                day.quote(++millis, random.nextBoolean() ? "99.99" : "99.98", "100.01");
            } else if (executed.putIfAbsent(id, 0L) == null) {
                day.parent(++millis, id, Side.BUY, 1_000_000);
            } else {
                day.fill(++millis, id, "E" + executions++, A_FILL, "100.01", false);
                executed.merge(id, (long) A_FILL, Long::sum);
            }
            if (random.nextInt(20) == 0) {
                LockSupport.parkNanos(random.nextInt(10_000_000));
            }
        }
    }

    private void awaitAll(List<Page> pages, int burst) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Page page : pages) {
            while (!executed.equals(page.executed) && System.nanoTime() < until) {
                LockSupport.parkNanos(1_000_000);
            }
            assertEquals(executed, new TreeMap<>(page.executed), () -> "burst " + burst + ", a page of " + page.connections + " connections");
        }
    }

    /** An open page that, where it is told to, breaks off after some lines and comes back. */
    private static final class Page {
        private static final Pattern ORDER = Pattern.compile("\\{\"parent\":\"(P\\d+)\",.*?\"executed\":(\\d+)", Pattern.DOTALL);

        final Map<String, Long> executed = new ConcurrentHashMap<>();
        final int breaksAfter;
        volatile int connections;
        private final WebServer server;
        private final Random random;
        private volatile Socket socket;
        private volatile boolean closed;

        Page(WebServer server, int breaksAfter, long seed) {
            this.server = server;
            this.breaksAfter = breaksAfter;
            this.random = new Random(seed);
            Thread reader = new Thread(this::read, "page");
            reader.setDaemon(true);
            reader.start();
        }

        void close() {
            closed = true;
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void read() {
            String last = "";
            while (!closed) {
                try (Socket now = server.connect()) {
                    socket = now;
                    connections++;
                    now.getOutputStream().write(("GET /leakage/v1/stream HTTP/1.0\r\nHost: localhost\r\n"
                            + (last.isEmpty() ? "" : "Last-Event-ID: " + last + "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    last = listen(new BufferedReader(new InputStreamReader(now.getInputStream(), StandardCharsets.UTF_8)), last,
                            breaksAfter == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(4 * breaksAfter));
                } catch (IOException e) {
                    // once more
                }
            }
        }

        /** {@return the id of the last event that was whole} */
        private String listen(BufferedReader in, String before, int lines) throws IOException {
            String last = before;
            String id = before;
            String name = "";
            String data = "";
            int left = lines;
            for (String line = in.readLine(); line != null && left > 0; line = in.readLine(), left--) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty()) {
                    take(name, data);
                    last = id;
                    data = "";
                }
            }
            return last;
        }

        private void take(String name, String data) {
            if (name.equals("all")) {
                executed.clear();
            }
            Matcher order = ORDER.matcher(data);
            while (data.startsWith("[") && order.find()) {
                executed.put(order.group(1), Long.parseLong(order.group(2)));
            }
        }
    }
}
