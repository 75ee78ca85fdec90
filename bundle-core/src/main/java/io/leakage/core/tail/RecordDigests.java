package io.leakage.core.tail;

import io.leakage.api.history.HistoryColumn;
import io.leakage.api.history.HistoryRecord;
import io.leakage.api.history.HistoryTable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Of each table, how many records there were and the sum of their hashes, so that two runs can be compared whatever the order in which they
 * tell. A hash is over every column but the numbers of journal position, ordinal and parent, which are the run's own; of decisions verdicts
 * count alone. One thread.
 */
public final class RecordDigests {
    private static final int WORDS = 2;
    private static final HistoryTable[] TABLES = HistoryTable.values();
    private static final int PARENT_NUMBER = HistoryTable.SCORES.place("number");
    private static final int DECISION_KIND = HistoryTable.DECISIONS.place("kind");
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final long[] words = new long[WORDS * TABLES.length];

    /** Counts a record in. */
    public void add(HistoryRecord item) {
        if (item.table() == HistoryTable.DECISIONS && !"VERDICT".equals(item.textAt(DECISION_KIND))) {
            return;
        }
        int at = WORDS * item.table().ordinal();
        words[at]++;
        words[at + 1] += hash(item);
    }

    /** Counts in what another counted. */
    public void add(RecordDigests other) {
        for (int i = 0; i < words.length; i++) {
            words[i] += other.words[i];
        }
    }

    /** {@return a record's hash} */
    static long hash(HistoryRecord item) {
        int columns = item.table().columns().size();
        boolean scores = item.table() == HistoryTable.SCORES;
        long hash = item.table().ordinal();
        for (int place = HistoryTable.TS_NS; place < columns; place++) {
            if (!scores || place != PARENT_NUMBER) {
                hash = mix(hash ^ (item.isAbsent(place) ? PRIME : value(item, place)));
            }
        }
        return hash;
    }

    private static long value(HistoryRecord item, int place) {
        HistoryColumn.Type type = item.table().columns().get(place).type();
        return switch (type) {
            case LONG, NANOS -> item.longAt(place);
            case DOUBLE -> Double.doubleToLongBits(item.doubleAt(place));
            case FLAG -> item.flagAt(place) ? 1 : 0;
            case TEXT -> text(item.textAt(place));
        };
    }

    private static long text(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_099_511_628_211L + text.charAt(i);
        }
        return hash;
    }

    /** SplitMix64's finisher (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long bits = value + PRIME;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }

    /** {@return how many records of a table there were} */
    public long count(HistoryTable table) {
        return words[WORDS * table.ordinal()];
    }

    /** {@return the sum of their hashes} */
    public long sum(HistoryTable table) {
        return words[WORDS * table.ordinal() + 1];
    }

    /** {@return all of it, for {@link #of}} */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(words.length * Long.BYTES);
        out.asLongBuffer().put(words);
        return out.array();
    }

    /** {@return what {@link #bytes} wrote} */
    public static RecordDigests of(byte[] bytes) {
        RecordDigests digests = new RecordDigests();
        ByteBuffer.wrap(bytes).asLongBuffer().get(digests.words);
        return digests;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordDigests digests && Arrays.equals(words, digests.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** {@return a line a table: its id, how many records, the sum of their hashes} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (HistoryTable table : TABLES) {
            text.append(String.format(Locale.ROOT, "%-10s %12d %016x%n", table.id(), count(table), sum(table)));
        }
        return text.toString();
    }
}
