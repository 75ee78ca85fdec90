package io.leakage.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.Inlets;
import io.leakage.api.event.MarketInlet;
import io.leakage.api.event.OrderInlet;
import io.leakage.api.event.Side;
import io.leakage.api.event.WhenFull;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.PastReading;
import io.leakage.api.score.Scorecard;
import io.leakage.core.event.Frame;
import io.leakage.core.event.LeakageEvent;
import io.leakage.core.history.Days;
import io.leakage.core.history.Journal;
import io.leakage.core.history.Keeping;
import io.leakage.core.history.Replay;
import io.leakage.core.score.HeapScoreStore;
import io.leakage.core.score.StoredScorecard;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three days of a desk, 2 to 4 January 2026 in UTC. Each begins and fills one order, D1 to D3; N1 begins at 23:59 of the first and is
 * filled on the second; the third is today.
 */
@Timeout(60)
class DayRunsTest {
    private static final long MILLI = 1_000_000L;
    private static final long DAY = 86_400_000 * MILLI;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 2);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate TODAY = FIRST.plusDays(2);
    private static final long PATIENCE = 30_000;

    @TempDir
    private Path directory;
    private long midnight;
    private long sequence;
    private long ref;
    private Desk desk;
    private DayRuns days;

    @BeforeEach
    void record() {
        midnight = Math.floorDiv(Tape.START, DAY) * DAY;
        desk = new Desk(TailEngine.events(directory));
        day(0);
        night(DAY - 60_000 * MILLI);
        day(1);
        orders().accept(new Tape.Message('8', midnight + DAY + 36_001_000 * MILLI, "SYM").id("N1").execution("XN1").exec('F', '2')
                .side(Side.BUY).quantity(30).last(30, "100.10").message());
        day(2);
        settle(2 * DAY + 37_000_000 * MILLI);
        days = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, DayRuns.USUAL_BYTES);
    }

    @AfterEach
    void close() {
        days.close();
        desk.close();
    }

    @Test
    void aDayHasTheOrdersThatArrivedOnItAndNoOthers() throws Exception {
        assertEquals(TODAY, days.today());
        assertEquals(Set.of(FIRST, SECOND, TODAY), days.days());
        assertEquals(List.of("D1", "N1"), ids(read(FIRST, FIRST)));
        assertEquals(List.of("D2"), ids(read(SECOND, SECOND)));
        assertEquals(List.of("D3"), ids(read(TODAY, TODAY)));
        assertEquals(List.of(), ids(read(FIRST.minusDays(9), FIRST.minusDays(1))));
    }

    @Test
    void anOrderThatLivedOverMidnightIsOfTheDayOfItsArrivalAndToldWholeThere() throws Exception {
        Scorecard first = read(FIRST, FIRST);
        ParentRow row = row(first, "N1");

        assertEquals(30, row.executed(), "its fill of the second day");
        assertEquals(-1, read(SECOND, SECOND).find("N1"));
    }

    @Test
    void aRangeOverTodayHasEveryOrderOnce() throws Exception {
        assertEquals(List.of("D1", "D2", "D3", "N1"), ids(read(FIRST, TODAY)).stream().sorted().toList());
        assertEquals(List.of("D2", "D3"), ids(read(SECOND, TODAY)));
    }

    @Test
    void whatWasRunIsEqualToWhatWasComputedLive() throws Exception {
        Scorecard past = read(FIRST, SECOND);

        for (String id : List.of("D1", "D2", "N1")) {
            assertEquals(row(desk.scorecard, id), row(past, id), id);
        }
    }

    @Test
    void aBustThatArrivesTodayShowsInYesterdaysAnswerWithItsVersion() throws Exception {
        ParentRow before = row(read(SECOND, SECOND), "D2");
        orders().accept(new Tape.Message('8', midnight + 2 * DAY + 37_100_000 * MILLI, "SYM").id("D2").execution("B2").reference("X2")
                .exec('H', '0').side(Side.SELL).quantity(50).message());
        settle(2 * DAY + 37_200_000 * MILLI);

        Scorecard told = read(SECOND, SECOND);
        ParentRow after = row(told, "D2");

        assertEquals(50, before.executed());
        assertEquals(0, after.executed());
        assertTrue(after.version() > before.version());
        assertEquals(row(desk.scorecard, "D2"), after);
        assertFalse(told.amendments().isEmpty(), "what was shown, and what is shown now");
        assertEquals(1, days.runs(), "what came later is told by the live scorecard");
        assertTrue(row(new DayScorecards(directory).read(SECOND), "D2").equals(after), "and a new run tells the same");
    }

    @Test
    void anOrderOfYesterdayThatIsToldOnlyTodayIsOfYesterday() throws Exception {
        read(SECOND, SECOND);
        orders().accept(new Tape.Message('D', midnight + DAY + 50_000_000 * MILLI, "SYM").id("L2").side(Side.BUY).quantity(10).message());
        settle(2 * DAY + 37_200_000 * MILLI);

        assertEquals(List.of("D2", "L2"), ids(read(SECOND, SECOND)));
        assertEquals(List.of("D3"), ids(read(TODAY, TODAY)));
    }

    @Test
    void whoAsksForTheSameDayShareOneRunAndLaterOnesNeedNone() throws Exception {
        List<Thread> askers = new ArrayList<>();
        List<List<String>> told = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            Thread asker = new Thread(() -> told.add(asked(FIRST)));
            asker.start();
            askers.add(asker);
        }
        for (Thread asker : askers) {
            asker.join();
        }

        assertEquals(Collections.nCopies(8, List.of("D1", "N1")), told);
        assertEquals(1, days.runs());
        assertEquals(List.of("D1", "N1"), ids(read(FIRST, FIRST)));
        assertEquals(1, days.runs());
        read(FIRST, SECOND);
        assertEquals(2, days.runs(), "the second day alone");
    }

    @Test
    void whoDoesNotWaitIsToldThatItIsUnderWay() throws Exception {
        PastReading reading = days.read(FIRST, FIRST, 0);

        assertFalse(reading.isThere());
        assertEquals("", reading.failure());
        assertTrue(reading.progress() >= 0 && reading.progress() <= 1, reading.toString());
        PastReading there = days.read(FIRST, FIRST, PATIENCE);
        assertTrue(there.isThere());
        assertTrue(there.position() > 0 && there.journal().length() == 36, there.toString());
        assertEquals(midnight + 2 * DAY + 37_000_000 * MILLI, there.asOfNanos());
    }

    @Test
    void whatDoesNotFitIsForgottenAndReadAgain() throws Exception {
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, ordersFit(2))) {
            assertEquals(List.of("D2"), ids(small.read(SECOND, SECOND, PATIENCE).scorecard()));
            assertEquals(List.of("D1", "N1"), ids(small.read(FIRST, FIRST, PATIENCE).scorecard()));
            assertEquals(List.of("D2"), ids(small.read(SECOND, SECOND, PATIENCE).scorecard()));
            assertEquals(3, small.runs());
        }
        try (DayRuns tiny = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, 1_000)) {
            PastReading refused = tiny.read(FIRST, FIRST, PATIENCE);
            assertNull(refused.scorecard());
            assertTrue(refused.failure().contains("the rows of these days take more than"), refused.failure());
        }
    }

    @Test
    void daysThatFitOneByOneButNotTogetherAreRefusedInsteadOfReadAgainAndAgain() throws Exception {
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, ordersFit(2))) {
            small.read(SECOND, SECOND, PATIENCE);
            PastReading refused = small.read(FIRST, SECOND, PATIENCE);

            assertTrue(refused.failure().contains("ask for fewer days at once"), refused.toString());
            assertEquals(2, small.runs());
            assertEquals(List.of("D1", "N1"), ids(small.read(FIRST, FIRST, PATIENCE).scorecard()));
            assertEquals(List.of("D2"), ids(small.read(SECOND, SECOND, PATIENCE).scorecard()));
        }
    }

    @Test
    void daysThatRetentionCutAreNoMoreAndSaidToBeGivenUp() throws Exception {
        desk.close();
        Files.createDirectories(directory.resolve("raw").resolve("street"));   // as the live door leaves it
        Keeping aDay = new Keeping(ZoneId.of("UTC"), true, 1, 0);
        EngineOptions options = new EngineOptions(1024, EngineOptions.Wait.BLOCKING, directory, null, false, 64, aDay);
        try (LeakageEngine engine = new LeakageEngine(options);
                DayRuns cut = new DayRuns(directory, ZoneId.of("UTC"), engine.scorecard(), DayRuns.USUAL_BYTES)) {
            engine.shelf().cut();

            assertTrue(cut.gaveUp());
            assertEquals(Set.of(TODAY), cut.days());
        }
    }

    @Test
    void withoutAJournalThereIsOnlyToday() throws Exception {
        try (DayRuns none = new DayRuns(null, ZoneId.of("UTC"), desk.scorecard, DayRuns.USUAL_BYTES)) {
            assertEquals(Set.of(TODAY), none.days());
            assertFalse(none.gaveUp());
            assertEquals(List.of("D3"), ids(none.read(TODAY, TODAY, 0).scorecard()));
        }
    }

    @Test
    void aDayBeginsAtMidnightOfTheJournalsZone() throws Exception {
        try (DayRuns tokyo = new DayRuns(directory, ZoneId.of("Asia/Tokyo"), desk.scorecard, DayRuns.USUAL_BYTES)) {
            assertEquals(List.of("N1", "D2"), ids(tokyo.read(SECOND, SECOND, PATIENCE).scorecard()), "23:59 in London is tomorrow");
        }
    }

    /** {@return the bytes of so many orders with a child and a fill each} */
    private static long ordersFit(int orders) {
        return 8L * orders * (new ParentRow().length() + new ChildRow().length() + new FillRow().length());
    }

    private List<String> asked(LocalDate day) {
        try {
            return ids(read(day, day));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Scorecard read(LocalDate from, LocalDate to) throws InterruptedException {
        PastReading reading = days.read(from, to, PATIENCE);
        assertNotNull(reading.scorecard(), reading.toString());
        return reading.scorecard();
    }

    private static List<String> ids(Scorecard scorecard) {
        List<String> ids = new ArrayList<>();
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (scorecard.read(parent, row)) {
                ids.add(scorecard.text(NameKind.ORDER, row.order()));
            }
        }
        return ids;
    }

    private static ParentRow row(Scorecard scorecard, String id) {
        ParentRow row = new ParentRow();
        assertTrue(scorecard.read(scorecard.find(id), row), id);
        return row;
    }

    /** Runs a journal anew, as after a start. */
    private record DayScorecards(Path directory) {
        Scorecard read(LocalDate day) throws InterruptedException {
            ReplayEngine again = new ReplayEngine();
            again.replay(directory);
            try (DayRuns days = new DayRuns(directory, ZoneId.of("UTC"), again.scorecard(), DayRuns.USUAL_BYTES)) {
                return days.read(day, day, PATIENCE).scorecard();
            }
        }
    }

    private OrderInlet orders() {
        return desk.inlets.orders("street");
    }

    /** At ten o'clock of a day an order, filled a second later. */
    private void day(int day) {
        long begin = midnight + day * DAY + 36_000_000 * MILLI;
        desk.clock(begin - 1000 * MILLI);
        MarketInlet market = desk.inlets.market("feed", WhenFull.WAIT);
        market.session(++sequence, begin - 900 * MILLI, 'O');
        for (String symbol : List.of("SYM", "OTHER")) {
            int instrument = market.instrument(symbol);
            market.listed(instrument, ++sequence, begin - 800 * MILLI);
            for (int i = 0; i < 20; i++) {
                market.added(instrument, ++sequence, begin - (700 - i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.9" + i % 9));
                market.added(instrument, ++sequence, begin - (700 - i) * MILLI, ++ref, Side.SELL, 100, Tape.price("100.1" + i % 9));
            }
        }
        String id = String.valueOf(day + 1);
        orders().accept(new Tape.Message('D', begin, "SYM").id("D" + id).side(Side.SELL).quantity(50).message());
        orders().accept(new Tape.Message('8', begin + 500 * MILLI, "SYM").id("D" + id).execution("X" + id).exec('F', '2').side(Side.SELL)
                .quantity(50).last(50, "99.98").message());
        for (int i = 0; i < 50; i++) {
            market.added(market.instrument("OTHER"), ++sequence, begin + (1000 + i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.95"));
            market.added(market.instrument("SYM"), ++sequence, begin + (1000 + i) * MILLI, ++ref, Side.BUY, 100, Tape.price("99.95"));
        }
    }

    private void night(long since) {
        desk.clock(midnight + since);
        orders().accept(new Tape.Message('D', midnight + since, "SYM").id("N1").side(Side.BUY).quantity(30).message());
    }

    private void settle(long since) {
        desk.clock(midnight + since);
    }

    /** Journals what enters, and scores it on the spot. */
    private static final class Desk implements AutoCloseable {
        final StoredScorecard scorecard = new StoredScorecard(new HeapScoreStore("memory"));
        final Inlets inlets;
        private final Pipeline pipeline = new Pipeline();
        private final Outlet outlet = new Outlet(scorecard, pipeline, null);
        private final ByteBuffer frame = ByteBuffer.allocate(Frame.MAX_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        private final Days days = new Days(ZoneId.of("UTC"));
        private final Journal journal;

        Desk(Path events) {
            journal = Journal.open(events, Replay.CONTENT, 1 << 16);
            DirectSlots slots = new DirectSlots(this::handle);
            long[] raw = {0};
            inlets = new Doors(new Names(), () -> slots, source -> (bytes, offset, length) -> raw[0]++);
        }

        void clock(long nanos) {
            if (days.isOver(nanos)) {
                journal.day(days.turn(nanos));
            }
            inlets.desk().clock(nanos, ClockState.LOCKED, 100);
        }

        private void handle(LeakageEvent event) {
            frame.clear();
            Frame.write(event, frame);
            journal.append(frame.flip());
            pipeline.onEvent(event);
            outlet.onEvent(event, true);
            pipeline.release(event);
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
