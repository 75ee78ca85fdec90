package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Switches as JSON: each as it stands and what came of it, what they saved, who may switch, what keeps rules that stand from a switch, and what the asker may do about each.
 * Times are text, UTC. Any thread.
 */
public final class SwitchJson {
    private final Scorecard scorecard;
    private final SwitchRights rights;
    private final SwitchDeeds deeds;
    private final SavedJson saved;

    /**
     * Tells somebody.
     *
     * @param scorecard as they may see it
     * @param rights    what they may do
     */
    public SwitchJson(Scorecard scorecard, SwitchRights rights) {
        this.scorecard = scorecard;
        this.rights = rights;
        this.deeds = new SwitchDeeds(rights);
        this.saved = new SavedJson(scorecard);
    }

    /** {@return all of them, the newest last} */
    public String all() {
        return ServiceJson.document(json -> {
            json.writeArrayFieldStart("switches");
            for (AlgoSwitch one : scorecard.switches().all()) {
                json.writeStartObject();
                members(json, one);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("desks");
            for (SwitchDesk desk : desks()) {
                write(json, desk);
            }
            json.writeEndArray();
            saved.savings(json);
            json.writeArrayFieldStart("objections");
            for (Objection objection : scorecard.switches().objections()) {
                write(json, objection);
            }
            json.writeEndArray();
            orders(json);
            json.writeStringField("user", rights.user());
            json.writeStringField("now", Words.time(scorecard.progress().marketNanos()));   // by which proposals expire
        });
    }

    /** {@return one of them} */
    public String one(AlgoSwitch one) {
        return ServiceJson.document(json -> members(json, one));
    }

    /** The firm is told of before anybody killed it too, so that somebody can. */
    private List<SwitchDesk> desks() {
        List<SwitchDesk> desks = new ArrayList<>(scorecard.switches().desks());
        if (desks.stream().noneMatch(desk -> desk.desk() < 0)) {
            desks.add(new SwitchDesk(-1, "", "", 0, "", "", List.of(), ""));
        }
        return desks;
    }

    /** Orders that somebody has taken over, or that the asker may. */
    private void orders(JsonGenerator json) throws IOException {
        ParentRow row = new ParentRow();
        json.writeArrayFieldStart("orders");
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row)) {
                String by = scorecard.switches().takenOver(parent);
                List<String> may = deeds.of(Words.desk(scorecard, row.desk()), by);
                if (!by.isEmpty() || !may.isEmpty()) {
                    json.writeStartObject();
                    json.writeStringField("parent", scorecard.text(NameKind.ORDER, row.order()));
                    json.writeStringField("takenOverBy", by);
                    texts(json, "may", may);
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private void members(JsonGenerator json, AlgoSwitch one) throws IOException {
        ParentRow row = new ParentRow();
        boolean known = scorecard.read(one.parent(), row);
        String from = scorecard.strategy(one.order().broker(), one.order().strategy());
        json.writeNumberField("number", one.number());
        json.writeStringField("id", one.id());
        json.writeStringField("desk", Words.desk(scorecard, one.desk()));
        json.writeStringField("parent", known ? scorecard.text(NameKind.ORDER, row.order()) : "");
        json.writeStringField("symbol", known ? scorecard.text(NameKind.INSTRUMENT, row.instrument()) : "");
        json.writeStringField("rules", one.rules());
        json.writeNumberField("version", one.version());
        json.writeStringField("rule", one.rule());
        json.writeStringField("mode", one.mode());
        json.writeStringField("state", one.state().name());
        json.writeStringField("from", from == null ? "" : from);
        json.writeStringField("to", one.to());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : one.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        texts(json, "why", one.why());
        json.writeStringField("capable", one.capable().name());
        json.writeNumberField("propensity", one.propensity());
        saved.outcome(json, one);
        json.writeStringField("proposedAt", Words.time(one.proposed()));
        json.writeStringField("expiresAt", Words.time(one.expires()));
        json.writeStringField("changedAt", Words.time(one.changed()));
        json.writeStringField("who", one.who());
        json.writeStringField("reason", one.reason());
        String takenOverBy = scorecard.switches().takenOver(one.parent());
        json.writeStringField("takenOverBy", takenOverBy);
        texts(json, "may", deeds.of(one, Words.desk(scorecard, one.desk()), takenOverBy));
    }

    private void write(JsonGenerator json, SwitchDesk desk) throws IOException {
        json.writeStartObject();
        json.writeStringField("desk", desk.desk() < 0 ? "" : Words.desk(scorecard, desk.desk()));
        json.writeBooleanField("firm", desk.desk() < 0);
        json.writeStringField("mode", desk.mode());
        json.writeStringField("killedBy", desk.killed());
        json.writeStringField("rearmAskedBy", desk.rearmed());
        json.writeStringField("latched", desk.latched());
        json.writeBooleanField("auto", desk.isAuto());
        texts(json, "autoBy", desk.auto());
        json.writeStringField("reason", desk.reason());
        texts(json, "may", deeds.of(desk, desk.desk() < 0 ? null : Words.desk(scorecard, desk.desk())));
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Objection objection) throws IOException {
        ParentRow row = new ParentRow();
        json.writeStartObject();
        json.writeStringField("parent", scorecard.read(objection.parent(), row) ? scorecard.text(NameKind.ORDER, row.order()) : "");
        json.writeStringField("at", Words.time(objection.nanos()));
        json.writeStringField("rules", objection.rules());
        json.writeNumberField("version", objection.version());
        json.writeStringField("rule", objection.rule());
        json.writeStringField("guard", objection.guard());
        json.writeStringField("words", objection.words());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
