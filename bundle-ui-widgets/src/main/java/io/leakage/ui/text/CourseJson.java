package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.ui.course.Course;
import io.leakage.ui.course.Curve;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.IntToDoubleFunction;

/**
 * An order over time as JSON, times in milliseconds after its origin, the arrival:
 * <pre>  {"parent","origin","at":[…],"mid":[…],"measures":{"arrival_slippage":{"value":[…],"lo":[…],"hi":[…]},…},
 *   "children":[{"order","event","at"},…]}</pre>
 * What is not there is {@code null}.
 */
public final class CourseJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double MILLI = 1e6;

    private CourseJson() {
    }

    /** {@return the course of the order of this row} */
    public static String of(Scorecard scorecard, ParentRow row, Course course) {
        StringWriter text = new StringWriter(4_096);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("parent", Words.name(scorecard, NameKind.ORDER, row.order()));
            json.writeStringField("origin", Words.time(row.arrivalNanos()));
            array(json, "at", course.size(), i -> (course.nanos(i) - row.arrivalNanos()) / MILLI);
            array(json, "mid", course.size(), course::mid);
            json.writeObjectFieldStart("measures");
            for (int i = 0; i < Curve.count(); i++) {
                Curve curve = Curve.at(i);
                json.writeObjectFieldStart(curve.measure().id());
                array(json, "value", course.size(), sample -> course.value(sample, curve));
                array(json, "lo", course.size(), sample -> course.lo(sample, curve));
                array(json, "hi", course.size(), sample -> course.hi(sample, curve));
                json.writeEndObject();
            }
            json.writeEndObject();
            children(json, scorecard, row, course);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    private static void children(JsonGenerator json, Scorecard scorecard, ParentRow row, Course course) throws IOException {
        json.writeArrayFieldStart("children");
        ChildRow child = new ChildRow();
        for (Course.ChildEvent event : course.events()) {
            if (scorecard.readChild(row.number(), event.child(), child)) {
                json.writeStartObject();
                json.writeStringField("order", Words.name(scorecard, NameKind.ORDER, child.order()));
                json.writeStringField("event", event.event());
                json.writeNumberField("at", (event.nanos() - row.arrivalNanos()) / MILLI);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void array(JsonGenerator json, String field, int size, IntToDoubleFunction of) throws IOException {
        json.writeArrayFieldStart(field);
        for (int i = 0; i < size; i++) {
            double number = of.applyAsDouble(i);
            if (Double.isFinite(number)) {
                json.writeNumber(number + 0.0);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
