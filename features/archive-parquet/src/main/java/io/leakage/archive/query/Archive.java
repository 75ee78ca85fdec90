package io.leakage.archive.query;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.ArchiveFile;
import io.leakage.archive.Damages;
import io.leakage.archive.Manifest;
import io.leakage.archive.ManifestJson;
import io.leakage.archive.depot.Depot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * An archive that is asked: a DuckDB in memory with a view for each table, over the files that the manifest names when it is opened. Reads
 * only. One thread.
 */
public final class Archive implements AutoCloseable {
    private final Depot depot;
    private final Manifest manifest;
    private final Connection connection;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * Opens an archive to read.
     *
     * @param depot where it is
     * @param from  the first day to look at, null for all
     * @param to    the last one, null for all
     * @throws IOException  when there is none, or its manifest is damaged, of something else or newer
     * @throws SQLException when DuckDB does not start
     */
    public Archive(Depot depot, LocalDate from, LocalDate to) throws IOException, SQLException {
        this.depot = depot;
        this.from = from;
        this.to = to;
        byte[] bytes = depot.manifest();
        if (bytes == null) {
            throw new IOException("there is no archive in " + depot.name() + ": no manifest");
        }
        manifest = ManifestJson.read(depot.name(), bytes);
        connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }

    /** {@return what it consists of} */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * {@return a connection with the views that a text names, and those they read; all when it names none}
     *
     * @throws IOException when a file is missing, cut, or cannot be fetched; it is named
     */
    public Connection viewsFor(String sql) throws IOException, SQLException {
        long end = manifest.journals().values().stream().mapToLong(Long::longValue).max().orElse(0);
        for (View view : View.meantBy(sql)) {
            run("CREATE OR REPLACE VIEW " + view.name() + " AS " + (view.sql() == null ? select(view.table()) : view.sqlUpTo(end)));
        }
        return connection;
    }

    private String select(HistoryTable table) throws IOException, SQLException {
        List<String> files = new ArrayList<>();
        for (ArchiveFile file : manifest.files()) {
            if (file.table().equals(table.id()) && isWanted(file.date())) {
                files.add("'" + Damages.whole(depot, file).toString().replace("'", "''") + "'");
            }
        }
        return files.isEmpty() ? nothing(table) : withColumnsOfToday(table, "read_parquet([" + String.join(", ", files)
                + "], union_by_name = true, hive_partitioning = true, hive_types = {'date': DATE})");
    }

    /** All columns of today, also where every file is older than one of them. */
    private String withColumnsOfToday(HistoryTable table, String files) throws SQLException {
        Set<String> there = new HashSet<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + files)) {
            while (rows.next()) {
                there.add(rows.getString("column_name"));
            }
        }
        return table.columns().stream().filter(column -> !there.contains(column.name())).map(column -> ", " + absent(column))
                .collect(Collectors.joining("", "SELECT *", " FROM " + files));
    }

    private boolean isWanted(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    private static String nothing(HistoryTable table) {
        return table.columns().stream().map(Archive::absent)
                .collect(Collectors.joining(", ", "SELECT ",
                        ", NULL::TIMESTAMP AS ts, NULL::VARCHAR AS journal, NULL::DATE AS date WHERE false"));
    }

    private static String absent(HistoryColumn column) {
        return "NULL::" + type(column) + " AS " + column.name();
    }

    private static String type(HistoryColumn column) {
        return switch (column.type()) {
            case LONG, NANOS -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case TEXT -> "VARCHAR";
            case FLAG -> "BOOLEAN";
        };
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return a line for each file that is missing, cut or damaged, all bytes read} */
    public List<String> damages() {
        return Damages.of(depot, manifest);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
