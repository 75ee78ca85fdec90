package io.leakage.ui.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.io.IOException;

/** The fills of a parent as JSON: each with the market around it, and what every measure that has a meaning for one fill is of it alone. */
final class FillJson {
    private final Scorecard scorecard;

    FillJson(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    void write(ParentRow parent, JsonGenerator json) throws IOException {
        FillRow fill = new FillRow();
        json.writeArrayFieldStart("fills");
        for (int i = 0; i < parent.fills() && scorecard.readFill(parent.number(), i, fill); i++) {
            write(fill, parent, json);
        }
        json.writeEndArray();
    }

    private void write(FillRow fill, ParentRow parent, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("execution", Words.execution(scorecard, fill));
        ChildRow child = new ChildRow();
        boolean known = fill.child() >= 0 && scorecard.readChild(parent.number(), fill.child(), child);
        json.writeStringField("child", known ? Words.name(scorecard, NameKind.ORDER, child.order()) : null);
        json.writeStringField("time", Words.time(fill.nanos()));
        ScorecardJson.price(json, "price", fill.price());
        ScorecardJson.whole(json, "quantity", fill.quantity());
        json.writeStringField("liquidity", Words.liquidity(fill.liquidity()));
        json.writeStringField("venue", Words.name(scorecard, NameKind.TEXT, fill.venue()));
        json.writeStringField("broker", Words.name(scorecard, NameKind.TEXT, fill.broker()));
        json.writeStringField("counterparty", Words.name(scorecard, NameKind.TEXT, fill.counterparty()));
        ScorecardJson.price(json, "bid", fill.bid());
        ScorecardJson.price(json, "offer", fill.offer());
        mids(fill, json);
        measures(fill, parent, json);
        ScorecardJson.flags(json, fill.flags());
        json.writeEndObject();
    }

    /** What the mid was around it: only what is known, or is known to stay unknown. */
    private static void mids(FillRow fill, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("mids");
        for (int i = 0; i < Horizon.count(); i++) {
            Horizon horizon = Horizon.at(i);
            json.writeObjectFieldStart(horizon.id());
            ScorecardJson.number(json, "mid", mid(fill.midTwice(horizon)));
            ScorecardJson.number(json, "lo", mid(fill.midLoTwice(horizon)));
            ScorecardJson.number(json, "hi", mid(fill.midHiTwice(horizon)));
            ScorecardJson.flags(json, fill.midFlags(horizon));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void measures(FillRow fill, ParentRow parent, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("measures");
        for (int i = 0; i < Measure.count(); i++) {
            Formula formula = Formula.of(Measure.at(i));
            if (formula.isOfFill()) {
                ScorecardJson.number(json, Measure.at(i).id(), formula.value(fill, parent));
            }
        }
        json.writeEndObject();
    }

    private static double mid(long twice) {
        return twice == Absent.LONG ? Double.NaN : twice / 2e8;
    }
}
