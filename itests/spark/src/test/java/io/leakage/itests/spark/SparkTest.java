package io.leakage.itests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leakage.archive.ArchiveFile;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.Tape;
import io.leakage.archive.depot.FolderDepot;
import io.leakage.archive.query.Archive;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads what DuckDB wrote: the files that the manifest names, with the day as a column. */
class SparkTest {
    private static final long EVENTS = 3000;
    /** Two days and a bit. */
    private static final long STEP = 60_000_000_000L;

    @TempDir
    static Path folder;
    private static SparkSession spark;
    private static Archive archive;

    @BeforeAll
    static void anArchiveAndASession() throws Exception {
        Tape tape = new Tape(STEP);
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder), ArchiveOptions.DEFAULT);
        sink.open("j1");
        for (long from = 0; from < EVENTS; from += EVENTS / 3) {
            tape.tell(sink, from * Tape.EVENT, (from + EVENTS / 3) * Tape.EVENT);
            sink.flush((from + EVENTS / 3) * Tape.EVENT);
        }
        sink.close();
        archive = new Archive(new FolderDepot(folder), null, null);
        spark = SparkSession.builder().master("local[1]").appName("archive").config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 1).config("spark.sql.session.timeZone", "UTC")
                .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate();
    }

    @AfterAll
    static void stop() throws Exception {
        spark.stop();
        archive.close();
    }

    @Test
    void sparkCountsWhatDuckDbCounts() throws Exception {
        assertSame("quotes", "SELECT CAST(date AS STRING), count(*), sum(bid_shares), count(bid), min(ts_ns), max(position) "
                + "FROM quotes_view GROUP BY date ORDER BY 1");
        assertSame("trades", "SELECT symbol, kind, count(*), sum(quantity), sum(CASE WHEN printable THEN 1 ELSE 0 END) FROM trades_view "
                + "GROUP BY symbol, kind ORDER BY symbol NULLS FIRST, kind NULLS FIRST");
    }

    @Test
    void aTimestampIsTheSameInstant() throws Exception {
        assertSame("fills", "SELECT position, CAST(ts AS STRING), ts_ns, journal FROM fills_view ORDER BY position LIMIT 50");
    }

    @Test
    void allColumnsOfTheScoresAreRead() throws Exception {
        assertSame("scores", "SELECT count(*), count(evidence), round(sum(evidence), 6), count(leak_1s_status), max(arrival_ns) "
                + "FROM scores_view");
    }

    private static void assertSame(String table, String sql) throws Exception {
        String[] files = archive.manifest().files().stream().filter(file -> file.table().equals(table)).map(ArchiveFile::path)
                .map(path -> folder.resolve(path).toString()).toArray(String[]::new);
        Dataset<Row> rows = spark.read().option("basePath", folder.resolve(table).toString()).parquet(files);
        rows.createOrReplaceTempView(table + "_view");
        List<String> bySpark = new ArrayList<>();
        for (Row row : spark.sql(sql).collectAsList()) {
            bySpark.add(row.mkString("|"));
        }
        List<String> byDuckDb = new ArrayList<>();
        String raw = table.equals("fills") || table.equals("scores") ? table + "_history" : table;
        try (Statement statement = archive.viewsFor(raw).createStatement();
                ResultSet row = statement.executeQuery(sql.replace(table + "_view", raw).replace("STRING", "VARCHAR"))) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getString(i));
                }
                byDuckDb.add(String.join("|", values.stream().map(String::valueOf).toList()));
            }
        }

        assertEquals(byDuckDb, bySpark, sql);
    }
}
