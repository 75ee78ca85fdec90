package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.ui.league.League;
import io.leakage.ui.league.Standing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A league table as one JSON object on a single line; {@code null} for what its fills do not allow. Numbers are not rounded. */
public final class LeagueJson {
    private static final JsonFactory JSON = new JsonFactory();

    private LeagueJson() {
    }

    /** {@return measure, unit, grouping, what all fills say, and the groups, the worst first} */
    public static String of(League league) {
        StringWriter text = new StringWriter(2_048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("measure", league.measure().id());
            json.writeStringField("unit", league.measure().unit().symbol());
            json.writeStringField("by", league.by().id());
            json.writeNumberField("fills", league.fills());
            ScorecardJson.number(json, "centre", league.centre());
            ScorecardJson.number(json, "between", league.between());
            ScorecardJson.number(json, "within", league.within());
            json.writeArrayFieldStart("standings");
            for (Standing standing : league.standings()) {
                standing(json, standing);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused text", e);
        }
        return text.toString();
    }

    private static void standing(JsonGenerator json, Standing standing) throws IOException {
        json.writeStartObject();
        json.writeStringField("group", standing.group());
        json.writeNumberField("fills", standing.fills());
        json.writeNumberField("quantity", standing.quantity());
        json.writeNumberField("censored", standing.censored());
        json.writeNumberField("waiting", standing.waiting());
        json.writeNumberField("leftOut", standing.leftOut());
        ScorecardJson.number(json, "mean", standing.mean());
        ScorecardJson.number(json, "median", standing.median());
        json.writeArrayFieldStart("deciles");
        for (double decile : standing.deciles()) {
            if (Double.isFinite(decile)) {
                json.writeNumber(decile + 0.0);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
        ScorecardJson.number(json, "worstTenthShare", standing.worst());
        ScorecardJson.number(json, "shrunken", standing.shrunken());
        ScorecardJson.number(json, "lo", standing.lo());
        ScorecardJson.number(json, "hi", standing.hi());
        ScorecardJson.number(json, "pull", standing.pull());
        json.writeEndObject();
    }
}
