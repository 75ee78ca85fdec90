package io.leakage.flink;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody else's cluster: a job manager and a task manager as Flink's own scripts start them, each a process with Flink's jars alone,
 * nothing of ours and no connector that a distribution does not have.
 */
final class ForeignCluster implements AutoCloseable {
    private static final List<String> NOT_ITS_OWN = List.of("bundle-", "scale-flink", "history-kafka", "chronicle-", "affinity", "posix-",
            "disruptor-", "kafka", "jackson-core-", "flink-connector-base", "flink-connector-kafka");
    /** What Flink's scripts work out from the machine's memory. */
    private static final List<String> MEMORY = List.of("taskmanager.cpu.cores=2.0", "taskmanager.memory.task.heap.size=256m",
            "taskmanager.memory.task.off-heap.size=0b", "taskmanager.memory.framework.heap.size=128m",
            "taskmanager.memory.framework.off-heap.size=128m", "taskmanager.memory.network.min=32m", "taskmanager.memory.network.max=32m",
            "taskmanager.memory.managed.size=32m", "taskmanager.memory.jvm-metaspace.size=256m", "taskmanager.memory.jvm-overhead.min=192m",
            "taskmanager.memory.jvm-overhead.max=192m");

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int rest;

    /** Starts both; {@link #address} answers some time later. */
    ForeignCluster(Path folder, int slots) throws IOException {
        this.folder = folder;
        rest = freePort();
        Files.writeString(folder.resolve("config.yaml"), String.join("\n", "jobmanager.rpc.address: 127.0.0.1",
                "jobmanager.rpc.port: " + freePort(), "rest.address: 127.0.0.1", "rest.bind-address: 127.0.0.1", "rest.port: " + rest,
                "rest.bind-port: " + rest, "taskmanager.host: 127.0.0.1", "taskmanager.numberOfTaskSlots: " + slots,
                "metrics.fetcher.update-interval: 100", ""));
        start("org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
        start("org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                MEMORY.stream().flatMap(option -> List.of("-D", option).stream()).toArray(String[]::new));
    }

    private void start(String main, String... options) throws IOException {
        String itsOwn = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(Files::isRegularFile)
                .filter(jar -> NOT_ITS_OWN.stream().noneMatch(jar.getFileName().toString()::startsWith))
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-cp", itsOwn, main, "--configDir", folder.toString()));
        command.addAll(List.of(options));
        processes.add(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".out").toFile()).start());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** {@return its REST API} */
    URI address() {
        return URI.create("http://127.0.0.1:" + rest);
    }

    /** {@return whether so many slots wait for work; throws when a process has died} */
    boolean offers(int slots) throws InterruptedException {
        if (!processes.stream().allMatch(Process::isAlive)) {
            throw new IllegalStateException("the cluster died: see " + folder);
        }
        try {
            return String.valueOf(slots).equals(new ClusterMetrics(address()).ask("/overview").get("slots-available"));
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
