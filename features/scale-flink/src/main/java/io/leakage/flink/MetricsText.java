package io.leakage.flink;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What the jobs that run do, for a person: a line a step, then checkpoints, then what was wrong with the input. */
final class MetricsText {
    private static final String[] WRONG = {"duplicates", "lost", "unread", "unlisted", "strayed", "overlaps"};
    private static final String[] UNUSED = {"unreadable", "unapplied"};
    private static final double PER_CENT = 0.1;
    private static final int NAME_WIDTH = 44;

    private final ClusterMetrics metrics;

    MetricsText(ClusterMetrics metrics) {
        this.metrics = metrics;
    }

    /** {@return all of it} */
    String text() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (String job : metrics.running()) {
            job(job, text);
        }
        return text.isEmpty() ? "no job runs\n" : text.toString();
    }

    private void job(String job, StringBuilder text) throws IOException, InterruptedException {
        Map<String, String> told = metrics.ask("/jobs/" + job);
        text.append(String.format(Locale.ROOT, "%s %s, %s, for %s s%n", told.get("name"), job, told.get("state"),
                Long.parseLong(told.get("duration")) / 1000));
        text.append(String.format(Locale.ROOT,
                "  %-" + NAME_WIDTH + "s %9s %9s %9s %9s %6s %6s  %s%n", "step", "in/s", "out/s", "MB in/s",
                "MB out/s", "busy", "held", "event time"));
        for (Map.Entry<String, String> step : metrics.vertices(job).entrySet()) {
            step(job, step.getKey(), step.getValue(), text);
        }
        checkpoints(job, text);
        input(job, text);
    }

    private void step(String job, String name, String vertex, StringBuilder text) throws IOException, InterruptedException {
        double watermark = metrics.metric(job, vertex, "currentInputWatermark", "min");
        text.append(String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s %9.0f %9.0f %9.2f %9.2f %5.0f%% %5.0f%%  %s%n",
                name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH) : name,
                metrics.metric(job, vertex, "numRecordsInPerSecond", "sum"), metrics.metric(job, vertex, "numRecordsOutPerSecond", "sum"),
                metrics.metric(job, vertex, "numBytesInPerSecond", "sum") / 1e6,
                metrics.metric(job, vertex, "numBytesOutPerSecond", "sum") / 1e6,
                metrics.metric(job, vertex, "busyTimeMsPerSecond", "avg") * PER_CENT,
                metrics.metric(job, vertex, "backPressuredTimeMsPerSecond", "avg") * PER_CENT,
                watermark > 0 ? Instant.ofEpochMilli((long) watermark).toString() : ""));
    }

    private void checkpoints(String job, StringBuilder text) throws IOException, InterruptedException {
        Map<String, String> told = metrics.ask("/jobs/" + job + "/checkpoints");
        text.append(String.format(Locale.ROOT, "  checkpoints: %s made, %s failed, %s begun anew from", told.get("counts.completed"),
                told.get("counts.failed"), told.get("counts.restored")));
        String bytes = told.get("latest.completed.state_size");
        text.append(bytes == null ? "" : String.format(Locale.ROOT, "; the last one %.1f MB in %s ms", Long.parseLong(bytes) / 1e6,
                told.get("latest.completed.end_to_end_duration"))).append(System.lineSeparator());
    }

    private void input(String job, StringBuilder text) throws IOException, InterruptedException {
        for (Map.Entry<String, String> step : metrics.vertices(job).entrySet()) {
            if (step.getKey().contains("parting")) {
                text.append(String.format(Locale.ROOT, "  input: %,.0f events",
                        metrics.metric(job, step.getValue(), "parting.events", "sum")));
                sums(job, step.getValue(), "parting.", WRONG, text);
            } else if (step.getKey().contains("scores")) {
                text.append(String.format(Locale.ROOT, "  parts: %,.0f records", metrics.metric(job, step.getValue(), "scores.records", "sum")));
                sums(job, step.getValue(), "scores.", UNUSED, text);
            }
        }
    }

    private void sums(String job, String vertex, String operator, String[] names, StringBuilder text)
            throws IOException, InterruptedException {
        for (String name : names) {
            text.append(String.format(Locale.ROOT, ", %.0f %s", metrics.metric(job, vertex, operator + name, "sum"), name));
        }
        text.append(System.lineSeparator());
    }
}
