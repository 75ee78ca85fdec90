package io.leakage.ilp;

import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the history in QuestDB. The store commits a table at a time, so that records and position cannot be one step; instead the position
 * is sent when the records are kept, and what is sent again after a failure in between finds its own rows: the tables take a record of the
 * same time, journal, position and ordinal for the same. What a query sees is each record once.
 */
class QuestSink implements HistorySink {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final Pattern NUMBER = Pattern.compile("\"dataset\":\\[\\[(\\d+)]]");

    private final String name;
    private final QuestHttp http;
    private final QuestTables tables;
    private final Set<HistoryTable> kept;
    private final IlpText lines = new IlpText();
    private final IlpText position = new IlpText();
    private String journal;

    /**
     * A sink, not open yet.
     *
     * @param name   the writer: unique among all that write to these tables, the same over restarts
     * @param http   where the store is
     * @param tables what its tables are called
     * @param kept   which of the history
     */
    QuestSink(String name, QuestHttp http, QuestTables tables, Set<HistoryTable> kept) {
        if (name == null || !name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("name: 1 to 64 letters, digits, dashes, underscores, got \"" + name + "\"");
        }
        this.name = name;
        this.http = http;
        this.tables = tables;
        this.kept = EnumSet.copyOf(kept);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long open(String named) throws IOException {
        journal = named;
        lines.begin(named);
        try {
            for (HistoryTable table : kept) {
                http.sql(tables.make(table));
            }
            http.sql(tables.makePositions());
            Matcher number = NUMBER.matcher(http.sql("SELECT position FROM \"" + tables.positions() + "\" WHERE writer = " + quoted(name)
                    + " AND journal = " + quoted(named)));
            return number.find() ? Long.parseLong(number.group(1)) : 0;
        } catch (IOException e) {
            throw trouble("cannot begin", e);
        }
    }

    @Override
    public boolean take(HistoryRecord item) {
        if (kept.contains(item.table())) {
            lines.add(tables.of(item.table()), item);
        }
        return lines.length() >= MOST_CHARACTERS;
    }

    @Override
    public void flush(long upTo) throws IOException {
        try {
            if (lines.length() > 0) {
                http.write(lines.bytes());
            }
            position.clear();
            position.position(tables.positions(), name, journal, upTo);
            http.write(position.bytes());
        } catch (IOException e) {
            throw trouble("cannot keep what came up to position " + upTo, e);
        }
        lines.clear();
    }

    @Override
    public void close() {
        lines.clear();
    }

    private IOException trouble(String what, IOException e) {
        String why = e.getMessage() == null ? e.toString() : e.getMessage();
        return new IOException("QuestDB at " + http.url() + ": " + what + ": " + why, e);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
