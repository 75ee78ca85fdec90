package io.leakage.core.engine;

import io.leakage.core.history.Damage;
import io.leakage.core.history.Inventory;
import io.leakage.core.history.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The engine's journal for a person who looks after it: what lies there, whether it is whole, and giving up what is old. Any thread. */
public final class JournalShelf {
    private final Path directory;
    private final Retention retention;

    /** @param retention null when no journal is kept */
    JournalShelf(Path directory, Retention retention) {
        this.directory = directory;
        this.retention = retention;
    }

    /** {@return every segment of the event journal: day, positions, bytes, state} */
    public String list() {
        if (retention == null) {
            return none();
        }
        StringBuilder text = new StringBuilder(line("day", "from", "to", "bytes", "state"));
        Carried carried = Carried.beside(directory.resolve("events"));
        if (carried.directory() != null) {
            long bytes = Inventory.of(carried.directory(), Replay.CONTENT).stream().mapToLong(Inventory.Entry::bytes).sum();
            text.append(line("carried", "0", String.valueOf(carried.to()), String.format(Locale.ROOT, "%,d", bytes),
                    "what is needed of days given up"));
        }
        long sum = 0;
        List<Inventory.Entry> segments = Inventory.of(directory.resolve("events"), Replay.CONTENT);
        for (Inventory.Entry segment : segments) {
            sum += segment.bytes();
            String day = segment.day() == 0 ? "not told" : LocalDate.ofEpochDay(segment.day()).toString();
            text.append(line(day, String.valueOf(segment.from()), String.valueOf(segment.to()),
                    String.format(Locale.ROOT, "%,d", segment.bytes()),
                    (segment.packed() ? "packed" : segment.closed() ? "closed" : "being written") + ", " + segment.content()));
        }
        return text.append(String.format(Locale.ROOT, "%d segments, %,d bytes in %s", segments.size(), sum, directory.resolve("events")))
                .toString();
    }

    /** {@return what was found by reading every record of the events, their names and the raw messages} */
    public String check() {
        if (retention == null) {
            return none();
        }
        StringBuilder text = new StringBuilder();
        Carried carried = Carried.beside(directory.resolve("events"));
        if (carried.directory() != null) {
            check(text, carried.directory(), Replay.CONTENT);
        }
        check(text, directory.resolve("events"), Replay.CONTENT);
        check(text, directory.resolve("names"), Replay.CONTENT);
        for (Path source : sources()) {
            check(text, source, RawJournal.CONTENT);
        }
        return text.toString().stripTrailing();
    }

    private List<Path> sources() {
        Path raw = directory.resolve("raw");
        if (!Files.isDirectory(raw)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(raw)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + raw, e);
        }
    }

    private void check(StringBuilder text, Path journal, String content) {
        text.append(directory.relativize(journal)).append(": ");
        try {
            Inventory.Check check = Inventory.check(journal, content);
            text.append(check.records()).append(" records").append(check.damages().isEmpty() ? ", whole\n" : ", and damage\n");
            for (Damage damage : check.damages()) {
                text.append("  ").append(damage).append('\n');
            }
        } catch (IllegalStateException | UncheckedIOException unreadable) {
            text.append(unreadable.getMessage()).append('\n');
        }
    }

    /** Gives up the days that are not to be kept. {@return what was done} */
    public String cut() {
        return retention == null ? none() : retention.apply();
    }

    /** Gives up what lies before a position, as far as whole segments do. {@return what was done} */
    public String cut(long position) {
        return retention == null ? none() : retention.cut(position);
    }

    private static String none() {
        return "no journal is kept: journal.directory is off";
    }

    private static String line(String day, String from, String to, String bytes, String state) {
        return String.format(Locale.ROOT, "%-10s %16s %16s %16s  %s%n", day, from, to, bytes, state).replace("\r", "");
    }
}
