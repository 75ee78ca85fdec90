package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A job as its metrics tell of it. */
final class Watched {
    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    private static final int LOOKS = 1_200;

    private final ClusterMetrics metrics;
    private final String job;

    /** Something that is so or not yet. */
    interface Question {
        boolean isAnswered() throws Exception;
    }

    Watched(URI cluster, String job) {
        this.metrics = new ClusterMetrics(cluster);
        this.job = job;
    }

    /** Waits until so many events came by. */
    void awaitEvents(long events) throws Exception {
        await(() -> metrics.running().contains(job) && parted() == events, events + " events");
    }

    private double parted() throws Exception {
        for (Map.Entry<String, String> step : metrics.vertices(job).entrySet()) {
            if (step.getKey().contains("parting")) {
                return metrics.metric(job, step.getValue(), "parting.events", "sum");
            }
        }
        return Double.NaN;
    }

    /** Waits for the next checkpoint. */
    void awaitCheckpoint() throws Exception {
        long before = checkpoints();
        await(() -> checkpoints() > before + 1, "a checkpoint");
    }

    private long checkpoints() throws Exception {
        return Long.parseLong(metrics.ask("/jobs/" + job + "/checkpoints").get("counts.completed"));
    }

    /** Waits until the job was begun anew so often. */
    void awaitRestarts(int count) throws Exception {
        await(() -> restarts() >= count, count + " restarts");
    }

    private double restarts() throws Exception {
        Map<String, String> told = metrics.ask("/jobs/" + job + "/metrics?get=numRestarts");
        return told.containsKey("0.value") ? Double.parseDouble(told.get("0.value")) : 0;
    }

    /** Waits until something is so. */
    static void await(Question question, String what) throws Exception {
        boolean answered = false;
        for (int i = 0; i < LOOKS && !answered; i++) {
            answered = question.isAnswered();
            if (!answered) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
        assertTrue(answered, "waited in vain for " + what);
    }
}
