package io.leakage.archive.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveFile;
import io.leakage.archive.ArchiveOptions;
import io.leakage.archive.ArchiveSink;
import io.leakage.archive.Manifest;
import io.leakage.archive.ManifestJson;
import io.leakage.archive.Tape;
import io.leakage.archive.depot.FolderDepot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An archive of the first schema stays readable: {@code v1/} was written by the first version of this program, from {@link SmallArchive},
 * and is never written again.
 */
class RecordedV1Test {
    private static final Path RECORDED = Path.of(System.getProperty("leakage.root"), "features", "archive-parquet", "src", "test",
            "resources", "io", "leakage", "archive", "v1");

    private static final int RECORDS = 33;

    @TempDir
    Path folder;

    @BeforeEach
    void lay() throws IOException {
        try (Stream<Path> all = Files.walk(RECORDED)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(RECORDED.relativize(one).toString());
                Files.createDirectories(to.getParent());
                Files.copy(one, to);
            }
        }
    }

    static List<CookbookTest.Recipe> recipes() throws IOException {
        return CookbookTest.recipes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void theCookbookAnswersFromItAsFromOneOfToday(CookbookTest.Recipe recipe) {
        assertEquals(recipe.answer(), CookbookTest.ask(folder, recipe.sql()));
    }

    @Test
    void everyByteOfItIsFoundWhole() throws Exception {
        try (Archive archive = new Archive(new FolderDepot(folder), null, null)) {
            assertEquals(List.of(), archive.damages());
            assertTrue(archive.manifest().files().stream().allMatch(file -> file.schemaVersion() == 1));
        }
    }

    @Test
    void theProgramOfTodayGoesOnBehindIt() throws IOException {
        ArchiveSink sink = new ArchiveSink(new FolderDepot(folder), ArchiveOptions.DEFAULT);
        assertEquals(RECORDS * 64, sink.open("journal-1"), "an event of 64 bytes each");
        sink.close();
        assertEquals(0, sink.open("journal-2"));
        new Tape(1_000_000L).tell(sink, 0, 300 * Tape.EVENT);
        sink.flush(300 * Tape.EVENT);
        sink.close();

        assertEquals(List.of("then,now", "5,true"), csv("SELECT count(*) FILTER (journal = 'journal-1') AS then, "
                + "count(*) FILTER (journal = 'journal-2') > 0 AS now FROM quotes"));
    }

    @Test
    void aColumnThatWasNotThereYetIsAbsent() throws Exception {
        cut("feed", HistoryTable.QUOTES);

        assertEquals(List.of("quotes,without", "5,5"),
                csv("SELECT count(*) AS quotes, count(*) FILTER (feed IS NULL) AS without FROM quotes"));
    }

    private List<String> csv(String sql) {
        return CookbookTest.ask(folder, "--format", "csv", sql).lines().toList();
    }

    /** Writes a table's files as a version without one of its columns would have. */
    private void cut(String column, HistoryTable table) throws IOException, SQLException {
        Manifest manifest = ManifestJson.read(folder.toString(), Files.readAllBytes(folder.resolve(FolderDepot.MANIFEST)));
        List<ArchiveFile> files = new ArrayList<>();
        for (ArchiveFile file : manifest.files()) {
            files.add(file.table().equals(table.id()) ? without(column, file) : file);
        }
        Files.write(folder.resolve(FolderDepot.MANIFEST),
                ManifestJson.write(new Manifest(manifest.revision(), manifest.zone(), manifest.journals(), files)));
    }

    private ArchiveFile without(String column, ArchiveFile file) throws IOException, SQLException {
        Path path = folder.resolve(file.path());
        Path cut = folder.resolve("cut.parquet");
        try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties()); Statement statement = duck.createStatement()) {
            statement.execute("COPY (SELECT * EXCLUDE (" + column + ") FROM read_parquet('" + path + "', hive_partitioning = false)) TO '"
                    + cut + "' (FORMAT parquet)");
        }
        Files.move(cut, path, StandardCopyOption.REPLACE_EXISTING);
        byte[] bytes = Files.readAllBytes(path);
        CRC32C check = new CRC32C();
        check.update(bytes);
        return new ArchiveFile(file.path(), file.table(), file.date(), file.rows(), bytes.length, check.getValue(), file.schemaVersion());
    }
}
