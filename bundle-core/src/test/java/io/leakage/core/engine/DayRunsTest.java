package io.leakage.core.engine;

import static io.leakage.core.engine.ThreeDays.DAY;
import static io.leakage.core.engine.ThreeDays.FIRST;
import static io.leakage.core.engine.ThreeDays.MILLI;
import static io.leakage.core.engine.ThreeDays.SECOND;
import static io.leakage.core.engine.ThreeDays.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Side;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.PastReading;
import io.leakage.api.score.Scorecard;
import io.leakage.core.history.Keeping;
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

/** Past days of {@link ThreeDays}. */
@Timeout(60)
class DayRunsTest {
    private static final long PATIENCE = 30_000;

    @TempDir
    private Path directory;
    private ThreeDays desk;
    private DayRuns days;

    @BeforeEach
    void record() {
        desk = new ThreeDays(directory);
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
        desk.orders().accept(new Tape.Message('8', desk.midnight + 2 * DAY + 37_100_000 * MILLI, "SYM").id("D2").execution("B2").reference("X2")
                .exec('H', '0').side(Side.SELL).quantity(50).message());
        desk.settle(2 * DAY + 37_200_000 * MILLI);

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
        desk.orders().accept(new Tape.Message('D', desk.midnight + DAY + 50_000_000 * MILLI, "SYM").id("L2").side(Side.BUY).quantity(10).message());
        desk.settle(2 * DAY + 37_200_000 * MILLI);

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
        assertEquals(desk.midnight + 2 * DAY + 37_000_000 * MILLI, there.asOfNanos());
    }

    @Test
    void whatDoesNotFitIsForgottenAndReadAgain() throws Exception {
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, desk.ordersFit(2))) {
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
    void aRunThatFailedIsToldToExactlyThoseWhoWereToldOfIt() throws Exception {
        try (DayRuns tiny = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, 1_000)) {
            long run = tiny.read(FIRST, FIRST, 0).run();
            List<Long> others = List.of(tiny.read(FIRST, FIRST, 0, run).run(), tiny.read(FIRST, FIRST, 0).run());
            PastReading waited = tiny.read(FIRST, FIRST, PATIENCE, run);
            assertFalse(waited.failure().isEmpty(), waited.toString());

            assertEquals(waited.run(), run);
            assertTrue(others.stream().allMatch(one -> one == run || tiny.runs() > 1), others.toString());
            long before = tiny.runs();
            for (int i = 0; i < 3; i++) {   // each of those who poll, as often as they come
                assertEquals(waited, tiny.read(FIRST, FIRST, 0, run));
            }
            assertEquals(before, tiny.runs());
            assertEquals("", tiny.read(SECOND, SECOND, 0, run).failure(), "it is of other days");

            PastReading other = tiny.read(FIRST, FIRST, 0);   // who was not told of that run
            assertEquals("", other.failure());
            assertTrue(other.run() > run, other.toString());
            assertFalse(tiny.read(FIRST, FIRST, PATIENCE, other.run()).failure().isEmpty());
            assertTrue(tiny.runs() > before);
        }
    }

    @Test
    void evidenceTakesRoomAsRowsDo() throws Exception {
        long rows = 8L * 2 * (new ParentRow().length() + new ChildRow().length() + new FillRow().length());
        assertTrue(desk.bytes("D1") + desk.bytes("N1") > rows, desk.bytes("D1") + " and " + desk.bytes("N1") + " are over " + rows);
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, rows)) {
            assertTrue(small.read(FIRST, FIRST, PATIENCE).failure().contains("take more than"), "the rows alone would fit");
        }
    }

    @Test
    void daysThatFitOneByOneButNotTogetherAreRefusedInsteadOfReadAgainAndAgain() throws Exception {
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), desk.scorecard, desk.ordersFit(2))) {
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

    static List<String> ids(Scorecard scorecard) {
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
}
