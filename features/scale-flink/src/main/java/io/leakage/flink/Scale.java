package io.leakage.flink;

import io.leakage.core.tail.RecordDigests;
import java.io.File;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.Source;

/** {@code scale.sh}: the same pipeline in as many slots of a Flink cluster as there are. */
public final class Scale {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;
    /** Of the class path, what a cluster has not of its own. */
    private static final List<String> SHIPPED = List.of("scale-flink-", "bundle-core-", "flink-connector-", "kafka-clients-",
            "jackson-core-");
    private static final String HELP = """
            Runs the same pipeline as live in a Flink cluster, parted by instrument, over what an engine has recorded.

              scale.sh --journal DIR | --kafka HOST:PORT [--env ENV] [--slots N] [--parts N] [--follow] [--records DIR]
                       [--master HOST:PORT] [--checkpoints DIR] [--checkpoint-seconds N] [--kafka-config FILE] [--port N]
              scale.sh --publish --journal DIR --kafka HOST:PORT [--env ENV] [--kafka-config FILE]
              scale.sh --metrics [--master HOST:PORT | --port N]
              scale.sh --measure --journal DIR

              --journal DIR         an engine's journal directory, there where the job reads it
              --kafka HOST:PORT     the topic leakage.ENV.frames.v1, which --publish fills
              --env ENV             which of a firm's worlds; default prod
              --slots N             pipelines that work at once; default 2
              --parts N             pipelines there are, from N slots to 128; each reads the times of all events; default as many as
                                    slots
              --follow              waits for what is recorded next; else the job ends where the journal or topic ends now
              --records DIR         also keeps every record as a line of JSON, in a folder or a bucket the cluster knows
              --master HOST:PORT    a cluster's REST API; default: a cluster in this JVM, with a task manager of one slot for each slot
              --port N              of the REST API of the cluster in this JVM; default 8081
              --checkpoints DIR     where state is kept, reached by all of the cluster; default leakage-checkpoints in the temporary folder
              --checkpoint-seconds N   between checkpoints; default 30
              --kafka-config FILE   properties of Kafka's clients (security.protocol, sasl.jaas.config, …)
              --publish             copies what the journal holds behind what the topic has of it
              --metrics             what the jobs that run do: records and bytes a second, event time, checkpoints, backpressure,
                                    what was lost
              --measure             events a second of one pipeline in this JVM, of one slot and of two, and their ratios

            Prints which orders of each desk leak (e-BH at the desk's rate), how fills compare by venue, broker and algo, and of each table
            how many records there were and the sum of their hashes, which a run in another number of slots gives as well.
            What cannot be read is told in the log with file and offset or topic, partition and offset, counted in --metrics, and
            leaves every feed a gap. Exit code: 0 done; 1 failed; 2 an argument is wrong.
            """;

    private Scale() {
    }

    /** Runs the command and exits. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param arguments as on the command line
     * @param out       gets what was asked for
     * @param err       gets what was wrong
     * @return the exit code: 0 done, 1 failed, 2 bad arguments
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (Arrays.asList(arguments).contains("--help") || Arrays.asList(arguments).contains("-h")) {
            out.print(HELP);
            return DONE;
        }
        try {
            ScaleOptions options = ScaleOptions.of(arguments);
            switch (options.action()) {
                case RUN -> submit(options, out, err);
                case PUBLISH -> out.println("sent "
                        + options.topic().publish(options.journal(), problem -> err.println("scale: " + problem)) + " blocks to "
                        + options.topic().name());
                case METRICS -> out.print(new MetricsText(new ClusterMetrics(options.metrics())).text());
                case MEASURE -> out.print(ScaleMeasure.of(options));
                default -> throw new IllegalArgumentException("unknown action " + options.action());
            }
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println("scale: " + e.getMessage() + " (--help shows the arguments)");
            return BAD_ARGUMENTS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            err.println("scale: " + reason(e));
            return FAILED;
        }
    }

    /** {@return the innermost message: what Flink wraps around it says nothing} */
    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void submit(ScaleOptions options, PrintStream out, PrintStream err) throws Exception {
        ScaleJob job = new ScaleJob(options.parts(), options.slots(), options.records());
        if (options.master() != null) {
            ScaleRun.Where where = where(options.master(), shipped(), options);
            tell(ScaleRun.submit(job, source(options), where), options.follows(), out);
            return;
        }
        try (LocalCluster cluster = new LocalCluster(options.slots(), options.port())) {
            err.println("scale: a cluster of " + options.slots() + " slots at " + cluster.address());
            ScaleRun.Where where = where(cluster.address(), List.of(), options);
            tell(ScaleRun.submit(job, source(options), where), options.follows(), out);
        }
    }

    private static ScaleRun.Where where(URI address, List<Path> jars, ScaleOptions options) {
        return new ScaleRun.Where(address, jars, options.checkpoints(), Duration.ofSeconds(options.seconds()));
    }

    private static Source<byte[], ?, ?> source(ScaleOptions options) {
        return options.journal() == null ? BlockMessages.of(options.topic(), options.follows())
                : new JournalSource(options.journal().toString(), ScaleJob.BLOCK_BYTES, options.follows());
    }

    /** {@return the jars a cluster needs beside its own} */
    private static List<Path> shipped() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        return Arrays.stream(entries).map(Path::of).filter(Files::isRegularFile)
                .filter(file -> SHIPPED.stream().anyMatch(file.getFileName().toString()::startsWith)).toList();
    }

    /** Desks and groups are told as they stand at the end, in a job that follows whenever they are another; then what was counted. */
    private static void tell(ScaleRun run, boolean follows, PrintStream out) throws Exception {
        Map<String, String> last = new TreeMap<>();
        RecordDigests digests = new RecordDigests();
        run.results().forEachRemaining(result -> {
            if (result.f0.equals(Outputs.PART)) {
                digests.add(RecordDigests.of(HexFormat.of().parseHex(result.f2)));
            } else if (follows) {
                out.println(result.f0 + ' ' + result.f1 + ": " + result.f2);
            } else {
                last.put(result.f0 + ' ' + result.f1, result.f2);
            }
        });
        run.client().getJobExecutionResult().get();
        last.forEach((whose, what) -> out.println(whose + ": " + what));
        out.print(digests);
    }
}
