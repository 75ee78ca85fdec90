package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.api.event.DeskFeature;
import io.leakage.api.event.DeskTerms;
import io.leakage.api.event.OrderKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Desks as JSON: what is in force, and what was refused and why. */
public final class DeskJson {
    private static final JsonFactory JSON = new JsonFactory();

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private DeskJson() {
    }

    /** {@return an array of desks} */
    public static String all(List<DeskState> desks) {
        return text(json -> {
            json.writeStartArray();
            for (DeskState desk : desks) {
                write(json, desk);
            }
            json.writeEndArray();
        });
    }

    /** {@return one desk} */
    public static String of(DeskState desk) {
        return text(json -> write(json, desk));
    }

    /** {@return problem details (RFC 9457) with the field, its value and what is allowed beside the words} */
    public static String problem(int status, String title, RefusedSetting refused) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", refused.getMessage());
            json.writeStringField("field", refused.field());
            json.writeStringField("value", refused.value());
            json.writeStringField("allowed", refused.allowed());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, DeskState desk) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", desk.id());
        json.writeBooleanField("inForce", desk.inForce());
        json.writeStringField("refused", desk.refused());
        if (desk.inForce()) {
            terms(json, desk.terms());
            json.writeObjectFieldStart("orders");
            for (Map.Entry<OrderKey, List<String>> claim : desk.claims().entrySet()) {
                texts(json, claim.getKey().name().toLowerCase(Locale.ROOT), claim.getValue());
            }
            json.writeEndObject();
            json.writeStringField("rules", desk.rules());
            json.writeObjectFieldStart("users");
            for (String user : new TreeSet<>(desk.users().keySet())) {
                texts(json, user, desk.users().get(user).stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void terms(JsonGenerator json, DeskTerms terms) throws IOException {
        texts(json, "enabled", terms.features().stream().sorted().map(DeskFeature::word).toList());
        json.writeStringField("mode", terms.mode().name());
        json.writeNumberField("maxSwitchesPerParent", terms.maxSwitchesPerParent());
        json.writeNumberField("maxSwitchesPerDesk", terms.maxSwitchesPerDesk());
        json.writeNumberField("maxSwitchesPerMinute", terms.maxSwitchesPerMinute());
        json.writeNumberField("maxMessagesPerSecond", terms.maxMessagesPerSecond());
        json.writeNumberField("cooldownSeconds", TimeUnit.NANOSECONDS.toSeconds(terms.cooldownNanos()));
        json.writeNumberField("minimumRemainingPercent", 100 * terms.minimumRemaining());
        json.writeNumberField("approvalSeconds", TimeUnit.NANOSECONDS.toSeconds(terms.approvalNanos()));
    }

    private static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String one : texts) {
            json.writeString(one);
        }
        json.writeEndArray();
    }

    private static String text(Part part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            part.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }
}
