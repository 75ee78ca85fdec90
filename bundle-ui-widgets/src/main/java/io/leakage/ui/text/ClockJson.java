package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.health.ClockReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The clock's evidence as JSON on a single line; {@code null} for what is not known. Times are ISO 8601, spans nanoseconds. */
public final class ClockJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ClockJson() {
    }

    /** {@return the whole report} */
    public static String of(ClockReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            state(json, report);
            list(json, "budget", report.budget(), ClockJson::term);
            list(json, "stampingPoints", report.stampingPoints(), ClockJson::stampingPoint);
            list(json, "days", report.days(), ClockJson::day);
            list(json, "history", report.history(), ClockJson::change);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    private static void state(JsonGenerator json, ClockReport report) throws IOException {
        json.writeStringField("time", Words.time(report.epochNanos()));
        json.writeStringField("state", report.state().name());
        ScorecardJson.whole(json, "uncertaintyNanos", report.uncertaintyNanos());
        json.writeBooleanField("traceable", report.traceable());
        json.writeStringField("why", report.why());
        ScorecardJson.whole(json, "offsetNanos", report.offsetNanos());
        ScorecardJson.whole(json, "ageNanos", report.ageNanos());
        json.writeStringField("source", report.grandmaster().isEmpty() ? null : report.grandmaster());
        if (report.clockClass() < 0) {
            json.writeNullField("clockClass");
        } else {
            json.writeNumberField("clockClass", report.clockClass());
        }
        json.writeNumberField("taiMinusUtcSeconds", report.taiMinusUtc());
        json.writeStringField("leapSecondsCertainUntil", Words.time(report.leapList()));
    }

    private static void term(JsonGenerator json, ClockReport.Term term) throws IOException {
        json.writeStringField("name", term.name());
        json.writeNumberField("nanos", term.nanos());
        json.writeStringField("origin", term.origin());
    }

    private static void stampingPoint(JsonGenerator json, ClockReport.StampingPoint point) throws IOException {
        json.writeStringField("source", point.source());
        json.writeNumberField("medianNanos", point.medianNanos());
        json.writeNumberField("p999Nanos", point.p999Nanos());
        json.writeNumberField("samples", point.samples());
    }

    private static void day(JsonGenerator json, ClockReport.Day day) throws IOException {
        json.writeStringField("date", day.date());
        ScorecardJson.whole(json, "offsetNanos", day.offsetNanos());
        json.writeStringField("offsetAt", Words.time(day.offsetAt()));
        ScorecardJson.whole(json, "uncertaintyNanos", day.uncertaintyNanos());
        json.writeNumberField("looks", day.looks());
        json.writeNumberField("unbounded", day.unbounded());
    }

    private static void change(JsonGenerator json, ClockReport.Change change) throws IOException {
        json.writeStringField("time", Words.time(change.epochNanos()));
        json.writeStringField("state", change.state().name());
        json.writeStringField("why", change.why());
    }

    private static <T> void list(JsonGenerator json, String name, List<T> values, Entry<T> entry) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            entry.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private interface Entry<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
