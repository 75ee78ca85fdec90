package io.leakage.desk;

import io.leakage.api.event.Absent;
import io.leakage.marketdata.feed.FeedFormat;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code book.sh} was asked for.
 *
 * @param market      the recording
 * @param feed        its format, null when the file shall tell
 * @param symbol      whose book
 * @param levels      price levels a side
 * @param atNanos     nanoseconds since midnight; {@link Absent#LONG} for the end of the recording
 * @param everyChange whether each change is printed
 * @param date        the recording's day, null when times stay nanoseconds since midnight
 * @param zone        whose midnight
 */
record BookOptions(Path market, FeedFormat feed, String symbol, int levels, long atNanos, boolean everyChange, LocalDate date,
        ZoneId zone) {
    static final String HELP = """
            Prints the order book of one symbol out of a recorded day, as CSV.

              features/book.sh --market FILE --symbol S [--feed NAME] [--levels N] [--at TIME | --every-change]
                               [--date D] [--zone Z]

              --market FILE   a recording; what gzip or zstd packed is unpacked
              --feed NAME     its format, where neither its first bytes nor its name tell:
            FORMATS
              --symbol S      the symbol, as the venue writes it (AAPL)
              --levels N      at most N price levels a side (default: all)
              --at TIME       the book after the last message at or before TIME, venue time: 09:30:00, 09:30:00.000000001
                              or nanoseconds since midnight (default: the book after the last message)
              --every-change  the book after every message that changed what is printed
              --date D        the recording's day (2020-01-30): time_ns then counts from 1970-01-01 UTC instead of midnight
              --zone Z        the zone of the venue's midnight (default America/New_York)

            iex, dbn and lobster recordings say their day themselves; their time_ns always counts from 1970-01-01 UTC.
            A feed of levels has no orders (0) unless it counts them; one of quotes has one level.

            Columns: time_ns (of the message the book is printed after), seq (that message's number in the file, from 1),
            side (B bids, then S offers), level (1 is the best), price (at least two decimals), shares, orders.
            A side without orders has no line.

            Exit: 0 printed; 1 not printed (no such file, no such symbol, no messages); 2 wrong arguments;
            3 printed, but parts of the file could not be read or did not fit the book: stderr says where.
            """.replace("FORMATS", FeedFormat.help("                  "));

    /** Reads the command line. Throws {@link IllegalArgumentException} naming argument, value and what was expected. */
    static BookOptions of(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        Path market = null;
        FeedFormat feed = null;
        String symbol = null;
        int levels = Integer.MAX_VALUE;
        long at = Absent.LONG;
        boolean everyChange = false;
        LocalDate date = null;
        ZoneId zone = ZoneId.of("America/New_York");
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--market" -> market = Path.of(value(option, rest));
                case "--feed" -> feed = feed(value(option, rest));
                case "--symbol" -> symbol = value(option, rest).strip();
                case "--levels" -> levels = levels(value(option, rest));
                case "--at" -> at = time(value(option, rest));
                case "--every-change" -> everyChange = true;
                case "--date" -> date = date(value(option, rest));
                case "--zone" -> zone = zone(value(option, rest));
                default -> throw refused("argument", option,
                        "--market, --feed, --symbol, --levels, --at, --every-change, --date, --zone or --help");
            }
        }
        if (market == null || symbol == null || symbol.isEmpty()) {
            throw refused(market == null ? "--market" : "--symbol", "", market == null ? "a file" : "a symbol");
        }
        if (everyChange && at != Absent.LONG) {
            throw refused("--every-change", "with --at", "one of the two");
        }
        return new BookOptions(market, feed, symbol, levels, at, everyChange, date, zone);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw refused(option, "", "a value behind it");
        }
        return rest.pop();
    }

    private static FeedFormat feed(String text) {
        FeedFormat feed = FeedFormat.named(text);
        if (feed == null) {
            throw refused("--feed", text, "one of " + FeedFormat.codes());
        }
        return feed;
    }

    private static int levels(String text) {
        try {
            int levels = Integer.parseInt(text);
            if (levels > 0) {
                return levels;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw refused("--levels", text, "a number from 1");
    }

    private static long time(String text) {
        try {
            return text.contains(":") ? LocalTime.parse(text).toNanoOfDay() : Long.parseUnsignedLong(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw refused("--at", text, "HH:MM:SS[.fraction] or nanoseconds since midnight");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("--date", text, "year-month-day, as in 2020-01-30");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw refused("--zone", text, "a zone of the tz database, as in America/New_York");
        }
    }

    private static IllegalArgumentException refused(String what, String value, String expected) {
        return new IllegalArgumentException(what + " '" + value + "', expected " + expected);
    }
}
