package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Verdicts as an array of JSON objects on a single line, oldest first; times are ISO 8601 in UTC. */
public final class VerdictJson {
    private static final JsonFactory JSON = new JsonFactory();

    private VerdictJson() {
    }

    /** {@return every verdict the scorecard keeps} */
    public static String of(Scorecard scorecard) {
        StringWriter text = new StringWriter(1_024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Verdict verdict : scorecard.verdicts()) {
                write(json, scorecard, verdict);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Scorecard scorecard, Verdict verdict) throws IOException {
        ParentRow row = new ParentRow();
        boolean known = scorecard.read(verdict.parent(), row);
        json.writeStartObject();
        json.writeStringField("time", Words.time(verdict.nanos()));
        json.writeStringField("parent", known ? scorecard.text(NameKind.ORDER, row.order()) : null);
        json.writeStringField("symbol", known ? scorecard.text(NameKind.INSTRUMENT, row.instrument()) : null);
        json.writeStringField("rules", verdict.rules());
        json.writeNumberField("version", verdict.version());
        json.writeStringField("rule", verdict.rule());
        json.writeStringField("grade", verdict.grade().name());
        json.writeBooleanField("fired", verdict.fired());
        list(json, "why", verdict.why());
        json.writeStringField("switchTo", verdict.switchTo().isEmpty() ? null : verdict.switchTo());
        json.writeStringField("mode", verdict.mode().isEmpty() ? null : verdict.mode());
        list(json, "vetoes", verdict.vetoes());
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
