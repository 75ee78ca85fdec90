package io.leakage.desk;

import io.leakage.core.engine.ReferenceFile;
import io.leakage.dropcopy.fix.FixScan;
import io.leakage.marketdata.feed.FeedFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What {@code replay.sh} was asked to do. Refuses what it cannot do with argument, value and what is allowed.
 *
 * @param market    recorded market data
 * @param feed      its format
 * @param orders    recorded drop copy
 * @param format    how the scorecards are printed
 * @param date      the venue's day, null when the FIX log shall tell
 * @param zone      the venue's time zone
 * @param parentTag tag of the parent's ClOrdID
 * @param cards     folder for a page, a text and JSON of each parent and CSV of all, null for none
 * @param league    the league table to print instead of scorecards, null for none
 * @param rules     the rules to judge the day by, printed instead of scorecards; null for none
 * @param footprints id of the order whose footprints to print instead of scorecards, null for none
 * @param reference what is known of the instruments apart from the day, null when nothing is
 * @param journal   an engine's journal directory, in place of market and orders; null for none
 * @param span      which part of a journal
 */
record ReplayOptions(Path market, FeedFormat feed, Path orders, Format format, LocalDate date, ZoneId zone, int parentTag,
        Path cards, LeagueChoice league, Path rules, String footprints, ReferenceFile reference, Path journal, ReplaySpan span) {
    /** How the scorecards are printed. */
    enum Format {
        /** A line a parent. */
        TEXT,
        /** One array, an object a parent. */
        JSON,
        /** A header, and a record a parent. */
        CSV
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static ReplayOptions of(String[] arguments) {
        Reading reading = new Reading();
        for (int i = 0; i < arguments.length; i += 2) {
            if ("--leagues".equals(arguments[i]) && (i + 1 == arguments.length || arguments[i + 1].startsWith("--"))) {
                reading.take(arguments[i--], LeagueChoice.USUAL);
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": a value must follow");
            }
            reading.take(arguments[i], arguments[i + 1]);
        }
        return reading.done();
    }

    /** The arguments so far. */
    private static final class Reading {
        private Path market;
        private Path orders;
        private FeedFormat feed;
        private Format format = Format.TEXT;
        private LocalDate date;
        private ZoneId zone = ZoneId.of("America/New_York");
        private int parentTag = FixScan.DEFAULT_PARENT_TAG;
        private Path cards;
        private LeagueChoice league;
        private Path rules;
        private String footprints;
        private ReferenceFile reference;
        private Path journal;
        private String from;
        private String to;

        void take(String name, String value) {
            switch (name) {
                case "--market" -> market = file(name, value);
                case "--orders" -> orders = file(name, value);
                case "--feed" -> feed = feed(value);
                case "--format" -> format = format(value);
                case "--date" -> date = date(value);
                case "--zone" -> zone = zone(value);
                case "--reference" -> reference = ReferenceFile.of(file(name, value));
                case "--parent-tag" -> parentTag = tag(value);
                case "--cards" -> cards = Path.of(value);
                case "--rules" -> rules = file(name, value);
                case "--leagues" -> league = LeagueChoice.of(value);
                case "--footprints" -> footprints = value;
                case "--journal" -> journal = journal(value);
                case "--from" -> from = value;
                case "--to" -> to = value;
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }

        ReplayOptions done() {
            if (league != null && format == Format.CSV) {
                throw new IllegalArgumentException("--leagues: as text or json, not as csv");
            }
            if (rules != null && (format == Format.CSV || league != null)) {
                throw new IllegalArgumentException("--rules: as text or json, not as csv, and without --leagues");
            }
            if (journal != null && (market != null || orders != null || reference != null || date != null || feed != null)) {
                throw new IllegalArgumentException("--journal: holds market data, orders and what is known of them; without --market,"
                        + " --orders, --feed, --date and --reference");
            }
            if (journal == null && (from != null || to != null)) {
                throw new IllegalArgumentException("--from and --to: of a --journal");
            }
            if (journal == null && (market == null || orders == null)) {
                throw new IllegalArgumentException("--market FILE and --orders FIXLOG are both needed, or --journal DIR");
            }
            return new ReplayOptions(market, feed != null || journal != null ? feed : detected(market), orders, format, date, zone,
                    parentTag, cards, league, rules, footprints, reference, journal, ReplaySpan.of(from, to, zone));
        }

        private static Path journal(String value) {
            Path directory = Path.of(value);
            if (!Files.isDirectory(directory.resolve("events"))) {
                throw new IllegalArgumentException("--journal: an engine's journal directory, with events in it, got " + value);
            }
            return directory;
        }

        private static FeedFormat feed(String value) {
            FeedFormat feed = FeedFormat.named(value);
            if (feed == null) {
                throw new IllegalArgumentException("--feed: one of " + FeedFormat.codes() + ", got \"" + value + "\"");
            }
            return feed;
        }

        private static FeedFormat detected(Path market) {
            try {
                FeedFormat feed = FeedFormat.of(market);
                if (feed != null) {
                    return feed;
                }
            } catch (IOException e) {
                throw new IllegalArgumentException("--market: a recording that can be read, got " + market + " (" + e.getMessage() + ")",
                        e);
            }
            throw new IllegalArgumentException(market + " tells its format neither by its first bytes nor by its name: say --feed with one"
                    + " of " + FeedFormat.codes());
        }

        private static Path file(String name, String value) {
            Path file = Path.of(value);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new IllegalArgumentException(name + ": a file that can be read, got " + value);
            }
            return file;
        }

        private static Format format(String value) {
            for (Format format : Format.values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return format;
                }
            }
            throw new IllegalArgumentException("--format: text, json or csv, got \"" + value + "\"");
        }

        private static LocalDate date(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("--date: YYYY-MM-DD, got \"" + value + "\"", e);
            }
        }

        private static ZoneId zone(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("--zone: a time zone such as America/New_York, got \"" + value + "\"", e);
            }
        }

        private static int tag(String value) {
            try {
                int tag = Integer.parseInt(value);
                if (tag > 0) {
                    return tag;
                }
            } catch (NumberFormatException e) {
                // told below, like a tag that is not positive
            }
            throw new IllegalArgumentException("--parent-tag: a FIX tag, got \"" + value + "\"");
        }
    }
}
