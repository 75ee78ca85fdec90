package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.testing.Garbage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelBooksTest {
    private static final int X = 3;
    private static final int Y = 4;

    private final LevelBooks books = new LevelBooks();

    @Test
    void levelsStandInOrderWithTheBestFirst() {
        assertTrue(books.level(X, Side.BUY, 99, 100, 2));
        assertFalse(books.level(X, Side.BUY, 97, 300, 1));
        assertTrue(books.level(X, Side.SELL, 101, 50, 1));
        assertFalse(books.level(X, Side.SELL, 103, 70, 0));
        assertTrue(books.level(X, Side.SELL, 100, 10, 1));

        assertEquals(99, books.bid(X));
        assertEquals(100, books.offer(X));
        assertEquals(10, books.offerShares(X));
        assertEquals(3, books.levels(X, Side.SELL));
        assertEquals(103, books.price(X, Side.SELL, 2));
        assertEquals(70, books.shares(X, Side.SELL, 2));
        assertEquals(2, books.orders(X, Side.BUY, 0));
        assertEquals(Absent.LONG, books.price(X, Side.BUY, 2));
    }

    @Test
    void aLevelOfNoSharesIsGone() {
        books.level(X, Side.BUY, 99, 100, 1);
        books.level(X, Side.BUY, 98, 100, 1);

        assertTrue(books.level(X, Side.BUY, 99, 0, 0));

        assertEquals(98, books.bid(X));
        assertEquals(0, books.unapplied());
    }

    @Test
    void removingALevelThatIsNotThereMakesTheBookSuspect() {
        books.level(X, Side.BUY, 99, 100, 1);

        assertFalse(books.level(X, Side.BUY, 98, 0, 0));

        assertTrue(books.suspect(X));
        assertFalse(books.suspect(Y));
        assertEquals(1, books.unapplied());
        books.clear(X);
        assertFalse(books.suspect(X));
        assertEquals(Absent.LONG, books.bid(X));
    }

    @Test
    void aQuoteIsTheWholeBook() {
        assertTrue(books.quoted(X, 99, 10, 101, 20));
        assertFalse(books.quoted(X, 99, 10, 101, 20));
        assertTrue(books.quoted(X, 99, 10, 101, 30));
        assertTrue(books.quoted(X, Absent.LONG, Absent.LONG, 101, 30));

        assertEquals(Absent.LONG, books.bid(X));
        assertEquals(Absent.LONG, books.bidShares(X));
        assertEquals(101, books.offer(X));
        assertEquals(1, books.levels(X, Side.SELL));
    }

    @Test
    void whatCannotBeIsCountedAndChangesNothing() {
        assertFalse(books.level(-1, Side.BUY, 99, 1, 1));
        assertFalse(books.level(X, null, 99, 1, 1));
        assertFalse(books.level(X, Side.BUY, 99, -1, 1));
        assertFalse(books.level(X, Side.BUY, Absent.LONG, 1, 1));
        assertFalse(books.quoted(X, 99, 0, 101, 1));

        assertEquals(5, books.unapplied());
        assertEquals(0, books.levels(X, Side.BUY));
    }

    @Test
    void fastAndNaiveAgreeAfterEveryEvent() {
        for (int seed = 1; seed <= 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            NaiveLevelBooks naive = new NaiveLevelBooks();
            LevelBooks fast = new LevelBooks();
            for (int event = 0; event < 3_000; event++) {
                int instrument = random.nextInt(2);
                String where = "seed " + seed + ", event " + event;
                if (random.nextInt(20) == 0) {
                    long bid = random.nextInt(5) == 0 ? Absent.LONG : random.nextInt(90, 100);
                    long shares = bid == Absent.LONG ? Absent.LONG : random.nextInt(0, 3);
                    assertEquals(naive.quoted(instrument, bid, shares, 101, 5), fast.quoted(instrument, bid, shares, 101, 5), where);
                } else {
                    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                    long price = random.nextInt(-20, 20);
                    long shares = random.nextInt(-1, 4);
                    int orders = random.nextInt(3);
                    assertEquals(naive.level(instrument, side, price, shares, orders), fast.level(instrument, side, price, shares, orders),
                            where);
                }
                assertAgree(naive, fast, instrument, where);
            }
        }
    }

    private static void assertAgree(NaiveLevelBooks naive, LevelBooks fast, int instrument, String where) {
        assertEquals(naive.unapplied(), fast.unapplied(), where);
        assertEquals(naive.suspect(instrument), fast.suspect(instrument), where);
        for (Side side : Side.values()) {
            assertEquals(naive.levels(instrument, side), fast.levels(instrument, side), where);
            for (int depth = 0; depth <= naive.levels(instrument, side); depth++) {
                assertEquals(naive.price(instrument, side, depth), fast.price(instrument, side, depth), where);
                assertEquals(naive.shares(instrument, side, depth), fast.shares(instrument, side, depth), where);
                assertEquals(naive.orders(instrument, side, depth), fast.orders(instrument, side, depth), where);
            }
        }
    }

    @Test
    void aGrownBookLeavesNoGarbage() {
        play();

        assertEquals(0, Garbage.bytesOf(this::play));
    }

    private void play() {
        for (int i = 0; i < 50_000; i++) {
            books.level(i & 7, (i & 8) == 0 ? Side.BUY : Side.SELL, 1_000 + i % 61, i % 3, 1);
            books.quoted(100 + (i & 7), 99, 1 + i % 5, 101, 7);
        }
    }
}
