package io.leakage.bench;

import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import io.leakage.ui.column.DirtyOrders;
import io.leakage.ui.column.LeakageColumns;
import io.leakage.ui.web.LeakageServlet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The HTTP API of a running engine beside a feed: single orders at 1,000 requests a second, from the time each was meant to be sent, beside
 * a bare servlet of the same Jetty that answers as many bytes; and from the time of a fill to its first byte on an open page, with one page
 * open and with 50.
 */
final class ApiBenchmark implements Benchmark {
    private static final int PARENTS = Integer.getInteger("parents", 300);
    private static final int SYMBOLS = Integer.getInteger("symbols", 8_000);
    private static final int REQUESTS = Integer.getInteger("requests", 1_000);
    private static final int SECONDS = Integer.getInteger("seconds", 20);
    private static final int PAGES = Integer.getInteger("pages", 50);
    private static final int FEED = Integer.getInteger("feed", 20_000);
    private static final int FILLS = Integer.getInteger("fills", 20);
    private static final int TICKS = 100;
    private static final int CONNECTIONS = 16;
    private static final long SECOND_NANOS = 1_000_000_000L;

    @Override
    public String name() {
        return "api";
    }

    @Override
    public Report run() throws Exception {
        DirtyOrders dirty = new DirtyOrders();
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(65_536, EngineOptions.Wait.BLOCKING, null, null, false, PARENTS));
                LeakageColumns columns = new LeakageColumns(engine.scorecard(), dirty);
                LeakageServlet servlet = new LeakageServlet(engine.scorecard(), columns, false, PAGES + 1)) {
            engine.add(dirty);
            engine.add(servlet);
            DeskInFullMarket desk = new DeskInFullMarket(engine.inlets(), SYMBOLS, 50_000, PARENTS);
            await(engine);
            BareServlet bare = new BareServlet();
            Thread feed = new Thread(() -> feed(desk), "feed");
            try (ApiServer server = new ApiServer(servlet, bare)) {
                feed.start();
                Report report = new Report(name());
                requests(report, server, bare);
                fills(report, server, desk, 1);
                fills(report, server, desk, PAGES);
                return report;
            } finally {
                feed.interrupt();
                feed.join();
            }
        }
    }

    private static void requests(Report report, ApiServer server, BareServlet bare) throws Exception {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < PARENTS; i++) {
            orders.add("/leakage/v1/orders/P" + i);
        }
        try (ApiLoad load = new ApiLoad(server.port(), CONNECTIONS)) {
            bare.answers((int) load.bytes(orders.get(0)));
            for (int i = 0; i < 2; i++) {   // the first time warms up
                Histogram alone = load.run(List.of("/bare"), REQUESTS, SECONDS);
                Histogram ours = load.run(orders, REQUESTS, SECONDS);
                if (i == 1) {
                    figures(report, "a bare servlet", alone, null);
                    figures(report, "GET orders/{id}", ours, Goal.atMost(2));
                    report.figure("GET orders/{id}", "bytes", load.bytes(orders.get(0)));
                }
            }
        }
    }

    private static void fills(Report report, ApiServer server, DeskInFullMarket desk, int pages) throws Exception {
        try (OpenPages open = new OpenPages(server.port(), pages, PARENTS)) {
            open.awaitAll();
            Histogram latency = new Histogram(60 * SECOND_NANOS, 3);
            long first = System.nanoTime();
            for (int i = 0; i < FILLS * SECONDS; i++) {
                long meant = first + i * SECOND_NANOS / FILLS;
                LockSupport.parkNanos(meant - System.nanoTime());
                int parent = i % PARENTS;
                open.expect(parent, meant);
                desk.fillOne(parent);
            }
            open.awaitExpected();
            open.into(latency);
            figures(report, "a fill on an open page, " + pages + " open", latency, Goal.atMost(10));
            report.figure("all pages, " + pages + " open", "MB/s", open.bytes() / 1e6 / ((System.nanoTime() - first) / 1e9));
        }
    }

    private static void figures(Report report, String what, Histogram latency, Goal p99) {
        report.figure(what, "ms p50", latency.getValueAtPercentile(50) / 1e6);
        report.figure(what, "ms p99", latency.getValueAtPercentile(99) / 1e6, p99);
        report.figure(what, "ms max", latency.getMaxValue() / 1e6);
    }

    private static void feed(DeskInFullMarket desk) {
        long first = System.nanoTime();
        for (long tick = 0; !Thread.currentThread().isInterrupted(); tick++) {
            desk.prepare(FEED / TICKS);
            LockSupport.parkNanos(first + tick * SECOND_NANOS / TICKS - System.nanoTime());
            desk.play();
        }
    }

    private static void await(LeakageEngine engine) {
        long until = System.nanoTime() + 60 * SECOND_NANOS;
        while (engine.scorecard().find("P" + (PARENTS - 1)) < 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("no parents after a minute");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
