package io.leakage.flink;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What {@code scale.sh} was told.
 *
 * @param action      what to do
 * @param journal     an engine's journal, null for none
 * @param topic       frames in Kafka, null for none
 * @param master      a cluster's REST API, null for one in this JVM
 * @param slots       how many pipelines work at once
 * @param parts       how many there are
 * @param records     a folder or bucket for every record, null for none
 * @param checkpoints a folder that every part of the cluster reaches
 * @param seconds     between checkpoints
 * @param follows     whether to wait for what comes next
 * @param port        of the REST API of a cluster in this JVM, 0 for a free one
 */
record ScaleOptions(Action action, Path journal, FramesTopic topic, URI master, int slots, int parts, String records, String checkpoints,
        int seconds, boolean follows, int port) {
    private static final int PORT = 8081;

    /** What to do. */
    enum Action {
        /** Submit the job, and print what it says. */
        RUN,
        /** Copy a journal into a topic. */
        PUBLISH,
        /** Print the metrics of the jobs that run. */
        METRICS,
        /** Measure one slot and two against one pipeline in this JVM. */
        MEASURE
    }

    /** {@return the address at which metrics are asked for} */
    URI metrics() {
        return master == null ? URI.create("http://127.0.0.1:" + port) : master;
    }

    /**
     * {@return what these arguments say}
     *
     * @throws IllegalArgumentException with what was got and what is expected
     */
    static ScaleOptions of(String... arguments) {
        Reading reading = new Reading();
        for (int i = 0; i < arguments.length; i++) {
            if (!reading.flag(arguments[i])) {
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException(arguments[i] + " needs a value, or is not known");
                }
                reading.take(arguments[i], arguments[++i]);
            }
        }
        return reading.done();
    }

    /** The arguments so far. */
    private static final class Reading {
        private Action action = Action.RUN;
        private Path journal;
        private String kafka;
        private String env = "prod";
        private final Map<String, String> client = new HashMap<>();
        private URI master;
        private int slots = 2;
        private int parts;
        private String records;
        private String checkpoints = Path.of(System.getProperty("java.io.tmpdir"), "leakage-checkpoints").toUri().toString();
        private int seconds = 30;
        private boolean follows;
        private int port = PORT;

        boolean flag(String name) {
            switch (name) {
                case "--follow" -> follows = true;
                case "--publish" -> action = Action.PUBLISH;
                case "--metrics" -> action = Action.METRICS;
                case "--measure" -> action = Action.MEASURE;
                default -> {
                    return false;
                }
            }
            return true;
        }

        void take(String name, String value) {
            switch (name) {
                case "--journal" -> journal = journal(value);
                case "--kafka" -> kafka = value;
                case "--env" -> env = value;
                case "--kafka-config" -> client.putAll(properties(value));
                case "--master" -> master = URI.create(value.contains("://") ? value : "http://" + value);
                case "--slots" -> slots = number(name, value, 1, PartKeys.MOST);
                case "--parts" -> parts = number(name, value, 1, PartKeys.MOST);
                case "--records" -> records = folder(value);
                case "--checkpoints" -> checkpoints = folder(value);
                case "--checkpoint-seconds" -> seconds = number(name, value, 1, 86_400);
                case "--port" -> port = number(name, value, 0, 65_535);
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }

        ScaleOptions done() {
            boolean both = action == Action.PUBLISH;
            if (action != Action.METRICS && (both ? journal == null || kafka == null : (journal == null) == (kafka == null))) {
                throw new IllegalArgumentException(both ? "--publish: from --journal DIR to --kafka HOST:PORT"
                        : "one of --journal DIR and --kafka HOST:PORT is needed");
            }
            if (action == Action.MEASURE && journal == null) {
                throw new IllegalArgumentException("--measure: of a --journal");
            }
            FramesTopic topic = kafka == null ? null : new FramesTopic(kafka, env, client);
            return new ScaleOptions(action, journal, topic, master, slots, parts == 0 ? slots : parts, records, checkpoints, seconds,
                    follows, port);
        }

        private static Path journal(String value) {
            if (!Files.isDirectory(Path.of(value, "events"))) {
                throw new IllegalArgumentException("--journal: an engine's journal directory, with events in it, got " + value);
            }
            return Path.of(value).toAbsolutePath();
        }

        private static int number(String name, String value, int least, int most) {
            if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                throw new IllegalArgumentException(name + ": a number from " + least + " to " + most + ", got \"" + value + "\"");
            }
            return Integer.parseInt(value);
        }

        private static String folder(String value) {
            return value.contains("://") || value.startsWith("file:") ? value : Path.of(value).toAbsolutePath().toUri().toString();
        }

        private static Map<String, String> properties(String file) {
            Properties read = new Properties();
            try (Reader in = Files.newBufferedReader(Path.of(file))) {
                read.load(in);
            } catch (IOException e) {
                throw new IllegalArgumentException("--kafka-config: a file of properties, got " + file + ": " + e, e);
            }
            Map<String, String> values = new HashMap<>();
            read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
            return values;
        }
    }
}
