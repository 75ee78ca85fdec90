package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.health.CopyState;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Drop copies as an array of JSON objects, times in nanoseconds; and the orders that no parent was found for. */
final class CopyJson {
    private CopyJson() {
    }

    static void write(JsonGenerator json, List<CopyState> copies) throws IOException {
        json.writeArrayFieldStart("dropCopies");
        for (CopyState copy : copies) {
            json.writeStartObject();
            copy(json, copy);
            counts(json, copy);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void unassigned(JsonGenerator json, Scorecard scorecard) throws IOException {
        ParentRow row = new ParentRow();
        json.writeArrayFieldStart("unassigned");
        for (int parent : scorecard.unassigned()) {
            if (scorecard.read(parent, row)) {
                json.writeStartObject();
                json.writeStringField("id", scorecard.text(NameKind.ORDER, row.order()));
                json.writeStringField("instrument", scorecard.text(NameKind.INSTRUMENT, row.instrument()));
                json.writeStringField("side", row.side().name().toLowerCase(Locale.ROOT));
                json.writeNumberField("executed", row.executed());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void copy(JsonGenerator json, CopyState copy) throws IOException {
        json.writeStringField("name", copy.name());
        json.writeStringField("condition", copy.condition().name().toLowerCase(Locale.ROOT));
        json.writeStringField("trouble", copy.trouble());
        json.writeStringField("lastMessage", Words.time(copy.lastMessageNanos()));
        ScorecardJson.whole(json, "ageNanos", copy.ageNanos());
        json.writeNumberField("expectedSequence", copy.expectedSequence());
        ScorecardJson.whole(json, "gapFrom", copy.gapFrom());
        ScorecardJson.whole(json, "gapTo", copy.gapTo());
    }

    private static void counts(JsonGenerator json, CopyState copy) throws IOException {
        json.writeNumberField("gaps", copy.gaps());
        json.writeNumberField("resends", copy.resends());
        json.writeNumberField("gapFills", copy.gapFills());
        json.writeNumberField("nothingThere", copy.nothingThere());
        json.writeNumberField("epochs", copy.epochs());
        json.writeNumberField("duplicates", copy.duplicates());
        json.writeNumberField("possDups", copy.possDups());
        json.writeNumberField("possResends", copy.possResends());
        json.writeNumberField("repeated", copy.repeated());
        json.writeNumberField("silences", copy.silences());
        json.writeNumberField("drops", copy.drops());
        json.writeNumberField("delivered", copy.delivered());
        json.writeNumberField("ignored", copy.ignored());
        json.writeNumberField("quarantined", copy.quarantined());
        json.writeNumberField("failures", copy.failures());
        json.writeNumberField("spilled", copy.spilled());
        json.writeNumberField("rejected", copy.rejected());
        json.writeNumberField("late", copy.late());
        json.writeNumberField("innerGaps", copy.innerGaps());
        json.writeNumberField("innerMissing", copy.innerMissing());
        json.writeObjectFieldStart("byType");
        for (Map.Entry<String, Long> type : copy.byType().entrySet()) {
            json.writeNumberField(type.getKey(), type.getValue());
        }
        json.writeEndObject();
    }
}
