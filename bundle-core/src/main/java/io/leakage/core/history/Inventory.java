package io.leakage.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What lies in a journal's folder, segment by segment. Any thread, also while the journal is written. */
public final class Inventory {
    private Inventory() {
    }

    /**
     * A segment.
     *
     * @param file    its file
     * @param day     its day, days since 1970; 0 when nobody had told it
     * @param from    position of its first record
     * @param to      position behind its last record
     * @param bytes   size of the file
     * @param packed  whether it is packed
     * @param closed  whether nobody writes to it any more
     * @param content what its records are, with their version
     */
    public record Entry(Path file, int day, long from, long to, long bytes, boolean packed, boolean closed, String content) {
    }

    /**
     * What was found by reading every record.
     *
     * @param records  that are whole
     * @param damages  what cannot be read
     */
    public record Check(long records, List<Damage> damages) {
    }

    /**
     * {@return all segments, oldest first}
     *
     * @param dir     the journal's folder
     * @param content what {@link Journal#open} was told its records are
     * @throws UncheckedIOException   when a file cannot be read
     * @throws JournalFormatException when a segment is foreign, newer, or of another content
     */
    public static List<Entry> of(Path dir, String content) {
        List<Entry> entries = new ArrayList<>();
        Content known = Content.of(content);
        for (Map.Entry<Long, Path> segment : Segments.in(dir).entrySet()) {
            entries.add(entry(segment.getValue(), known));
        }
        return entries;
    }

    /**
     * {@return the days of all segments, days since 1970, without those that nobody told} Reads their headers alone.
     *
     * @param content what {@link Journal#open} was told its records are
     * @throws UncheckedIOException   when a file cannot be read
     * @throws JournalFormatException when a segment is foreign, newer, or of another content
     */
    public static SortedSet<Integer> days(Path dir, String content) {
        SortedSet<Integer> days = new TreeSet<>();
        Content known = Content.of(content);
        for (Path file : Segments.in(dir).values()) {
            days.add(day(file, known));
        }
        days.remove(0);
        return days;
    }

    private static int day(Path file, Content content) {
        try {
            return Segments.day(file, content);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException gone) {
                return Segments.day(packed(file, gone), content);
            }
            throw e;
        }
    }

    /** {@return the file of a segment that was packed meanwhile; one that is packed already was taken away} */
    private static Path packed(Path file, NoSuchFileException gone) {
        if (Segments.isPacked(file)) {
            throw new UncheckedIOException("the journal segment " + file + " is no longer there", gone);
        }
        return file.resolveSibling(file.getFileName() + ".z");
    }

    private static Entry entry(Path file, Content content) {
        try {
            Stretch stretch = Stretch.open(file, content, Long.MAX_VALUE);
            Entry entry = new Entry(file, stretch.day(), stretch.firstPosition(), stretch.end(), Files.size(file), stretch.isPacked(),
                    stretch.isClosed(), stretch.content());
            stretch.close();
            return entry;
        } catch (NoSuchFileException gone) {
            return entry(packed(file, gone), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal segment " + file, e);
        }
    }

    /**
     * Reads every record of a journal.
     *
     * @param content what {@link Journal#open} was told its records are
     * @throws UncheckedIOException   when a file cannot be read
     * @throws JournalFormatException when a segment is foreign, newer, or of another content
     */
    public static Check check(Path dir, String content) {
        JournalReader reader = new JournalReader(dir, content, 0);
        List<Damage> damages = new ArrayList<>();
        long records = 0;
        do {
            while (reader.next() != null) {
                records++;
            }
            if (reader.damage() != null) {
                damages.add(reader.damage());
            }
        } while (reader.damage() != null && reader.skipDamage());
        return new Check(records, List.copyOf(damages));
    }
}
