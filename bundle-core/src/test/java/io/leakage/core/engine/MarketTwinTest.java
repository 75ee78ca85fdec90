package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is measured against the market, held against plain sums over all its trades and quotes, whatever came first. */
class MarketTwinTest {
    private static final long MINUTE = 60_000_000_000L;

    private record Trade(long nanos, long shares, double price, int aggressor) {
    }

    private record Quote(long nanos, double mid) {
    }

    /** A random day of one instrument and one order. */
    private static final class Day {
        final SplittableRandom random;
        final Tape tape = new Tape();
        /** Null where broken. */
        final List<Trade> trades = new ArrayList<>();
        final List<Quote> quotes = new ArrayList<>();
        final List<long[]> fills = new ArrayList<>();
        final boolean filled;
        long start;
        long last;
        double paid;

        Day(long seed) {
            random = new SplittableRandom(seed);
            filled = random.nextBoolean();
            double millis = 0;
            for (int i = 0; i < 150; i++) {
                tape.at(millis);
                step(i);
                millis += random.nextInt(4) == 0 ? 0 : random.nextInt(9_000);
            }
            last = tape.nanos();
            tape.ended();
            order((last - Tape.START) / 1e6);
        }

        private void step(int number) {
            if (number == 0 || random.nextInt(3) == 0) {
                int cents = 9_950 + random.nextInt(100);
                tape.move(text(cents - 1), text(cents + 1));
                quotes.add(new Quote(tape.nanos(), cents / 100.0));
            } else if (random.nextInt(12) == 0 && !trades.isEmpty()) {
                int doomed = random.nextInt(trades.size());
                trades.set(doomed, null);
                tape.breaks(doomed + 1);
            } else {
                int cents = 9_950 + random.nextInt(100);
                Side resting = random.nextInt(3) == 0 ? null : random.nextBoolean() ? Side.BUY : Side.SELL;
                trades.add(new Trade(tape.nanos(), 1 + random.nextInt(900), cents / 100.0, resting == null ? 0 : -resting.sign()));
                tape.trade(resting, trades.get(trades.size() - 1).shares, text(cents));
            }
        }

        private void order(double millis) {
            double at = random.nextDouble() * millis / 3;
            tape.at(at).parent("P", Side.BUY, filled ? 500 : 1_000);
            start = tape.nanos();
            for (int i = 0; i < 5; i++) {
                at += random.nextDouble() * millis / 10;
                int cents = 9_950 + random.nextInt(100);
                tape.at(at).fill("P", 100, text(cents));
                fills.add(new long[] {tape.nanos(), 100});
                paid += cents;
            }
        }

        long end() {
            return filled ? fills.get(4)[0] : last;
        }

        double shares(long from, long to) {
            return trades.stream().filter(trade -> within(trade, from, to)).mapToDouble(Trade::shares).sum();
        }

        double money(long from, long to) {
            return trades.stream().filter(trade -> within(trade, from, to)).mapToDouble(trade -> trade.shares * trade.price).sum();
        }

        double by(int aggressor) {
            return trades.stream().filter(trade -> within(trade, start, end()) && trade.aggressor == aggressor).mapToDouble(Trade::shares).sum();
        }

        double own(long from) {
            return fills.stream().filter(fill -> fill[0] >= from).mapToLong(fill -> fill[1]).sum();
        }

        private static boolean within(Trade trade, long from, long to) {
            return trade != null && trade.nanos >= from && trade.nanos <= to;
        }

        double midOverTime() {
            double sum = 0;
            for (int i = 0; i < quotes.size(); i++) {
                long from = Math.max(start, quotes.get(i).nanos);
                long to = i + 1 < quotes.size() ? Math.min(end(), quotes.get(i + 1).nanos) : end();
                sum += to > from ? (to - from) * quotes.get(i).mid : 0;
            }
            return sum / (end() - start);
        }

        /** NaN when the volume is not reached. */
        double weighted(double percent) {
            double target = (filled ? 500 : 1_000) * 100 / percent;
            double left = target;
            double money = 0;
            for (Trade trade : trades) {
                if (trade != null && trade.nanos >= start && left > 0) {
                    double part = Math.min(left, trade.shares);
                    money += part * trade.price;
                    left -= part;
                }
            }
            return left > 1e-9 ? Double.NaN : money / target;
        }

        private static String text(int cents) {
            return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
        }
    }

    @Test
    void everyNumberIsThatOfThePlainSums() {
        int reached = 0;
        for (long seed = 0; seed < 20; seed++) {
            Day day = new Day(seed);
            for (double share : new double[] {0, 0.5, 0.9, 1}) {
                reached += compare(day, play(day, share), "day " + seed + ", market share " + share);
            }
        }
        assertTrue(reached > 40, reached + " participation-weighted prices compared");
    }

    private static int compare(Day day, ParentRow row, String where) {
        double volume = day.shares(day.start, day.end());
        if (volume > 0) {
            double vwap = day.money(day.start, day.end()) / volume;
            same(vwap, row.input(Input.MARKET_VWAP), where + ", VWAP");
            same(1e4 * (day.paid / 500 - vwap) / vwap, row.value(Measure.VS_VWAP), where + ", vs VWAP");
            same(100 * 500 / volume, row.value(Measure.PARTICIPATION), where + ", participation");
            last(day, row.value(Measure.PARTICIPATION_1M), MINUTE, where);
            last(day, row.value(Measure.PARTICIPATION_5M), 5 * MINUTE, where);
        }
        if (volume > 500) {
            same((day.money(day.start, day.end()) - day.paid) / (volume - 500), row.input(Input.MARKET_VWAP_EX_OWN), where + ", without own");
        } else {
            assertEquals(Status.SUPPRESSED, row.status(Measure.VS_VWAP_EX_OWN), where);
        }
        double known = day.by(1) + day.by(-1);
        same(known == 0 ? Double.NaN : 100 * day.by(1) / known, row.value(Measure.MARKET_AGGRESSOR_RATIO), where + ", aggressors");
        same(day.midOverTime(), row.input(Input.MID_OVER_TIME), where + ", TWAP");
        int reached = 0;
        double[] percents = {5, 10, 20, 30};
        for (int i = 0; i < percents.length; i++) {
            same(day.weighted(percents[i]), row.input(Input.pwpPrice(i)), where + ", PWP " + percents[i]);
            reached += Double.isNaN(day.weighted(percents[i])) ? 0 : 1;
        }
        return reached;
    }

    private static void last(Day day, double found, long span, String where) {
        long from = Math.max(day.start, day.end() - span + 1);
        double volume = day.shares(from, day.end());
        same(volume == 0 ? Double.NaN : 100 * day.own(from) / volume, found, where + ", participation over " + span);
    }

    private static void same(double expected, double found, String where) {
        assertEquals(expected, found, 1e-8 * Math.max(1, Math.abs(expected)), where);
    }

    /** The next step comes from the market with this probability. */
    private static ParentRow play(Day day, double share) {
        ReplayEngine engine = new ReplayEngine();
        Tape.Player player = new Tape.Player(engine.inlets());
        SplittableRandom coin = new SplittableRandom(7);
        Queue<Tape.Step> market = new ArrayDeque<>(day.tape.marketSteps);
        Queue<Tape.Step> orders = new ArrayDeque<>(day.tape.orderSteps);
        while (!market.isEmpty() || !orders.isEmpty()) {
            boolean next = orders.isEmpty() || !market.isEmpty() && coin.nextDouble() < share;
            (next ? market : orders).remove().play(player);
        }
        ParentRow row = new ParentRow();
        assertTrue(engine.scorecard().read(0, row));
        return row;
    }
}
