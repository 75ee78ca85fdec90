package io.leakage.flink;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** A real broker in a process of its own, controller of itself. */
final class Broker implements AutoCloseable {
    private final Path folder;
    private final int port = freePort();
    private final Process process;

    Broker(Path folder) throws Exception {
        this.folder = folder;
        int controller = freePort();
        Path config = Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                """.formatted(port, controller, folder.resolve("log")));
        if (java("kafka.tools.StorageTool", "format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", config.toString()).waitFor() != 0) {
            throw new IOException("the storage was not formatted: " + Files.readString(folder.resolve("StorageTool.log")));
        }
        process = java("kafka.Kafka", config.toString());
        try (Admin admin = Admin.create(topic("any").client(Map.of("request.timeout.ms", "1000", "default.api.timeout.ms", "60000")))) {
            admin.describeCluster().clusterId().get(60, TimeUnit.SECONDS);
        }
    }

    FramesTopic topic(String env) {
        return new FramesTopic("127.0.0.1:" + port, env, Map.of());
    }

    private Process java(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx400m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".log");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
