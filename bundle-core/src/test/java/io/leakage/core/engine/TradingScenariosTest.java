package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.event.TradingState;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.engine.Scene.Order;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios 14 to 32 of the specification, as far as they are the core's: books, halts, prints and clocks. */
class TradingScenariosTest {
    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario14_aReplacedReplacementIsOneOrderAndNoSharesDeleteIt(Order order) {
        Scene scene = new Scene(order);
        scene.market.replaced(scene.x, scene.next(), Scene.nanos(5), scene.bidRef, 21, 100, Tape.price("100.00"));
        scene.market.replaced(scene.x, scene.next(), Scene.nanos(6), 21, 22, 100, Tape.price("100.005"));
        if (order == Order.WORKING) {
            assertEquals(0.75, scene.value(), 1e-9, "100.0075 against 100");
        }
        scene.market.replaced(scene.x, scene.next(), Scene.nanos(7), 22, 23, 0, Tape.price("100.005"));
        scene.market.added(scene.x, scene.next(), Scene.nanos(8), 24, Side.BUY, 100, Tape.price("99.99"));

        assertEquals(100.00, scene.arriving(30).arrivalMid(), 1e-9);
        assertEquals(0, scene.unapplied());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario15_aBookCrossedTooLongIsSuspectAndItsMidNotUsed(Order order) {
        Scene scene = new Scene(order);
        scene.market.added(scene.x, scene.next(), Scene.nanos(5), 21, Side.BUY, 100, Tape.price("100.02"));
        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.CROSSED), scene.flags());
            assertTrue(Double.isNaN(scene.value()));
        }
        scene.market.deleted(scene.x, scene.next(), Scene.nanos(106), 21);

        ParentRow row = scene.arriving(120);

        assertEquals(Status.SUPPRESSED, row.status(Measure.ARRIVAL_SLIPPAGE));
        assertTrue(Flag.BOOK_SUSPECT.in(row.flags(Measure.ARRIVAL_SLIPPAGE)), "crossed from 5 to 106 ms is more than 100 ms");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario15_aBookCrossedForAMomentIsNotSuspect(Order order) {
        Scene scene = new Scene(order);
        scene.market.added(scene.x, scene.next(), Scene.nanos(5), 21, Side.BUY, 100, Tape.price("100.02"));
        scene.market.deleted(scene.x, scene.next(), Scene.nanos(105), 21);

        assertEquals(Status.VALID, scene.arriving(120).status(Measure.ARRIVAL_SLIPPAGE));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario16_aLockedBookHasAMidAndAFlag(Order order) {
        Scene scene = new Scene(order).quote(5, "100.02", "100.02").passed(20);

        if (scene.isThere()) {
            assertEquals(2.0, scene.value(), 1e-9);
            assertEquals(Status.VALID, scene.p().status(scene.measure()));
            assertEquals(Set.of(Flag.LOCKED), scene.flags());
        }
        assertEquals(100.02, scene.arriving(30).arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario17_aOneSidedBookHasNoMidAndNotHalfOfOne(Order order) {
        Scene scene = new Scene(order);
        scene.market.deleted(scene.x, scene.next(), Scene.nanos(5), scene.offerRef);
        scene.passed(20);

        if (scene.isThere()) {
            assertEquals(Status.SUPPRESSED, scene.p().status(scene.measure()));
            assertEquals(Set.of(Flag.ONE_SIDED), scene.flags());
            assertTrue(Double.isNaN(scene.value()));
        }
        assertTrue(Double.isNaN(scene.arriving(30).arrivalMid()));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario18_aWindowThatMeetsAHaltIsFlaggedAndNotToBeActedUpon(Order order) {
        Scene scene = new Scene(order);
        state(scene, 5, TradingState.HALTED);
        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.HALT), scene.flags());
            assertTrue(Double.isNaN(scene.value()), "no mid in a halt");
        }
        state(scene, 8, TradingState.TRADING);
        scene.quote(9, "100.03", "100.05").passed(20);

        if (order == Order.WORKING) {
            assertEquals(4.0, scene.value(), 1e-9);
            assertEquals(Status.DEGRADED, scene.p().status(Measure.DRIFT));
            assertEquals(Set.of(Flag.HALT), scene.flags());
        } else if (order == Order.DONE) {
            assertEquals(Status.SUPPRESSED, scene.p().status(scene.measure()), "the clock of the horizon stopped");
            assertTrue(scene.flags().contains(Flag.CENSORED));
        }
        ParentRow after = scene.arriving(30);
        assertEquals(Status.VALID, after.status(Measure.DRIFT), "its window meets no halt");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario19_midsBeforeAndAfterAnAuctionAreComparedWithAFlagOnly(Order order) {
        Scene scene = new Scene(order);
        state(scene, 5, TradingState.HALTED);
        state(scene, 6, TradingState.QUOTATION);
        state(scene, 8, TradingState.TRADING);
        if (scene.isThere()) {
            scene.orders.accept(new Tape.Message('8', Scene.nanos(9)).id("P").execution("E2").exec('F', '1').last(10, "100").message());
        }
        scene.passed(20);

        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.HALT, Flag.AUCTION), scene.flags());
            assertEquals(Status.DEGRADED, scene.p().status(Measure.DRIFT));
            assertEquals(Status.DEGRADED, scene.p().status(Measure.ARRIVAL_SLIPPAGE), "bought after the auction, arrived before");
            assertTrue(Flag.AUCTION.in(scene.p().flags(Measure.ARRIVAL_SLIPPAGE)));
        }
        assertEquals(Status.VALID, scene.arriving(30).status(Measure.DRIFT));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario20_aVolatilityPauseIsFlagged(Order order) {
        Scene scene = new Scene(order);
        state(scene, 5, TradingState.PAUSED);
        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.HALT, Flag.LULD), scene.flags());
        }
        state(scene, 8, TradingState.TRADING);
        scene.passed(20);

        if (order == Order.WORKING) {
            assertEquals(Status.DEGRADED, scene.p().status(Measure.DRIFT), "not valid, so that no rule may act");
            assertEquals(Set.of(Flag.HALT, Flag.LULD), scene.flags());
        }
        assertEquals(Status.VALID, scene.arriving(30).status(Measure.DRIFT));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario20_aMarketWideBreakerStopsEveryInstrumentUntilItTradesAgain(Order order) {
        Scene scene = new Scene(order);
        scene.market.breaker(scene.next(), Scene.nanos(5), 1);
        scene.quote(6, "100.03", "100.05");
        ParentRow in = scene.arriving(10);

        assertEquals(Status.SUPPRESSED, in.status(Measure.ARRIVAL_SLIPPAGE));
        assertTrue(Flag.LULD.in(in.flags(Measure.ARRIVAL_SLIPPAGE)));
        state(scene, 20, TradingState.TRADING);
        assertEquals(Status.VALID, scene.arriving(30).status(Measure.ARRIVAL_SLIPPAGE));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario21_aCrossPrintTouchesNoContinuousPrice(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02").passed(8);
        ParentRow before = scene.isThere() ? scene.p() : null;
        scene.market.crossed(scene.x, scene.next(), Scene.nanos(9), 50_000, Tape.price("101"), 'O', 1);
        scene.market.crossed(scene.x, scene.next(), Scene.nanos(9.5), 50_000, Tape.price("99"), 'C', 2);

        if (scene.isThere()) {
            assertEquals(before.value(Measure.DRIFT), scene.p().value(Measure.DRIFT));
            assertEquals(before.flags(Measure.DRIFT), scene.p().flags(Measure.DRIFT), "a cross is volume, and no quote");
        }
        assertEquals(100.01, scene.arriving(30).arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario22_anImbalanceMessageIsNoTrade(Order order) {
        Scene scene = new Scene(order);
        long version = scene.isThere() ? scene.p().version() : 0;
        scene.passed(9);

        if (scene.isThere()) {
            assertEquals(version, scene.p().version());
        }
        assertEquals(100.00, scene.arriving(30).arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario23_aBrokenTradeMarksTheWindowsThatHeldItAndRepublishes(Order order) {
        Scene scene = new Scene(order);
        scene.market.traded(scene.x, scene.next(), Scene.nanos(5), Side.BUY, 100, Tape.price("100"), 77);
        ParentRow later = scene.arriving(10);
        scene.passed(20);
        long version = scene.isThere() ? scene.p().version() : 0;

        scene.market.broken(scene.x, scene.next(), Scene.nanos(40), 77);

        if (scene.isThere()) {
            assertEquals(Set.of(Flag.MD_CORRECTED), scene.flags());
            assertEquals(Status.VALID, scene.p().status(scene.measure()), "no mid hung on that print");
            assertEquals(version + 1, scene.p().version());
            assertTrue(scene.amendments().stream().anyMatch(a -> a.parent() == scene.p().number() && a.measure() == scene.measure()
                    && a.newFlags() == Flag.MD_CORRECTED.bit() && a.oldFlags() == 0));
        }
        assertFalse(Flag.MD_CORRECTED.in(scene.row("LATE1").flags(Measure.DRIFT)), "it arrived after that print");
        assertEquals(100.00, later.arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario23_aBrokenTradeThatNobodyRemembersMayHaveBeenInAnyWindowBefore(Order order) {
        Scene scene = new Scene(order).passed(20);

        scene.market.broken(scene.x, scene.next(), Scene.nanos(40), 4_711);

        if (scene.isThere()) {
            assertTrue(scene.flags().contains(Flag.MD_CORRECTED));
        }
        assertFalse(Flag.MD_CORRECTED.in(scene.arriving(50).flags(Measure.DRIFT)));
    }

    /** Baselines from earlier days do not exist yet; what must hold today: nothing of yesterday's book or tick is left. */
    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario27_afterASplitOvernightOnlyTodaysPricesCount(Order order) {
        Scene scene = new Scene(order);
        scene.market.session(1, Scene.nanos(1_000), 'O');
        scene.rest(1_010, "24.9985", "24.9990");

        ParentRow today = scene.arriving(1_020);

        assertEquals(24.99875, today.arrivalMid(), 1e-9, "4 for 1, and a tick of a twentieth of a cent");
        assertEquals(Status.VALID, today.status(Measure.ARRIVAL_SLIPPAGE));
        assertEquals(0, scene.unapplied());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario29_aTimeThatGoesBackIsOrderedBySequenceAndFlagged(Order order) {
        Scene scene = new Scene(order).passed(10).quote(6, "100.03", "100.05").passed(20);

        if (order == Order.WORKING) {
            assertEquals(4.0, scene.value(), 1e-9, "the later message counts");
            assertEquals(Status.DEGRADED, scene.p().status(Measure.DRIFT));
            assertEquals(Set.of(Flag.CLOCK_INCONSISTENT), scene.flags());
        }
        ParentRow between = scene.arriving(8);
        assertEquals(100.00, between.arrivalMid(), 1e-9, "at 8 ms the feed had already told the old quote");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario30_aFeedAheadOfOurOwnClockByMoreThanItCanBeOffIsFlagged(Order order) {
        Scene scene = new Scene(order);
        scene.engine.inlets().desk().clock(Scene.nanos(4), ClockState.LOCKED, 1_000);
        scene.market.packet(Scene.nanos(5) - 1_000);
        scene.quote(5, "100.00", "100.02");
        if (order == Order.WORKING) {
            assertEquals(Set.of(), scene.flags(), "a microsecond early is what the clock may be off");
        }
        scene.market.packet(Scene.nanos(6) - 1_001);
        scene.quote(6, "100.03", "100.05");
        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.CLOCK_INCONSISTENT), scene.flags());
            assertEquals(Status.DEGRADED, scene.p().status(Measure.DRIFT));
        }
        ParentRow later = scene.arriving(7);
        assertTrue(Flag.CLOCK_INCONSISTENT.in(later.flags(Measure.ARRIVAL_SLIPPAGE)));
        scene.engine.inlets().desk().clock(Scene.nanos(8), ClockState.UNSYNC, 1_000);
        scene.market.packet(Scene.nanos(9) - 1_000_000);
        scene.quote(9, "100.00", "100.02");
        if (order == Order.WORKING) {
            assertEquals(Set.of(), scene.flags(), "a clock that nobody steers accuses nobody");
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario32_aBookClearedMidOrderSplitsTheWindow(Order order) {
        Scene scene = new Scene(order);
        scene.market.cleared(scene.x, scene.next(), Scene.nanos(5));
        scene.rest(6, "100.03", "100.05").passed(20);

        if (scene.isThere()) {
            assertEquals(4.0, scene.value(), 1e-9);
            assertEquals(Status.DEGRADED, scene.p().status(scene.measure()));
            assertEquals(Set.of(Flag.BOOK_CLEARED), scene.flags());
        }
        assertEquals(Status.VALID, scene.arriving(30).status(Measure.DRIFT));
        assertEquals(0, scene.unapplied());
    }

    @Test
    void aClockThatMayBeOffByWholeSecondsSuppressesEverythingUntilItIsNot() {
        Scene scene = new Scene(Order.WORKING);
        scene.engine.inlets().desk().clock(Scene.nanos(4), ClockState.TAI_SUSPECT, Absent.LONG);
        for (int i = 0; i < Measure.count(); i++) {
            assertEquals(Status.SUPPRESSED, scene.p().status(Measure.at(i)));
            assertEquals(Flag.CLOCK_TAI_SUSPECT.bit(), scene.p().flags(Measure.at(i)));
        }
        assertEquals(ClockState.TAI_SUSPECT, scene.p().clockState());

        scene.engine.inlets().desk().clock(Scene.nanos(5), ClockState.UNSYNC, Absent.LONG);

        assertEquals(Status.VALID, scene.p().status(Measure.ARRIVAL_SLIPPAGE), "a number of venue time alone does not need our clock");
        assertEquals(Flag.CLOCK_UNSYNC.bit(), scene.p().clockFlags());
        assertEquals(0, scene.p().flags(Measure.ARRIVAL_SLIPPAGE));
    }

    private static void state(Scene scene, double millis, TradingState state) {
        scene.market.tradingState(scene.x, scene.next(), Scene.nanos(millis), state);
    }
}
