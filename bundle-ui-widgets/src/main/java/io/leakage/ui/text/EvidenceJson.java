package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The evidence behind an order's grade as JSON:
 * <pre>  {"parent","symbol","side","grade","evidence","oneIn","status","flags","horizons":[{"horizon","crowded","disturbed","unmatched",
 *   "all":{"footprints","response","placebo","excess","lo","hi","bet"},"unfilled":{…}},…],"measures":{"leak_cost":{…},…},"replay":{…},
 *   "verdict":{"time","rules","version","rule","grade"},"footprints":{"shown","dropped","version","seed","journalPosition","looks":[{"time",
 *   "child","kinds","horizon","fate","response","placebo","rank","evidence","widened","placebos":[{"time","move"},…]},…]}}</pre>
 * Numbers are not rounded; what is not there is {@code null}. An immutable value; any thread.
 */
public final class EvidenceJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EvidenceJson() {
    }

    /** {@return the evidence in this row} */
    public static String of(Scorecard scorecard, ParentRow row) {
        StringWriter text = new StringWriter(4_096);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("parent", Words.name(scorecard, NameKind.ORDER, row.order()));
            json.writeStringField("symbol", Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()));
            json.writeStringField("side", row.side().name());
            json.writeStringField("grade", row.grade().name());
            evidence(row, json);
            horizons(row, json);
            measures(row, json);
            replay(row, json);
            FootprintsJson.write(scorecard, row, scorecard.evidence(row.number()), json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void evidence(ParentRow row, JsonGenerator json) throws IOException {
        double evidence = row.value(Measure.EVIDENCE);
        ScorecardJson.number(json, "evidence", evidence);
        ScorecardJson.number(json, "oneIn", row.status(Measure.EVIDENCE) == Status.SUPPRESSED ? Double.NaN : Math.max(1, Math.floor(evidence)));
        json.writeStringField("status", row.status(Measure.EVIDENCE).name());
        ScorecardJson.flags(json, row.flags(Measure.EVIDENCE));
    }

    private static void horizons(ParentRow row, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("horizons");
        for (int i = Horizon.AFTER_10MS.ordinal(); i <= Horizon.AFTER_10S.ordinal(); i++) {
            String id = Horizon.at(i).id();
            json.writeStartObject();
            json.writeStringField("horizon", id);
            number(json, "crowded", row, "crowded_" + id);
            number(json, "disturbed", row, "disturbed_" + id);
            number(json, "unmatched", row, "unmatched_" + id);
            family(row, json, "all", id, Words.measure("leak_" + id));
            family(row, json, "unfilled", "unfilled_" + id, Words.measure("signal_" + id));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void family(ParentRow row, JsonGenerator json, String name, String id, Measure excess) throws IOException {
        json.writeObjectFieldStart(name);
        number(json, "footprints", row, "footprints_" + id);
        number(json, "response", row, "response_" + id);
        number(json, "placebo", row, "placebo_" + id);
        ScorecardJson.number(json, "excess", row.value(excess));
        ScorecardJson.number(json, "lo", row.lo(excess));
        ScorecardJson.number(json, "hi", row.hi(excess));
        number(json, "bet", row, "bet_" + id);
        json.writeEndObject();
    }

    private static void measures(ParentRow row, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("measures");
        for (int i = Measure.LEAK_COST.ordinal(); i <= Measure.DRIFT_REST.ordinal(); i++) {
            Measure measure = Measure.at(i);
            json.writeObjectFieldStart(measure.id());
            ScorecardJson.number(json, "value", row.value(measure));
            json.writeStringField("unit", measure.unit().symbol());
            ScorecardJson.number(json, "lo", row.lo(measure));
            ScorecardJson.number(json, "hi", row.hi(measure));
            json.writeStringField("status", row.status(measure).name());
            ScorecardJson.flags(json, row.flags(measure));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** From what the same can be computed again. */
    private static void replay(ParentRow row, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("replay");
        json.writeNumberField("instrument", row.instrument());
        ScorecardJson.whole(json, "marketSequence", row.marketSequence());
        ScorecardJson.whole(json, "orderSequence", row.orderSequence());
        json.writeNumberField("version", row.version());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String field, ParentRow row, String input) throws IOException {
        ScorecardJson.number(json, field, row.input(Input.named(input)));
    }
}
