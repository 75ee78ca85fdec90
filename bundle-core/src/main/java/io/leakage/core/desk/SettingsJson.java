package io.leakage.core.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.leakage.api.desk.RefusedSetting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A configuration as JSON: one object, its values texts, numbers, truths and arrays of these. */
final class SettingsJson {
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private SettingsJson() {
    }

    /**
     * Reads a configuration; a value that is null is left out.
     *
     * @throws RefusedSetting with line and column where it is none
     */
    static Map<String, Object> read(String json) {
        Map<String, Object> fields = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(parser, "an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value != JsonToken.VALUE_NULL) {
                    fields.put(field, value == JsonToken.START_ARRAY ? array(parser) : scalar(parser));
                }
            }
            if (parser.nextToken() != null) {
                throw refused(parser, "nothing behind the object");
            }
        } catch (JsonProcessingException e) {
            throw new RefusedSetting("line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr(), null,
                    "JSON (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static String[] array(JsonParser parser) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(scalar(parser));
        }
        return values.toArray(String[]::new);
    }

    private static String scalar(JsonParser parser) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw refused(parser, "a text, a number, or an array of these");
        }
        return parser.getText();
    }

    private static RefusedSetting refused(JsonParser parser, String expected) {
        return new RefusedSetting("line " + parser.currentLocation().getLineNr() + ", column " + parser.currentLocation().getColumnNr(),
                String.valueOf(parser.currentToken()), expected);
    }

    /** {@return the fields that are the desk's own, as an object} */
    static String write(Map<String, ?> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, ?> one : new TreeMap<>(properties).entrySet()) {
                if (!Fields.isForeign(one.getKey())) {
                    json.writeFieldName(one.getKey());
                    write(json, one.getValue());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Collection<?> several) {
            json.writeStartArray();
            for (Object one : several) {
                write(json, one);
            }
            json.writeEndArray();
        } else if (value.getClass().isArray()) {
            json.writeStartArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                write(json, Array.get(value, i));
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
