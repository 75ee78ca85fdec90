package io.leakage.core.book;

import static io.leakage.api.event.Side.BUY;
import static io.leakage.api.event.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import org.junit.jupiter.api.Test;

/** What order-by-order books owe, however they are built. */
abstract class BooksContract {
    private static final int X = 3;
    private static final int Y = 4;
    private static final long CENT = 1_000_000;

    private final Books books = emptyBooks();

    abstract Books emptyBooks();

    @Test
    void anEmptyBookHasNoQuote() {
        assertEquals(Absent.LONG, books.bid(X));
        assertEquals(Absent.LONG, books.offer(X));
        assertEquals(Absent.LONG, books.bidShares(X));
        assertEquals(Absent.LONG, books.offerShares(X));
        assertEquals(0, books.levels(X, BUY));
        assertEquals(0, books.orders(X, BUY, 0));
    }

    @Test
    void theHighestBidAndTheLowestOfferAreTheQuote() {
        assertTrue(books.added(X, 1, BUY, 100, 9_998 * CENT));
        assertTrue(books.added(X, 2, BUY, 200, 9_999 * CENT));
        assertFalse(books.added(X, 3, BUY, 300, 9_990 * CENT));
        assertTrue(books.added(X, 4, SELL, 400, 10_003 * CENT));
        assertTrue(books.added(X, 5, SELL, 500, 10_001 * CENT));
        assertFalse(books.added(X, 6, SELL, 600, 10_002 * CENT));

        assertEquals(9_999 * CENT, books.bid(X));
        assertEquals(200, books.bidShares(X));
        assertEquals(10_001 * CENT, books.offer(X));
        assertEquals(500, books.offerShares(X));
    }

    @Test
    void aLevelSumsItsOrdersAndTheBestComesFirst() {
        books.added(X, 1, SELL, 100, 10_001 * CENT);
        books.added(X, 2, SELL, 250, 10_001 * CENT);
        books.added(X, 3, SELL, 70, 10_000 * CENT);

        assertEquals(2, books.levels(X, SELL));
        assertLevel(SELL, 0, 10_000 * CENT, 70, 1);
        assertLevel(SELL, 1, 10_001 * CENT, 350, 2);
        assertLevel(SELL, 2, Absent.LONG, Absent.LONG, 0);
    }

    @Test
    void anExecutionInFullTakesTheLevelAway() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);
        books.added(X, 2, BUY, 50, 9_998 * CENT);

        assertTrue(books.executed(X, 1, 100));

        assertEquals(9_998 * CENT, books.bid(X));
        assertEquals(1, books.liveOrders());
    }

    @Test
    void aPartialCancelLeavesTheRest() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);

        assertTrue(books.cancelled(X, 1, 30));

        assertLevel(BUY, 0, 9_999 * CENT, 70, 1);
    }

    @Test
    void aCancelOfNothingChangesNothing() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);

        assertFalse(books.cancelled(X, 1, 0));

        assertLevel(BUY, 0, 9_999 * CENT, 100, 1);
        assertEquals(0, books.unapplied());
    }

    @Test
    void anEventBehindTheTopDoesNotChangeIt() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);
        books.added(X, 2, BUY, 100, 9_998 * CENT);

        assertFalse(books.cancelled(X, 2, 50));
        assertFalse(books.deleted(X, 2));
    }

    @Test
    void aReplaceOfAReplaceKeepsTheChain() {
        books.added(X, 1, SELL, 100, 10_001 * CENT);

        assertTrue(books.replaced(X, 1, 2, 200, 10_002 * CENT));
        assertTrue(books.replaced(X, 2, 3, 300, 10_000 * CENT));

        assertEquals(1, books.levels(X, SELL));
        assertLevel(SELL, 0, 10_000 * CENT, 300, 1);
        books.deleted(X, 2);
        assertEquals(1, books.unapplied());
        assertEquals(1, books.liveOrders());
    }

    @Test
    void aReplaceToSizeZeroDeletes() {
        books.added(X, 1, SELL, 100, 10_001 * CENT);

        assertTrue(books.replaced(X, 1, 2, 0, 10_002 * CENT));

        assertEquals(0, books.levels(X, SELL));
        assertEquals(0, books.liveOrders());
        assertEquals(0, books.unapplied());
    }

    @Test
    void aReplaceThatOnlyLosesItsPlaceDoesNotChangeTheTop() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);

        assertFalse(books.replaced(X, 1, 2, 100, 9_999 * CENT));

        assertLevel(BUY, 0, 9_999 * CENT, 100, 1);
    }

    @Test
    void aReplaceByALiveReferenceRemovesTheOldAndDoesNotFit() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);
        books.added(X, 2, BUY, 50, 9_998 * CENT);

        assertTrue(books.replaced(X, 1, 2, 100, 9_999 * CENT));

        assertLevel(BUY, 0, 9_998 * CENT, 50, 1);
        assertUnfit(1);
    }

    @Test
    void moreExecutedThanDisplayedRemovesTheOrderAndMakesTheBookSuspect() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);

        assertTrue(books.executed(X, 1, 101));

        assertEquals(0, books.levels(X, BUY));
        assertUnfit(1);
    }

    @Test
    void anUnknownReferenceMakesOnlyItsInstrumentSuspect() {
        assertFalse(books.deleted(X, 77));
        assertFalse(books.executed(X, 77, 1));
        assertFalse(books.cancelled(X, 77, 1));
        assertFalse(books.replaced(X, 77, 78, 1, CENT));

        assertUnfit(4);
        assertEquals(0, books.liveOrders());
    }

    @Test
    void aReferenceOfAnotherInstrumentDoesNotTouchItsOrder() {
        books.added(Y, 1, BUY, 100, 9_999 * CENT);

        assertFalse(books.deleted(X, 1));
        assertFalse(books.executed(X, 1, 10));
        assertFalse(books.replaced(X, 1, 2, 10, CENT));

        assertEquals(100, books.bidShares(Y));
        assertUnfit(3);
    }

    @Test
    void aReferenceThatIsAlreadyLiveIsRefused() {
        books.added(X, 1, BUY, 100, 9_999 * CENT);

        assertFalse(books.added(X, 1, BUY, 500, 10_000 * CENT));

        assertLevel(BUY, 0, 9_999 * CENT, 100, 1);
        assertUnfit(1);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertFalse(books.added(X, 1, BUY, 0, CENT));
        assertFalse(books.added(X, 2, BUY, -1, CENT));
        assertFalse(books.added(X, 3, BUY, 1L << 32, CENT));
        assertFalse(books.added(X, 4, BUY, 1, Absent.LONG));
        assertFalse(books.added(X, 5, BUY, 1, Long.MAX_VALUE));

        assertUnfit(5);
        assertEquals(0, books.liveOrders());
    }

    @Test
    void sharesGoUpToFourBillionAndLevelsBeyond() {
        long most = 0xFFFF_FFFFL;
        books.added(X, 1, BUY, most, CENT);
        books.added(X, 2, BUY, most, CENT);

        assertEquals(2 * most, books.bidShares(X));
        books.executed(X, 1, most - 1);
        assertEquals(most + 1, books.bidShares(X));
    }

    @Test
    void negativePricesSortLikeAnyOther() {
        books.added(X, 1, BUY, 10, -2 * CENT);
        books.added(X, 2, BUY, 10, -1 * CENT);
        books.added(X, 3, SELL, 10, 0);
        books.added(X, 4, SELL, 10, 5 * CENT);

        assertEquals(-1 * CENT, books.bid(X));
        assertEquals(0, books.offer(X));
    }

    @Test
    void aNewDayStartsEmptyAndTrusted() {
        books.added(X, 1, BUY, 10, CENT);
        books.deleted(X, 99);

        books.clear();

        assertEquals(Absent.LONG, books.bid(X));
        assertFalse(books.suspect(X));
        assertEquals(0, books.liveOrders());
        assertTrue(books.added(X, 1, BUY, 20, CENT));
        assertLevel(BUY, 0, CENT, 20, 1);
    }

    private void assertLevel(Side side, int depth, long price, long shares, int orders) {
        assertEquals(price, books.price(X, side, depth));
        assertEquals(shares, books.shares(X, side, depth));
        assertEquals(orders, books.orders(X, side, depth));
    }

    private void assertUnfit(long events) {
        assertEquals(events, books.unapplied());
        assertTrue(books.suspect(X));
        assertFalse(books.suspect(Y));
    }
}
