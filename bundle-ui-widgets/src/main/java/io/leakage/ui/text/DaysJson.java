package io.leakage.ui.text;

import io.leakage.api.score.PastDays;
import java.time.LocalDate;

/** Which trading days there are, as JSON, each document on a single line. */
public final class DaysJson {
    private DaysJson() {
    }

    /**
     * {@return the zone of trading days, today, those that can be asked for and whether older ones were given up; no days while
     * nobody knows any}
     *
     * @param past null while nobody reads any
     */
    public static String of(PastDays past) {
        LocalDate today = past == null ? null : past.today();
        return ServiceJson.document(json -> {
            json.writeStringField("zone", past == null ? null : past.zone().getId());
            json.writeStringField("today", today == null ? null : today.toString());
            json.writeBooleanField("gaveUp", past != null && past.gaveUp());
            json.writeArrayFieldStart("days");
            if (today != null) {
                for (LocalDate day : past.days()) {
                    json.writeString(day.toString());
                }
            }
            json.writeEndArray();
        });
    }

    /** {@return how far the run of this number is that reads these days, 0 to 1} */
    public static String underWay(LocalDate from, LocalDate to, double progress, long run) {
        return ServiceJson.document(json -> {
            json.writeStringField("from", from.toString());
            json.writeStringField("to", to.toString());
            json.writeNumberField("progress", Math.round(progress * 1000) / 1000.0);
            json.writeNumberField("run", run);
        });
    }
}
