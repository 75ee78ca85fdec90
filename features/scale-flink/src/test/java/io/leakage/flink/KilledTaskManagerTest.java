package io.leakage.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that follows a journal while its task managers die: what it told in the end is what one pipeline tells. */
class KilledTaskManagerTest {
    @TempDir
    private Path folder;

    @Test
    void everyRecordCountsOnceWhicheverTaskManagerDies() throws Exception {
        Path journal = Desks.play(folder.resolve("journal"), 30, 31, 32);
        try (LocalCluster cluster = new LocalCluster(2, 0)) {
            ScaleRun run = ScaleRun.submit(new ScaleJob(3, 2, null), new JournalSource(journal.toString(), 2_000, true),
                    new ScaleRun.Where(cluster.address(), List.of(), folder.resolve("kept").toUri().toString(), Duration.ofMillis(100)));
            CompletableFuture<Told> told = CompletableFuture.supplyAsync(() -> Told.of(run.results()));
            Watched job = new Watched(cluster.address(), run.client().getJobID().toHexString());
            for (int killed = 0; killed < 2; killed++) {
                job.awaitEvents(Desks.events(journal));
                job.awaitCheckpoint();
                // some of it is read before the end of the task manager, some after
                Desks.play(journal, 33 + 3 * killed, 34 + 3 * killed, 35 + 3 * killed);
                cluster.replace(killed);
                job.awaitRestarts(killed + 1);
            }
            job.awaitEvents(Desks.events(journal));
            run.client().stopWithSavepoint(true, folder.resolve("end").toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(60, TimeUnit.SECONDS);

            assertEquals(Desks.digests(journal).toString(), told.get(60, TimeUnit.SECONDS).digests().toString());
        }
    }
}
