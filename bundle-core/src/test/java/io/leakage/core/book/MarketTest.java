package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Flag;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import io.leakage.testing.Garbage;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketTest {
    private static final int FEED = 2;
    private static final int OTHER_FEED = 3;
    private static final int X = 5;
    private static final int Y = 6;

    private final Market market = new Market();
    private final LeakageEvent event = new LeakageEvent();
    private Moved moved;
    private long sequence;
    private int busyRef = 1;

    @BeforeEach
    void feedIsNamed() {
        event.source = FEED;
    }

    @Test
    void aQuoteIsWrittenDownWhenItChangesAndOnlyThen() {
        assertTrue(add(10, X, 1, Side.BUY, 100, 99));
        assertTrue(add(20, X, 2, Side.SELL, 100, 101));
        assertFalse(add(30, X, 3, Side.SELL, 100, 105));

        QuoteTape tape = market.tape(X);
        assertEquals(2, tape.rows());
        assertEquals(Set.of(Flag.ONE_SIDED), flagsAt(X, 10));
        assertEquals(200, tape.midTwice(tape.rowAt(20)));
        assertEquals(100, tape.offerShares(tape.rowAt(30)));
    }

    @Test
    void everyBookEventReachesTheBook() {
        quote(X);
        add(30, X, 3, Side.BUY, 500, 98);

        assertTrue(tell(EventKind.CANCELLED, 40, X, e -> {
            e.orderRef = 1;
            e.quantity = 40;
        }));
        assertEquals(60, market.books(X).bidShares(X));
        assertEquals(Moved.SHARES, moved);
        assertTrue(tell(EventKind.EXECUTED, 50, X, e -> {
            e.orderRef = 1;
            e.quantity = 60;
        }));
        assertEquals(98, market.books(X).bid(X));
        assertEquals(Moved.QUOTE, moved);
        assertTrue(tell(EventKind.REPLACED, 60, X, e -> {
            e.orderRef = 3;
            e.otherRef = 4;
            e.quantity = 70;
            e.price = 97;
        }));
        assertEquals(97, market.books(X).bid(X));
        assertTrue(tell(EventKind.EXECUTED_AT, 70, X, e -> {
            e.orderRef = 4;
            e.quantity = 20;
            e.price = 96;
        }));
        assertEquals(50, market.books(X).bidShares(X));
        assertTrue(tell(EventKind.DELETED, 80, X, e -> e.orderRef = 4));
        assertEquals(Absent.LONG, market.books(X).bid(X));
        assertEquals(0, market.unapplied());
    }

    @Test
    void aTradeACrossAndAListingTouchNoBook() {
        quote(X);
        for (EventKind kind : EnumSet.of(EventKind.TRADED, EventKind.CROSSED, EventKind.LISTED, EventKind.PASSED)) {
            assertFalse(tell(kind, 30, X, e -> e.orderRef = 1));
        }

        assertEquals(2, market.tape(X).rows());
        assertEquals(0, market.unapplied());
    }

    @Test
    void aHaltTakesTheMidAndTradingGivesItBack() {
        quote(X);

        assertTrue(state(30, TradingState.HALTED));
        assertTrue(state(31, TradingState.PAUSED));
        assertTrue(state(40, TradingState.QUOTATION));
        assertTrue(state(50, TradingState.TRADING));

        assertEquals(Set.of(Flag.HALT), flagsAt(X, 30));
        assertEquals(Set.of(Flag.HALT, Flag.LULD), flagsAt(X, 31));
        assertEquals(Absent.LONG, midTwiceAt(X, 35));
        assertEquals(Set.of(Flag.AUCTION), flagsAt(X, 40));
        assertEquals(200, midTwiceAt(X, 50));
        assertEquals(200, midTwiceAt(X, 29));
    }

    @Test
    void lockedIsFlaggedAndCrossedHasNoMid() {
        quote(X);
        add(30, X, 3, Side.BUY, 10, 101);
        add(40, X, 4, Side.BUY, 10, 102);

        assertEquals(Set.of(Flag.LOCKED), flagsAt(X, 30));
        assertEquals(202, midTwiceAt(X, 30));
        assertEquals(Set.of(Flag.CROSSED), flagsAt(X, 40));
        assertEquals(Absent.LONG, midTwiceAt(X, 40));
    }

    @Test
    void aGapTakesTheMidOfEveryInstrumentOfTheFeedFromThenOn() {
        quote(X);
        quote(Y);
        assertFalse(tell(EventKind.GAP, Absent.LONG, Absent.NAME, e -> { }));

        assertEquals(Set.of(Flag.MD_GAP), flagsAt(X, 20));
        assertEquals(Set.of(Flag.MD_GAP), flagsAt(Y, 20));
        add(30, X, 9, Side.BUY, 10, 100);
        assertEquals(Set.of(Flag.MD_GAP), flagsAt(X, 30));
    }

    @Test
    void aDroppedEventMakesItsInstrumentStaleAndNoOther() {
        quote(X);
        quote(Y);
        assertTrue(tell(EventKind.DROPPED, 30, X, e -> { }));

        assertEquals(Set.of(Flag.MD_STALE), flagsAt(X, 30));
        assertEquals(200, midTwiceAt(Y, 30));
    }

    @Test
    void anUnknownReferenceMakesTheBookSuspectFromThenOn() {
        quote(X);

        assertTrue(tell(EventKind.DELETED, 30, X, e -> e.orderRef = 77));

        assertEquals(200, midTwiceAt(X, 29));
        assertEquals(Absent.LONG, midTwiceAt(X, 30));
        assertEquals(Set.of(Flag.BOOK_SUSPECT), flagsAt(X, 30));
        assertEquals(1, market.unapplied());
    }

    @Test
    void theWatermarkIsTheHighestTimeAndNeverFalls() {
        assertEquals(Absent.LONG, market.watermark(FEED));
        tell(EventKind.PASSED, 50, Absent.NAME, e -> { });
        tell(EventKind.SESSION, 40, Absent.NAME, e -> e.code = 'Q');

        assertEquals(50, market.watermark(FEED));
        assertEquals(2, market.sequence(FEED));
        assertEquals(Absent.LONG, market.watermark(OTHER_FEED));
        assertFalse(market.ended(FEED));
    }

    @Test
    void theEndHasNoTimeAndIsRemembered() {
        tell(EventKind.PASSED, 50, Absent.NAME, e -> { });
        tell(EventKind.ENDED, Absent.LONG, Absent.NAME, e -> { });

        assertTrue(market.ended(FEED));
        assertEquals(50, market.watermark(FEED));
    }

    @Test
    void anInstrumentBelongsToTheFirstFeedThatSpeaksOfIt() {
        assertEquals(-1, market.feed(X));
        quote(X);
        event.source = OTHER_FEED;

        assertFalse(add(30, X, 1, Side.BUY, 100, 100));

        assertEquals(FEED, market.feed(X));
        assertEquals(99, market.books(X).bid(X));
        assertEquals(30, market.watermark(OTHER_FEED));
        assertEquals(1, market.elsewhere());
    }

    @Test
    void twoFeedsMayUseTheSameReferences() {
        add(10, X, 1, Side.BUY, 100, 99);
        event.source = OTHER_FEED;
        add(10, Y, 1, Side.BUY, 100, 50);

        assertEquals(99, market.books(X).bid(X));
        assertEquals(50, market.books(Y).bid(Y));
        assertEquals(0, market.unapplied());
    }

    @Test
    void aNewDayEmptiesTheBooksAndTrustsThemAgain() {
        quote(X);
        tell(EventKind.GAP, Absent.LONG, Absent.NAME, e -> { });
        tell(EventKind.DELETED, 30, X, e -> e.orderRef = 77);

        tell(EventKind.SESSION, 1_000, Absent.NAME, e -> e.code = 'O');

        assertEquals(Set.of(Flag.ONE_SIDED), flagsAt(X, 1_000));
        add(1_010, X, 1, Side.BUY, 100, 99);
        add(1_020, X, 2, Side.SELL, 100, 101);
        assertEquals(200, midTwiceAt(X, 1_020));
    }

    @Test
    void numbersOutOfRangeAreCountedAndThrowNothing() {
        event.source = -7;
        assertFalse(add(10, X, 1, Side.BUY, 100, 99));
        event.source = FEED;
        assertFalse(add(10, Integer.MAX_VALUE, 1, Side.BUY, 100, 99));
        assertFalse(add(10, Absent.NAME, 1, Side.BUY, 100, 99));
        assertFalse(state(10, null));

        assertEquals(4, market.unapplied());
        assertEquals(-1, market.feed(Integer.MAX_VALUE));
    }

    @Test
    void severalLevelsOfOneChangeMakeOneRow() {
        level(10, Side.BUY, 99, 100, true);
        level(20, Side.SELL, 101, 100, true);

        assertFalse(level(30, Side.SELL, 101, 0, false));
        assertTrue(level(31, Side.SELL, 102, 100, true));

        assertEquals(Depth.L2, market.depth(X));
        assertEquals(3, market.tape(X).rows(), "one side, the other, and the change: not the moment between");
        assertEquals(200, midTwiceAt(X, 30));
        assertEquals(201, midTwiceAt(X, 31));
        assertEquals(102, market.price(X, Side.SELL, 0));
        assertEquals(1, market.levels(X, Side.BUY));
        assertEquals(100, market.shares(X, Side.BUY, 0));
    }

    @Test
    void aQuoteFeedTellsTheTopAndNoMore() {
        assertTrue(quoted(10, 99, 101));
        assertFalse(quoted(20, 99, 101));
        assertTrue(quoted(30, 99, Absent.LONG));

        assertEquals(Depth.L1, market.depth(X));
        assertEquals(200, midTwiceAt(X, 29));
        assertEquals(Set.of(Flag.ONE_SIDED), flagsAt(X, 30));
    }

    @Test
    void aBookIsToldOrderByOrderOrByLevelsOrByItsTopAndNeverMixed() {
        assertEquals(null, market.depth(X));
        quote(X);
        assertFalse(level(30, Side.BUY, 100, 5, true));
        assertFalse(quoted(40, 100, 102));

        assertEquals(Depth.L3, market.depth(X));
        assertEquals(2, market.unapplied());
        assertEquals(200, midTwiceAt(X, 40));
    }

    @Test
    void aClearedBookIsEmptyAndTheOthersAreNot() {
        quote(X);
        quote(Y);
        tell(EventKind.DELETED, 25, X, e -> e.orderRef = 77);

        assertTrue(tell(EventKind.CLEARED, 30, X, e -> { }));

        assertEquals(Set.of(Flag.ONE_SIDED), flagsAt(X, 30));
        assertEquals(200, midTwiceAt(Y, 30));
        assertTrue(add(40, X, 1, Side.BUY, 100, 99), "its references may come again");
        add(41, X, 2, Side.SELL, 100, 101);
        assertEquals(200, midTwiceAt(X, 41));
    }

    @Test
    void allBooksOfAFeedAreClearedAtOnce() {
        quote(X);
        quote(Y);

        tell(EventKind.CLEARED, 30, Absent.NAME, e -> { });

        assertEquals(Set.of(Flag.ONE_SIDED), flagsAt(X, 30));
        assertEquals(Set.of(Flag.ONE_SIDED), flagsAt(Y, 30));
    }

    @Test
    void whatIsNoMarketEventIsPassedOver() {
        assertFalse(tell(EventKind.ORDER, 10, X, e -> { }));

        assertEquals(0, market.events());
        assertEquals(-1, market.feed(X));
    }

    @Test
    void aFollowedInstrumentKeepsADeepTape() {
        market.follow(X, 0);
        for (int i = 1; i <= 3_000; i++) {
            add(i, X, i, Side.BUY, 100, i);
        }

        assertEquals(17, market.tape(X).bid(market.tape(X).rowAt(17)));
    }

    @Test
    void aBusyMarketLeavesNoGarbage() {
        busy(300_000);

        assertEquals(0, Garbage.bytesOf(() -> busy(50_000)));
    }

    private void busy(int orders) {
        for (int last = busyRef + orders; busyRef < last; busyRef++) {
            int ref = busyRef;
            fill(EventKind.ADDED, ref, ref & 7);
            event.orderRef = ref;
            event.side((ref & 8) == 0 ? Side.BUY : Side.SELL);
            event.quantity = 100;
            event.price = 1_000 + (ref & 31);
            market.apply(event);
            if (ref > 1_000) {
                fill(EventKind.DELETED, ref, (ref - 1_000) & 7);
                event.orderRef = ref - 1_000;
                market.apply(event);
            }
        }
    }

    private interface Fields {
        void set(LeakageEvent event);
    }

    /** 99 bid from 10, 101 offered from 20; order references 1 and 2 for X, others for Y. */
    private void quote(int instrument) {
        int first = instrument == X ? 1 : 1_001;
        add(10, instrument, first, Side.BUY, 100, 99);
        add(20, instrument, first + 1, Side.SELL, 100, 101);
    }

    private boolean add(long nanos, int instrument, long ref, Side side, long shares, long price) {
        return tell(EventKind.ADDED, nanos, instrument, e -> {
            e.orderRef = ref;
            e.side(side);
            e.quantity = shares;
            e.price = price;
        });
    }

    private boolean level(long nanos, Side side, long price, long shares, boolean whole) {
        return tell(EventKind.LEVEL, nanos, X, e -> {
            e.side(side);
            e.price = price;
            e.quantity = shares;
            e.otherRef = 1;
            e.on = whole;
        });
    }

    private boolean quoted(long nanos, long bid, long offer) {
        return tell(EventKind.QUOTED, nanos, X, e -> {
            e.price = bid;
            e.quantity = bid == Absent.LONG ? Absent.LONG : 100;
            e.orderRef = offer;
            e.otherRef = offer == Absent.LONG ? Absent.LONG : 100;
        });
    }

    private boolean state(long nanos, TradingState state) {
        return tell(EventKind.TRADING_STATE, nanos, X, e -> e.tradingState(state));
    }

    private boolean tell(EventKind kind, long nanos, int instrument, Fields fields) {
        fill(kind, nanos, instrument);
        fields.set(event);
        moved = market.apply(event);
        return moved == Moved.SHARES || moved == Moved.QUOTE || moved == Moved.INSTRUMENT;
    }

    private void fill(EventKind kind, long nanos, int instrument) {
        event.kind(kind);
        event.instrument = instrument;
        event.venueNanos = nanos;
        event.sequence = ++sequence;
    }

    private Set<Flag> flagsAt(int instrument, long nanos) {
        QuoteTape tape = market.tape(instrument);
        return Flag.of(tape.flags(tape.rowAt(nanos)) | market.listing(instrument).holesAt(nanos));
    }

    private long midTwiceAt(int instrument, long nanos) {
        QuoteTape tape = market.tape(instrument);
        return market.listing(instrument).holesAt(nanos) == 0 ? tape.midTwice(tape.rowAt(nanos)) : Absent.LONG;
    }
}
