package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fast and naive books see the same random events, fitting or not, and must agree in every level after every one. */
class RandomTapeTest {
    private static final int EVENTS = 2_500;
    private static final int INSTRUMENTS = 3;

    private enum References { DENSE, WITH_GAPS, FAR_APART, RANDOM, NEGATIVE, FALLING, FEW }

    @ParameterizedTest
    @EnumSource(References.class)
    void bothBooksAgreeAfterEveryEvent(References references) {
        for (int seed = 1; seed <= 2; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Books naive = new NaiveL3Books();
            Books fast = new FastBooks(new L3Books());
            List<Long> known = new ArrayList<>();
            LongSupplier next = next(references, random);
            for (int event = 0; event < EVENTS; event++) {
                long eventSeed = random.nextLong();
                long newRef = next.getAsLong();
                boolean expected = apply(naive, known, newRef, new SplittableRandom(eventSeed));
                boolean actual = apply(fast, known, newRef, new SplittableRandom(eventSeed));
                String where = references + ", seed " + seed + ", event " + event;
                assertEquals(expected, actual, where);
                assertAgree(naive, fast, where);
                if (random.nextInt(200) == 0) {
                    int cleared = random.nextInt(INSTRUMENTS);
                    naive.clear(cleared);
                    fast.clear(cleared);
                    assertAgree(naive, fast, where);
                }
                known.add(newRef);
                if (known.size() > 40) {
                    long old = known.remove(random.nextInt(known.size()));
                    assertEquals(naive.deleted(instrument(old), old), fast.deleted(instrument(old), old), where);
                }
            }
        }
    }

    private static LongSupplier next(References references, SplittableRandom random) {
        long[] last = {references == References.NEGATIVE ? -100_000 : 1_000_000};
        return switch (references) {
            case DENSE, NEGATIVE -> () -> ++last[0];
            case WITH_GAPS -> () -> last[0] += random.nextInt(10) == 0 ? random.nextInt(100_000) : 1;
            case FAR_APART -> () -> last[0] += 50_000;
            case RANDOM -> random::nextLong;
            case FALLING -> () -> last[0] -= 7;
            case FEW -> () -> random.nextInt(50);
        };
    }

    /** The instrument a reference belongs to, as long as events are in order. */
    private static int instrument(long ref) {
        return (int) Math.floorMod(ref, (long) INSTRUMENTS);
    }

    private static boolean apply(Books books, List<Long> known, long newRef, SplittableRandom random) {
        long ref = known.isEmpty() || random.nextInt(50) == 0 ? random.nextLong() : known.get(random.nextInt(known.size()));
        int stranger = random.nextInt(40) == 0 ? 1 : 0;
        int owner = (instrument(ref) + stranger) % INSTRUMENTS;
        long shares = random.nextInt(30) == 0 ? random.nextLong() : random.nextInt(6);
        long price = random.nextInt(100) == 0 ? random.nextLong() : random.nextInt(-5, 12);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> books.added(instrument(newRef), newRef, side, shares, price);
            case 4 -> books.executed(owner, ref, shares);
            case 5 -> books.cancelled(owner, ref, shares);
            case 6 -> books.deleted(owner, ref);
            case 7 -> books.replaced(owner, ref, ref, shares, price);
            case 8 -> books.replaced(owner, ref, known.isEmpty() ? 1 : known.get(0), shares, price);
            default -> books.replaced(owner, ref, newRef, shares, price);
        };
    }

    private static void assertAgree(Books naive, Books fast, String where) {
        assertEquals(naive.unapplied(), fast.unapplied(), where);
        assertEquals(naive.liveOrders(), fast.liveOrders(), where);
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
            assertEquals(naive.suspect(instrument), fast.suspect(instrument), where);
            assertSide(naive, fast, instrument, Side.BUY, where);
            assertSide(naive, fast, instrument, Side.SELL, where);
        }
    }

    private static void assertSide(Books naive, Books fast, int instrument, Side side, String where) {
        int levels = naive.levels(instrument, side);
        assertEquals(levels, fast.levels(instrument, side), where);
        for (int depth = 0; depth < levels; depth++) {
            assertEquals(naive.price(instrument, side, depth), fast.price(instrument, side, depth), where);
            assertEquals(naive.shares(instrument, side, depth), fast.shares(instrument, side, depth), where);
            assertEquals(naive.orders(instrument, side, depth), fast.orders(instrument, side, depth), where);
        }
    }
}
