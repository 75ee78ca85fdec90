package io.leakage.kafka;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker in a process of its own, controller of itself; it can be killed like one. */
public final class Broker implements AutoCloseable {
    private final Path folder;
    private final Path config;
    private final int port;
    private Process process;

    /** Starts one whose files lie in this folder; returns when it answers. */
    public Broker(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        int controller = freePort();
        config = Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=2
                auto.create.topics.enable=false
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controller, folder.resolve("log")));
        Process format = java("kafka.tools.StorageTool", "format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", config.toString());
        if (format.waitFor() != 0) {
            throw new IOException("the storage was not formatted: " + Files.readString(folder.resolve("StorageTool.log")));
        }
        start();
    }

    /** {@return host:port} */
    public String address() {
        return "127.0.0.1:" + port;
    }

    ClientSettings settings() {
        return new ClientSettings(address(), "");
    }

    /** Starts it, again after a kill; returns when it answers. */
    void start() throws IOException, InterruptedException {
        process = java("kafka.Kafka", config.toString());
        try (Admin admin = settings().client(Map.of("request.timeout.ms", 1_000, "default.api.timeout.ms", 60_000), Admin::create)) {
            admin.describeCluster().clusterId().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker did not come up: " + Files.readString(folder.resolve("Kafka.log")), e);
        }
    }

    /** kill −9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@return everything committed on a topic up to now; a commit counts from when it is answered, which may be before it is readable} */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> written = consumer("read_uncommitted");
                KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo one : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, one.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = written.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) throws IOException {
        return settings().client(Map.of("isolation.level", isolation, "auto.offset.reset", "earliest"),
                properties -> new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** {@return a plain producer} */
    Producer<byte[], byte[]> producer(Map<String, Object> own) throws IOException {
        return settings().client(own, all -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private Process java(String main, String... arguments) throws IOException {
        Path log = folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".log");
        return jvm(main, arguments).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** {@return a JVM with our class path, to be started} */
    static ProcessBuilder jvm(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx400m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
