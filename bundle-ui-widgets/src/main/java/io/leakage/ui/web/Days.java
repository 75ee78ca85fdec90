package io.leakage.ui.web;

import io.leakage.api.score.ParentRow;
import io.leakage.api.score.PastDays;
import io.leakage.api.score.PastReading;
import io.leakage.ui.text.DaysJson;
import io.leakage.ui.text.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which days a request asks of: {@code date=}, or {@code from=} and {@code to=}, each as {@code 2026-11-27} or {@code today}; without any
 * it asks of now. A day that was not read yet is waited for, {@value #USUAL_SECONDS} seconds or what {@code Prefer: wait=} says up to
 * {@value #MOST_SECONDS}, by a few callers at a time; who does not get it by then is told how far it is, and the number of the run: who asks
 * again with {@code run=} is told when that run failed, and nobody else is.
 */
final class Days {
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 30;
    private static final int MOST_WAITING = 16;
    private static final int MOST_DAYS = 366;
    private static final String A_DAY = "a day such as 2026-11-27, or today";
    private static final Set<String> DATED = Set.of("orders", "fills", "order", "evidence", "series", "explain", "verdicts",
            "discoveries", "leagues");
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");

    private final Supplier<PastDays> past;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** @param past null while nobody reads any */
    Days(Supplier<PastDays> past) {
        this.past = past;
    }

    /**
     * What a request asks of.
     *
     * @param past    null while nobody reads any
     * @param reading null where it asks of now
     */
    record Chosen(PastDays past, LocalDate from, LocalDate to, PastReading reading) {
        boolean isLive() {
            return reading == null;
        }

        boolean isUnderWay() {
            return reading != null && !reading.isThere();
        }

        /** {@return whether these days are over and this order is of them: what is remembered of live orders only is not told of it} */
        boolean isPast(ParentRow row) {
            LocalDate day = isLive() ? null : PastDays.day(row, past.zone());
            return day != null && day.isBefore(past.today());
        }

        /** {@return for a person of which days it is and as of when, empty where it is of now} */
        String remark() {
            String asOf = isLive() ? null : Words.time(reading.asOfNanos());
            return isLive() ? "" : "Of " + from + (from.equals(to) ? "" : " to " + to) + (asOf == null ? "" : ", as of " + asOf);
        }

        /** {@return what stands behind a file's name} */
        String span() {
            return isLive() ? "" : "-" + from + (from.equals(to) ? "" : "-" + to);
        }

        /** {@return the days there are} */
        String json() {
            return DaysJson.of(past);
        }
    }

    /** {@return what is asked of, read as far as it could be by now} */
    Chosen choose(List<String> path, HttpServletRequest request) throws Problem {
        PastDays days = past.get();
        String date = request.getParameter("date");
        String from = request.getParameter("from");
        String to = request.getParameter("to");
        if (!isDated(path) || date == null && from == null && to == null) {
            return new Chosen(days, null, null, null);
        }
        if (date != null && (from != null || to != null)) {
            throw Problem.parameter("date", date, "date alone, or from and to");
        }
        if (date == null && from == null) {
            throw Problem.parameter("from", "", A_DAY);
        }
        if (days == null || days.today() == null) {
            check(date == null ? "from" : "date", date == null ? from : date);
            throw Problem.noDay(false, "no past days are known here" + (days == null ? "" : " yet: no time was told"), null, null);
        }
        return date != null ? read(days, day("date", date, days), day("date", date, days), request)
                : range(days, from, to == null ? "today" : to, request);
    }

    private static boolean isDated(List<String> path) {
        return "v1".equals(path.get(0)) ? path.size() > 1 && DATED.contains(path.get(1)) : "scorecard".equals(path.get(path.size() - 1));
    }

    private Chosen range(PastDays days, String from, String to, HttpServletRequest request) throws Problem {
        LocalDate first = day("from", from, days);
        LocalDate last = day("to", to, days);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.parameter("to", to, "a day from " + first + " to " + first.plusDays(MOST_DAYS - 1));
        }
        return read(days, first, last, request);
    }

    private Chosen read(PastDays days, LocalDate from, LocalDate to, HttpServletRequest request) throws Problem {
        check(days, from, to);
        boolean mayWait = waiting.tryAcquire();
        try {
            PastReading reading = days.read(from, to, mayWait ? 1_000L * seconds(request) : 0, run(request));
            if (!reading.failure().isEmpty()) {
                throw Problem.unavailable("the days asked for cannot be read now: " + reading.failure());
            }
            return new Chosen(days, from, to, reading);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("the service stops");
        } finally {
            if (mayWait) {
                waiting.release();
            }
        }
    }

    /** {@return the run that the asker was told of before, 0 for none} */
    private static long run(HttpServletRequest request) throws Problem {
        String run = request.getParameter("run");
        if (run != null && !run.matches("\\d{1,18}")) {
            throw Problem.parameter("run", run, "the number that an answer 202 told");
        }
        return run == null ? 0 : Long.parseLong(run);
    }

    private static void check(PastDays days, LocalDate from, LocalDate to) throws Problem {
        NavigableSet<LocalDate> known = days.days();
        String first = known.isEmpty() ? null : known.first().toString();
        String today = String.valueOf(days.today());
        if (to.isAfter(days.today())) {
            throw Problem.noDay(false, to + " is still to come; today is " + today, first, today);
        }
        if (days.gaveUp() && !known.isEmpty() && from.isBefore(known.first())) {
            throw Problem.noDay(true, "what was before " + first + " is no longer kept; there are days from " + first + " to " + today,
                    first, today);
        }
        if (known.subSet(from, true, to, true).isEmpty()) {
            throw Problem.noDay(false, "nothing was recorded" + (from.equals(to) ? " on " + from : " from " + from + " to " + to)
                    + "; there are days from " + first + " to " + today, first, today);
        }
    }

    private static LocalDate day(String parameter, String text, PastDays days) throws Problem {
        check(parameter, text);
        return "today".equals(text) ? days.today() : LocalDate.parse(text);
    }

    private static void check(String parameter, String text) throws Problem {
        try {
            if (!"today".equals(text) && LocalDate.parse(text).getYear() > 9999) {
                throw new DateTimeException(text);
            }
        } catch (DateTimeException noDay) {
            throw Problem.parameter(parameter, text, A_DAY);
        }
    }

    /** RFC 7240. */
    private static int seconds(HttpServletRequest request) {
        String prefer = request.getHeader("Prefer");
        if (prefer == null) {
            return USUAL_SECONDS;
        }
        Matcher wait = WAIT.matcher(prefer);
        return wait.find() ? Math.min(MOST_SECONDS, Integer.parseInt(wait.group(1))) : prefer.contains("respond-async") ? 0 : USUAL_SECONDS;
    }

    /** Says how far the run is, and when to ask again. */
    static void underWay(Chosen chosen, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Retry-After", "2");
        response.setHeader("Leakage-Run", Long.toString(chosen.reading.run()));
        Answer.json(response, DaysJson.underWay(chosen.from, chosen.to, chosen.reading.progress(), chosen.reading.run()));
    }

    /** Says of what an answer is. */
    static void tell(Chosen chosen, HttpServletResponse response) {
        if (!chosen.isLive()) {
            response.setHeader("Leakage-Days", chosen.from.equals(chosen.to) ? chosen.from.toString() : chosen.from + "/" + chosen.to);
            String asOf = Words.time(chosen.reading.asOfNanos());
            response.setHeader("Leakage-As-Of", asOf == null ? "" : asOf);
            if (!chosen.reading.journal().isEmpty()) {
                response.setHeader("Leakage-Journal", chosen.reading.journal() + " " + chosen.reading.position());
            }
        }
    }
}
