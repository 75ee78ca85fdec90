package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.health.CopyState;
import io.leakage.api.health.FeedState;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Progress;
import io.leakage.api.score.Scorecard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The HTTP service's small documents as JSON, each on a single line. */
public final class ServiceJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ServiceJson() {
    }

    /** {@return the columns in the order shown, and for every flag the reason in words} */
    public static String columns(List<ColumnSpec> columns) {
        return document(json -> {
            json.writeArrayFieldStart("columns");
            for (ColumnSpec column : columns) {
                column(column, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("reasons");
            for (Flag flag : Flag.values()) {
                json.writeStringField(flag.name(), Reasons.of(flag));
            }
            json.writeEndObject();
        });
    }

    /** {@return how far the scorecard has come, and where it keeps its rows; {@code null} for times that nobody told yet} */
    public static String progress(Scorecard scorecard) {
        return progress(scorecard, DeskDoubt.of(scorecard));
    }

    /** {@return the same of these desks, whose parents it counts} */
    public static String progress(Scorecard scorecard, Collection<DeskDoubt> desks) {
        return document(json -> progress(json, scorecard, desks));
    }

    /** {@return the same, and how each feed and each drop copy is} */
    public static String health(Scorecard scorecard, List<FeedState> feeds, List<CopyState> copies) {
        return document(json -> {
            progress(json, scorecard, DeskDoubt.of(scorecard));
            FeedJson.write(json, feeds);
            CopyJson.write(json, copies);
        });
    }

    /** {@return how each drop copy is, and the orders that executed and have no parent} */
    public static String dropCopies(Scorecard scorecard, List<CopyState> copies) {
        return document(json -> {
            CopyJson.write(json, copies);
            CopyJson.unassigned(json, scorecard);
        });
    }

    private static void progress(JsonGenerator json, Scorecard scorecard, Collection<DeskDoubt> desks) throws IOException {
        Progress progress = scorecard.progress();
        json.writeNumberField("parents", desks.stream().mapToInt(DeskDoubt::parents).sum());
        json.writeNumberField("marketEvents", progress.marketEvents());
        ScorecardJson.whole(json, "orderEvents", progress.orderEvents());
        ScorecardJson.whole(json, "marketSequence", progress.marketSequence());
        json.writeStringField("marketTime", Words.time(progress.marketNanos()));
        json.writeStringField("clock", Words.time(progress.clockNanos()));
        json.writeNumberField("dropped", progress.dropped());
        json.writeNumberField("unapplied", progress.unapplied());
        json.writeNumberField("quarantined", progress.quarantined());
        json.writeNumberField("stale", progress.stale());
        json.writeStringField("scoresKeptIn", scorecard.keptIn());
        json.writeArrayFieldStart("desks");
        for (DeskDoubt desk : desks) {
            json.writeStartObject();
            json.writeStringField("desk", desk.desk());
            json.writeNumberField("parents", desk.parents());
            json.writeNumberField("asked", desk.questions());
            json.writeNumberField("undecidable", desk.undecidable());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Gives a cell's explanation.
     *
     * @param id     the order as it was asked for
     * @param column the column's id
     * @param text   the explanation, several lines
     * @return a JSON object
     */
    public static String explanation(String id, String column, String text) {
        return document(json -> {
            json.writeStringField("id", id);
            json.writeStringField("column", column);
            json.writeStringField("explanation", text);
        });
    }

    /** {@return the same of one fill, with its execution's key} */
    public static String explanation(String id, String column, String execution, String text) {
        return document(json -> {
            json.writeStringField("id", id);
            json.writeStringField("column", column);
            json.writeStringField("execution", execution);
            json.writeStringField("explanation", text);
        });
    }

    /** {@return what a stream says of an order that turned out to be another's child} */
    public static String removed(String id) {
        return document(json -> {
            json.writeStringField("parent", id);
            json.writeBooleanField("removed", true);
        });
    }

    /**
     * Gives problem details (RFC 9457).
     *
     * @param status the HTTP status
     * @param title  the kind of problem
     * @param detail this very problem, for a person
     * @param more   what else is told, by its name
     * @return a JSON object
     */
    public static String problem(int status, String title, String detail, Map<String, String> more) {
        return document(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            for (String name : new TreeSet<>(more.keySet())) {
                json.writeStringField(name, more.get(name));
            }
        });
    }

    private static void column(ColumnSpec column, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", column.id());
        json.writeStringField("header", column.header());
        json.writeStringField("tooltip", column.tooltip());
        json.writeStringField("group", column.group());
        json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
        json.writeStringField("unit", column.unit());
        json.writeNumberField("decimals", column.decimals());
        json.writeNumberField("width", column.width());
        json.writeStringField("nullText", column.nullText());
        json.writeStringField("since", column.since());
        json.writeBooleanField("standard", column.standard());
        json.writeEndObject();
    }

    static String document(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
