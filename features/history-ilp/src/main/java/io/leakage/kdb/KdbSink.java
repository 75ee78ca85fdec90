package io.leakage.kdb;

import com.kx.c;
import com.kx.c.KException;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes the history to a kdb+ process as a feed handler does: {@code .u.upd[table; columns]}. A flush is one synchronous message, which
 * kdb+ works through by itself: it updates every table and then sets {@code .leakage.kept[journal]}, so that when the answer is lost the
 * position is found there. That variable is as short-lived as the process; beside it the position stands in a file of ours once we have the
 * answer, and what is farther counts.
 *
 * <p>Each record is published once, two cases apart: the process ends between having published and our having the answer; or
 * {@code .u.upd} itself fails in the middle of a message. Then the flush is published again, and journal, position and ordinal tell that.
 */
class KdbSink implements HistorySink {
    /** Asks how far a journal is. */
    static final String ASK = "{[j] if[not `leakage in key `; .leakage.kept:(`symbol$())!`long$()]; 0^.leakage.kept j}";
    /** Publishes, then says how far a journal is. */
    static final String TELL = "{[j;p;u] .u.upd .' u; .leakage.kept[j]:p; p}";
    private static final int MOST_RECORDS = 10_000;

    private final String name;
    private final KdbAddress address;
    private final String prefix;
    private final Path folder;
    private final Map<HistoryTable, KdbTable> tables = new EnumMap<>(HistoryTable.class);
    private String journal;
    private PositionFile file;
    private c connection;
    private long kept;

    /**
     * A sink, not open yet.
     *
     * @param name    the writer, the same over restarts
     * @param address where kdb+ listens
     * @param prefix  what the tables' names begin with
     * @param kept    which of the history
     * @param folder  where positions are kept
     */
    KdbSink(String name, KdbAddress address, String prefix, Set<HistoryTable> kept, Path folder) {
        if (name == null || !name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("name: 1 to 64 letters, digits, dashes, underscores, got \"" + name + "\"");
        }
        if (prefix == null || !prefix.matches("[A-Za-z][A-Za-z0-9]{0,63}")) {
            throw new IllegalArgumentException("table.prefix: a letter, then letters and digits, got \"" + prefix + "\"");
        }
        this.name = name;
        this.address = address;
        this.prefix = prefix;
        this.folder = folder;
        kept.forEach(table -> tables.put(table, new KdbTable(table)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long open(String named) throws IOException {
        close();
        journal = named;
        file = new PositionFile(folder, name, named);
        try {
            connect();
        } catch (IOException e) {
            throw trouble("cannot begin", e);
        }
        return kept;
    }

    @Override
    public boolean take(HistoryRecord item) {
        KdbTable table = tables.get(item.table());
        if (table != null) {
            table.add(item);
        }
        return tables.values().stream().mapToInt(KdbTable::size).sum() >= MOST_RECORDS;
    }

    @Override
    public void flush(long position) throws IOException {
        try {
            if (connection == null) {
                connect();
            }
            if (kept < position) {
                ask(TELL, journal, position, updates());
            }
            file.write(position);
        } catch (IOException e) {
            drop();
            throw trouble("cannot publish what came up to position " + position, e);
        }
        kept = position;
        tables.values().forEach(KdbTable::clear);
    }

    @Override
    public void close() {
        drop();
        tables.values().forEach(KdbTable::clear);
    }

    private Object[] updates() {
        List<Object[]> updates = new ArrayList<>();
        tables.forEach((table, rows) -> {
            if (rows.size() > 0) {
                updates.add(new Object[] {prefix + "_" + table.id(), rows.columns(journal)});
            }
        });
        return updates.toArray();
    }

    private void connect() throws IOException {
        connection = address.connect();
        Object there = ask(ASK, journal);
        if (!(there instanceof Long position)) {
            throw new IOException("answered " + there + ", expected a position");
        }
        kept = Math.max(position, file.read());
    }

    private Object ask(String function, Object... arguments) throws IOException {
        Object[] message = new Object[1 + arguments.length];
        message[0] = function.toCharArray();
        System.arraycopy(arguments, 0, message, 1, arguments.length);
        try {
            return connection.k(message);
        } catch (KException e) {
            throw new IOException("answered '" + e.getMessage(), e);
        }
    }

    private IOException trouble(String what, IOException e) {
        drop();
        return new IOException("kdb+ at " + address + ": " + what + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
    }

    private void drop() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                // it is given up either way
            }
            connection = null;
        }
    }
}
