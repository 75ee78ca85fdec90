package io.leakage.marketdata.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockTickerTest {
    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    private final DeskInlet inlet = new DeskInlet() {
        @Override
        public void clock(long epochNanos, ClockState state, long uncertaintyNanos) {
            told.add(epochNanos);
        }

        @Override
        public void desk(String desk, String account, boolean enabled) {
            throw new AssertionError("a clock decides nothing");
        }
    };

    @Test
    void theClockIsToldInNanosecondsAgainAndAgainUntilClosed() throws InterruptedException {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T14:30:00.123456789Z"), ZoneOffset.UTC);
        ClockTicker ticker = new ClockTicker(inlet, clock, Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            assertEquals(1_767_364_200_123_456_789L, told.poll(10, TimeUnit.SECONDS));
        }
        ticker.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("leakage-clock")));
    }
}
