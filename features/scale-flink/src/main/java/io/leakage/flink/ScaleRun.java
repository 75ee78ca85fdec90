package io.leakage.flink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * A job that was submitted.
 *
 * @param client  asks after it and stops it
 * @param results what it says, as it says it; read by one thread
 */
record ScaleRun(JobClient client, CloseableIterator<Tuple3<String, String, String>> results) {
    /**
     * How it is run.
     *
     * @param address     the cluster's REST API
     * @param jars        what the cluster needs to run it, empty for a cluster in this JVM
     * @param checkpoints a folder that every part of the cluster reaches
     * @param every       between checkpoints
     */
    record Where(URI address, List<Path> jars, String checkpoints, Duration every) {
    }

    /** Submits a job. */
    static ScaleRun submit(ScaleJob job, Source<byte[], ?, ?> source, Where where) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, where.every());
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, where.checkpoints());
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createRemoteEnvironment(where.address().getHost(),
                where.address().getPort(), configuration, where.jars().stream().map(Path::toString).toArray(String[]::new));
        CloseableIterator<Tuple3<String, String, String>> results = job.results(environment, source).collectAsync();
        return new ScaleRun(environment.executeAsync("leakage scorecard"), results);
    }
}
