package io.leakage.dropcopy.profile;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a venue's trading day ends, on every day of the week: orders of the day that are not over by then expire.
 *
 * @param at   the hour
 * @param zone the zone it is meant in
 */
public record DayEnd(LocalTime at, ZoneId zone) {
    /**
     * Reads one, such as {@code 17:00:00 America/Chicago}.
     *
     * @return null of an empty text: no calendar ends an order
     * @throws IllegalArgumentException with what is allowed
     */
    static DayEnd of(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] parts = text.split(" +");
        try {
            if (parts.length == 2) {
                return new DayEnd(LocalTime.parse(parts[0]), ZoneId.of(parts[1]));
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new IllegalArgumentException("nothing, or hour and zone such as 17:00:00 America/Chicago");
    }
}
