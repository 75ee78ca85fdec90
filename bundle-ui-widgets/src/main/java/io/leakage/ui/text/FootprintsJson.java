package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.EvidenceCard;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Verdict;
import java.io.IOException;
import java.util.List;

/** The footprints behind an order's evidence, the rule that fired last, and from what they can be computed again, inside a JSON object. */
final class FootprintsJson {
    private FootprintsJson() {
    }

    static void write(Scorecard scorecard, ParentRow row, EvidenceCard card, JsonGenerator json) throws IOException {
        verdict(scorecard, row, json);
        if (card == null) {
            json.writeNullField("footprints");
            return;
        }
        json.writeObjectFieldStart("footprints");
        json.writeNumberField("shown", card.footprints());
        json.writeNumberField("dropped", card.dropped());
        json.writeStringField("version", card.version());
        json.writeStringField("seed", Long.toHexString(card.seed()));
        json.writeNumberField("journalPosition", card.position());
        json.writeArrayFieldStart("looks");
        for (EvidenceCard.Look look : card.looks()) {
            look(look, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The newest that fired, {@code null} when none did. */
    private static void verdict(Scorecard scorecard, ParentRow row, JsonGenerator json) throws IOException {
        List<Verdict> fired = scorecard.verdicts().stream().filter(verdict -> verdict.parent() == row.number() && verdict.fired()).toList();
        if (fired.isEmpty()) {
            json.writeNullField("verdict");
            return;
        }
        Verdict newest = fired.get(fired.size() - 1);
        json.writeObjectFieldStart("verdict");
        json.writeStringField("time", Words.time(newest.nanos()));
        json.writeStringField("rules", newest.rules());
        json.writeNumberField("version", newest.version());
        json.writeStringField("rule", newest.rule());
        json.writeStringField("grade", newest.grade().name());
        json.writeEndObject();
    }

    private static void look(EvidenceCard.Look look, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", Words.time(look.nanos()));
        json.writeNumberField("child", look.child());
        json.writeStringField("kinds", look.kinds());
        json.writeStringField("horizon", look.horizon().id());
        json.writeStringField("fate", look.fate());
        ScorecardJson.number(json, "response", look.response());
        ScorecardJson.number(json, "placebo", look.placebo());
        ScorecardJson.number(json, "rank", look.rank());
        ScorecardJson.number(json, "evidence", look.evidence());
        ScorecardJson.number(json, "widened", look.widened() < 0 ? Double.NaN : look.widened());
        json.writeArrayFieldStart("placebos");
        for (EvidenceCard.Placebo placebo : look.placebos()) {
            json.writeStartObject();
            json.writeStringField("time", Words.time(placebo.nanos()));
            ScorecardJson.number(json, "move", placebo.move());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
