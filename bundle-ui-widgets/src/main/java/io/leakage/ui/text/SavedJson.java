package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchOutcome;
import io.leakage.api.score.SwitchSaving;
import io.leakage.api.score.SwitchSaving.Basis;
import java.io.IOException;
import java.util.List;

/** What switches saved as JSON, each number with what it rests on beside it; {@code null} for what is not known. Any thread. */
final class SavedJson {
    private final Scorecard scorecard;

    /** @param scorecard read at each call */
    SavedJson(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /** Writes an order's switches as the member {@code switches} of the object at hand; nothing where it had none. */
    void write(ParentRow row, JsonGenerator json) throws IOException {
        List<AlgoSwitch> switches = scorecard.switches().of(row.number());
        if (switches.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("switches");
        for (AlgoSwitch one : switches) {
            json.writeStartObject();
            json.writeNumberField("number", one.number());
            json.writeStringField("from", name(one.order().strategy()));
            json.writeStringField("to", one.to());
            json.writeStringField("state", one.state().name());
            outcome(json, one);
            SwitchSaving saving = SavedText.saving(scorecard.switches(), one);
            if (saving == null) {
                json.writeNullField("saving");
            } else {
                json.writeObjectFieldStart("saving");
                members(json, saving);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes what came of a switch as the member {@code outcome}. */
    void outcome(JsonGenerator json, AlgoSwitch one) throws IOException {
        SwitchOutcome outcome = scorecard.switches().outcome(one.number());
        if (outcome == null) {
            json.writeNullField("outcome");
            return;
        }
        json.writeObjectFieldStart("outcome");
        json.writeStringField("part", outcome.part().name());
        json.writeBooleanField("ended", outcome.ended());
        json.writeNumberField("left", outcome.left());
        ScorecardJson.number(json, "gained", outcome.gained());
        ScorecardJson.number(json, "expected", outcome.expected());
        ScorecardJson.number(json, "saved", outcome.modelled());
        json.writeStringField("label", Basis.MODEL.words());
        json.writeEndObject();
    }

    /** Writes what every rule saved as the member {@code savings}. */
    void savings(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("savings");
        for (SwitchSaving saving : scorecard.switches().savings()) {
            json.writeStartObject();
            members(json, saving);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void members(JsonGenerator json, SwitchSaving saving) throws IOException {
        json.writeStringField("desk", Words.desk(scorecard, saving.desk()));
        json.writeStringField("rules", saving.rules());
        json.writeStringField("rule", saving.rule());
        json.writeStringField("from", name(saving.from()));
        json.writeStringField("to", saving.to());
        ScorecardJson.number(json, "bps", saving.bps());
        ScorecardJson.number(json, "lo", saving.lo());
        ScorecardJson.number(json, "hi", saving.hi());
        json.writeStringField("basis", saving.basis().name());
        json.writeStringField("label", saving.basis().words());
        json.writeNumberField("switched", saving.switched());
        json.writeNumberField("left", saving.left());
        json.writeNumberField("withheld", saving.withheld());
        json.writeNumberField("waiting", saving.waiting());
        json.writeNumberField("unknown", saving.unknown());
    }

    private String name(int name) {
        String text = name < 0 ? null : scorecard.text(NameKind.TEXT, name);
        return text == null ? "" : text;
    }
}
