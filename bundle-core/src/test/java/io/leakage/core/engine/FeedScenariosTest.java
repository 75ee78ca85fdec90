package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.engine.Scene.Order;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios 1 to 13 of the specification, as far as they are the core's: what a number says when its feed was not whole. */
@DisplayName("With an order in each of three states")
class FeedScenariosTest {
    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario02_aGapThatIsFilledLeavesNoTraceButAnAmendment(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02");
        scene.market.gap(100, 101);
        if (order == Order.WORKING) {
            assertEquals(Status.SUPPRESSED, scene.p().status(Measure.DRIFT), "never the last value");
            assertEquals(Set.of(Flag.MD_GAP), scene.flags());
        }
        long version = scene.isThere() ? scene.p().version() : 0;
        scene.market.filled();
        if (order == Order.WORKING) {
            assertEquals(1.0, scene.value(), 1e-9);
            assertEquals(version + 1, scene.p().version());
            Amendment told = scene.amendments().stream().filter(a -> a.measure() == Measure.DRIFT).findFirst().orElseThrow();
            assertEquals(Status.SUPPRESSED, told.oldStatus());
            assertEquals(1.0, told.newValue(), 1e-9);
            assertEquals(version + 1, told.version());
        }
        scene.quote(8, "100.01", "100.03").passed(20);

        assertExact(scene, 2.0);
        assertEquals(100.02, scene.arriving(30).arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario03_aHoleThatASnapshotEndsStaysAHole(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02").snapshot("100.03", "100.05").passed(8).passed(20);

        if (scene.isThere()) {
            // at 8 ms and later 4 cents over 100; 3 ms of the 10 or more are not known: from 100.00 just before to 100.04 after
            assertEquals(4.0, scene.value(), 1e-9);
            assertEquals(Status.DEGRADED, scene.p().status(scene.measure()));
            assertEquals(Set.of(Flag.MD_GAP), scene.flags());
            assertEquals(0.0, scene.p().lo(scene.measure()), 1e-9);
            assertEquals(4.0, scene.p().hi(scene.measure()), 1e-9);
            assertEquals(Status.VALID, scene.p().status(Measure.ARRIVAL_SLIPPAGE), "its one mid was known");
        }
        ParentRow inside = scene.arriving(20);
        assertEquals(Status.VALID, inside.status(Measure.ARRIVAL_SLIPPAGE));
        assertEquals(100.04, inside.arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario03_aPriceAskedInsideAHoleIsNotGiven(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02").snapshot("100.03", "100.05").passed(8);
        scene.orders.accept(new Tape.Message('D', Scene.nanos(6)).id("IN").side(Side.BUY).quantity(100).message());
        scene.orders.accept(new Tape.Message('8', Scene.nanos(6)).id("IN").execution("IN").exec('F', '1').last(1, "100").message());

        ParentRow row = scene.row("IN");

        assertEquals(Status.SUPPRESSED, row.status(Measure.ARRIVAL_SLIPPAGE));
        assertTrue(Flag.MD_GAP.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
        assertTrue(Double.isNaN(row.value(Measure.ARRIVAL_SLIPPAGE)), "neither 0 nor the last value");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario03_aNumberWhoseWindowIsMoreHoleThanDataIsNotGiven(Order order) {
        // the hole is from 3 to 11 ms; done: 8 of 10 ms are missing
        Scene scene = new Scene(order).snapshot("100.03", "100.05").passed(11).passed(order == Order.DONE ? 20 : 12);

        if (scene.isThere()) {
            assertEquals(Status.SUPPRESSED, scene.p().status(scene.measure()));
            assertEquals(Set.of(Flag.MD_GAP), scene.flags());
        }
        assertEquals(100.04, scene.arriving(30).arrivalMid(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario04_whatRestsInASnapshotIsStateAndNotEvents(Order order) {
        Scene scene = new Scene(order);
        scene.market.gap(50, 60);
        scene.market.recovering();
        scene.market.traded(scene.x, 1, Scene.nanos(900), Side.BUY, 100, Tape.price("100"), 1);
        scene.rest(900, "100.03", "100.05");
        scene.market.recovered(61);
        long asOf = scene.isThere() ? scene.p().asOfNanos() : Scene.nanos(3);
        scene.passed(3.001).passed(20);

        assertEquals(Scene.nanos(3), asOf, "its times say nothing of how far the feed is");
        if (scene.isThere()) {
            assertEquals(4.0, scene.value(), 1e-9);
        }
        assertEquals(0, scene.unapplied());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario05_aSnapshotBegunAnewMixesNoBooks(Order order) {
        Scene scene = new Scene(order);
        scene.market.gap(50, 60);
        scene.market.recovering();
        scene.rest(0, "100.08", "100.09");
        scene.market.recovering();
        scene.rest(0, "100.03", "100.05");
        scene.market.recovered(61);
        scene.passed(3.5).passed(20);

        assertEquals(100.04, scene.arriving(30).arrivalMid(), 1e-9);
        assertEquals(0, scene.unapplied());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario07_aNewSessionBeginsWithEmptyBooksThatAreTrusted(Order order) {
        Scene scene = new Scene(order);
        scene.market.deleted(scene.x, scene.next(), Scene.nanos(4), 77);
        scene.market.gap(50, 60);
        scene.market.session(1, Scene.nanos(10), 'O');
        ParentRow early = scene.arriving(11);
        scene.rest(20, "100.03", "100.05");

        assertTrue(Flag.ONE_SIDED.in(early.flags(Measure.DRIFT)), "yesterday's orders are gone");
        assertEquals(100.04, scene.arriving(30).arrivalMid(), 1e-9);
        assertEquals(Status.VALID, scene.row("LATE2").status(Measure.ARRIVAL_SLIPPAGE));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario08_aHoleAtTheEndOfTheDayStaysAHole(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02");
        scene.market.gap(50, 60);
        scene.market.ended(60);
        scene.orders.accept(new Tape.Message('D', Scene.nanos(5)).id("IN").side(Side.BUY).quantity(100).message());

        if (scene.isThere()) {
            assertEquals(Status.SUPPRESSED, scene.p().status(scene.measure()));
            assertTrue(scene.flags().contains(scene.isDone() ? Flag.CENSORED : Flag.MD_GAP));
        }
        assertTrue(Flag.MD_GAP.in(scene.row("IN").flags(Measure.DRIFT)), "the day is incomplete from 5 ms on, that instant included");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario09_aGapSeenByAHeartbeatAloneIsToldWithoutTraffic(Order order) {
        Scene scene = new Scene(order);

        scene.market.gap(50, 60);

        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.MD_GAP), scene.flags());
            assertTrue(Double.isNaN(scene.value()));
        }
        scene.market.filled();
        scene.passed(20);
        assertExact(scene, 0.0);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario10_aSilentFeedsMidIsNotCarriedForwardAsCurrent(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02");

        scene.market.silent(true);

        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.MD_STALE), scene.flags());
            assertTrue(Double.isNaN(scene.value()));
        }
        ParentRow waiting = new ParentRow();
        scene.orders.accept(new Tape.Message('D', Scene.nanos(900)).id("W").side(Side.BUY).quantity(100).message());
        assertTrue(scene.engine.scorecard().read(scene.engine.scorecard().find("W"), waiting));
        assertTrue(Double.isNaN(waiting.arrivalMid()), "an arrival in the silence has no price");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario11_aLineThatGoesOnWhereItWasHasLostNothing(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02");
        scene.market.silent(true);
        scene.market.silent(false);
        scene.quote(8, "100.01", "100.03").passed(20);

        assertExact(scene, 2.0);
        assertEquals(0, scene.unapplied(), "and nothing came twice");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario12_anUnknownOrderMakesTheBookSuspectUntilASnapshot(Order order) {
        Scene scene = new Scene(order);
        scene.market.executed(scene.x, scene.next(), Scene.nanos(5), 4_711, 10, 1);
        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.BOOK_SUSPECT), scene.flags());
            assertTrue(Double.isNaN(scene.value()));
        }
        assertEquals(1, scene.unapplied());
        scene.snapshot("100.03", "100.05").passed(7).passed(20);

        if (scene.isThere()) {
            assertEquals(4.0, scene.value(), 1e-9);
            assertEquals(Status.DEGRADED, scene.p().status(scene.measure()));
            assertTrue(scene.flags().contains(Flag.BOOK_SUSPECT));
        }
        assertEquals(Status.VALID, scene.arriving(30).status(Measure.ARRIVAL_SLIPPAGE));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario13_moreSharesExecutedThanDisplayedRemoveTheOrderAndMakeTheBookSuspect(Order order) {
        Scene scene = new Scene(order);
        scene.market.executed(scene.x, scene.next(), Scene.nanos(5), scene.bidRef, 501, 1);

        if (order == Order.WORKING) {
            assertTrue(scene.flags().containsAll(Set.of(Flag.BOOK_SUSPECT, Flag.ONE_SIDED)));
        }
        ParentRow later = scene.arriving(30);
        assertEquals(Status.SUPPRESSED, later.status(Measure.ARRIVAL_SLIPPAGE));
        assertTrue(Flag.BOOK_SUSPECT.in(later.flags(Measure.ARRIVAL_SLIPPAGE)));
        assertEquals(1, scene.unapplied());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario31_whatALaggedFeedSaysIsToldAsItWasAndNotActedUpon(Order order) {
        Scene scene = new Scene(order).quote(5, "100.01", "100.03").passed(20);
        scene.market.lagging(1_500_000_000L);

        assertEquals(order == Order.WORKING, scene.isThere() && scene.flags().contains(Flag.LAGGED), "what is done needs no now");
        if (order == Order.WORKING) {
            assertEquals(2.0, scene.value(), 1e-9);
            assertEquals(Status.DEGRADED, scene.p().status(scene.measure()));
        }
        long before = scene.isThere() ? scene.p().version() : 0;
        scene.market.lagging(0);

        assertExact(scene, 2.0);
        assertTrue(!scene.isThere() || scene.p().version() > before, "catching up is news");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario33_aSecondSourceThatDisagreesWidensTheNumberToBoth(Order order) {
        Scene scene = new Scene(order).quote(5, "100.00", "100.02");
        var consolidated = scene.engine.inlets().market("consolidated", WhenFull.WAIT);

        consolidated.quoted(scene.x, 1, Scene.nanos(6), Tape.price("100.02"), 100, Tape.price("100.04"), 100);
        if (order == Order.WORKING) {
            assertEquals(Set.of(), scene.flags(), "2 cents on 100 are within the tolerance");
        }
        consolidated.quoted(scene.x, 2, Scene.nanos(7), Tape.price("100.50"), 100, Tape.price("100.52"), 100);
        if (order == Order.WORKING) {
            assertEquals(Set.of(Flag.SOURCE_CONFLICT), scene.flags());
            assertEquals(Status.DEGRADED, scene.p().status(Measure.DRIFT));
            assertEquals(1.0, scene.value(), 1e-9, "the first source's");
            assertEquals(51.0, scene.p().hi(Measure.DRIFT), 1e-9, "the second's");
        }
        consolidated.quoted(scene.x, 3, Scene.nanos(8), Tape.price("100.00"), 100, Tape.price("100.02"), 100);
        scene.passed(20);
        assertExact(scene, 1.0);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void scenario35_whoJoinsLateKnowsNothingOfWhatWasBefore(Order order) {
        Scene scene = new Scene(Order.NONE);
        if (order != Order.NONE) {
            scene.orders.accept(new Tape.Message('D', Scene.nanos(-5)).id("P").side(Side.BUY).quantity(100).message());
            scene.orders.accept(new Tape.Message('8', Scene.nanos(2)).id("P").execution("E").exec('F', order == Order.DONE ? '2' : '1')
                    .last(order == Order.DONE ? 100 : 50, "100").message());
            scene.passed(20);
            ParentRow row = scene.p();
            assertEquals(Status.SUPPRESSED, row.status(Measure.ARRIVAL_SLIPPAGE));
            assertTrue(Flag.PARTIAL_HISTORY.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
            assertTrue(Flag.NO_ARRIVAL_PRICE.in(row.flags(Measure.ARRIVAL_SLIPPAGE)));
            if (order == Order.DONE) {
                assertEquals(0.0, row.value(Measure.POST_TRADE_DRIFT_10MS), "what came after is known");
            }
        }
        ParentRow after = scene.arriving(30);
        assertEquals(List.of(Status.VALID, 100.0), List.of(after.status(Measure.ARRIVAL_SLIPPAGE), after.arrivalMid()));
        assertFalse(Flag.PARTIAL_HISTORY.in(after.flags(Measure.ARRIVAL_SLIPPAGE)));
    }

    /** A number whose inputs were whole: no interval, no flag. */
    private static void assertExact(Scene scene, double bps) {
        if (scene.isThere()) {
            ParentRow row = scene.p();
            assertEquals(bps, scene.value(), 1e-9);
            assertEquals(Status.VALID, row.status(scene.measure()));
            assertEquals(List.of(scene.value(), scene.value()), List.of(row.lo(scene.measure()), row.hi(scene.measure())));
            assertEquals(Set.of(), scene.flags());
        }
    }
}
