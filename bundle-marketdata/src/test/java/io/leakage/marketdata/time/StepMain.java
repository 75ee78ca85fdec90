package io.leakage.marketdata.time;

import io.leakage.api.event.ClockState;
import java.util.concurrent.locks.LockSupport;

/** Watches its own clock, and prints each state as it begins; a process of its own, so that its clock can be changed. */
final class StepMain {
    private static final long LOOK_NANOS = 20_000_000;

    private StepMain() {
    }

    /** Runs until it is ended. */
    public static void main(String[] arguments) {
        ClockSettings settings = Readings.settings(false, 0);
        ClockReadings readings = new ClockReadings(settings);
        ClockJudge judge = new ClockJudge(settings);
        ClockState last = null;
        while (true) {
            ClockQuality quality = judge.judge(readings.read());
            if (quality.state() != last) {
                last = quality.state();
                System.out.println(last + " " + quality.why());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
