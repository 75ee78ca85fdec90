package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.health.FeedState;
import io.leakage.api.health.LineState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Feeds as an array of JSON objects; times in nanoseconds. */
final class FeedJson {
    private FeedJson() {
    }

    static void write(JsonGenerator json, List<FeedState> feeds) throws IOException {
        json.writeArrayFieldStart("feeds");
        for (FeedState feed : feeds) {
            json.writeStartObject();
            feed(json, feed);
            json.writeArrayFieldStart("lines");
            for (LineState line : feed.lines()) {
                line(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void feed(JsonGenerator json, FeedState feed) throws IOException {
        json.writeStringField("name", feed.name());
        json.writeStringField("transport", feed.transport());
        json.writeStringField("condition", feed.condition().name().toLowerCase(Locale.ROOT));
        json.writeStringField("trouble", feed.trouble());
        json.writeStringField("session", feed.session());
        json.writeNumberField("messages", feed.messages());
        json.writeNumberField("unread", feed.unread());
        json.writeNumberField("gaps", feed.gaps());
        json.writeNumberField("recovered", feed.recovered());
        json.writeNumberField("lost", feed.lost());
        json.writeNumberField("overflows", feed.overflows());
        json.writeNumberField("requests", feed.requests());
        json.writeNumberField("answered", feed.answered());
        json.writeNumberField("snapshots", feed.snapshots());
        json.writeNumberField("snapshotsFailed", feed.snapshotsFailed());
        json.writeNumberField("sessions", feed.sessions());
        json.writeNumberField("incompleteSessions", feed.incompleteSessions());
        json.writeNumberField("silences", feed.silences());
        json.writeNumberField("lagNanos", feed.lagNanos());
        json.writeNumberField("maxLagNanos", feed.maxLagNanos());
    }

    private static void line(JsonGenerator json, LineState line) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", line.name());
        json.writeBooleanField("heard", line.heard());
        json.writeNumberField("packets", line.packets());
        json.writeNumberField("wins", line.wins());
        json.writeNumberField("duplicates", line.duplicates());
        json.writeNumberField("damaged", line.damaged());
        json.writeNumberField("heartbeats", line.heartbeats());
        json.writeNumberField("strays", line.strays());
        json.writeNumberField("leadMedianNanos", line.leadMedianNanos());
        json.writeNumberField("leadP99Nanos", line.leadP99Nanos());
        json.writeNumberField("leadMaxNanos", line.leadMaxNanos());
        json.writeEndObject();
    }
}
