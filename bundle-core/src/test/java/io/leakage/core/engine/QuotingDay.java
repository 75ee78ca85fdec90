package io.leakage.core.engine;

import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Hours of one instrument whose mid wanders, and from the fifth minute on, every 13 s, a request for quotes to buy. Eight firms are
 * asked, so many at a time drawn by lot; after each ask of D3 the mid moves up by so many ticks, 5 ms later and for good. The first
 * who was asked wins.
 */
public final class QuotingDay {
    /** Who leaks. */
    public static final String LEAKY = "D3";
    private static final long MILLI = 1_000_000;
    private static final long TICK = 1_000_000;

    /** What is told, and when. */
    private record Told(long nanos, Runnable step) {
    }

    private final List<Told> told = new ArrayList<>();
    private final List<Long> leaks = new ArrayList<>();
    private final Random random;
    private final MarketInlet market;
    private final OrderInlet orders;
    private final int instrument;
    private long sequence;

    /** A day into a front door. */
    public QuotingDay(Inlets inlets, long seed, int requests, int askedAtOnce, double leakTicks) {
        random = new Random(seed);
        market = inlets.market("test", WhenFull.WAIT);
        orders = inlets.orders("test");
        instrument = market.instrument("INST");
        long nanos = Tape.START + 300_000 * MILLI;
        for (int i = 0; i < requests; i++) {
            nanos += 13_000 * MILLI + random.nextInt(1_000) * MILLI;
            request("R" + i, nanos, askedAtOnce);
        }
        quotes(nanos + 60_000 * MILLI, leakTicks);
    }

    private void request(String id, long nanos, int askedAtOnce) {
        List<String> firms = new ArrayList<>(List.of("D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7"));
        Collections.shuffle(firms, random);
        String[] asked = firms.subList(0, askedAtOnce).toArray(String[]::new);
        if (List.of(asked).contains(LEAKY)) {
            leaks.add(nanos + 5 * MILLI);
        }
        tell(nanos, new Tape.Message('R', nanos).quote(id, null).side(Side.BUY).quantity(1_000).asks(asked));
        for (String firm : asked) {
            long answer = nanos + 400 * MILLI;
            tell(answer, new Tape.Message('S', answer).quote(id, id + firm).asks(firm).prices("99.99", "100.01"));
        }
        long hit = nanos + 900 * MILLI;
        tell(hit, new Tape.Message('J', hit).quote(null, id + asked[0]).answers(1));
    }

    private void tell(long nanos, Tape.Message message) {
        told.add(new Told(nanos, () -> orders.accept(message.message())));
    }

    private void quotes(long end, double leakTicks) {
        double mid = 100 * 100;
        int leaked = 0;
        for (long nanos = Tape.START; nanos < end;) {
            long step = (1 + random.nextInt(200)) * MILLI;
            boolean leaks = leaked < this.leaks.size() && this.leaks.get(leaked) <= nanos + step;
            nanos = leaks ? this.leaks.get(leaked++) : nanos + step;
            mid += leaks ? leakTicks : random.nextInt(3) - 1;
            quote(nanos, Math.round(mid) * TICK);
        }
        long last = ++sequence;
        told.add(new Told(end + 200 * MILLI, () -> market.ended(last)));
    }

    private void quote(long nanos, long mid) {
        long number = ++sequence;
        long bidShares = 100 * (1 + random.nextInt(9));
        long offerShares = 100 * (1 + random.nextInt(9));
        told.add(new Told(nanos, () -> market.quoted(instrument, number, nanos, mid - TICK, bidShares, mid + TICK, offerShares)));
    }

    /** Plays all of it. */
    public void play() {
        told.sort(Comparator.comparingLong(Told::nanos));
        told.forEach(step -> step.step().run());
    }
}
