package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.testing.Garbage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PrintTapeTest {
    private final PrintTape tape = new PrintTape();
    private final Traded traded = new Traded();
    private final Traded before = new Traded();
    private final Market market = new Market();
    private final LeakageEvent event = new LeakageEvent();
    private long sequence;

    @Test
    void whatWasTradedBetweenTwoInstantsIsTheDifferenceOfTwoSums() {
        tape.print(10, 100, 5, 1, 1);
        tape.print(20, 104, 10, -1, 2);
        tape.print(20, 103, 20, 0, 3);
        tape.print(30, 101, 40, 1, 4);

        between(20, 30);

        assertEquals(30, traded.volume());
        assertEquals(10 * 4 + 20 * 3, traded.money(), "over the first price, 100");
        assertEquals(0, traded.bought());
        assertEquals(10, traded.sold());
    }

    @Test
    void aBrokenPrintIsTakenOutOfEverySumAndOnlyOnce() {
        tape.print(10, 100, 5, 1, 1);
        tape.print(20, 104, 10, -1, 2);

        assertTrue(tape.breaks(2));
        assertTrue(tape.breaks(2));
        assertFalse(tape.breaks(3), "nobody printed it");

        between(0, 30);
        assertEquals(5, traded.volume());
        assertEquals(0, traded.money());
        assertEquals(0, traded.sold());
    }

    @Test
    void anInstrumentThatHardlyTradesKeepsSixteenPrintsUntilAnOwnOrderLivesThere() {
        for (int i = 0; i < 100; i++) {
            tape.print(i * (PrintTape.REACH_NANOS / 10), 100, 1, 0, i);
        }
        assertEquals(100 - 16, tape.oldest());
        tape.keep(64);
        for (int i = 100; i < 200; i++) {
            tape.print(i * (PrintTape.REACH_NANOS / 10), 100, 1, 0, i);
        }
        assertEquals(200 - 64, tape.oldest());
    }

    @Test
    void anInstantBeforeWhatIsKeptHasNoPlace() {
        for (int i = 0; i < PrintTape.DEFAULT_BOUND + 10; i++) {
            tape.print(i, 100, 1, 0, i);
        }

        assertEquals(PrintTape.BEFORE_REACH, tape.placeAt(10), "print 9 may have been at 10");
        assertEquals(11, tape.placeAt(11));
        assertEquals(tape.printed(), tape.placeAt(10_000));
    }

    @Test
    void aSumBeyond64BitsIsSaid() {
        tape.print(1, 0, 1, 0, 1);
        assertFalse(tape.overflowed());
        tape.print(2, 1L << 61, 16, 0, 2);
        assertTrue(tape.overflowed());
    }

    @Test
    void anyTapeAgreesWithNaiveSums() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PrintTape fast = new PrintTape();
            fast.keep(random.nextInt(2_000));
            List<long[]> naive = new ArrayList<>();
            long nanos = 0;
            for (int i = 0; i < 1_500; i++) {
                nanos += random.nextInt(3);
                long[] print = {nanos, 1_000 + random.nextInt(50), 1 + random.nextInt(300), random.nextInt(3) - 1};
                naive.add(print);
                fast.print(print[0], print[1], print[2], (int) print[3], i);
                if (random.nextInt(20) == 0) {
                    int doomed = Math.max(0, i - random.nextInt(200));
                    assertTrue(fast.breaks(doomed), "one of the newest 200");
                    naive.get(doomed)[2] = 0;
                }
                if (random.nextInt(10) == 0) {
                    compare(fast, naive, nanos - random.nextInt(400), nanos - random.nextInt(20));
                }
            }
        }
    }

    private void compare(PrintTape fast, List<long[]> naive, long from, long to) {
        long first = fast.placeAt(from);
        long end = fast.placeAt(Math.max(from, to));
        if (first == PrintTape.BEFORE_REACH || end == PrintTape.BEFORE_REACH) {
            return;
        }
        fast.sums(first, before);
        fast.sums(end, traded);
        traded.since(before);
        fast.takeOut(first, end, traded);
        long[] sums = new long[4];
        for (long[] print : naive) {
            if (print[0] >= from && print[0] < Math.max(from, to)) {
                sums[0] += print[2];
                sums[1] += (print[1] - fast.reference()) * print[2];
                sums[2] += print[3] > 0 ? print[2] : 0;
                sums[3] += print[3] < 0 ? print[2] : 0;
            }
        }
        assertEquals(sums[0], traded.volume());
        assertEquals(sums[1], traded.money());
        assertEquals(sums[2], traded.bought());
        assertEquals(sums[3], traded.sold());
    }

    @Test
    void anExecutionTakesThePriceOfTheOrderThatRestedAndTheOppositeSideIsTheAggressor() {
        tell(EventKind.ADDED, e -> e.orderRef = 1);
        tell(EventKind.EXECUTED, e -> e.orderRef = 1);

        PrintTape prints = market.listing(7).prints();
        assertEquals(1, prints.printed());
        assertEquals(99, prints.price(0));
        assertEquals(-1, prints.aggressor(0), "a bid rested, a seller took it");
    }

    @Test
    void onlyPrintsThatCountAreOnTheTape() {
        tell(EventKind.ADDED, e -> {
            e.orderRef = 1;
            e.quantity = 1_000;
        });
        tell(EventKind.EXECUTED_AT, e -> {
            e.orderRef = 1;
            e.price = 98;
            e.on = false;   // it is part of the cross
        });
        tell(EventKind.EXECUTED_AT, e -> {
            e.orderRef = 1;
            e.price = 97;
            e.on = true;
        });
        tell(EventKind.CROSSED, e -> e.code = 'O');
        tell(EventKind.CROSSED, e -> e.quantity = 0);
        tell(EventKind.TRADED, e -> e.side(null));
        tell(EventKind.TRADED, e -> e.side(Side.SELL));
        tell(EventKind.EXECUTED, e -> e.orderRef = 66);

        PrintTape prints = market.listing(7).prints();
        assertEquals(4, prints.printed(), "one execution, a cross, two trades; an order nobody knows has no price");
        assertEquals(97, prints.price(0));
        assertEquals(0, prints.aggressor(1));
        assertEquals(0, prints.aggressor(2));
        assertEquals(1, prints.aggressor(3), "an offer rested");
    }

    @Test
    void printsLeaveNoGarbage() {
        fill();
        assertEquals(0, Garbage.bytesOf(this::fill));
    }

    private void fill() {
        for (int i = 0; i < 10_000; i++) {
            tape.print(++sequence, 100 + i % 7, 10, i % 3 - 1, i);
            between(sequence - 100, sequence);
        }
    }

    private void between(long from, long to) {
        long first = tape.placeAt(from);
        long end = tape.placeAt(to);
        if (first >= 0 && end >= 0) {
            tape.sums(first, before);
            tape.sums(end, traded);
            traded.since(before);
            tape.takeOut(first, end, traded);
        }
    }

    private void tell(EventKind kind, Consumer<LeakageEvent> more) {
        event.kind(kind);
        event.source = 1;
        event.instrument = 7;
        event.sequence = ++sequence;
        event.venueNanos = sequence;
        event.receiveNanos = Absent.LONG;
        event.side(Side.BUY);
        event.price = 99;
        event.quantity = 10;
        event.otherRef = sequence;
        event.code = ' ';
        event.on = false;
        more.accept(event);
        market.apply(event);
    }
}
