package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command, as a person types it. */
class ScaleTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aJournalIsRunAndTheDigestsArePrinted() {
        Path journal = Desks.play(folder.resolve("journal"), 40);

        String kept = folder.resolve("kept").toString();
        assertEquals(0, run("--journal", journal.toString(), "--slots", "2", "--port", "0", "--checkpoints", kept),
                err.toString(StandardCharsets.UTF_8));

        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.endsWith(Desks.digests(journal).toString()), told);
        assertTrue(told.contains("desk desk-P: rate 0.2, orders "), told);
        assertTrue(told.contains("league venue 0: fills "), told);
    }

    @Test
    void theMetricsOfAJobThatFollowsSayHowFarItIs() throws Exception {
        Path journal = Desks.play(folder.resolve("journal"), 41);
        try (LocalCluster cluster = new LocalCluster(2, 0)) {
            ScaleRun run = ScaleRun.submit(new ScaleJob(2, 2, null), new JournalSource(journal.toString(), 2_000, true),
                    new ScaleRun.Where(cluster.address(), List.of(), folder.resolve("kept").toUri().toString(), Duration.ofMillis(100)));
            Watched job = new Watched(cluster.address(), run.client().getJobID().toHexString());
            job.awaitEvents(Desks.events(journal));
            job.awaitCheckpoint();

            assertEquals(0, run("--metrics", "--master", cluster.address().getAuthority()), err.toString(StandardCharsets.UTF_8));
            String told = out.toString(StandardCharsets.UTF_8);
            assertTrue(told.contains("leakage scorecard"), told);
            assertTrue(told.contains(String.format(Locale.ROOT, "input: %,d events, 0 duplicates, 0 lost, 0 unread", Desks.events(journal))), told);
            assertTrue(told.contains(" unlisted, 0 strayed, 0 overlaps"), told);
            assertTrue(Pattern.compile("parts: [1-9][0-9,]* records, 0 unreadable, \\d+ unapplied").matcher(told).find(), told);
            assertTrue(told.contains("checkpoints: ") && told.contains("2026-01-02T14:30:"), told);
            run.client().cancel().get(60, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "--slots 2                                    | one of --journal DIR and --kafka HOST:PORT is needed",
        "--journal /nowhere                           | --journal: an engine's journal directory, with events in it, got /nowhere",
        "--kafka localhost:1 --slots 0                | --slots: a number from 1 to 128, got \"0\"",
        "--kafka localhost:1 --slots 4 --parts 2      | slots: 1 or more, parts: from slots to 128, got 4 and 2",
        "--kafka localhost:1 --env a.b                | --env: 1 to 64 letters, digits, dashes, underscores, got \"a.b\"",
        "--kafka localhost:1 --kafka-config /nowhere  | --kafka-config: a file of properties, got /nowhere",
        "--publish --kafka localhost:1                | --publish: from --journal DIR to --kafka HOST:PORT",
        "--kafka                                      | --kafka needs a value, or is not known",
        "--cluster x                                  | unknown argument --cluster"})
    void aWrongArgumentIsToldWithWhatIsExpected(String arguments, String problem) {
        assertEquals(2, run(arguments.split(" ")));

        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("scale: " + problem), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aClusterThatDoesNotAnswerIsNamed() {
        assertEquals(1, run("--metrics", "--master", "127.0.0.1:1"));

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("127.0.0.1:1"), err.toString(StandardCharsets.UTF_8));
    }

    private int run(String... arguments) {
        return Scale.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
