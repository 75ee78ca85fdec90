package io.leakage.bench;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.OrderMessage;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.EngineOptions;
import io.leakage.core.engine.LeakageEngine;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * From the time an inlet call was meant to be made to the time its score row is visible to a reader, at 200,000 events a second. Each event
 * moves the touch of an instrument with a live parent. One thread sends on a fixed schedule and, in between, looks for the rows; late sends
 * count as latency.
 */
final class LatencyBenchmark implements Benchmark {
    private static final int RATE = Integer.getInteger("rate", 200_000);
    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final long START = 1_767_364_200_000_000_000L;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public Report run() {
        Report report = new Report(name());
        baseline(report);
        measure(report, EngineOptions.Wait.BUSY_SPIN, Goal.atMost(5), Goal.atMost(50));
        measure(report, EngineOptions.Wait.BLOCKING, Goal.atMost(25), null);
        return report;
    }

    private static void measure(Report report, EngineOptions.Wait wait, Goal p50, Goal p99) {
        try (LeakageEngine engine = new LeakageEngine(new EngineOptions(16_384, wait, null, null, false, 16))) {
            MarketInlet market = engine.inlets().market("feed", WhenFull.WAIT);
            int instrument = market.instrument("INST");
            market.added(instrument, 1, START, 1, Side.BUY, 100, 9_999_000_000L);
            market.added(instrument, 1, START, 2, Side.SELL, 100, 10_001_000_000L);
            parent(engine.inlets().orders("desk"));
            Scorecard scorecard = engine.scorecard();
            ParentRow row = new ParentRow();
            Flight flight = new Flight(sequence -> move(market, instrument, sequence),
                    () -> scorecard.read(0, row) && row.asOfNanos() > START ? row.marketSequence() : 1);
            flight.fly(RATE);   // warms up
            figures(report, "inlet to visible row, " + wait.name().toLowerCase(Locale.ROOT), flight.fly(RATE * SECONDS), p50, p99);
        }
    }

    /** What the machine gives: a number handed to a spinning thread and back through memory, on the same schedule. */
    private static void baseline(Report report) {
        AtomicLong there = new AtomicLong(1);
        AtomicLong back = new AtomicLong(1);
        Thread echo = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                back.setRelease(there.getAcquire());
            }
        }, "echo");
        echo.start();
        Flight flight = new Flight(there::setRelease, back::getAcquire);
        flight.fly(RATE);
        figures(report, "to a bare spinning thread and back", flight.fly(RATE * SECONDS), null, null);
        echo.interrupt();
    }

    private static void figures(Report report, String who, Histogram histogram, Goal p50, Goal p99) {
        report.figure(who, "µs p50", histogram.getValueAtPercentile(50) / 1e3, p50);
        report.figure(who, "µs p99", histogram.getValueAtPercentile(99) / 1e3, p99);
        report.figure(who, "µs max", histogram.getMaxValue() / 1e3);
    }

    /** Every event moves the best bid. */
    private static void move(MarketInlet market, int instrument, long sequence) {
        if ((sequence & 1) == 0) {
            market.added(instrument, sequence, START + sequence, 3, Side.BUY, 100, 10_000_000_000L);
        } else {
            market.deleted(instrument, sequence, START + sequence, 3);
        }
    }

    private static void parent(OrderInlet orders) {
        OrderMessage message = new OrderMessage();
        message.clear();
        message.msgType = 'D';
        message.side = Side.BUY;
        message.orderQty = 100;
        message.transactNanos = START + 1;
        message.raw = "PINST".getBytes(StandardCharsets.US_ASCII);
        message.rawLength = message.raw.length;
        message.clOrdId = OrderMessage.slice(0, 1);
        message.symbol = OrderMessage.slice(1, 4);
        orders.accept(message);
    }

    /** One thread's sends and looks. */
    private static final class Flight {
        private final LongConsumer send;
        private final LongSupplier visible;
        private long sent = 1;

        /**
         * @param send    sends a number
         * @param visible the highest number that has come out
         */
        Flight(LongConsumer send, LongSupplier visible) {
            this.send = send;
            this.visible = visible;
        }

        Histogram fly(int events) {
            Histogram histogram = new Histogram(10_000_000_000L, 3);
            long gap = 1_000_000_000L / RATE;
            long first = System.nanoTime() + 1_000_000;
            long base = sent;
            long recorded = base;
            while (recorded < base + events) {
                long now = System.nanoTime();
                if (sent < base + events && now >= first + (sent - base) * gap) {
                    send.accept(++sent);
                    continue;
                }
                long out = visible.getAsLong();
                long seen = System.nanoTime();
                for (; recorded < out; recorded++) {
                    histogram.recordValue(Math.max(0, seen - (first + (recorded - base) * gap)));
                }
            }
            return histogram;
        }
    }
}
