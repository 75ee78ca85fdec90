package io.leakage.itests.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.testing.s3mock.S3MockApplication;
import io.leakage.archive.ArchiveFile;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.ManifestJson;
import io.leakage.archive.Tape;
import io.leakage.archive.depot.Depot;
import io.leakage.archive.depot.Depots;
import io.leakage.archive.query.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a bucket of S3Mock. */
class BucketTest {
    private static final long EVENT = Tape.EVENT;
    private static S3MockApplication store;

    @TempDir
    Path folder;

    private String location;
    private final Tape tape = new Tape(1_000_000);

    @BeforeAll
    static void start() {
        System.setProperty("aws.accessKeyId", "someone");
        System.setProperty("aws.secretAccessKey", "secret");
        store = S3MockApplication.start(new HashMap<>(Map.of(S3MockApplication.PROP_HTTP_PORT, 0, S3MockApplication.PROP_HTTPS_PORT, 0,
                S3MockApplication.PROP_INITIAL_BUCKETS, "research", S3MockApplication.PROP_SILENT, true)));
    }

    @AfterAll
    static void stop() {
        store.stop();
    }

    @BeforeEach
    void aPrefixOfItsOwn(TestInfo test) {
        location = "s3://research/" + test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aFileComesBackAsItWasKept() throws IOException {
        try (Depot depot = depot(location)) {
            depot.open();
            assertNull(depot.manifest());
            Path written = depot.spool().resolve("x");
            Files.write(written, new byte[] {1, 2, 3});
            depot.keep(written, "quotes/x");
            depot.publish(new byte[] {9});

            assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(depot.local("quotes/x")));
            assertArrayEquals(new byte[] {9}, depot.manifest());
            assertEquals(Map.of("quotes/x", 3L), depot.list("quotes/"));
            depot.remove("quotes/x");
            assertEquals(Map.of(), depot.list("quotes/"));
            assertThrows(IOException.class, () -> depot.local("quotes/x"));
        }
    }

    @Test
    void whatWasToldStandsThereOnceThoughTheWriterWentAway() throws Exception {
        ArchiveSink sink = new ArchiveSink(depot(location), options());
        assertEquals(0, sink.open("j1"));
        tape.tell(sink, 0, 20 * EVENT);
        sink.flush(20 * EVENT);
        tape.tell(sink, 20 * EVENT, 30 * EVENT);
        sink.close();   // the last ten were not flushed
        for (int from = 20; from < 80; from += 20) {
            assertEquals(from * EVENT, sink.open("j1"));
            tape.tell(sink, from * EVENT, (from + 20) * EVENT);
            sink.flush((from + 20) * EVENT);
            sink.close();
        }

        try (Depot depot = depot(location)) {
            long rows = ManifestJson.read("", depot.manifest()).files().stream().mapToLong(ArchiveFile::rows).sum();
            assertEquals(Tape.count(80 * EVENT), rows);
        }
        assertEquals(Tape.count(80 * EVENT) + "," + Tape.count(80 * EVENT), count());
    }

    @Test
    void theSlowerOfTwoWritersFailsAndHarmsNothing() throws Exception {
        ArchiveSink slow = new ArchiveSink(depot(location), options());
        slow.open("j1");
        tape.tell(slow, 0, 10 * EVENT);
        ArchiveSink quick = new ArchiveSink(Depots.at(location, "us-east-1", endpoint(), folder.resolve("other").toString()), options());
        quick.open("j1");
        tape.tell(quick, 0, 10 * EVENT);
        quick.flush(10 * EVENT);
        quick.close();

        IOException refused = assertThrows(IOException.class, () -> slow.flush(10 * EVENT));
        assertTrue(refused.getMessage().contains("another writer was there"), refused.getMessage());
        IOException again = assertThrows(IOException.class, () -> slow.flush(10 * EVENT));
        assertTrue(again.getMessage().contains("was changed by another writer"), again.getMessage());
        slow.close();
        assertEquals(10 * EVENT, slow.open("j1"), "opened again, it goes on from what the other kept");
        slow.close();
        assertEquals(Tape.count(10 * EVENT) + "," + Tape.count(10 * EVENT), count());
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        IOException none = assertThrows(IOException.class, () -> new ArchiveSink(depot("s3://nowhere/x"), options()).open("j1"));

        assertTrue(none.getMessage().startsWith("s3://nowhere/x/: could not "), none.getMessage());
    }

    @Test
    void aStoreThatDoesNotAnswerIsNamed() {
        Depot depot = Depots.at(location, "us-east-1", "http://127.0.0.1:9", folder.resolve("spool").toString());
        IOException none = assertThrows(IOException.class, () -> new ArchiveSink(depot, options()).open("j1"));

        assertTrue(none.getMessage().startsWith(location + "/: could not read the manifest: "), none.getMessage());
    }

    private String count() {
        StringBuilder tables = new StringBuilder();
        for (String table : new String[] {"orders", "fills_history", "quotes", "trades", "footprints", "scores_history", "decisions",
            "audit"}) {
            tables.append(tables.isEmpty() ? "" : " UNION ALL ").append("SELECT journal, position, ordinal FROM ").append(table);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Query.run(new String[] {"--archive", location, "--endpoint", endpoint(), "--cache",
                folder.resolve("cache").toString(), "--format", "csv",
                "SELECT count(*), count(DISTINCT (journal, position, ordinal)) FROM (" + tables + ")"},
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertEquals(0, exit);
        return out.toString(StandardCharsets.UTF_8).lines().toList().get(1);
    }

    private Depot depot(String where) {
        return Depots.at(where, "us-east-1", endpoint(), folder.resolve("spool").toString());
    }

    @SuppressWarnings("removal")   // there is no other way to hear the port of this version
    private static String endpoint() {
        return "http://127.0.0.1:" + store.getHttpPort();
    }

    private static ArchiveOptions options() {
        return new ArchiveOptions(ZoneId.of("UTC"), 128, 30, 3, 1_000_000, 1024, 1);
    }
}
