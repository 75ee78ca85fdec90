package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The clock's configuration, checked: what is wrong is refused once, naming the field, its value and what was expected.
 *
 * @param socket         of the PTP service, null for none
 * @param domain         PTP domain
 * @param asymmetryNanos what asymmetry may put the clock off, {@link Absent#LONG} for the mean path delay
 * @param driftPpm       of the clock by itself
 * @param holdoverNanos  how long holdover lasts
 * @param stepNanos      the smallest jump that counts
 * @param freeRunning    whether PTP measures only
 * @param leaps          TAI−UTC
 */
record ClockSettings(Path socket, int domain, long asymmetryNanos, double driftPpm, long holdoverNanos, long stepNanos,
        boolean freeRunning, LeapSeconds leaps) {
    private static final int LARGEST_DOMAIN = 255;
    private static final double LARGEST_DRIFT = 1_000;
    private static final long A_SECOND = 1_000_000_000L;

    /** Reads a configuration; every text may be padded. */
    static ClockSettings of(ClockConfig config) {
        check(config.ptp_domain() >= 0 && config.ptp_domain() <= LARGEST_DOMAIN, "ptp.domain", config.ptp_domain(), "0 to 255");
        check(config.asymmetry_nanos() >= -1 && config.asymmetry_nanos() <= A_SECOND, "asymmetry.nanos", config.asymmetry_nanos(),
                "0 to 1000000000, or -1 for the mean path delay");
        check(config.drift_ppm() > 0 && config.drift_ppm() <= LARGEST_DRIFT, "drift.ppm", config.drift_ppm(), "more than 0, up to 1000");
        check(config.holdover_seconds() >= 0, "holdover.seconds", config.holdover_seconds(), "0 or more");
        check(config.step_micros() > 0, "step.micros", config.step_micros(), "1 or more");
        String socket = text(config.ptp_socket());
        return new ClockSettings(socket.isEmpty() ? null : path("ptp.socket", socket), config.ptp_domain(),
                config.asymmetry_nanos() < 0 ? Absent.LONG : config.asymmetry_nanos(), config.drift_ppm(),
                config.holdover_seconds() * A_SECOND, config.step_micros() * 1_000L, config.free_running(),
                leaps(text(config.leap_seconds_file())));
    }

    private static LeapSeconds leaps(String file) {
        try {
            return file.isEmpty() ? LeapSeconds.builtIn() : LeapSeconds.read(path("leap.seconds.file", file));
        } catch (IOException e) {
            throw refused("leap.seconds.file", file, "a leap-seconds.list that can be read");
        }
    }

    private static Path path(String field, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw refused(field, value, "a path");
        }
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static void check(boolean holds, String field, Object value, String expected) {
        if (!holds) {
            throw refused(field, value, expected);
        }
    }

    private static IllegalArgumentException refused(String field, Object value, String expected) {
        return new IllegalArgumentException("leakage.clock: " + field + " = '" + value + "', expected " + expected);
    }
}
