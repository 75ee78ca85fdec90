package io.leakage.archive;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryTable;
import io.leakage.archive.depot.FolderDepot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** Reads an archive the way anyone would: the manifest, and the files it names. */
final class Shelf {
    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    Manifest manifest() throws IOException {
        return ManifestJson.read(folder.toString(), Files.readAllBytes(folder.resolve(FolderDepot.MANIFEST)));
    }

    List<Path> files(String table) throws IOException {
        return manifest().files().stream().filter(file -> file.table().equals(table)).map(file -> folder.resolve(file.path())).toList();
    }

    /** {@return one row of one column each} */
    List<String> column(String table, String select) throws IOException, SQLException {
        List<Path> files = files(table);
        List<String> values = new ArrayList<>();
        if (files.isEmpty()) {
            return values;
        }
        String from = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", "));
        try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties()); Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + select.replace("$files", "read_parquet([" + from + "])"))) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** {@return the digest of every record, by position and ordinal; a record that stands twice is an error} */
    TreeMap<String, Long> digests(String journal) throws IOException, SQLException {
        TreeMap<String, Long> found = new TreeMap<>();
        for (HistoryTable table : HistoryTable.values()) {
            List<Path> files = files(table.id());
            if (files.isEmpty()) {
                continue;
            }
            String from = files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", "));
            String names = table.columns().stream().map(HistoryColumn::name).collect(Collectors.joining(", "));
            try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                    Statement statement = duck.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT " + names + " FROM read_parquet([" + from + "]) WHERE journal = '"
                            + journal + "'")) {
                while (rows.next()) {
                    String key = rows.getLong(1) + "." + rows.getLong(2);
                    if (found.put(key, digest(table, rows)) != null) {
                        throw new AssertionError(key + " stands twice in " + folder);
                    }
                }
            }
        }
        return found;
    }

    private static long digest(HistoryTable table, ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(table.id());
        for (int i = 0; i < table.columns().size(); i++) {
            text.append('|');
            if (row.getObject(i + 1) != null) {
                switch (table.columns().get(i).type()) {
                    case LONG, NANOS -> text.append(row.getLong(i + 1));
                    case DOUBLE -> text.append(row.getDouble(i + 1));
                    case TEXT -> text.append('"').append(row.getString(i + 1));
                    case FLAG -> text.append(row.getBoolean(i + 1));
                }
            }
        }
        return Tape.digest(text.toString());
    }

    /** {@return what {@link #digests} must be when everything below a position is kept once} */
    static TreeMap<String, Long> truth(Tape tape, long until) {
        TreeMap<String, Long> truth = new TreeMap<>();
        for (long position = 0; position < until; position += Tape.EVENT) {
            for (int ordinal = 0; ordinal < Tape.records(position); ordinal++) {
                truth.put(position + "." + ordinal, Tape.digest(tape.record(position, ordinal)));
            }
        }
        return truth;
    }
}
