package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.feed.FeedFormat;
import io.leakage.marketdata.feed.RecordedFeed;
import io.leakage.marketdata.feed.VenueDay;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * {@code features/book.sh}: the book of one symbol out of a recorded day, as CSV, so that a user can check our books against a vendor's.
 * Standard output carries the CSV and nothing else.
 */
public final class BookPrinter {
    private static final int PRINTED = 0;
    private static final int NOT_PRINTED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int IN_DOUBT = 3;
    private static final int NAMED = 20;
    private static final int TOLD = 20;
    private static final long NANOS = 1_000_000_000L;

    private final BookOptions options;
    private final PrintStream complaints;
    private final SymbolBook book;
    private FeedFormat format;
    private boolean dated;
    private boolean past;
    private long complained;

    private BookPrinter(BookOptions options, PrintStream complaints) {
        this.options = options;
        this.complaints = complaints;
        this.book = new SymbolBook(options.symbol());
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param arguments  see {@code --help}
     * @param out        gets the CSV
     * @param complaints gets everything else
     * @return the exit code: 0 printed, 1 not printed, 2 wrong arguments, 3 printed but in doubt
     */
    public static int run(String[] arguments, PrintStream out, PrintStream complaints) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(BookOptions.HELP);
            return PRINTED;
        }
        BookOptions options;
        try {
            options = BookOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            complaints.println("book.sh: " + e.getMessage() + "; see --help");
            return WRONG_ARGUMENTS;
        }
        return new BookPrinter(options, complaints).print(out);
    }

    private int print(PrintStream out) {
        if (!Files.isRegularFile(options.market()) || !Files.isReadable(options.market())) {
            return refuse("--market '" + options.market() + "', expected a file that can be read");
        }
        try {
            format = options.feed() != null ? options.feed() : FeedFormat.of(options.market());
            if (format == null) {
                return refuse(options.market() + " tells its format neither by its first bytes nor by its name, expected --feed with one"
                        + " of " + FeedFormat.codes());
            }
            return print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16));
        } catch (IOException e) {
            return refuse("cannot read " + options.market() + ": " + e);
        }
    }

    private int print(Writer writer) throws IOException {
        BookCsv csv = new BookCsv(writer, options.levels());
        long last = options.atNanos() == Absent.LONG ? Long.MAX_VALUE : options.atNanos() + midnight();
        book.beforeLaterThan(last, () -> {
            past = true;
            csv.take(book);
        });
        try (RecordedFeed file = format.open(options.market(), VenueDay.undated(), book, this::complain)) {
            dated = file.isDated();
            int exit = options.everyChange() ? printChanges(file, csv) : printOnce(file, csv);
            writer.flush();
            return exit;
        }
    }

    private int printOnce(RecordedFeed file, BookCsv csv) throws IOException {
        long sequence = 0;
        long nanos = 0;
        while (!(past && book.isListed()) && file.next()) {
            if (!past) {
                sequence = file.messages();
                nanos = file.venueNanos();
                checkFit(sequence);
            }
        }
        if (!past) {
            csv.take(book);
        }
        if (!book.isListed()) {
            return unknown(file);
        }
        csv.write(time(nanos), sequence);
        return exit(file);
    }

    private int printChanges(RecordedFeed file, BookCsv csv) throws IOException {
        while (file.next()) {
            if (book.wasTouched()) {
                checkFit(file.messages());
                if (csv.take(book)) {
                    csv.write(time(file.venueNanos()), file.messages());
                }
            }
        }
        if (!book.isListed()) {
            return unknown(file);
        }
        csv.header();
        return exit(file);
    }

    /** {@return the midnight before a recording's first message, 0 where its times count from midnight} */
    private long midnight() throws IOException {
        if (!format.isDated()) {
            return 0;
        }
        try (RecordedFeed file = format.open(options.market(), VenueDay.undated(), new SymbolBook(options.symbol()), any -> { })) {
            while (file.venueNanos() == Absent.LONG && file.next()) {
                continue;
            }
            long first = Math.max(file.venueNanos(), 0);
            Instant instant = Instant.ofEpochSecond(first / NANOS);
            return VenueDay.of(instant.atZone(options.zone()).toLocalDate(), options.zone()).epochNanos(0);
        }
    }

    private void checkFit(long sequence) {
        if (book.didNotFit()) {
            String what = book.isByLevel() ? "the level at " + BookCsv.text(book.latestPrice())
                    : "order " + Long.toUnsignedString(book.latestOrder());
            complain(options.market() + ", message " + sequence + ": " + what + " does not fit the book of " + options.symbol()
                    + ", expected a new one or one that rests there with so many shares");
        }
    }

    private long time(long nanos) {
        return dated || options.date() == null ? nanos : VenueDay.of(options.date(), options.zone()).epochNanos(nanos);
    }

    private int unknown(RecordedFeed file) {
        if (book.symbols().isEmpty()) {
            return refuse("no instrument is named in " + options.market() + " (" + file.messages() + " messages), expected "
                    + format.description());
        }
        String some = book.symbols().stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = book.symbols().size() - NAMED;
        return refuse("--symbol '" + options.symbol() + "' is not in " + options.market() + ", expected one of " + some
                + (more > 0 ? " and " + more + " more" : ""));
    }

    private int refuse(String what) {
        complaints.println("book.sh: " + what);
        return NOT_PRINTED;
    }

    private void complain(String what) {
        if (++complained <= TOLD) {
            complaints.println("book.sh: " + what);
        }
    }

    private int exit(RecordedFeed file) {
        file.doubts().forEach(doubt -> complain(options.market() + ": " + doubt));
        if (complained > TOLD) {
            complaints.println("book.sh: " + (complained - TOLD) + " more of these");
        }
        return complained == 0 ? PRINTED : IN_DOUBT;
    }
}
