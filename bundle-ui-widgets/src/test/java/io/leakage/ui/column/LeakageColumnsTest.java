package io.leakage.ui.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.Side;
import io.leakage.api.host.BlotterColumns;
import io.leakage.api.host.CellSink;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.host.OrderRef;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Status;
import io.leakage.ui.RecordedScorecard;
import io.leakage.ui.text.Reasons;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LeakageColumnsTest {
    private final RecordedScorecard scorecard = new RecordedScorecard();
    private final DirtyOrders dirty = new DirtyOrders();
    private final LeakageColumns columns = new LeakageColumns(scorecard, dirty);

    @Test
    void everyMeasureOfTheCatalogueHasAColumnWithItsUnit() {
        Map<String, String> units = new HashMap<>();
        columns.columns().forEach(spec -> units.put(spec.id(), spec.unit()));

        for (Measure measure : Measure.values()) {
            assertEquals(measure.unit().symbol(), units.get(measure.id()), measure.id());
        }
    }

    @Test
    void noTwoColumnsHaveTheSameId() {
        Set<String> ids = new HashSet<>();
        columns.columns().forEach(spec -> assertTrue(ids.add(spec.id()), spec.id()));
    }

    @Test
    void theOrderOfGoldenVectorG1ReadsAsInTheSpecification() {
        scorecard.golden("P-1");
        Cells cells = new Cells();

        assertEquals(1, columns.read(OrderRef.clOrdId("P-1"), cells));

        assertEquals(2.9997, cells.value("arrival_slippage"), 5e-5);
        assertEquals(300.00, cells.value("leakage_cost"));
        assertEquals(100.01, cells.value("arrivalMid"));
        assertEquals(10_000, cells.value("executed"));
        assertEquals("P-1", cells.texts.get("parent"));
        assertEquals("BUY", cells.texts.get("side"));
        assertEquals("CANNOT_SAY", cells.texts.get("grade"));
        assertEquals("VALID OPEN", cells.texts.get("quality"));
        assertTrue(Double.isNaN(cells.value("post_trade_drift_1s")));
        assertEquals(Status.SUPPRESSED.ordinal(), cells.statuses.get("post_trade_drift_1s"));
    }

    @Test
    void cellsComeInTheOrderOfTheColumns() {
        scorecard.golden("P-1");
        Cells cells = new Cells();

        columns.read(OrderRef.clOrdId("P-1"), cells);

        assertEquals(columns.columns().stream().map(ColumnSpec::id).toList(), List.copyOf(cells.seen.keySet()));
    }

    @ParameterizedTest(name = "{0} {1} leads to the parent: {2}")
    @CsvSource({"ClOrdID, P-1, true", "11, P-1-1, true", "526, P-1, true", "583, P-1, true",
        "OrderID, X77, true", "37, X77, true", "HostId, P-1, false",
            "ClOrdID, nobody, false"})
    void anOrderIsFoundByTheIdsItsDropCopyHasShown(String namespace, String id, boolean found) {
        int parent = scorecard.golden("P-1");
        scorecard.alias("X77", parent);
        Cells cells = new Cells();

        long version = columns.read(new OrderRef(Map.of(namespace, id)), cells);

        assertEquals(found, version != BlotterColumns.UNKNOWN);
        assertEquals(found, !cells.seen.isEmpty());
    }

    @Test
    void idsAreTriedUntilOneIsKnown() {
        scorecard.golden("P-1");
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("HostId", "4711");
        ids.put("OrderID", "unknown");
        ids.put("ClOrdID", "P-1");

        assertEquals(1, columns.read(new OrderRef(ids), new Cells()));
    }

    @Test
    void aSinkMayReadAnotherOrderWhileItIsGivenOne() {
        scorecard.golden("P-1");
        scorecard.begin("P-2", null, "OTHR", Side.SELL, Absent.LONG);
        Cells inner = new Cells();
        Cells outer = new Cells() {
            @Override
            public void text(int column, String text) {
                super.text(column, text);
                columns.read(OrderRef.clOrdId("P-2"), inner);
            }
        };

        columns.read(OrderRef.clOrdId("P-1"), outer);

        assertEquals("INST", outer.texts.get("symbol"));
        assertEquals("OTHR", inner.texts.get("symbol"));
        assertTrue(Double.isNaN(inner.value("quantity")));
    }

    @Test
    void changesAreToldOnAThreadOfTheServiceAndOnlyOnce() throws Exception {
        int parent = scorecard.golden("P-1");
        BlockingQueue<Set<String>> told = new LinkedBlockingQueue<>();
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        AutoCloseable subscription = columns.subscribe(ids -> {
            threads.add(Thread.currentThread());
            told.add(ids);
        }, 1000);

        dirty.onScore(scorecard.change(parent, row -> { }));

        assertEquals(Set.of("P-1"), told.take());
        Thread thread = threads.take();
        assertNotSame(Thread.currentThread(), thread);
        assertTrue(thread.isDaemon());
        subscription.close();
        thread.join();
        assertTrue(told.isEmpty());
    }

    @Test
    void whatChangesWhileTheListenerIsBusyComesInOneCall() throws Exception {
        int one = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        int two = scorecard.begin("P-2", null, "A", Side.BUY, 1);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BlockingQueue<Set<String>> told = new LinkedBlockingQueue<>();
        try (AutoCloseable subscription = columns.subscribe(ids -> {
            told.add(ids);
            busy.countDown();
            awaited(goOn);
        }, 1000)) {
            assertNotEquals(null, subscription);
            dirty.onScore(scorecard.change(one, row -> { }));
            busy.await();
            for (int i = 0; i < 1000; i++) {
                dirty.onScore(scorecard.change(one, row -> { }));
                dirty.onScore(scorecard.change(two, row -> { }));
            }
            goOn.countDown();

            assertEquals(Set.of("P-1"), told.take());
            assertEquals(Set.of("P-1", "P-2"), told.take());
        }
        assertTrue(told.isEmpty());
    }

    @Test
    void aListenerIsNotCalledMoreOftenThanItAskedFor() throws Exception {
        int parent = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        BlockingQueue<Long> calls = new LinkedBlockingQueue<>();
        try (AutoCloseable subscription = columns.subscribe(ids -> {
            calls.add(System.nanoTime());
            dirty.onScore(scorecard.change(parent, row -> { }));
        }, 20)) {
            assertNotEquals(null, subscription);
            dirty.onScore(scorecard.change(parent, row -> { }));
            long first = calls.take();
            calls.take();
            long third = calls.take();
            assertTrue(third - first >= TimeUnit.MILLISECONDS.toNanos(95), "three calls within " + (third - first) + " ns at 20 Hz");
        }
    }

    @ParameterizedTest(name = "its classes are gone: {0}")
    @ValueSource(booleans = {false, true})
    void aListenerThatThrowsIsToldAgain(boolean gone) throws Exception {
        int parent = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        BlockingQueue<Set<String>> told = new LinkedBlockingQueue<>();
        try (AutoCloseable subscription = columns.subscribe(ids -> {
            told.add(ids);
            if (gone) {
                throw new NoClassDefFoundError("a host's update");
            }
            throw new IllegalStateException("a host's mistake");
        }, 1000)) {
            assertNotEquals(null, subscription);
            dirty.onScore(scorecard.change(parent, row -> { }));
            told.take();
            dirty.onScore(scorecard.change(parent, row -> { }));
            assertEquals(Set.of("P-1"), told.take());
        }
    }

    @Test
    void aListenerMayCloseItsOwnSubscription() throws Exception {
        int parent = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        BlockingQueue<AutoCloseable> own = new LinkedBlockingQueue<>();
        BlockingQueue<Thread> ended = new LinkedBlockingQueue<>();
        own.add(columns.subscribe(ids -> {
            try {
                own.take().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            ended.add(Thread.currentThread());
        }, 1000));

        dirty.onScore(scorecard.change(parent, row -> { }));

        ended.take().join();
    }

    @Test
    void closingTheServiceEndsItsThreads() throws Exception {
        int parent = scorecard.begin("P-1", null, "A", Side.BUY, 1);
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        AutoCloseable subscription = columns.subscribe(ids -> threads.add(Thread.currentThread()), 1000);
        dirty.onScore(scorecard.change(parent, row -> { }));
        Thread thread = threads.take();

        columns.close();

        thread.join();
        subscription.close();
    }

    @ParameterizedTest(name = "{0} calls a second are refused")
    @CsvSource({"0", "-1", "1001"})
    void aRateOutOfRangeIsRefusedWithItsNumber(int maxHz) {
        var e = assertThrows(IllegalArgumentException.class, () -> columns.subscribe(ids -> { }, maxHz));
        assertEquals("maxHz: 1 … 1000, got " + maxHz, e.getMessage());
    }

    @Test
    void slippageIsExplainedWithItsNumbers() {
        scorecard.golden("P-1");

        assertEquals("""
                Slip bps: what the fills cost against the mid at arrival. Positive is a cost, on either side.
                1e4 · side · (average price − arrival mid) / arrival mid
                = 1e4 · 1 · (100.04 − 100.01) / 100.01
                = 2.9997 bps
                side 1: +1 buys, −1 sells
                average price 100.04: average price of the fills, executions P-1-E1, P-1-E2
                arrival mid 100.01: mid of the book at arrival, order P-1, 2026-03-02T14:30:00.000000000Z
                arrival 2026-03-02T14:30:00.000000000Z (new order single)
                market data up to 2026-03-02T14:30:00.120000000Z, message 0; order event 0; version 1
                status VALID""", columns.explain(OrderRef.clOrdId("P-1"), "arrival_slippage"));
    }

    @Test
    void aRowSaysWhatItIsAsOfAndHowGoodTheClockWas() {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> {
            row.marketSequence(4711);
            row.orderSequence(12);
            row.clock(ClockState.HOLDOVER, 850);
            row.questions(3);
            row.undecidable(1);
        });
        Cells cells = new Cells();

        columns.read(OrderRef.clOrdId("P-1"), cells);

        assertEquals(List.of(2L, RecordedScorecard.ARRIVAL + 120_000_000, 4711L, 12L, (long) ClockState.HOLDOVER.ordinal(), 850L),
                cells.asOf);
        String text = columns.explain(OrderRef.clOrdId("P-1"), "drift");
        assertTrue(text.contains("message 4711; order event 12; version 2\nthe machine's clock was HOLDOVER, off by at most 850 ns\n"
                + "1 of 3 order times too coarse to decide\n"), text);
    }

    @Test
    void aNumberThatIsNotThereIsExplainedByItsReasons() {
        scorecard.golden("P-1");

        String text = columns.explain(OrderRef.clOrdId("P-1"), "post_trade_drift_1s");

        assertTrue(text.contains("1e4 · side · (mid last 1s − mid last) / mid last"), text);
        assertTrue(text.endsWith("status SUPPRESSED: the order is still working"), text);
        assertFalse(text.contains("NaN"), text);
    }

    @Test
    void aDoubtfulNumberIsExplainedWithItsInterval() {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> row.score(Measure.DRIFT, 2, 1.5, 2.5, Status.DEGRADED, Flag.MD_GAP.bit()));

        String text = columns.explain(OrderRef.clOrdId("P-1"), "drift");

        assertTrue(text.contains("the truth lies between 1.5000 and 2.5000"), text);
        assertTrue(text.endsWith("status DEGRADED: market data was lost"), text);
    }

    @Test
    void everyColumnExplainsItselfEvenBeforeTheFirstFill() {
        scorecard.begin("P-1", null, "A", Side.SELL, Absent.LONG);

        for (ColumnSpec spec : columns.columns()) {
            String text = columns.explain(OrderRef.clOrdId("P-1"), spec.id());
            assertFalse(text.isBlank() || text.contains("NaN") || text.contains("null"), text);
        }
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void everyGradeIsExplained(Grade grade) {
        int parent = scorecard.golden("P-1");
        scorecard.change(parent, row -> row.grade(grade));

        assertTrue(columns.explain(OrderRef.clOrdId("P-1"), "grade").endsWith("."));
    }

    @Test
    void anUnknownOrderOrColumnIsSaidToBeUnknown() {
        scorecard.golden("P-1");

        assertEquals("No order has the reference {ClOrdID=P-9}.", columns.explain(OrderRef.clOrdId("P-9"), "drift"));
        assertEquals("There is no column colour.", columns.explain(OrderRef.clOrdId("P-1"), "colour"));
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void everyReasonHasWordsOfItsOwn(Flag flag) {
        assertNotEquals(flag.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), Reasons.of(flag));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private class Cells implements CellSink {
        final Map<String, Object> seen = new LinkedHashMap<>();
        final Map<String, String> texts = new HashMap<>();
        final Map<String, Integer> statuses = new HashMap<>();
        List<Long> asOf;

        @Override
        public void row(long version, long asOfNanos, long marketSequence, long orderSequence, int clockState, long uncertaintyNanos) {
            asOf = List.of(version, asOfNanos, marketSequence, orderSequence, (long) clockState, uncertaintyNanos);
        }

        @Override
        public void number(int column, double value, double lo, double hi, int status, long flags) {
            seen.put(id(column), value);
            statuses.put(id(column), status);
        }

        @Override
        public void text(int column, String text) {
            seen.put(id(column), text);
            texts.put(id(column), text);
        }

        double value(String id) {
            return (Double) seen.get(id);
        }

        private String id(int column) {
            return columns.columns().get(column).id();
        }
    }
}
