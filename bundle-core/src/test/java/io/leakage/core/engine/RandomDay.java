package io.leakage.core.engine;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.ReferenceField;
import io.leakage.api.event.ReferenceInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.event.WhenFull;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A random day of a few instruments on one feed, and of parents, children, fills, busts, corrections and late messages on one drop copy.
 * Each
 * feed is a queue in its own order; who plays it decides how the two interleave.
 */
public final class RandomDay {
    /** Six of three children each, and two of sixteen. */
    public static final int PARENTS = 8;

    private static final int INSTRUMENTS = 3;
    private static final String[] SYMBOLS = {"AAA", "BBB", "CCC"};

    final Queue<Consumer<MarketInlet>> market = new ArrayDeque<>();
    final Queue<Consumer<OrderInlet>> orders = new ArrayDeque<>();
    private final Random random;
    private final boolean troubled;
    private final List<Deque<Long>> resting = new ArrayList<>();
    private long ref;
    private long sequence;

    RandomDay(long seed) {
        this(seed, false);
    }

    /** @param troubled whether messages get lost, lines fall silent, books are cleared, prints broken, and own times are cut off */
    public RandomDay(long seed, boolean troubled) {
        random = new Random(seed);
        this.troubled = troubled;
        for (int i = 0; i < 2 * INSTRUMENTS; i++) {
            resting.add(new ArrayDeque<>());
        }
        long nanos = Tape.START;
        for (int i = 0; i < INSTRUMENTS; i++) {
            int instrument = i;
            market.add(inlet -> inlet.listed(inlet.instrument(SYMBOLS[instrument]), 0, Tape.START));
        }
        for (int i = 0; i < 400; i++) {
            nanos += random.nextInt(4) == 0 ? 0 : random.nextInt(3_000_000);
            marketStep(nanos);
            quoteReference(i, nanos);
            if (troubled && random.nextInt(25) == 0) {
                trouble(nanos);
            }
        }
        market.add(inlet -> inlet.ended(sequence));
        for (int i = 0; i < PARENTS - 2; i++) {
            parent(i, Tape.START + (long) (random.nextDouble() * (nanos - Tape.START)));
        }
        for (int i = 0; i < 2; i++) {
            slices(i, Tape.START + (long) (random.nextDouble() * (nanos - Tape.START) / 3));
        }
    }

    /** Plays all of it through a front door, order messages among market events; now and then the clock is told. */
    public void play(Inlets inlets) {
        Sides sides = open(inlets);
        while (!market.isEmpty() || !orders.isEmpty()) {
            if (!market.isEmpty()) {
                market.remove().accept(sides.market());
            }
            if (market.size() % 100 == 0) {
                inlets.desk().clock(Tape.START, market.size() % 200 == 0 ? ClockState.HOLDOVER : ClockState.LOCKED, 500);
            }
            if (!orders.isEmpty() && market.size() % 5 == 0) {
                orders.remove().accept(sides.orders());
            }
        }
    }

    static Sides open(Inlets inlets) {
        return new Sides(inlets.market("test", WhenFull.WAIT), inlets.orders("test"));
    }

    /** What is known of the instruments apart from the day. */
    public static void referTo(ReferenceInlet inlet) {
        for (String symbol : SYMBOLS) {
            inlet.tell(symbol, ReferenceField.VOLATILITY, Tape.price("0.02"));
            inlet.tell(symbol, ReferenceField.DAILY_VOLUME, 1_000_000);
            inlet.tell(symbol, ReferenceField.PRIOR_CLOSE, Tape.price("99.50"));
            inlet.tell(symbol, ReferenceField.CLOSE, Tape.price("101.25"));
            inlet.tell(symbol, ReferenceField.BETA, Tape.price("1.3"));
        }
        inlet.compare("AAA", "BBB");
        inlet.compare("AAA", "DDD");
        inlet.compare("BBB", "CCC");
        inlet.compare("CCC", "DDD");
    }

    record Sides(MarketInlet market, OrderInlet orders) {
    }

    /** An instrument we never trade. */
    private void quoteReference(int step, long nanos) {
        long seq = sequence;
        long bid = Tape.price("50") + step % 70 * 1_000_000L;
        if (step % 10 == 0) {
            market.add(inlet -> inlet.quoted(inlet.instrument("DDD"), seq, nanos, bid, 100, bid + 1_000_000L, 100));
        }
    }

    private void marketStep(long nanos) {
        int instrument = random.nextInt(INSTRUMENTS);
        boolean buy = random.nextBoolean();
        Deque<Long> side = resting.get(2 * instrument + (buy ? 0 : 1));
        long seq = ++sequence;
        switch (random.nextInt(11)) {
            case 0, 1, 2, 3, 4 -> {
                long added = ++ref;
                side.addLast(added);
                long price = Tape.price(String.valueOf(buy ? 100 - random.nextInt(5) : 101 + random.nextInt(4)));
                market.add(inlet -> inlet.added(inlet.instrument(SYMBOLS[instrument]), seq, nanos, added, buy ? Side.BUY : Side.SELL, 100,
                        price));
            }
            case 5, 6, 7 -> {
                Long gone = side.pollFirst();
                if (gone != null) {
                    market.add(inlet -> inlet.deleted(inlet.instrument(SYMBOLS[instrument]), seq, nanos, gone));
                }
            }
            case 8 -> {
                TradingState state = random.nextInt(8) == 0 ? TradingState.HALTED : TradingState.TRADING;
                market.add(inlet -> inlet.tradingState(inlet.instrument(SYMBOLS[instrument]), seq, nanos, state));
            }
            case 9 -> trade(instrument, seq, nanos);
            default -> market.add(inlet -> inlet.passed(Absent.NAME, seq, nanos));
        }
    }

    /** What rests trades, or what is hidden, or a cross does. */
    private void trade(int instrument, long seq, long nanos) {
        Long ref = resting.get(2 * instrument + random.nextInt(2)).peekFirst();
        long price = Tape.price("100." + random.nextInt(10));
        int shares = 1 + random.nextInt(2_000);
        switch (random.nextInt(4)) {
            case 0 -> market.add(inlet -> inlet.crossed(inlet.instrument(SYMBOLS[instrument]), seq, nanos, shares, price, 'I', seq));
            case 1 -> market.add(inlet -> inlet.traded(inlet.instrument(SYMBOLS[instrument]), seq, nanos, Side.BUY, shares, price, seq));
            case 2 -> market.add(inlet -> inlet.traded(inlet.instrument(SYMBOLS[instrument]), seq, nanos, null, shares, price, seq));
            default -> {
                if (ref != null) {
                    market.add(inlet -> inlet.executed(inlet.instrument(SYMBOLS[instrument]), seq, nanos, ref, 1, seq));
                }
            }
        }
    }

    private void trouble(long nanos) {
        int instrument = random.nextInt(INSTRUMENTS);
        long seq = ++sequence;
        switch (random.nextInt(8)) {
            case 0 -> market.add(inlet -> inlet.gap(seq, seq + 1));
            case 1, 2 -> {
                market.add(inlet -> inlet.gap(seq, seq + 1));
                market.add(MarketInlet::filled);
            }
            case 3, 4 -> recover(nanos, seq);
            case 5 -> {
                market.add(inlet -> inlet.silent(true));
                market.add(inlet -> inlet.silent(false));
            }
            case 6 -> {
                resting.get(2 * instrument).clear();
                resting.get(2 * instrument + 1).clear();
                market.add(inlet -> inlet.cleared(inlet.instrument(SYMBOLS[instrument]), seq, nanos));
            }
            default -> {
                market.add(inlet -> inlet.traded(inlet.instrument(SYMBOLS[instrument]), seq, nanos, Side.BUY, 100, Tape.price("100"), seq));
                market.add(inlet -> inlet.broken(inlet.instrument(SYMBOLS[instrument]), seq, nanos, seq));
            }
        }
    }

    private void recover(long nanos, long seq) {
        market.add(inlet -> inlet.gap(seq, seq + 1));
        market.add(MarketInlet::recovering);
        for (int i = 0; i < INSTRUMENTS; i++) {
            int instrument = i;
            long bid = ++ref;
            long offer = ++ref;
            resting.get(2 * i).clear();
            resting.get(2 * i).add(bid);
            resting.get(2 * i + 1).clear();
            resting.get(2 * i + 1).add(offer);
            market.add(inlet -> inlet.added(inlet.instrument(SYMBOLS[instrument]), seq, Tape.START, bid, Side.BUY, 100, Tape.price("99")));
            market.add(inlet -> inlet.added(inlet.instrument(SYMBOLS[instrument]), seq, Tape.START, offer, Side.SELL, 100,
                    Tape.price("102")));
        }
        market.add(inlet -> inlet.recovered(seq + 1));
    }

    private void parent(int number, long arrival) {
        String id = "P" + number;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        List<Tape.Message> told = new ArrayList<>();
        long nanos = arrival;
        told.add(message('D', nanos, number).id(id).side(side).quantity(300));
        for (int i = 0; i < 3; i++) {
            nanos += random.nextInt(20_000_000);
            String child = id + "C" + i;
            told.add(message('D', nanos, number).id(child).parent(id).side(side).quantity(100).limit("100"));
            nanos += random.nextInt(20_000_000);
            String execution = child + "X";
            told.add(message('8', nanos, number).id(child).execution(execution).exec('F', '2').last(100, "100." + (10
                    + random.nextInt(80))));
            if (random.nextInt(4) == 0) {
                told.add(message('8', nanos, number).id(child).execution(execution + "b").reference(execution).exec('H', '1'));
            } else if (random.nextInt(4) == 0) {
                told.add(message('8', nanos, number).id(child).execution(execution + "c").reference(execution).exec('G', '2').last(100,
                        "100.5"));
            }
        }
        if (random.nextInt(3) == 0) {
            told.add(0, told.remove(1));   // a child's message first
        }
        told.forEach(message -> orders.add(inlet -> inlet.accept(message.message())));
    }

    /** A parent of many children that rest, are replaced, filled in parts, cancelled, or still rest at the end. */
    private void slices(int number, long arrival) {
        String id = "S" + number;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        List<Tape.Message> told = new ArrayList<>();
        told.add(message('D', arrival, number).id(id).side(side).quantity(3_000));
        for (int i = 0; i < 16; i++) {
            slice(number, id, id + "C" + i, side, arrival + 1 + random.nextInt(150_000_000), told);
        }
        told.sort(Comparator.comparingLong(message -> message.message().transactNanos));
        for (int i = 1; i < told.size(); i += 1 + random.nextInt(12)) {
            told.add(i - 1, told.remove(i));   // one message late
        }
        told.forEach(message -> orders.add(inlet -> inlet.accept(message.message())));
    }

    private void slice(int number, String id, String child, Side side, long from, List<Tape.Message> told) {
        String limit = side == Side.BUY ? "100" : "101";
        String venue = random.nextBoolean() ? "XNAS" : "ARCX";
        long nanos = from;
        told.add(message('D', nanos, number).id(child).parent(id).side(side).quantity(100).limit(limit).venue(venue));
        nanos += random.nextInt(3_000_000);
        told.add(message('8', nanos, number).id(child).parent(id).exec('0', '0'));
        nanos += random.nextInt(30_000_000);
        boolean replaced = random.nextInt(4) == 0;
        if (replaced) {
            told.add(message('8', nanos, number).id(child + "r").parent(id).original(child).exec('5', '0')
                    .quantity(100 + random.nextInt(2) * 50).limit(random.nextBoolean() ? limit : "99"));
        }
        String now = replaced ? child + "r" : child;
        for (int part = 0; part < random.nextInt(3); part++) {
            nanos += random.nextInt(30_000_000);
            told.add(message('8', nanos, number).id(now).parent(id).execution(child + "X" + part).exec('F', '1').last(40, limit));
            if (random.nextInt(6) == 0) {
                told.add(message('8', nanos, number).id(now).parent(id).execution(child + "B" + part)
                        .reference(child + "X" + part).exec('H', '0'));
            }
        }
        nanos += random.nextInt(60_000_000);
        if (random.nextInt(5) > 0) {
            told.add(message('8', nanos, number).id(now).parent(id).exec('4', '4'));
        }
    }

    private Tape.Message message(char type, long nanos, int number) {
        boolean exact = !troubled || random.nextBoolean();
        long told = exact ? nanos : nanos - nanos % 1_000_000;
        return new Tape.Message(type, told, SYMBOLS[number % INSTRUMENTS]).truncation(exact ? 0 : 1_000_000);
    }
}
