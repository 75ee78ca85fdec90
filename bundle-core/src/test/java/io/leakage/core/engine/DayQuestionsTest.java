package io.leakage.core.engine;

import static io.leakage.core.engine.ThreeDays.FIRST;
import static io.leakage.core.engine.ThreeDays.SECOND;
import static io.leakage.core.engine.ThreeDays.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.score.PastReading;
import io.leakage.api.score.Scorecard;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several who ask for past days at once, of {@link ThreeDays}. A test says when each run begins. */
@Timeout(60)
class DayQuestionsTest {
    private static final long PATIENCE = 30_000;

    @TempDir
    private Path directory;
    private ThreeDays desk;

    @BeforeEach
    void record() {
        desk = new ThreeDays(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aDayThatIsKeptIsToldWhileARangeThatDoesNotFitIsRefused() throws Exception {
        Gate gate = new Gate(desk.scorecard);
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), gate.scorecard, desk.ordersFit(2))) {
            gate.open(1);
            assertEquals(List.of("D1", "N1"), DayRunsTest.ids(small.read(FIRST, FIRST, PATIENCE).scorecard()));
            Asker range = new Asker(small, FIRST, SECOND).isWaiting();

            assertEquals(List.of("D1", "N1"), DayRunsTest.ids(small.read(FIRST, FIRST, 0).scorecard()), "while the range is run");
            gate.open(1);

            assertTrue(range.told().failure().contains("ask for fewer days at once"), range.told().toString());
            assertEquals(List.of("D1", "N1"), DayRunsTest.ids(small.read(FIRST, FIRST, 0).scorecard()), "and after it");
            assertEquals(2, small.runs());
        }
    }

    @Test
    void whoAsksForTodayTakesNothingFromWhoWaits() throws Exception {
        Gate gate = new Gate(desk.scorecard);
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), gate.scorecard, desk.ordersFit(2))) {
            gate.open(1);
            small.read(SECOND, SECOND, PATIENCE);
            Asker range = new Asker(small, FIRST, SECOND).isWaiting();
            assertEquals(List.of("D3"), DayRunsTest.ids(small.read(TODAY, TODAY, 0).scorecard()));
            gate.open(9);

            assertTrue(range.told().failure().contains("ask for fewer days at once"), range.told().toString());
            assertEquals(2, small.runs());
        }
    }

    @Test
    void aFailureIsToldToAllWhoWaitedAndTriedAgainForWhoAsksAnew() throws Exception {
        Gate gate = new Gate(desk.scorecard);
        try (DayRuns broken = new DayRuns(directory, ZoneId.of("UTC"), gate.scorecard, DayRuns.USUAL_BYTES)) {
            List<Asker> askers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                askers.add(new Asker(broken, FIRST, FIRST).isWaiting());
            }
            gate.fail(new OutOfMemoryError("no room for it"));

            for (Asker asker : askers) {
                assertEquals("java.lang.OutOfMemoryError: no room for it", asker.told().failure());
            }
            assertEquals(1, broken.runs());
            gate.open(1);
            assertEquals(List.of("D1", "N1"), DayRunsTest.ids(broken.read(FIRST, FIRST, PATIENCE).scorecard()), "the thread lives");
            assertEquals(2, broken.runs());
        }
    }

    @Test
    void whoDidNotWaitIsToldTheFailureWhenAskingAgain() throws Exception {
        Gate gate = new Gate(desk.scorecard);
        try (DayRuns broken = new DayRuns(directory, ZoneId.of("UTC"), gate.scorecard, DayRuns.USUAL_BYTES)) {
            PastReading asked = broken.read(FIRST, FIRST, 0);
            assertEquals("", asked.failure());
            assertEquals(asked.run(), broken.read(FIRST, FIRST, 0, asked.run()).run(), "the same asker once more");
            Asker other = new Asker(broken, SECOND, SECOND).isWaiting();
            gate.fail(new OutOfMemoryError("no room for it"));
            gate.open(1);

            assertTrue(other.told().isThere(), "what was asked after it is answered");
            assertEquals("java.lang.OutOfMemoryError: no room for it", broken.read(FIRST, FIRST, 0, asked.run()).failure());
            gate.open(1);
            assertTrue(broken.read(FIRST, FIRST, PATIENCE).isThere(), "who does not name that run asks anew");
        }
    }

    @Test
    void daysOfStrangersAreNotRefusedTogether() throws Exception {
        desk.day(3);   // the third day is over
        Gate gate = new Gate(desk.scorecard);
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), gate.scorecard, desk.ordersFit(2))) {
            Asker one = new Asker(small, SECOND, SECOND).isWaiting();
            Asker other = new Asker(small, FIRST, FIRST).isWaiting();
            Asker third = new Asker(small, TODAY, TODAY).isWaiting();
            gate.open(9);

            assertEquals(List.of("D2"), DayRunsTest.ids(one.told().scorecard()));
            assertEquals(List.of("D1", "N1"), DayRunsTest.ids(other.told().scorecard()), "two orders, and that is what fits");
            assertEquals(List.of("D3"), DayRunsTest.ids(third.told().scorecard()));
            assertEquals(3, small.runs());
        }
    }

    @Test
    void aDayThatAQuestionWaitsForIsForgottenLast() throws Exception {
        desk.day(3);
        desk.day(4);
        LocalDate fourth = TODAY.plusDays(1);
        Gate gate = new Gate(desk.scorecard);
        try (DayRuns small = new DayRuns(directory, ZoneId.of("UTC"), gate.scorecard, desk.ordersFit(3))) {
            gate.open(2);
            small.read(TODAY, TODAY, PATIENCE);
            small.read(SECOND, SECOND, PATIENCE);
            Asker first = new Asker(small, FIRST, FIRST).isWaiting();
            Asker range = new Asker(small, TODAY, fourth).isWaiting();
            gate.open(1);

            assertTrue(first.told().isThere());
            assertTrue(small.read(TODAY, TODAY, 0).isThere(), "though the second day was asked for after it");
            assertFalse(small.read(SECOND, SECOND, 0).isThere());
            gate.open(2);
            assertEquals(List.of("D3", "D4"), DayRunsTest.ids(range.told().scorecard()));
        }
    }

    /** Lets as many runs begin as it was opened for, or has them fail. */
    private static final class Gate {
        final Scorecard scorecard;
        private final BlockingQueue<Optional<Error>> runs = new LinkedBlockingQueue<>();

        /** A run asks for the switches first. */
        Gate(Scorecard of) {
            scorecard = (Scorecard) Proxy.newProxyInstance(Scorecard.class.getClassLoader(), new Class<?>[] {Scorecard.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("switches")) {
                            Optional<Error> broken = runs.take();
                            if (broken.isPresent()) {
                                throw broken.get();
                            }
                        }
                        return method.invoke(of, arguments);
                    });
        }

        void open(int more) {
            runs.addAll(Collections.nCopies(more, Optional.empty()));
        }

        void fail(Error error) {
            runs.add(Optional.of(error));
        }
    }

    /** Asks on a thread of its own. */
    private static final class Asker {
        private final FutureTask<PastReading> reading;
        private final Thread thread;

        Asker(DayRuns days, LocalDate from, LocalDate to) {
            reading = new FutureTask<>(() -> days.read(from, to, PATIENCE));
            thread = new Thread(reading, "asker");
            thread.start();
        }

        Asker isWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
            return this;
        }

        PastReading told() throws Exception {
            return reading.get();
        }
    }
}
