package io.leakage.marketdata.feed;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A feed's configuration, checked: what is wrong is refused once, naming the field, its value and what was expected.
 *
 * @param name    the feed's name
 * @param address where UDP comes in; null for a file
 * @param port    UDP port
 * @param network where a multicast group is joined; null for unicast and files
 * @param file    the recording; null for UDP
 * @param date    the day; null for a live feed that takes the day it is
 * @param zone    whose midnight times are counted from
 */
record FeedSettings(String name, InetAddress address, int port, NetworkInterface network, Path file, LocalDate date, ZoneId zone) {
    /** Reads a configuration; every text may be padded. */
    static FeedSettings of(FeedConfig config) {
        String name = text(config.name());
        if (name.isEmpty()) {
            throw refused(name, "name", "", "a name that stays the same over restarts");
        }
        if (!text(config.format()).equals("itch50")) {
            throw refused(name, "format", config.format(), "itch50");
        }
        ZoneId zone = zone(name, text(config.zone()));
        LocalDate date = date(name, text(config.date()));
        return switch (text(config.transport())) {
            case "mold-udp" -> udp(name, config, date, zone);
            case "file" -> recording(name, config, date, zone);
            default -> throw refused(name, "transport", config.transport(), "mold-udp or file");
        };
    }

    /** {@return the day that times belong to} */
    VenueDay day() {
        return date == null ? VenueDay.live(zone) : VenueDay.of(date, zone);
    }

    private static FeedSettings udp(String name, FeedConfig config, LocalDate date, ZoneId zone) {
        if (config.port() < 1 || config.port() > 65_535) {
            throw refused(name, "port", config.port(), "1 to 65535");
        }
        InetAddress address = address(name, text(config.address()));
        NetworkInterface network = address.isMulticastAddress() ? network(name, text(config.interface$())) : null;
        return new FeedSettings(name, address, config.port(), network, null, date, zone);
    }

    private static FeedSettings recording(String name, FeedConfig config, LocalDate date, ZoneId zone) {
        if (date == null) {
            throw refused(name, "date", "", "the day of the recording, as in 2026-01-30");
        }
        try {
            Path file = Path.of(text(config.file()));
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw refused(name, "file", config.file(), "a file that can be read");
            }
            return new FeedSettings(name, null, 0, null, file, date, zone);
        } catch (InvalidPathException e) {
            throw refused(name, "file", config.file(), "a path");
        }
    }

    private static InetAddress address(String name, String value) {
        try {
            if (!value.isEmpty()) {
                return InetAddress.getByName(value);
            }
        } catch (UnknownHostException e) {
            // told below
        }
        throw refused(name, "address", value, "a multicast group or an address of this machine, as in 239.1.2.3 or 127.0.0.1");
    }

    private static NetworkInterface network(String name, String value) {
        try {
            NetworkInterface network = NetworkInterface.getByName(value);
            if (network == null && !value.isEmpty()) {
                network = NetworkInterface.getByInetAddress(InetAddress.getByName(value));
            }
            if (network != null) {
                return network;
            }
        } catch (SocketException | UnknownHostException e) {
            // told below
        }
        throw refused(name, "interface", value, "for a multicast group one of " + networks());
    }

    private static String networks() {
        try {
            return NetworkInterface.networkInterfaces().map(NetworkInterface::getName).sorted().toList().toString();
        } catch (SocketException e) {
            return "this machine's network interfaces";
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

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static IllegalArgumentException refused(String feed, String field, Object value, String expected) {
        return new IllegalArgumentException("leakage.market.feed '" + feed + "': " + field + " = '" + value + "', expected " + expected);
    }
}
