package io.leakage.archive.query;

import io.leakage.archive.depot.Depot;
import io.leakage.archive.depot.Depots;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What {@code query.sh} was asked.
 *
 * @param archive  where it is
 * @param region   of a bucket
 * @param endpoint of a store that is not Amazon's, empty for Amazon's
 * @param cache    folder for what is fetched from a bucket
 * @param format   how the answer is printed
 * @param from     first day, null for all
 * @param to       last day, null for all
 * @param check    whether files are checked instead
 * @param sql      the question, null when files are checked
 */
record QueryOptions(String archive, String region, String endpoint, String cache, Format format, LocalDate from, LocalDate to,
        boolean check, String sql) {
    Depot depot() {
        return Depots.at(archive, region, endpoint, cache);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static QueryOptions of(String[] arguments) {
        Reading reading = new Reading();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                reading.ask(arguments[i]);
            } else if ("--check".equals(arguments[i])) {
                reading.check = true;
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": a value must follow");
            } else {
                reading.take(arguments[i], arguments[++i]);
            }
        }
        return reading.done();
    }

    /** The arguments so far. */
    private static final class Reading {
        private String archive = "archive";
        private String region = "us-east-1";
        private String endpoint = "";
        private String cache = "archive-cache";
        private Format format = Format.TEXT;
        private LocalDate from;
        private LocalDate to;
        private boolean check;
        private String sql;

        void ask(String text) {
            if (sql != null) {
                throw new IllegalArgumentException("one SQL statement between quotes, got another: " + text);
            }
            sql = text;
        }

        void take(String name, String value) {
            switch (name) {
                case "--archive" -> archive = value;
                case "--region" -> region = value;
                case "--endpoint" -> endpoint = value;
                case "--cache" -> cache = value;
                case "--format" -> format = format(value);
                case "--from" -> from = date(name, value);
                case "--to" -> to = date(name, value);
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }

        QueryOptions done() {
            if (check == (sql != null)) {
                throw new IllegalArgumentException("either 'SQL' or --check");
            }
            return new QueryOptions(archive, region, endpoint, cache, format, from, to, check, sql);
        }

        private static Format format(String value) {
            try {
                return Format.valueOf(value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--format: text, csv or json, got \"" + value + "\"", e);
            }
        }

        private static LocalDate date(String name, String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + ": a day as YYYY-MM-DD, got \"" + value + "\"", e);
            }
        }
    }
}
