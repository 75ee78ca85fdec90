package io.leakage.marketdata.feed;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A feed's configuration, checked: what is wrong is refused once, naming the field, its value and what was expected.
 *
 * @param name   the feed's name
 * @param live   where it comes from and whom it asks; null for a file
 * @param file   the recording; null for a live feed
 * @param format what the messages are; ITCH 5.0, DEEP or TOPS for a live feed
 * @param date   the day; null for a live feed that takes the day it is, and for a recording that says its day itself
 * @param zone   whose midnight times are counted from
 */
record FeedSettings(String name, LiveSettings live, Path file, FeedFormat format, LocalDate date, ZoneId zone) {
    /** Reads a configuration; every text may be padded. */
    static FeedSettings of(FeedConfig config) {
        String name = text(config.name());
        if (name.isEmpty()) {
            throw refused(name, "name", "", "a name that stays the same over restarts");
        }
        FeedFormat format = FeedFormat.named(text(config.format()));
        if (format == null) {
            throw refused(name, "format", config.format(), "one of " + FeedFormat.codes());
        }
        ZoneId zone = zone(name, text(config.zone()));
        LocalDate date = date(name, text(config.date()));
        return switch (text(config.transport())) {
            case "mold-udp", "soup-tcp", "iex-udp" -> live(name, config, format, date, zone);
            case "file" -> recording(name, config, format, date, zone);
            default -> throw refused(name, "transport", config.transport(), "mold-udp, iex-udp, soup-tcp or file");
        };
    }

    /** {@return the day that times belong to} */
    VenueDay day() {
        return date == null ? VenueDay.live(zone) : VenueDay.of(date, zone);
    }

    /** {@return how UDP packets are packed} */
    UdpFraming framing() {
        return switch (format) {
            case IEX_DEEP -> UdpFraming.IEX_DEEP;
            case IEX_TOPS -> UdpFraming.IEX_TOPS;
            default -> UdpFraming.MOLD;
        };
    }

    /** {@return the transport's name, as configured} */
    String transport() {
        return file != null ? "file" : live.server() != null ? "soup-tcp" : framing().transport();
    }

    private static FeedSettings live(String name, FeedConfig config, FeedFormat format, LocalDate date, ZoneId zone) {
        boolean iex = format == FeedFormat.IEX_DEEP || format == FeedFormat.IEX_TOPS;
        if (text(config.transport()).equals("iex-udp") && !iex) {
            throw refused(name, "format", config.format(), "iex-deep or iex-tops over iex-udp");
        }
        if (!text(config.transport()).equals("iex-udp") && format != FeedFormat.ITCH50) {
            throw refused(name, "format", config.format(), "itch50 over " + text(config.transport()));
        }
        return new FeedSettings(name, LiveConfig.of(name, config), null, format, date, zone);
    }

    private static FeedSettings recording(String name, FeedConfig config, FeedFormat format, LocalDate date, ZoneId zone) {
        if (date == null && !format.isDated()) {
            throw refused(name, "date", "", "the day of the recording, as in 2026-01-30");
        }
        try {
            Path file = Path.of(text(config.file()));
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw refused(name, "file", config.file(), "a file that can be read");
            }
            return new FeedSettings(name, null, file, format, date, zone);
        } catch (InvalidPathException e) {
            throw refused(name, "file", config.file(), "a path");
        }
    }

    private static LocalDate date(String name, String value) {
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw refused(name, "date", value, "year-month-day, as in 2026-01-30");
        }
    }

    private static ZoneId zone(String name, String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw refused(name, "zone", value, "a zone of the tz database, as in America/New_York");
        }
    }

    /** {@return without padding, empty for null} */
    static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** {@return what a configuration is refused with} */
    static IllegalArgumentException refused(String feed, String field, Object value, String expected) {
        return new IllegalArgumentException("leakage.market.feed '" + feed + "': " + field + " = '" + value + "', expected " + expected);
    }
}
