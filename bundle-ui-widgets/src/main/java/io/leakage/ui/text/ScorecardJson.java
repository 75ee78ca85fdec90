package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.leakage.api.event.Absent;
import io.leakage.api.score.Amendment;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.OrderRow;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes scorecards as JSON, an object a parent:
 * <pre>  {"parent","desk","symbol","side","quantity","executed","grade","measures":{"arrival_slippage":{"value","unit","lo","hi",
 *   "status","flags","as_of_seq","order_seq","version","clock"},…},"children":[…],"fills":[…], and further fields}</pre>
 * What a measure is as of is the same for all of a parent: a blotter's line tells it once, as {@code marketSequence},
 * {@code orderSequence}, {@code version} and {@code clock}.
 * Numbers are not rounded, prices are exact decimals, times ISO 8601 UTC with nanoseconds. What is not there is {@code null}, never NaN,
 * and the flags say why. An immutable value; any thread; every parent is read anew at each call.
 */
public final class ScorecardJson {
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
    private static final int DETAIL_BYTES = 32_768;
    private static final int LINE_BYTES = 4_096;
    /** What a blotter's line has beside the headlines. */
    private static final Set<Measure> OF_A_LINE = EnumSet.of(Measure.LEAK_1S, Measure.DRIFT_MARKET, Measure.FILL_PROBABILITY_10S,
            Measure.AGGRESSOR_RATIO, Measure.PARTICIPATION, Measure.QUOTE_FADE);

    private enum Form { WHOLE, LINE, STREAMED }

    private final Scorecard scorecard;
    private final Form form;
    private final int cardVersion;

    /**
     * Writes everything.
     *
     * @param scorecard read at each call
     */
    public ScorecardJson(Scorecard scorecard) {
        this(scorecard, Form.WHOLE, 0);
    }

    private ScorecardJson(Scorecard scorecard, Form form, int cardVersion) {
        this.scorecard = scorecard;
        this.form = form;
        this.cardVersion = cardVersion;
    }

    /** {@return the same without children, fills and the measures that a blotter does not show: its line} */
    public ScorecardJson withoutDetail() {
        return new ScorecardJson(scorecard, Form.LINE, cardVersion);
    }

    /** {@return the same as a stream tells it: its line, in which a measure that is a valid point without a flag is a bare number} */
    public ScorecardJson streamed() {
        return new ScorecardJson(scorecard, Form.STREAMED, cardVersion);
    }

    /** {@return the same, and each with a number of its own as {@code cardVersion}: what is kept as a file and written again} */
    public ScorecardJson ofCard(int version) {
        return new ScorecardJson(scorecard, form, version);
    }

    /**
     * Writes an array with every parent shown, in the order they were first seen. Flushes, does not close.
     *
     * @throws IOException when {@code out} does
     */
    public void writeAll(OutputStream out) throws IOException {
        writeAll(out, row -> true);
    }

    /**
     * Writes an array with every parent shown that a reader asked for. Flushes, does not close.
     *
     * @param asked is handed each row, for the time of the call
     * @throws IOException when {@code out} does
     */
    public void writeAll(OutputStream out, Predicate<ParentRow> asked) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartArray();
            ParentRow row = new ParentRow();
            for (int parent = 0; parent < scorecard.parents(); parent++) {
                if (Words.isShown(scorecard, parent, row) && asked.test(row)) {
                    json.writeRaw('\n');
                    write(row, json);
                }
            }
            json.writeRaw('\n');
            json.writeEndArray();
        }
    }

    /**
     * Gives one parent as text on a single line.
     *
     * @param parent its number
     * @return a JSON object, null when there is no such parent
     */
    public String text(int parent) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (!write(parent, json)) {
                return null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    /**
     * Gives one parent as {@link #text} does, in UTF-8.
     *
     * @param parent its number
     * @return a JSON object, null when there is no such parent
     */
    public byte[] bytes(int parent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(form == Form.WHOLE ? DETAIL_BYTES : LINE_BYTES);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            if (!write(parent, json)) {
                return null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array refused bytes", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes one parent as a JSON object.
     *
     * @param parent its number
     * @param json   where to
     * @return false, with nothing written, when there is no such parent
     * @throws IOException when {@code json} does
     */
    public boolean write(int parent, JsonGenerator json) throws IOException {
        ParentRow row = new ParentRow();
        boolean known = scorecard.read(parent, row);
        if (known) {
            write(row, json);
        }
        return known;
    }

    /**
     * Writes one parent as a JSON object.
     *
     * @param row  as it was read from the scorecard
     * @param json where to
     * @throws IOException when {@code json} does
     */
    public void write(ParentRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (cardVersion > 0) {
            json.writeNumberField("cardVersion", cardVersion);
        }
        identity(row, json);
        measures(row, json);
        if (form == Form.WHOLE) {
            children(row.number(), row.children(), json);
            new FillJson(scorecard).write(row, json);
            new SavedJson(scorecard).write(row, json);
        }
        circumstances(row, json);
        if (form == Form.WHOLE) {
            amendments(row.number(), json);
        }
        json.writeNumberField("version", row.version());
        whole(json, "marketSequence", row.marketSequence());
        json.writeNumberField("orderSequence", row.orderSequence());
        clock(row, json);
        json.writeEndObject();
    }

    private void identity(ParentRow row, JsonGenerator json) throws IOException {
        text(json, "parent", Words.name(scorecard, NameKind.ORDER, row.order()));
        text(json, "desk", Words.desk(scorecard, row.desk()));
        text(json, "symbol", Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()));
        text(json, "side", row.side().name());
        whole(json, "quantity", row.quantity());
        whole(json, "executed", row.executed());
        told(row, json);
        text(json, "grade", row.grade().name());
    }

    /** What the other side says the order has done, beside our own sum; nothing while it has said nothing. */
    private static void told(OrderRow row, JsonGenerator json) throws IOException {
        if (row.toldExecuted() == Absent.LONG) {
            return;
        }
        json.writeObjectFieldStart("told");
        whole(json, "executed", row.toldExecuted());
        whole(json, "leaves", row.toldLeaves());
        number(json, "averagePrice", row.toldAverage() == Absent.LONG ? Double.NaN : row.toldAverage() / 1e8);
        json.writeEndObject();
    }

    private void measures(ParentRow row, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("measures");
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (form != Form.WHOLE && !measure.isHeadline() && !OF_A_LINE.contains(measure)) {
                continue;
            }
            if (form == Form.STREAMED && isPlain(row, measure)) {
                number(json, measure.id(), row.value(measure));
                continue;
            }
            json.writeObjectFieldStart(measure.id());
            number(json, "value", row.value(measure));
            text(json, "unit", measure.unit().symbol());
            number(json, "lo", row.lo(measure));
            number(json, "hi", row.hi(measure));
            text(json, "status", row.status(measure).name());
            flags(json, row.flags(measure));
            if (form == Form.WHOLE) {
                whole(json, "as_of_seq", row.marketSequence());
                json.writeNumberField("order_seq", row.orderSequence());
                json.writeNumberField("version", row.version());
                clock(row, json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static boolean isPlain(ParentRow row, Measure measure) {
        double value = row.value(measure);
        return row.status(measure) == Status.VALID && row.flags(measure) == 0 && row.lo(measure) == value && row.hi(measure) == value
                && Double.isFinite(value);
    }

    private static void clock(ParentRow row, JsonGenerator json) throws IOException {
        if (row.clockState() == null) {
            json.writeNullField("clock");
            return;
        }
        json.writeObjectFieldStart("clock");
        text(json, "state", row.clockState().name());
        whole(json, "uncertainty_nanos", row.clockUncertainty());
        flags(json, row.clockFlags());
        json.writeEndObject();
    }

    private void amendments(int parent, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("amendments");
        for (Amendment amendment : scorecard.amendments(parent)) {
            json.writeStartObject();
            text(json, "measure", amendment.measure().id());
            json.writeNumberField("version", amendment.version());
            number(json, "old_value", amendment.oldValue());
            text(json, "old_status", amendment.oldStatus().name());
            flags(json, "old_flags", amendment.oldFlags());
            number(json, "new_value", amendment.newValue());
            text(json, "new_status", amendment.newStatus().name());
            flags(json, "new_flags", amendment.newFlags());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void circumstances(ParentRow row, JsonGenerator json) throws IOException {
        text(json, "state", Words.state(row.state()));
        text(json, "strategy", Words.name(scorecard, NameKind.TEXT, row.strategy()));
        text(json, "algo", scorecard.strategy(row.broker(), row.strategy()));
        number(json, "averagePrice", row.averagePrice());
        text(json, "arrival", Words.time(row.arrivalNanos()));
        text(json, "arrivalSource", row.arrivalSource().name());
        number(json, "arrivalMid", row.arrivalMid());
        text(json, "firstFill", Words.time(row.firstFillNanos()));
        text(json, "lastFill", Words.time(row.lastFillNanos()));
        text(json, "asOf", Words.time(row.asOfNanos()));
        json.writeObjectFieldStart("orderTimes");
        json.writeNumberField("asked", row.questions());
        json.writeNumberField("undecidable", row.undecidable());
        json.writeEndObject();
        flags(json, row.flags());
        Quality quality = Quality.of(row);
        json.writeObjectFieldStart("quality");
        text(json, "status", quality.status().name());
        flags(json, quality.flags());
        json.writeEndObject();
    }

    private void children(int parent, int count, JsonGenerator json) throws IOException {
        ChildRow child = new ChildRow();
        json.writeArrayFieldStart("children");
        for (int i = 0; i < count && scorecard.readChild(parent, i, child); i++) {
            json.writeStartObject();
            text(json, "order", Words.name(scorecard, NameKind.ORDER, child.order()));
            text(json, "orderId", Words.name(scorecard, NameKind.TEXT, child.orderId()));
            text(json, "side", child.side().name());
            whole(json, "quantity", child.quantity());
            price(json, "price", child.price());
            whole(json, "executed", child.executed());
            told(child, json);
            text(json, "state", Words.state(child.state()));
            text(json, "sent", Words.time(child.sentNanos()));
            text(json, "venue", Words.name(scorecard, NameKind.TEXT, child.venue()));
            text(json, "strategy", Words.name(scorecard, NameKind.TEXT, child.strategy()));
            text(json, "algo", scorecard.strategy(child.broker(), child.strategy()));
            text(json, "broker", Words.name(scorecard, NameKind.TEXT, child.broker()));
            flags(json, child.flags());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, value);
    }

    /** Writes a whole number, {@code null} when it is absent. */
    static void whole(JsonGenerator json, String field, long value) throws IOException {
        if (value == Absent.LONG) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }

    /** Writes a number, {@code null} where there is none. */
    static void number(JsonGenerator json, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            // a minus zero becomes zero: it says nothing a reader should wonder about
            json.writeNumberField(field, value + 0.0);
        } else {
            json.writeNullField(field);
        }
    }

    /** Writes a price in units of 1e-8 as an exact decimal, {@code null} when it is absent. */
    static void price(JsonGenerator json, String field, long price) throws IOException {
        String exact = Words.price(price);
        json.writeFieldName(field);
        if (exact == null) {
            json.writeNull();
        } else {
            json.writeNumber(exact);
        }
    }

    /** Writes flags as an array of their names. */
    static void flags(JsonGenerator json, long bits) throws IOException {
        flags(json, "flags", bits);
    }

    private static void flags(JsonGenerator json, String field, long bits) throws IOException {
        json.writeArrayFieldStart(field);
        for (Flag flag : Flag.of(bits)) {
            json.writeString(flag.name());
        }
        json.writeEndArray();
    }
}
