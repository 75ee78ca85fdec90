package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import java.io.Closeable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads this machine's clock and whoever knows of it: the kernel, the PTP service. One thread. */
final class ClockReadings implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockReadings.class);
    private static final int TRIES = 5;
    private static final long TIGHT_NANOS = 2_000;

    private final ClockSettings settings;
    private final StepWatch steps;
    private final KernelClock kernel = new KernelClock();
    private long jitterNanos = Absent.LONG;
    private PtpService service;
    private String complaint;

    private long monoBefore;
    private long wall;
    private long monoAfter;

    /** Opens nothing yet; a PTP service is looked for at each reading, so it may come and go. */
    ClockReadings(ClockSettings settings) {
        this.settings = settings;
        this.steps = new StepWatch(settings.stepNanos());
    }

    /** Says what the stamping point's p99.9 is, nanoseconds, once it is known. */
    void jitter(long nanos) {
        jitterNanos = nanos;
    }

    /** {@return everything, as it is now; takes well below a millisecond, and up to 0.2 s when the PTP service does not answer} */
    ClockReading read() {
        PtpReading ptp = settings.socket() == null ? null : ptp();
        readClocks();
        return new ClockReading(monoAfter, wall, steps.jump(monoBefore, wall, monoAfter), kernel.read(), ptp, jitterNanos);
    }

    /** The tightest of a few: a thread that is put aside between two clocks sees them apart. */
    private void readClocks() {
        long tightest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && tightest > TIGHT_NANOS; i++) {
            long before = System.nanoTime();
            long epoch = WallClock.epochNanos();
            long after = System.nanoTime();
            if (after - before < tightest) {
                tightest = after - before;
                monoBefore = before;
                wall = epoch;
                monoAfter = after;
            }
        }
    }

    private PtpReading ptp() {
        try {
            if (service == null) {
                service = new PtpService(settings.socket(), settings.domain());
            }
            PtpReading reading = service.read();
            complain(null);
            return reading;
        } catch (IOException e) {
            complain(e.getMessage());
            close();
            return null;
        }
    }

    private void complain(String what) {
        if (what != null && complaint == null) {
            LOG.warn("clock: PTP service at {}: {}", settings.socket(), what);
        } else if (what == null && complaint != null) {
            LOG.info("clock: PTP service at {} answers", settings.socket());
        }
        complaint = what;
    }

    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            LOG.debug("a socket's name stayed behind", e);
        } finally {
            service = null;
        }
    }
}
