package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.event.Absent;
import io.leakage.api.score.Discoveries;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Which orders of a desk are named leaking, as JSON:
 * <pre>  {"desk","rate","orders","threshold","discoveries":[{"id","symbol","side","evidence","works"},…]}</pre>
 * {@code threshold} is {@code null} when none is named.
 */
public final class DiscoveriesJson {
    private static final JsonFactory JSON = new JsonFactory();

    private DiscoveriesJson() {
    }

    /** {@return them as one line} */
    public static String of(Scorecard scorecard, Discoveries discoveries) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("desk", discoveries.desk());
            json.writeNumberField("rate", discoveries.rate());
            json.writeNumberField("orders", discoveries.orders());
            ScorecardJson.number(json, "threshold", discoveries.parents().isEmpty() ? Double.NaN : discoveries.threshold());
            json.writeArrayFieldStart("discoveries");
            ParentRow row = new ParentRow();
            for (int parent : discoveries.parents()) {
                if (scorecard.read(parent, row)) {
                    write(scorecard, row, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    private static void write(Scorecard scorecard, ParentRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Words.name(scorecard, NameKind.ORDER, row.order()));
        json.writeStringField("symbol", Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()));
        json.writeStringField("side", row.side().name());
        ScorecardJson.number(json, "evidence", row.value(Measure.EVIDENCE));
        json.writeBooleanField("works", row.endNanos() == Absent.LONG);
        json.writeEndObject();
    }
}
