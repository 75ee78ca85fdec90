package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of hundreds of levels, whatever the tick: more than fit side by side, and levels that stay behind when the touch moves on. */
class WideBookTest {
    private static final int EVENTS = 2_000;
    private static final int LIVE = 300;
    private static final int ORDERS_OF_MOST_SHARES = 256;

    @ParameterizedTest(name = "tick {0}")
    @ValueSource(longs = {1, 10_000, 1_000_000, 160_000_000})
    void aTouchThatWandersLeavesEveryLevelWhereItWas(long tick) {
        L3Books books = new L3Books();
        for (int day = 1; day <= 2; day++) {
            wander(tick, new SplittableRandom(day), books);
            books.clear();
        }
    }

    @Test
    void aFullLevelTakesNoFurtherOrder() {
        L3Books books = new L3Books();
        long most = 0xFFFF_FFFFL;
        for (int i = 1; i <= ORDERS_OF_MOST_SHARES; i++) {
            assertTrue(books.added(3, i, Side.BUY, most, 100));
        }

        // 256 · (2³² − 1) = 2⁴⁰ − 256 shares: 255 more fit, 256 do not
        assertFalse(books.added(3, 1_000, Side.BUY, 256, 100));
        assertEquals(1, books.unapplied());
        assertTrue(books.added(3, 1_001, Side.BUY, 255, 100));

        assertEquals((1L << 40) - 1, books.bidShares(3));
        assertEquals(ORDERS_OF_MOST_SHARES + 1, books.orders(3, Side.BUY, 0));
        assertEquals(ORDERS_OF_MOST_SHARES + 1, books.liveOrders());
    }

    private static void wander(long tick, SplittableRandom random, L3Books books) {
        Books naive = new NaiveL3Books();
        Books fast = new FastBooks(books);
        List<Long> live = new ArrayList<>();
        long middle = 0;
        for (long event = 1; event <= EVENTS; event++) {
            middle += random.nextInt(3) - 1;
            if (live.size() < LIVE) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                int away = random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(20);
                long price = tick * (middle - side.sign() * (1 + away));
                assertEquals(naive.added(1, event, side, 100, price), fast.added(1, event, side, 100, price));
                live.add(event);
            } else {
                for (int i = 0; i < 20; i++) {
                    long leaving = live.remove(random.nextInt(live.size()));
                    assertEquals(naive.deleted(1, leaving), fast.deleted(1, leaving));
                }
            }
            if (event % 100 == 0) {
                assertSame(naive, fast, Side.BUY);
                assertSame(naive, fast, Side.SELL);
            }
        }
        assertEquals(0, books.unapplied());
    }

    private static void assertSame(Books naive, Books fast, Side side) {
        int levels = naive.levels(1, side);
        assertEquals(levels, fast.levels(1, side));
        for (int depth = 0; depth < levels; depth += 7) {
            assertEquals(naive.price(1, side, depth), fast.price(1, side, depth));
            assertEquals(naive.shares(1, side, depth), fast.shares(1, side, depth));
            assertEquals(naive.orders(1, side, depth), fast.orders(1, side, depth));
        }
    }
}
