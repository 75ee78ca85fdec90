package io.leakage.kafka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A topic that is read into the front door.
 *
 * @param name     the source's, stable over restarts
 * @param topic    which topic
 * @param protocol what its messages are
 * @param settings what the protocol wants to know
 * @param group    under which offsets are kept, {@code group.id}
 */
record TopicSource(String name, String topic, String protocol, Map<String, String> settings, String group) {
    /** Checks the names. */
    TopicSource {
        require(name != null && name.matches("[A-Za-z0-9._-]{1,64}"), "name", name, "1 to 64 letters, digits, dots, dashes, underscores");
        require(topic != null && topic.matches("[A-Za-z0-9._-]{1,249}"), "topic", topic, "a topic's name");
        require(protocol != null && !protocol.isBlank(), "protocol", protocol, "fix, itch50 or mold-udp");
        require(group != null && !group.isBlank(), "group", group, "a name");
        settings = Map.copyOf(settings);
    }

    /** {@return the source of one partition: with more than one, each is a source of its own} */
    String partition(int partition, int of) {
        return of == 1 ? name : name + "." + partition;
    }

    /**
     * {@return when the venue's day began, milliseconds since the epoch; the day is that of {@code date} where the settings have one}
     *
     * @param now milliseconds since the epoch
     */
    long dayBegan(long now) {
        try {
            ZoneId zone = ZoneId.of(settings.getOrDefault("zone", "America/New_York"));
            LocalDate day = settings.containsKey("date") ? LocalDate.parse(settings.get("date"))
                    : Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
            return day.atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone and date: a zone and a day, got " + settings, e);
        }
    }

    /** {@return {@code key=value} lines as a map} */
    static Map<String, String> settings(String[] lines) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            require(equals > 0, "settings", line, "key=value");
            settings.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
        }
        return settings;
    }

    private static void require(boolean holds, String field, String value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": " + allowed + ", got \"" + value + "\"");
        }
    }
}
