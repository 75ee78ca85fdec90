package io.leakage.core.tail;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistorySink;
import io.leakage.api.history.HistoryTable;
import io.leakage.api.score.NameKind;

/** Writes records, a column after the other, and hands each to the sink when it is whole. One thread. */
final class Teller {
    private static final double UNITS = 1e8;

    final Texts texts = new Texts();
    private final HistorySink sink;
    private final HistoryRecord item = new HistoryRecord();
    private long position;
    private long ordinal;
    private boolean silent;
    private boolean full;
    private long told;

    Teller(HistorySink sink) {
        this.sink = sink;
    }

    /**
     * The next event begins.
     *
     * @param at     where it stands in the journal
     * @param known  whether the sink has its records already
     */
    void event(long at, boolean known) {
        position = at;
        ordinal = 0;
        silent = known;
    }

    /** {@return whether nothing of this event is told} */
    boolean isSilent() {
        return silent;
    }

    void begin(HistoryTable table, long nanos, int instrument) {
        item.begin(table);
        number(position);
        number(ordinal++);
        time(nanos);
        name(NameKind.INSTRUMENT, instrument);
    }

    void number(long value) {
        if (value == Absent.LONG) {
            item.putAbsent();
        } else {
            item.put(value);
        }
    }

    void time(long nanos) {
        number(nanos);
    }

    void real(double value) {
        item.put(value);
    }

    /** A price or an amount in units of 1e-8. */
    void units(long value) {
        item.put(value == Absent.LONG ? Double.NaN : value / UNITS);
    }

    /** Twice a price. */
    void twice(long value) {
        item.put(value == Absent.LONG ? Double.NaN : value / (2 * UNITS));
    }

    void name(NameKind kind, int name) {
        item.put(texts.of(kind, name));
    }

    void text(String value) {
        item.put(value);
    }

    /** A field of one character; 0 is absent. */
    void code(char value) {
        item.put(value == 0 ? null : Codes.of(value));
    }

    void side(Side side) {
        item.put(side == null ? null : side.name());
    }

    void flag(boolean value) {
        item.put(value);
    }

    void nothing() {
        item.putAbsent();
    }

    void end() {
        item.end();
        told++;
        full |= sink.take(item);
    }

    /** {@return whether the sink wants to be flushed; asked once} */
    boolean isFull() {
        boolean was = full;
        full = false;
        return was;
    }

    /** {@return records told} */
    long told() {
        return told;
    }

    /** Strings of single characters, made once. */
    private static final class Codes {
        private static final String[] ALL = new String[128];

        static {
            for (char c = 0; c < ALL.length; c++) {
                ALL[c] = String.valueOf(c);
            }
        }

        private Codes() {
        }

        static String of(char code) {
            return code < ALL.length ? ALL[code] : String.valueOf(code);
        }
    }
}
