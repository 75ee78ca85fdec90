package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import io.leakage.api.health.ClockReport;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** This machine's own clock. */
class ClockWatchTest {
    private record Told(long epochNanos, ClockState state, long uncertaintyNanos) {
    }

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final DeskInlet inlet = new DeskInlet() {
        @Override
        public void clock(long epochNanos, ClockState state, long uncertaintyNanos) {
            told.add(new Told(epochNanos, state, uncertaintyNanos));
        }

        @Override
        public void desk(String desk, String account, boolean enabled) {
            throw new AssertionError("a clock decides nothing");
        }

        @Override
        public void claim(String desk, OrderKey key, String value, boolean given) {
            throw new AssertionError("a clock decides nothing");
        }

        @Override
        public void terms(String desk, DeskTerms terms) {
            throw new AssertionError("a clock decides nothing");
        }

        @Override
        public void rules(String desk, String json) {
            throw new AssertionError("a clock decides nothing");
        }
    };

    @Test
    void theClockIsToldAgainAndAgainUntilClosed() throws InterruptedException {
        long before = WallClock.epochNanos();
        ClockWatch watch = new ClockWatch(inlet, Readings.settings(false, Absent.LONG), Duration.ofMillis(1));
        long last = before;
        for (int i = 0; i < 3; i++) {
            Told next = told.poll(20, TimeUnit.SECONDS);
            assertNotNull(next);
            assertTrue(last <= next.epochNanos() && next.epochNanos() <= WallClock.epochNanos(), next.toString());
            last = next.epochNanos();
        }
        watch.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("leakage-clock")));
    }

    @Test
    void aMachineThatNobodySynchronisesSaysUnsyncAndClaimsNothing() throws InterruptedException {
        KernelReading kernel = new KernelClock().read();
        Assumptions.assumeTrue(kernel != null && !kernel.synchronised(), "this machine's clock is synchronised: " + kernel);
        try (ClockWatch watch = new ClockWatch(inlet, Readings.settings(false, Absent.LONG), Duration.ofMillis(1))) {
            Told first = told.poll(20, TimeUnit.SECONDS);
            told.poll(20, TimeUnit.SECONDS);
            ClockReport report = watch.report();

            assertEquals(ClockState.UNSYNC, first.state());
            assertEquals(Absent.LONG, first.uncertaintyNanos());
            assertFalse(report.traceable());
            assertEquals("the kernel says that nobody steers the clock (adjtimex)", report.why());
            assertEquals(ClockState.UNSYNC, report.history().get(0).state());
            assertEquals(1, report.history().size());
            assertEquals(report.days().get(0).looks(), report.days().get(0).unbounded());
        }
    }
}
