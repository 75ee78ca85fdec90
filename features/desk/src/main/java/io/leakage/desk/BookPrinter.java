package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.feed.ItchFile;
import io.leakage.marketdata.feed.ItchToInlet;
import io.leakage.marketdata.feed.VenueDay;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private final BookOptions options;
    private final PrintStream complaints;
    private final SymbolBook book;
    private final ItchToInlet itch;
    private long complained;

    private BookPrinter(BookOptions options, PrintStream complaints) {
        this.options = options;
        this.complaints = complaints;
        this.book = new SymbolBook(options.symbol());
        this.itch = new ItchToInlet(book, VenueDay.undated());
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
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16);
        try (ItchFile file = ItchFile.open(options.market(), this::complain)) {
            BookCsv csv = new BookCsv(writer, options.levels());
            int exit = options.everyChange() ? printChanges(file, csv) : printOnce(file, csv);
            writer.flush();
            return exit;
        } catch (IOException e) {
            return refuse("cannot read " + options.market() + ": " + e);
        }
    }

    private int printOnce(ItchFile file, BookCsv csv) throws IOException {
        StopAt stop = new StopAt(itch, options.atNanos() == Absent.LONG ? Long.MAX_VALUE : options.atNanos(), () -> csv.take(book));
        long sequence = 0;
        long nanos = 0;
        while (!(stop.isPast() && book.isListed()) && file.next(stop)) {
            if (!stop.isPast()) {
                sequence = file.messages();
                nanos = book.venueNanos();
                checkFit(sequence);
            }
        }
        if (!stop.isPast()) {
            csv.take(book);
        }
        if (!book.isListed()) {
            return unknown(file);
        }
        csv.write(time(nanos), sequence);
        return exit();
    }

    private int printChanges(ItchFile file, BookCsv csv) throws IOException {
        while (file.next(itch)) {
            if (book.wasTouched()) {
                checkFit(file.messages());
                if (csv.take(book)) {
                    csv.write(time(book.venueNanos()), file.messages());
                }
            }
        }
        if (!book.isListed()) {
            return unknown(file);
        }
        csv.header();
        return exit();
    }

    private void checkFit(long sequence) {
        if (book.didNotFit()) {
            complain(options.market() + ", message " + sequence + ": order " + Long.toUnsignedString(book.latestOrder())
                    + " does not fit the book of " + options.symbol()
                    + ", expected a new one or one that rests there with so many shares");
        }
    }

    private long time(long nanos) {
        return options.date() == null ? nanos : VenueDay.of(options.date(), options.zone()).epochNanos(nanos);
    }

    private int unknown(ItchFile file) {
        if (book.symbols().isEmpty()) {
            return refuse("no instrument is named in " + options.market() + " (" + file.messages() + " messages), expected ITCH 5.0");
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

    private int exit() {
        if (complained > TOLD) {
            complaints.println("book.sh: " + (complained - TOLD) + " more of these");
        }
        return complained == 0 ? PRINTED : IN_DOUBT;
    }
}
