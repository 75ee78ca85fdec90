package io.leakage.health;

import java.util.Locale;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;

/** What a check has found, a line each; the worst line is the check's result. One thread. */
final class Findings {
    private final ResultLog lines = new ResultLog();

    /** Adds a line; {@code format} is that of {@link String#format}, with English numbers. */
    Findings add(Status status, String format, Object... values) {
        lines.add(new ResultLog.Entry(status, String.format(Locale.ROOT, format, values)));
        return this;
    }

    /** {@return the lines and the worst of their states} */
    Result result() {
        return new Result(lines);
    }

    /** {@return a duration for a person: whole nanoseconds below a microsecond, else milliseconds to a microsecond} */
    static String duration(long nanos) {
        return Math.abs(nanos) < 1_000 ? nanos + " ns" : String.format(Locale.ROOT, "%,.3f ms", nanos / 1e6);
    }
}
