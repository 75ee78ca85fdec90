package io.leakage.flink;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/** A cluster in this JVM, asked like any other over its REST port; a task manager of one slot for each slot. */
final class LocalCluster implements AutoCloseable {
    private static final Duration FRESH = Duration.ofMillis(500);
    /** So that a task manager that is gone is missed within seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final MiniCluster cluster;

    /**
     * A cluster that runs when this returns.
     *
     * @param slots how many task managers
     * @param port  of its REST API, 0 for a free one
     */
    LocalCluster(int slots, int port) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, String.valueOf(port));
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, FRESH);
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder().setConfiguration(configuration).setNumTaskManagers(slots)
                .setNumSlotsPerTaskManager(1).setRpcServiceSharing(RpcServiceSharing.DEDICATED).build());
        cluster.start();
    }

    /** {@return where its REST API is} */
    URI address() throws ExecutionException, InterruptedException {
        return cluster.getRestAddress().get();
    }

    /** Ends a task manager as if its machine were gone, then gives the cluster another. */
    void replace(int taskManager) throws Exception {
        cluster.terminateTaskManager(taskManager).get();
        cluster.startTaskManager();
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
