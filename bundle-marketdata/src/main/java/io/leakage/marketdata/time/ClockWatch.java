package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import io.leakage.api.event.ClockState;
import io.leakage.api.event.DeskInlet;
import io.leakage.api.health.ClockHealth;
import io.leakage.api.health.ClockReport;
import io.leakage.api.health.ClockReport.StampingPoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the machine's clock from a thread of its own: reads it at a steady interval, judges it, tells the desk inlet, and keeps the
 * evidence. Before the first judgement it measures how late the stamping points are.
 */
class ClockWatch implements ClockHealth, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int SAMPLES = 2_000;

    private final DeskInlet inlet;
    private final ClockSettings settings;
    private final Duration interval;
    private final ClockReadings readings;
    private final ClockJudge judge;
    private final ClockDiary diary = new ClockDiary();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "leakage-clock");
    private List<StampingPoint> points = List.of();
    private volatile ClockReport report;

    /**
     * Starts watching.
     *
     * @param inlet    who is told
     * @param settings where to look
     * @param interval between two looks
     */
    ClockWatch(DeskInlet inlet, ClockSettings settings, Duration interval) {
        this.inlet = inlet;
        this.settings = settings;
        this.interval = interval;
        this.readings = new ClockReadings(settings);
        this.judge = new ClockJudge(settings);
        this.report = report(WallClock.epochNanos(),
                new ClockQuality(ClockState.UNSYNC, "not looked at yet", Budget.NONE, false, Absent.LONG, Absent.LONG, "", -1));
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public ClockReport report() {
        return report;
    }

    private void run() {
        measureStamping();
        long next = System.nanoTime();
        try {
            do {
                look();
                next = Math.max(next + interval.toNanos(), System.nanoTime());
            } while (!stop.await(next - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readings.close();
        }
    }

    private void look() {
        try {
            ClockReading reading = readings.read();
            ClockQuality quality = judge.judge(reading);
            if (diary.note(reading.epochNanos(), quality)) {
                LOG.info("clock: {}: {}", quality.state(), quality.why());
            }
            report = report(reading.epochNanos(), quality);
            inlet.clock(reading.epochNanos(), quality.state(), quality.budget().uncertaintyNanos());
        } catch (RuntimeException e) {
            LOG.error("clock: a look at the clock failed; the next follows", e);
        }
    }

    private void measureStamping() {
        try {
            StampJitter best = StampJitter.measure(SAMPLES, channel -> PacketSources.of("stamping point", channel));
            StampJitter jvm = StampJitter.measure(SAMPLES, PacketSources::jvm);
            readings.jitter(best.p999Nanos());
            points = best.source() == StampSource.JVM ? List.of(point(jvm)) : List.of(point(best), point(jvm));
        } catch (IOException | RuntimeException e) {
            LOG.warn("clock: the stamping jitter could not be measured, so nothing bounds a time: {}", e.getMessage());
        }
    }

    private static StampingPoint point(StampJitter jitter) {
        return new StampingPoint(jitter.source().name(), jitter.medianNanos(), jitter.p999Nanos(), jitter.samples());
    }

    private ClockReport report(long now, ClockQuality quality) {
        return new ClockReport(now, quality.state(), quality.budget().uncertaintyNanos(), quality.traceable(), quality.why(),
                quality.offsetNanos(), quality.ageNanos(), quality.grandmaster(), quality.clockClass(), settings.leaps().taiMinusUtc(now),
                settings.leaps().expiryNanos(), quality.budget().terms(), points, diary.days(), diary.changes());
    }

    /** Stops, and waits until the thread has ended. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
