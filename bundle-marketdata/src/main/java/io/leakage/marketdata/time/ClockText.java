package io.leakage.marketdata.time;

import io.leakage.api.event.Absent;
import io.leakage.api.health.ClockReport;
import java.util.Locale;

/** The evidence page as plain text, in the order of EU 2017/574, article 4: state, uncertainty, stamping points, divergence, history. */
final class ClockText {
    private final StringBuilder text = new StringBuilder();

    private ClockText() {
    }

    /** {@return the page, lines of up to 140 characters} */
    static String of(ClockReport report) {
        ClockText page = new ClockText();
        page.state(report);
        page.budget(report);
        page.stampingPoints(report);
        page.days(report);
        page.history(report);
        return page.text.toString();
    }

    private void state(ClockReport report) {
        line("Clock at %s: %s, %s", EventTime.text(report.epochNanos(), report.uncertaintyNanos()), report.state(),
                report.traceable() ? "traceable to UTC" : "no traceability to UTC is claimed");
        line("  %s", report.why());
        line("  source            %s%s", report.grandmaster().isEmpty() ? "none" : report.grandmaster(),
                report.clockClass() < 0 ? "" : " of class " + report.clockClass());
        line("  offset            %s, measured %s ago", nanos(report.offsetNanos()), nanos(report.ageNanos()));
        line("  TAI-UTC           %d s, certain until %s", report.taiMinusUtc(), EventTime.text(report.leapList(), Absent.LONG));
    }

    private void budget(ClockReport report) {
        line("Uncertainty: %s", report.budget().isEmpty() ? "nothing bounds it" : "at most " + nanos(report.uncertaintyNanos()));
        report.budget().forEach(term -> line("  %-17s %16s  %s", term.name(), nanos(term.nanos()), term.origin()));
    }

    private void stampingPoints(ClockReport report) {
        line("Stamping points for receive times, best first, measured over loopback:");
        report.stampingPoints().forEach(point -> line("  %-17s median %s, p99.9 %s, of %d packets", point.source(),
                nanos(point.medianNanos()), nanos(point.p999Nanos()), point.samples()));
    }

    private void days(ClockReport report) {
        line("Largest divergence, by UTC day since the start:");
        report.days().forEach(day -> line("  %-17s offset %s%s, uncertainty %s, unbounded in %d of %d looks", day.date(),
                nanos(day.offsetNanos()), day.offsetAt() == Absent.LONG ? "" : " at " + EventTime.text(day.offsetAt(), Absent.LONG),
                nanos(day.uncertaintyNanos()), day.unbounded(), day.looks()));
    }

    private void history(ClockReport report) {
        line("States since the start:");
        report.history().forEach(change -> line("  %s  %-11s %s", EventTime.text(change.epochNanos(), Absent.LONG), change.state(),
                change.why()));
    }

    private static String nanos(long nanos) {
        return nanos == Absent.LONG ? "unknown" : String.format(Locale.ROOT, "%,d ns", nanos);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
