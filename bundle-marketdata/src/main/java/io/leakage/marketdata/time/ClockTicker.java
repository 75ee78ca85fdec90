package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the desk inlet what a clock reads, at once and then at a steady interval, from a thread of its own. */
final class ClockTicker implements AutoCloseable {
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(this::thread);
    private Thread thread;

    /**
     * Starts ticking.
     *
     * @param inlet    who is told
     * @param clock    whose time
     * @param interval between two ticks
     */
    ClockTicker(DeskInlet inlet, Clock clock, Duration interval) {
        schedule.scheduleAtFixedRate(() -> inlet.clock(nanos(clock.instant()), ClockState.UNSYNC, Absent.LONG), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Thread thread(Runnable task) {
        thread = new Thread(task, "leakage-clock");
        thread.setDaemon(true);
        return thread;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_A_SECOND), instant.getNano());
    }

    /** Stops, and waits until the thread has ended. */
    @Override
    public void close() {
        schedule.shutdownNow();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
