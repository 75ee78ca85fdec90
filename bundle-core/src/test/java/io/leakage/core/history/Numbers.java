package io.leakage.core.history;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Journals whose records begin with their number. */
final class Numbers {
    /** What such a journal is told its records are. */
    static final String CONTENT = "numbers 1";

    private Numbers() {
    }

    /** {@return the numbers of all records from a position on, none of them damaged} */
    static List<Integer> read(Path dir, long from) {
        JournalReader reader = new JournalReader(dir, CONTENT, from);
        List<Integer> numbers = new ArrayList<>();
        for (ByteBuffer record = reader.next(); record != null; record = reader.next()) {
            numbers.add(record.getInt());
        }
        assertNull(reader.damage());
        return numbers;
    }

    /** {@return the numbers from one to before another} */
    static List<Integer> between(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
