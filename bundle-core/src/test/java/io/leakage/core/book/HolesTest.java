package io.leakage.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Flag;
import io.leakage.core.event.EventKind;
import io.leakage.core.event.LeakageEvent;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the market says of times at which its feed was not whole. */
class HolesTest {
    private static final int X = 1;
    private static final int Y = 2;
    private static final long X_MS = Listing.CROSSED_NANOS;

    private final Market market = new Market();
    private final LeakageEvent event = new LeakageEvent();
    private long sequence;

    @BeforeEach
    void bothAreQuotedFromTwenty() {
        add(10, X, 1, Side.BUY, 99);
        add(15, X, 2, Side.SELL, 101);
        add(20, Y, 3, Side.BUY, 49);
        add(20, Y, 4, Side.SELL, 51);
    }

    @Test
    void aGapBeginsAtTheLastTimeToldAndStaysOpenWhenNobodyFillsIt() {
        gap();
        add(100, X, 5, Side.BUY, 100);

        assertEquals(Set.of(), flags(X, 19));
        assertEquals(Set.of(Flag.MD_GAP), flags(X, 20), "what was lost may be of the very same time");
        assertEquals(Set.of(Flag.MD_GAP), flags(Y, 100));
        assertEquals(2, market.tape(Y).rows(), "holes are no rows of a tape");
    }

    @Test
    void aFilledGapNeverWas() {
        gap();

        assertEquals(Moved.FEED_REPAIRED, of(EventKind.FILLED, Absent.LONG, Absent.NAME, e -> { }));

        assertEquals(Set.of(), flags(X, 20));
        assertEquals(Moved.NOTHING, of(EventKind.FILLED, Absent.LONG, Absent.NAME, e -> { }), "a second time says nothing");
    }

    @Test
    void aGapIsFilledByTheMessagesThatWereMissingAndNoOthers() {
        of(EventKind.GAP, Absent.LONG, Absent.NAME, e -> {
            e.sequence = 100;
            e.quantity = 102;
        });
        of(EventKind.PASSED, 30, X, e -> e.sequence = 100);
        of(EventKind.PASSED, 31, X, e -> e.sequence = 101);
        of(EventKind.FILLED, Absent.LONG, Absent.NAME, e -> { });
        assertEquals(Set.of(), flags(X, 30));

        of(EventKind.GAP, Absent.LONG, Absent.NAME, e -> {
            e.sequence = 102;
            e.quantity = 104;
        });
        of(EventKind.PASSED, 40, X, e -> e.sequence = 104);
        of(EventKind.GAP, Absent.LONG, Absent.NAME, e -> {
            e.sequence = 105;
            e.quantity = 106;
        });
        of(EventKind.FILLED, Absent.LONG, Absent.NAME, e -> { });
        assertEquals(Set.of(Flag.MD_GAP), flags(X, 50), "102 and 103 are lost, whatever else came");
    }

    @Test
    void aGapInsteadOfTheSnapshotsEndSaysThatThereIsNone() {
        gap();
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        gap();
        of(EventKind.PASSED, 60, X, e -> e.sequence = 1_000);
        of(EventKind.FILLED, Absent.LONG, Absent.NAME, e -> { });

        assertEquals(60, market.watermark(0), "it goes on");
        assertEquals(Set.of(Flag.MD_GAP), flags(X, 60), "but nobody knows its books");
    }

    @Test
    void aSnapshotEndsTheHoleAtTheNextMessageAndItsAddsAreNoEvents() {
        gap();
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        assertEquals(Moved.NOTHING, add(5, X, 1, Side.BUY, 90));
        assertEquals(Moved.NOTHING, add(6, X, 2, Side.SELL, 92));
        assertEquals(20, market.watermark(0), "the orders' old times say nothing of how far the feed is");
        assertEquals(2, market.tape(X).rows(), "nor are they rows");
        of(EventKind.RECOVERED, Absent.LONG, Absent.NAME, e -> e.sequence = 500);
        assertEquals(499, market.sequence(0));

        assertEquals(Moved.FEED_REPAIRED, of(EventKind.PASSED, 60, Y, e -> { }));

        assertEquals(Set.of(Flag.MD_GAP), flags(X, 59));
        assertEquals(Set.of(), flags(X, 60));
        assertEquals(182, midTwice(X, 60));
        assertEquals(200, midTwice(X, 19));
        assertEquals(Set.of(Flag.ONE_SIDED), flags(Y, 60), "nothing rests there any more");
    }

    @Test
    void allBooksClearedAreKnownAgain() {
        gap();
        of(EventKind.PASSED, 40, Y, e -> { });
        of(EventKind.CLEARED, 50, Absent.NAME, e -> { });

        assertEquals(Set.of(Flag.MD_GAP), flags(X, 49));
        assertEquals(Set.of(Flag.ONE_SIDED), flags(X, 50));
    }

    @Test
    void aSnapshotBegunAnewMixesNoBooks() {
        gap();
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        add(5, X, 1, Side.BUY, 98);
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        add(5, X, 1, Side.BUY, 90);
        add(6, X, 2, Side.SELL, 92);
        of(EventKind.RECOVERED, Absent.LONG, Absent.NAME, e -> e.sequence = 500);
        of(EventKind.PASSED, 60, X, e -> { });

        assertEquals(182, midTwice(X, 60));
        assertEquals(0, market.unapplied());
    }

    @Test
    void aSilentLineIsStaleUntilItSpeaksAgain() {
        silent(true);
        assertEquals(Set.of(Flag.MD_STALE), flags(X, 30));
        assertEquals(Flag.MD_STALE.bit(), market.listing(X).openHoles(), "the mid is not carried forward as current");

        silent(false);

        assertEquals(Set.of(), flags(X, 30));
    }

    @Test
    void droppedEventsMakeTheirInstrumentStaleUntilItsBookIsWhole() {
        of(EventKind.DROPPED, Absent.LONG, X, e -> { });
        add(50, X, 7, Side.BUY, 100);
        assertEquals(Set.of(Flag.MD_STALE), flags(X, 50));
        assertEquals(Set.of(), flags(Y, 50));

        of(EventKind.CLEARED, 60, X, e -> { });

        assertEquals(Set.of(Flag.MD_STALE), flags(X, 59));
        assertEquals(Set.of(Flag.ONE_SIDED), flags(X, 60));
    }

    @Test
    void aSnapshotOfWhichPartWasDroppedMakesNoBookWhole() {
        gap();
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        add(5, X, 1, Side.BUY, 90);
        of(EventKind.DROPPED, Absent.LONG, X, e -> { });
        of(EventKind.RECOVERED, Absent.LONG, Absent.NAME, e -> e.sequence = 500);
        of(EventKind.DROPPED, Absent.LONG, Y, e -> { });
        of(EventKind.PASSED, 60, Absent.NAME, e -> { });

        assertTrue(flags(X, 60).contains(Flag.MD_STALE), "an order of its snapshot is missing");
        assertTrue(flags(Y, 60).contains(Flag.MD_STALE), "so is an event after it");
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        of(EventKind.RECOVERED, Absent.LONG, Absent.NAME, e -> e.sequence = 600);
        of(EventKind.PASSED, 70, Absent.NAME, e -> { });
        assertEquals(Set.of(Flag.ONE_SIDED), flags(X, 70));
    }

    @Test
    void whatIsUnknownForTwoReasonsIsUnknownOnce() {
        of(EventKind.DELETED, 30, X, e -> e.orderRef = 77);
        of(EventKind.PASSED, 40, Y, e -> { });
        gap();
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        of(EventKind.RECOVERED, Absent.LONG, Absent.NAME, e -> e.sequence = 500);
        of(EventKind.PASSED, 60, Y, e -> { });

        // suspect from 30 to 60, in a gap from 40 to 60
        assertEquals(30, market.listing(X).unknownWithin(0, 100));
        assertEquals(5, market.listing(X).unknownWithin(0, 35));
        assertEquals(20, market.listing(Y).unknownWithin(25, 100));
    }

    @Test
    void whatIsBeforeTheFirstMessageIsNotKnown() {
        assertEquals(Set.of(Flag.PARTIAL_HISTORY), Flag.of(market.listing(X).holesAt(9)));
        assertEquals(0, market.listing(X).holesAt(10));
    }

    @Test
    void aSnapshotBeforeTheFirstMessageIsALateJoin() {
        event.source = 1;
        of(EventKind.RECOVERING, Absent.LONG, Absent.NAME, e -> { });
        add(5, 7, 1, Side.BUY, 90);
        add(6, 7, 2, Side.SELL, 92);
        of(EventKind.RECOVERED, Absent.LONG, Absent.NAME, e -> e.sequence = 500);
        of(EventKind.PASSED, 60, 7, e -> { });

        assertTrue(flags(7, 59).contains(Flag.PARTIAL_HISTORY));
        assertEquals(Set.of(), flags(7, 60));
        assertEquals(182, midTwice(7, 60));
    }

    @Test
    void aNewDayEndsWhatIsOpen() {
        gap();
        silent(true);
        of(EventKind.SESSION, 1_000, Absent.NAME, e -> e.code = 'O');
        add(1_010, X, 1, Side.BUY, 99);
        add(1_010, X, 2, Side.SELL, 101);

        assertEquals(Set.of(Flag.MD_GAP, Flag.MD_STALE), flags(Y, 999));
        assertEquals(Set.of(), flags(X, 1_010));
    }

    @Test
    void aBookCrossedTooLongInContinuousTradingIsSuspectFromThenOn() {
        add(100, X, 5, Side.BUY, 102);
        of(EventKind.DELETED, 100 + X_MS + 1, X, e -> e.orderRef = 5);

        assertEquals(Set.of(Flag.CROSSED), flags(X, 99 + X_MS));
        assertEquals(Set.of(Flag.CROSSED, Flag.BOOK_SUSPECT), flags(X, 100 + X_MS));
        assertEquals(Set.of(Flag.BOOK_SUSPECT), flags(X, 200 + X_MS), "whatever crossed it has not been explained");
        of(EventKind.CLEARED, 300 + X_MS, X, e -> { });
        assertEquals(Set.of(Flag.ONE_SIDED), flags(X, 300 + X_MS));
    }

    @Test
    void aBookCrossedInAnAuctionIsNot() {
        of(EventKind.TRADING_STATE, 50, X, e -> e.tradingState(TradingState.QUOTATION));
        add(100, X, 5, Side.BUY, 102);
        of(EventKind.DELETED, 100 + X_MS + 1, X, e -> e.orderRef = 5);
        of(EventKind.TRADING_STATE, 200 + X_MS, X, e -> e.tradingState(TradingState.TRADING));

        assertEquals(Set.of(), flags(X, 200 + X_MS));
    }

    @Test
    void aTimeThatGoesBackIsLiftedToWhereTheFeedWas() {
        of(EventKind.PASSED, 80, Y, e -> { });
        add(40, X, 5, Side.BUY, 100);

        assertEquals(200, midTwice(X, 79), "what was answered stays answered");
        assertEquals(201, midTwice(X, 80));
        assertEquals(Set.of(Flag.CLOCK_INCONSISTENT), flags(X, 80));
    }

    private void gap() {
        of(EventKind.GAP, Absent.LONG, Absent.NAME, e -> { });
    }

    private void silent(boolean silent) {
        of(EventKind.SILENT, Absent.LONG, Absent.NAME, e -> e.on = silent);
    }

    private Moved add(long nanos, int instrument, long ref, Side side, long price) {
        return of(EventKind.ADDED, nanos, instrument, e -> {
            e.orderRef = ref;
            e.side(side);
            e.quantity = 100;
            e.price = price;
        });
    }

    private Moved of(EventKind kind, long nanos, int instrument, Consumer<LeakageEvent> fields) {
        event.kind(kind);
        event.instrument = instrument;
        event.venueNanos = nanos;
        event.receiveNanos = Absent.LONG;
        event.sequence = ++sequence;
        event.on = false;
        fields.accept(event);
        return market.apply(event);
    }

    private Set<Flag> flags(int instrument, long nanos) {
        QuoteTape tape = market.tape(instrument);
        int row = tape.rowAt(nanos);
        return Flag.of((row < 0 ? 0 : tape.flags(row)) | market.listing(instrument).holesAt(nanos));
    }

    private long midTwice(int instrument, long nanos) {
        QuoteTape tape = market.tape(instrument);
        assertEquals(0, market.listing(instrument).holesAt(nanos));
        return tape.midTwice(tape.rowAt(nanos));
    }
}
