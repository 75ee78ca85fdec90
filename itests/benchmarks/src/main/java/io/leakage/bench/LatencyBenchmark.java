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
            Flight flight = new Flight(market, instrument, engine.scorecard());
            flight.fly(RATE);   // warms up
            Histogram histogram = flight.fly(RATE * SECONDS);
            String who = "inlet to visible row, " + wait.name().toLowerCase(Locale.ROOT);
            report.figure(who, "µs p50", histogram.getValueAtPercentile(50) / 1e3, p50);
            report.figure(who, "µs p99", histogram.getValueAtPercentile(99) / 1e3, p99);
            report.figure(who, "µs max", histogram.getMaxValue() / 1e3);
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
        private final MarketInlet market;
        private final int instrument;
        private final Scorecard scorecard;
        private final ParentRow row = new ParentRow();
        private long sent = 1;

        Flight(MarketInlet market, int instrument, Scorecard scorecard) {
            this.market = market;
            this.instrument = instrument;
            this.scorecard = scorecard;
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
                    send();
                    continue;
                }
                long visible = visible();
                long seen = System.nanoTime();
                for (; recorded < visible; recorded++) {
                    histogram.recordValue(Math.max(0, seen - (first + (recorded - base) * gap)));
                }
            }
            return histogram;
        }

        private void send() {
            sent++;
            if ((sent & 1) == 0) {
                market.added(instrument, sent, START + sent, 3, Side.BUY, 100, 10_000_000_000L);
            } else {
                market.deleted(instrument, sent, START + sent, 3);
            }
        }

        private long visible() {
            return scorecard.read(0, row) && row.asOfNanos() > START ? row.marketSequence() : 1;
        }
    }
}
