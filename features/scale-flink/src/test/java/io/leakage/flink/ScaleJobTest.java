package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.Measure;
import io.leakage.api.score.Scorecard;
import io.leakage.core.engine.ReplayEngine;
import io.leakage.core.tail.RecordDigests;
import io.leakage.ui.league.By;
import io.leakage.ui.league.League;
import io.leakage.ui.league.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A local cluster of two task managers tells what one pipeline in this JVM tells, record by record. */
class ScaleJobTest {
    @TempDir
    static Path folder;
    private static LocalCluster cluster;
    private static Path journal;

    @BeforeAll
    static void begin() throws Exception {
        cluster = new LocalCluster(2, 0);
        journal = Desks.play(folder.resolve("journal"), 3, 4, 5);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @ParameterizedTest(name = "{0} parts in {1} slots")
    @CsvSource({"1, 1", "3, 2", "4, 2"})
    void theDigestOfEveryTableIsThatOfOnePipeline(int parts, int slots) throws Exception {
        Told told = run(new ScaleJob(parts, slots, null));

        RecordDigests whole = Desks.digests(journal);
        assertEquals(whole.toString(), told.digests().toString());
        for (HistoryTable table : List.of(HistoryTable.ORDERS, HistoryTable.QUOTES, HistoryTable.TRADES, HistoryTable.FILLS,
                HistoryTable.SCORES)) {
            assertTrue(whole.count(table) > 0, table.id());
        }
    }

    @Test
    void desksStandAsTheScorecardHasThem() throws Exception {
        Told told = run(new ScaleJob(3, 2, null));
        Scorecard scorecard = scorecard(journal);

        for (String desk : List.of("desk-P", "desk-S")) {
            assertEquals(Desks.discoveries(scorecard, desk), told.desks().get(desk));
        }
    }

    @Test
    void everyRecordStandsOnceInTheFiles() throws Exception {
        Path records = folder.resolve("records");
        Told told = run(new ScaleJob(3, 2, records.toUri().toString()));

        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(records)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(!file.getFileName().toString().contains("inprogress"), file.toString());
                lines.addAll(Files.readAllLines(file));
            }
        }
        for (HistoryTable table : HistoryTable.values()) {
            long count = lines.stream().filter(line -> line.startsWith("{\"table\":\"" + table.id() + '"')).count();
            assertEquals(told.digests().count(table), count, table.id());
        }
        assertEquals(lines.size(), lines.stream().distinct().count());
    }

    @Test
    void anOrderThatLeaksIsNamedAndLeaguesStandAsInTheScorecard() throws Exception {
        Path leaky = Desks.leak(folder.resolve("leaky"));
        Told told = run(new ScaleJob(2, 2, null), leaky);
        Scorecard scorecard = scorecard(leaky);

        assertEquals(Desks.discoveries(scorecard, "desk-P"), told.desks().get("desk-P"));
        assertTrue(told.desks().get("desk-P").contains("named [P]"), told.desks().toString());
        assertEquals(Desks.digests(leaky).toString(), told.digests().toString());
        assertTrue(told.digests().count(HistoryTable.FOOTPRINTS) > 0, told.digests().toString());
        int groups = 0;
        for (By by : List.of(By.VENUE, By.BROKER, By.ALGO)) {
            for (Standing one : League.of(scorecard, Measure.MARKOUT_1S, by).standings()) {
                String line = told.leagues().get(by.id() + " " + one.group());
                assertEquals(one.fills(), Long.parseLong(line.split(" |,")[1]), by + " " + one.group());
                assertEquals(one.mean(), Double.parseDouble(line.split(" ")[3]), 1e-9, by + " " + one.group());
                groups++;
            }
        }
        assertEquals(groups, told.leagues().size(), told.leagues().toString());
        assertTrue(groups > 10, told.leagues().toString());
    }

    @Test
    @Timeout(120)
    void aJournalThatIsNotThereEndsTheJobInsteadOfBeginningAnewForEver() throws Exception {
        String nowhere = folder.resolve("nowhere").toString();
        ScaleRun run = ScaleRun.submit(new ScaleJob(2, 2, null), new JournalSource(nowhere, 2_000, true), where());

        Throwable cause = assertThrows(RuntimeException.class, () -> Told.of(run.results()));
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertTrue(cause.getMessage().contains(nowhere) && cause.getMessage().contains("journal"), cause.toString());
    }

    private static Scorecard scorecard(Path of) {
        ReplayEngine engine = new ReplayEngine();
        engine.replay(of);
        return engine.scorecard();
    }

    private static Told run(ScaleJob job) throws Exception {
        return run(job, journal);
    }

    private static Told run(ScaleJob job, Path of) throws Exception {
        ScaleRun run = ScaleRun.submit(job, new JournalSource(of.toString(), 2_000, false), where());
        return Told.of(run.results());
    }

    private static ScaleRun.Where where() throws Exception {
        return new ScaleRun.Where(cluster.address(), List.of(), folder.resolve("checkpoints").toUri().toString(), Duration.ofMillis(200));
    }
}
