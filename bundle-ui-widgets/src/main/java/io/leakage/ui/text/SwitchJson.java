package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.AlgoSwitch;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.Objection;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchDesk;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Switches as JSON: each as it stands, who may switch, and what keeps rules that stand from a switch. Times are text, UTC. Any thread. */
public final class SwitchJson {
    private SwitchJson() {
    }

    /** {@return all of them, the newest last} */
    public static String of(Scorecard scorecard) {
        return ServiceJson.document(json -> {
            json.writeArrayFieldStart("switches");
            for (AlgoSwitch one : scorecard.switches().all()) {
                write(json, scorecard, one);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("desks");
            for (SwitchDesk desk : scorecard.switches().desks()) {
                write(json, scorecard, desk);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("objections");
            for (Objection objection : scorecard.switches().objections()) {
                write(json, scorecard, objection);
            }
            json.writeEndArray();
        });
    }

    /** {@return one of them} */
    public static String of(Scorecard scorecard, AlgoSwitch one) {
        return ServiceJson.document(json -> members(json, scorecard, one));
    }

    private static void write(JsonGenerator json, Scorecard scorecard, AlgoSwitch one) throws IOException {
        json.writeStartObject();
        members(json, scorecard, one);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Scorecard scorecard, AlgoSwitch one) throws IOException {
        ParentRow row = new ParentRow();
        boolean known = scorecard.read(one.parent(), row);
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
        json.writeStringField("from", name(scorecard, one.order().strategy()));
        json.writeStringField("to", one.to());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : one.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        texts(json, "why", one.why());
        json.writeStringField("capable", one.capable().name());
        json.writeNumberField("propensity", one.propensity());
        json.writeStringField("proposedAt", Words.time(one.proposed()));
        json.writeStringField("expiresAt", Words.time(one.expires()));
        json.writeStringField("changedAt", Words.time(one.changed()));
        json.writeStringField("who", one.who());
        json.writeStringField("reason", one.reason());
        json.writeStringField("takenOverBy", scorecard.switches().takenOver(one.parent()));
    }

    private static void write(JsonGenerator json, Scorecard scorecard, SwitchDesk desk) throws IOException {
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
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Scorecard scorecard, Objection objection) throws IOException {
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

    private static String name(Scorecard scorecard, int name) {
        String text = name < 0 ? null : scorecard.text(NameKind.TEXT, name);
        return text == null ? "" : text;
    }
}
