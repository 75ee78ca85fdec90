package io.leakage.archive;

import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;

/**
 * Writes Parquet by a DuckDB in memory. Beside the columns of its table a file has {@code ts}, the venue's time as a timestamp of
 * microseconds, and {@code journal}, the name of the journal its position is one of. One thread.
 */
final class ParquetWriter implements AutoCloseable {
    private static final String ORDER = " ORDER BY coalesce(symbol, ''), ts_ns, journal, position, ordinal";

    private final DuckDBConnection connection;
    private final BatchRows rows = new BatchRows();

    /**
     * Starts the database.
     *
     * @param spill   where sorts that do not fit in memory may go
     * @param memory  of the database, MiB
     * @param threads it may use
     * @throws IOException when it does not start, such as for want of its native library
     */
    ParquetWriter(Path spill, int memory, int threads) throws IOException {
        try {
            connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
            run("SET threads=" + threads);
            run("SET memory_limit='" + memory + "MiB'");
            run("SET temp_directory=" + quoted(spill.toString()));
            DuckDBFunctions.tableFunction().withName("batch_rows").withFunction(rows).register(connection);
        } catch (SQLException | LinkageError e) {
            throw new IOException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Writes some rows of a batch.
     *
     * @param order   which, in this order
     * @param journal name of their journal
     * @param to      the file, written over
     * @throws IOException when there is no room
     */
    void write(Batch batch, int[] order, String journal, Path to) throws IOException {
        rows.serve(batch, order);
        try {
            copy("SELECT " + rows.select() + ", make_timestamp(ts_ns // 1000) AS ts, " + quoted(journal) + " AS journal FROM batch_rows()",
                    batch.table().id(), to);
        } catch (SQLException e) {
            throw new IOException(firstLine(e), e);
        } finally {
            rows.forget();
        }
    }

    /**
     * Makes one file of several of the same table.
     *
     * @return how many rows it has
     * @throws IOException when one of them cannot be read, or there is no room
     */
    long merge(String table, List<Path> from, Path to) throws IOException {
        String files = from.stream().map(file -> quoted(file.toString())).collect(Collectors.joining(", ", "[", "]"));
        try {
            return copy("SELECT * FROM read_parquet(" + files + ", union_by_name = true, hive_partitioning = false)" + ORDER, table, to);
        } catch (SQLException e) {
            throw new IOException(firstLine(e), e);
        }
    }

    private long copy(String select, String table, Path to) throws SQLException {
        String sql = "COPY (" + select + ") TO " + quoted(to.toString()) + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, "
                + "KV_METADATA {leakage_table: " + quoted(table) + ", leakage_schema_version: '" + HistoryTable.SCHEMA_VERSION + "'})";
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return a text as SQL says it} */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a database in memory", e);
        }
    }
}
