package io.leakage.archive.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.depot.FolderDepot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final String TWO_FILLS = "SELECT parent || ', \"it\"' AS who, price, quantity, mid_1m, late IS NULL AS odd FROM fills "
            + "JOIN (SELECT parent, late FROM orders WHERE false) USING (parent) UNION ALL "
            + "SELECT 'a, \"b\"', 1.25, 3, NULL, true UNION ALL SELECT 'é', 100000000.5, -1, 2.00004, false";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String said;
    private String complained;

    @BeforeEach
    void aSmallArchive() throws IOException {
        SmallArchive.write(folder);
    }

    @Test
    void textIsAlignedAndRounded() {
        assertEquals(0, ask(TWO_FILLS));

        assertEquals("""
                who           price  quantity  mid_1m  odd
                a, "b"         1.25         3          true
                é       100000000.5        -1       2  false
                """, said);
    }

    @Test
    void csvHasQuotesWhereNeededAndNumbersInFull() {
        assertEquals(0, ask("--format", "csv", TWO_FILLS));

        assertEquals("who,price,quantity,mid_1m,odd\r\n\"a, \"\"b\"\"\",1.25,3,,true\r\né,1.000000005E8,-1,2.00004,false\r\n", said);
    }

    @Test
    void jsonHasNullWhereThereIsNothing() {
        assertEquals(0, ask("--format", "json", TWO_FILLS));

        assertEquals("[{\"who\":\"a, \\\"b\\\"\",\"price\":1.25,\"quantity\":3,\"mid_1m\":null,\"odd\":true},"
                + "{\"who\":\"é\",\"price\":1.000000005E8,\"quantity\":-1,\"mid_1m\":2.00004,\"odd\":false}]\n", said);
    }

    @Test
    void daysOutsideAreNotLookedAt() {
        assertEquals(0, ask("--format", "csv", "--from", "2026-11-28", "SELECT count(*) FROM orders"));
        assertEquals("count_star()\r\n3\r\n", said);
        assertEquals(0, ask("--format", "csv", "--to", "2026-11-26", "SELECT count(*), count(ts) FROM orders"));
        assertEquals("count_star(),count(ts)\r\n0,0\r\n", said, "a table without a file has its columns all the same");
    }

    @ParameterizedTest(name = "behind position {0} the newest is {1} as well")
    @CsvSource({"0, 103", "9223372036853, 103", "9223372036855, 103", "4611686018427387904, 103"})
    void theNewestRecordIsFoundHoweverLongTheJournalIs(long position, int price) throws IOException {
        Path far = folder.resolve("far");
        try (FolderDepot depot = new FolderDepot(far)) {
            ArchiveSink sink = new ArchiveSink(depot, ArchiveOptions.DEFAULT);
            sink.open("j");
            fill(sink, position, 1, 101);
            fill(sink, position + 64, 0, 102);
            fill(sink, position + 64, 1, price);
            sink.flush(position + 128);
            sink.close();
        }

        folder = far;
        assertEquals(0, ask("--format", "csv", "SELECT price FROM fills"));
        assertEquals("price\r\n" + price + ".0\r\n", said);
    }

    private static void fill(ArchiveSink sink, long position, long ordinal, double price) {
        HistoryRecord item = new HistoryRecord();
        item.begin(HistoryTable.FILLS);
        for (HistoryColumn column : HistoryTable.FILLS.columns()) {
            switch (column.name()) {
                case "position" -> item.put(position);
                case "ordinal" -> item.put(ordinal);
                case "ts_ns", "number", "quantity" -> item.put(7L);
                case "parent", "symbol" -> item.put("P");
                case "price" -> item.put(price);
                default -> item.putAbsent();
            }
        }
        item.end();
        sink.take(item);
    }

    @Test
    void everyViewCanBeDescribed() {
        assertEquals(0, ask("--format", "csv", "SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"));
        assertEquals(List.of("table_name", "audit", "decisions", "fills", "fills_history", "footprints", "leagues", "markouts", "orders",
                "quotes", "scores", "scores_history", "trades"), said.lines().toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "SELECT 1;SELECT 2 | one SQL statement between quotes, got another: SELECT 2",
        "--format;xml;SELECT 1 | --format: text, csv or json, got \"xml\"",
        "--from;yesterday;SELECT 1 | --from: a day as YYYY-MM-DD, got \"yesterday\"",
        "--colour;red;SELECT 1 | unknown argument --colour",
        "--to | --to: a value must follow",
        "--check;SELECT 1 | either 'SQL' or --check"})
    void aBadArgumentIsNamed(String arguments, String complaint) {
        assertEquals(2, ask(arguments.split(";")));

        assertEquals("query.sh: " + complaint + "; --help tells the arguments", complained.strip());
        assertEquals("", said);
    }

    @Test
    void badSqlIsAnswered() {
        assertEquals(1, ask("SELECT colour FROM fills"));

        assertTrue(complained.startsWith("query.sh: Binder Error: Referenced column \"colour\" not found"), complained);
    }

    @Test
    void aFolderWithoutAnArchiveIsNamed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(1, Query.run(new String[] {"--archive", empty.toString(), "SELECT 1"}, System.out, complaints()));

        assertEquals("query.sh: there is no archive in " + empty + ": no manifest", heard().strip());
    }

    @Test
    void aDamagedFileIsNamedByACheckAndByAQuestionThatFails() throws IOException {
        assertEquals(0, ask("--check"));
        assertEquals("12 files, 33 records, 0 damaged\n", said);
        Path fills = folder.resolve("fills/date=2026-11-27/part-0000000001.parquet");
        byte[] bytes = Files.readAllBytes(fills);
        bytes[bytes.length - 20] ^= 0x55;
        Files.write(fills, bytes);

        assertEquals(1, ask("--check"));
        assertEquals("query.sh: archive " + folder + ": fills/date=2026-11-27/part-0000000001.parquet is damaged: its bytes are not those "
                + "that were written\n", complained);
        assertEquals(1, ask("SELECT no_such_column FROM fills"));
        assertTrue(complained.contains("part-0000000001.parquet is damaged"), complained);
    }

    @Test
    void aFileThatWasCutIsNamedBeforeAnythingIsAnswered() throws IOException {
        Path fills = folder.resolve("fills/date=2026-11-27/part-0000000001.parquet");
        byte[] bytes = Files.readAllBytes(fills);
        Files.write(fills, Arrays.copyOf(bytes, 50));

        assertEquals(1, ask("SELECT count(*) FROM fills"));
        assertEquals("query.sh: archive " + folder + ": fills/date=2026-11-27/part-0000000001.parquet has 50 bytes, expected "
                + bytes.length + "\n", complained);
    }

    private PrintStream complaints() {
        err.reset();
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private String heard() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--archive", folder.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Query.run(all.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8), complaints());
        said = out.toString(StandardCharsets.UTF_8);
        complained = heard();
        return exit;
    }
}
