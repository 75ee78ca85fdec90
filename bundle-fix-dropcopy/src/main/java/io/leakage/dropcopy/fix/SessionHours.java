package io.leakage.dropcopy.fix;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a session runs: daily {@code 03:30:00-20:15:00}, or weekly {@code SUN 18:00:00-FRI 17:00:00}.
 *
 * @param startDay  name of the day a weekly session begins, empty when it is daily
 * @param startTime {@code HH:MM:SS}
 * @param endDay    name of the day a weekly session ends, empty when it is daily
 * @param endTime   {@code HH:MM:SS}
 */
record SessionHours(String startDay, String startTime, String endDay, String endTime) {
    /** What may be said, for messages. */
    static final String FORMS = "HH:MM:SS-HH:MM:SS, or SUN HH:MM:SS-FRI HH:MM:SS, or nothing";
    private static final Pattern FORM = Pattern.compile("(?:([A-Z]{3}) )?([0-9:]{8})-(?:([A-Z]{3}) )?([0-9:]{8})");
    private static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** {@return the hours a text means, null when it means none} */
    static SessionHours of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group(1) == null) != (form.group(3) == null) || !isTime(form.group(2)) || !isTime(form.group(4))) {
            return null;
        }
        String startDay = form.group(1) == null ? "" : day(form.group(1));
        String endDay = form.group(3) == null ? "" : day(form.group(3));
        boolean known = startDay != null && endDay != null;
        return !known || startDay.equals(endDay) && form.group(2).equals(form.group(4)) ? null
                : new SessionHours(startDay, form.group(2), endDay, form.group(4));
    }

    /** {@return whether it runs over days} */
    boolean isWeekly() {
        return !startDay.isEmpty();
    }

    private static String day(String abbreviation) {
        return DAYS.stream().filter(day -> day.startsWith(abbreviation.toLowerCase(Locale.ROOT))).findFirst().orElse(null);
    }

    private static boolean isTime(String text) {
        try {
            return LocalTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
