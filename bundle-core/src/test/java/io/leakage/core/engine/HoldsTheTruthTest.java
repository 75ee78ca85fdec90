package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A number published as valid holds the truth in its interval, however the feed was hurt: the truth is the same day unhurt. */
class HoldsTheTruthTest {
    private static final int DAYS = 25;
    private static final int MESSAGES = 3_000;
    private static final int PARENTS = 12;
    private static final double BPS = 1e-6;

    /** What happens to a run of messages that did not come. */
    enum Fault {
        /** It comes later, in order. */
        FILLED,
        /** A snapshot takes its place. */
        RECOVERED,
        /** It is gone for good, and the feed goes on. */
        LOST,
        /** Nothing was lost, but the line was silent for a while. */
        SILENT,
        /** Now this, now that. */
        ANY
    }

    private record Message(long nanos, boolean add, Side side, long ref, long price) {
        void tell(MarketInlet market, int instrument, long sequence) {
            if (add) {
                market.added(instrument, sequence, nanos, ref, side, 100, price);
            } else if (ref % 2 == 0) {
                market.executed(instrument, sequence, nanos, ref, 100, sequence);
            } else {
                market.deleted(instrument, sequence, nanos, ref);
            }
        }
    }

    private record Day(List<Message> messages, long[][] times) {
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aValidNumberHoldsTheTruthWhateverWasLost(Fault fault) {
        long valid = 0;
        for (int seed = 0; seed < DAYS; seed++) {
            Day day = day(seed);
            Scorecard truth = play(day, null, 0, 1);
            Scorecard hurt = play(day, fault, seed, 1);
            valid += compare(truth, hurt, fault + ", day " + seed);
        }
        assertNotEquals(0, valid);
    }

    @Test
    void aValidNumberHoldsTheTruthThoughTheOrdersTimesEndAtTheMillisecond() {
        long valid = 0;
        long ranges = 0;
        for (int seed = 0; seed < DAYS; seed++) {
            Day day = day(seed);
            Scorecard hurt = play(day, null, 0, 1_000_000);
            valid += compare(play(day, null, 0, 1), hurt, "day " + seed);
            ranges += ranges(hurt);
        }
        assertTrue(valid > DAYS * PARENTS && ranges > DAYS, valid + " valid numbers, " + ranges + " of them with a range");
    }

    @Test
    void onePacketInAHundredLostAndRecoveredLeavesNinetyNineOfAHundredNumbers() {
        long there = 0;
        long due = 0;
        for (int seed = 0; seed < DAYS; seed++) {
            Day day = day(seed);
            Scorecard truth = play(day, null, 0, 1);
            Scorecard hurt = play(day, Fault.FILLED, seed, 1);
            due += count(truth);
            there += count(hurt);
        }
        assertTrue(there >= 0.99 * due, there + " of " + due);
    }

    private static Day day(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Message> messages = new ArrayList<>();
        Map<Long, Message> resting = new LinkedHashMap<>();
        long nanos = Tape.START;
        for (int i = 0; i < MESSAGES; i++) {
            nanos += random.nextInt(4) == 0 ? 0 : random.nextInt(1_600_000);
            Message message;
            if (resting.size() > 20) {
                Message gone = new ArrayList<>(resting.values()).get(random.nextInt(resting.size()));
                resting.remove(gone.ref);
                message = new Message(nanos, false, gone.side, gone.ref, gone.price);
            } else {
                boolean buy = random.nextBoolean();
                long price = Tape.price("100") + (buy ? -1 - random.nextInt(8) : 1 + random.nextInt(8)) * 1_000_000L;
                message = new Message(nanos, true, buy ? Side.BUY : Side.SELL, i + 1L, price);
                resting.put(message.ref, message);
            }
            messages.add(message);
        }
        long[][] times = new long[PARENTS][4];
        for (long[] parent : times) {
            long at = Tape.START + random.nextLong((nanos - Tape.START) * 2 / 3);
            for (int i = 0; i < parent.length; i++) {
                parent[i] = at;
                at += random.nextLong(40_000_000);
            }
        }
        return new Day(messages, times);
    }

    private static Scorecard play(Day day, Fault fault, long seed, long stampUnit) {
        ReplayEngine engine = new ReplayEngine();
        MarketInlet market = engine.inlets().market("feed", WhenFull.WAIT);
        int instrument = market.instrument("INST");
        orders(day, engine.inlets().orders("desk"), stampUnit);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, Message> resting = new LinkedHashMap<>();
        List<Message> messages = day.messages;
        for (int i = 0; i < messages.size(); i++) {
            boolean hurt = fault != null && i > 50 && random.nextInt(100) == 0;
            int missing = hurt ? Math.min(1 + random.nextInt(30), messages.size() - i - 1) : 0;
            if (missing > 0) {
                for (int j = i; j < i + missing; j++) {
                    apply(resting, messages.get(j));
                }
                Fault now = fault == Fault.ANY ? Fault.values()[random.nextInt(Fault.ANY.ordinal())] : fault;
                hurt(now, market, instrument, messages.subList(i, i + missing), i, resting);
                i += missing;
            }
            apply(resting, messages.get(i));
            messages.get(i).tell(market, instrument, i + 1);
        }
        market.ended(messages.size());
        return engine.scorecard();
    }

    private static void hurt(Fault fault, MarketInlet market, int instrument, List<Message> missing, int first,
            Map<Long, Message> resting) {
        if (fault == Fault.SILENT) {
            market.silent(true);
            market.silent(false);
        } else {
            market.gap(first + 1, first + 1 + missing.size());
        }
        boolean announced = first % 2 == 0;
        if (fault == Fault.FILLED && announced) {
            market.filled();
        }
        if (fault == Fault.FILLED || fault == Fault.SILENT) {
            for (int i = 0; i < missing.size(); i++) {
                missing.get(i).tell(market, instrument, first + 1 + i);
            }
        }
        if (fault == Fault.FILLED && !announced) {
            market.filled();
        }
        if (fault == Fault.RECOVERED) {
            market.recovering();
            resting.values().forEach(message -> message.tell(market, instrument, 0));
            market.recovered(first + 1 + missing.size());
        }
    }

    private static void apply(Map<Long, Message> resting, Message message) {
        if (message.add) {
            resting.put(message.ref, message);
        } else {
            resting.remove(message.ref);
        }
    }

    /** A parent arrives, and is filled three times. */
    private static void orders(Day day, OrderInlet inlet, long unit) {
        long truncation = unit == 1 ? 0 : unit;
        for (int parent = 0; parent < PARENTS; parent++) {
            long[] times = day.times[parent];
            Side side = parent % 2 == 0 ? Side.BUY : Side.SELL;
            inlet.accept(new Tape.Message('D', times[0] - times[0] % unit).truncation(truncation).id("P" + parent).side(side).quantity(300)
                    .message());
            for (int fill = 1; fill < times.length; fill++) {
                inlet.accept(new Tape.Message('8', times[fill] - times[fill] % unit).truncation(truncation).id("P" + parent)
                        .execution("E" + parent + "-" + fill).exec('F', fill == 3 ? '2' : '1').last(100, "100.01").message());
            }
        }
    }

    private static long compare(Scorecard truth, Scorecard hurt, String where) {
        long valid = 0;
        ParentRow expected = new ParentRow();
        ParentRow found = new ParentRow();
        for (int parent = 0; parent < PARENTS; parent++) {
            assertTrue(truth.read(parent, expected) && hurt.read(parent, found));
            for (int i = 0; i < Measure.count(); i++) {
                Measure measure = Measure.at(i);
                if (found.status(measure) == Status.VALID) {
                    valid++;
                    double wanted = expected.value(measure);
                    assertTrue(wanted >= found.lo(measure) - BPS && wanted <= found.hi(measure) + BPS, () -> where + ", " + measure + ": "
                            + wanted + " is not within " + found.lo(measure) + " and " + found.hi(measure) + ", which are said to be valid");
                }
            }
        }
        return valid;
    }

    private static long count(Scorecard scores) {
        long there = 0;
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < PARENTS; parent++) {
            assertTrue(scores.read(parent, row));
            for (int i = 0; i < Measure.count(); i++) {
                there += row.status(Measure.at(i)) == Status.SUPPRESSED ? 0 : 1;
            }
        }
        return there;
    }

    private static long ranges(Scorecard scores) {
        long ranges = 0;
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < PARENTS; parent++) {
            assertTrue(scores.read(parent, row));
            for (int i = 0; i < Measure.count(); i++) {
                ranges += row.status(Measure.at(i)) == Status.VALID && row.lo(Measure.at(i)) < row.hi(Measure.at(i)) ? 1 : 0;
            }
        }
        return ranges;
    }
}
