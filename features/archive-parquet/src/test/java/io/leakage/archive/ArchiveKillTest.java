package io.leakage.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.archive.depot.FolderDepot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveKillTest {
    /** Two days and a half in all, so that days end too. */
    static final long STEP = 60_000_000_000L;
    private static final long UNTIL = 3600 * Tape.EVENT;
    private static final int KILLS = 12;

    @TempDir
    Path folder;

    @Test
    void aWriterThatIsKilledAgainAndAgainLosesNothingAndDoublesNothing() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        List<Long> begun = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Process writer = start();
            try (BufferedReader said = writer.inputReader()) {
                List<Long> heard = said.lines().filter(line -> line.startsWith("at ")).map(line -> Long.valueOf(line.substring(3)))
                        .limit(random.nextInt(1, 5)).toList();
                begun.add(heard.get(0));
                writer.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
                writer.destroyForcibly().waitFor();
            }
        }
        Process last = start();
        String said = new String(last.getInputStream().readAllBytes());
        assertEquals(0, last.waitFor(), said);

        assertTrue(begun.stream().distinct().count() > KILLS / 2, "killed between flushes: " + begun);
        assertEquals(Shelf.truth(new Tape(STEP), UNTIL), new Shelf(folder).digests("killed"));
        assertEquals(Tape.count(UNTIL), new Shelf(folder).manifest().files().stream().mapToLong(ArchiveFile::rows).sum());
        assertNoStrays();
    }

    private void assertNoStrays() throws IOException {
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder), ArchiveOptions.DEFAULT);
        assertEquals(UNTIL, sink.open("killed"));
        sink.close();
        FolderDepot depot = new FolderDepot(folder);
        long there = depot.list("").keySet().stream().filter(path -> path.endsWith(".parquet")).count();
        assertEquals(new Shelf(folder).manifest().files().size(), there);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-cp",
                System.getProperty("java.class.path"), KilledWriter.class.getName(), folder.toString(), Long.toString(UNTIL))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
