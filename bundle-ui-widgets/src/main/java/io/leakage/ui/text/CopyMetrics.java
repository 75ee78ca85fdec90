package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.health.CopyCondition;
import io.leakage.api.health.CopyState;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Drop copies as Prometheus reads them (text format 0.0.4). One document, one use. */
public final class CopyMetrics {
    private static final double SECOND = 1e9;

    private final PrometheusText text = new PrometheusText();
    private final List<CopyState> copies;

    private CopyMetrics(List<CopyState> copies) {
        this.copies = copies;
    }

    /** {@return the text} */
    public static String of(List<CopyState> copies) {
        CopyMetrics metrics = new CopyMetrics(copies);
        metrics.conditions();
        metrics.gauges();
        metrics.counters();
        return metrics.text.toString();
    }

    private void conditions() {
        text.head("leakage_dropcopy_condition", "How the drop copy is: 1 for the one condition that holds.", "gauge");
        for (CopyState copy : copies) {
            for (CopyCondition condition : CopyCondition.values()) {
                text.sample("leakage_dropcopy_condition", "source", copy.name(), "condition", condition.name().toLowerCase(Locale.ROOT))
                        .value(copy.condition() == condition ? 1 : 0);
            }
        }
    }

    private void gauges() {
        text.head("leakage_dropcopy_age_seconds", "How long ago the last message came, heartbeats included.", "gauge");
        for (CopyState copy : copies) {
            if (copy.ageNanos() != Absent.LONG) {
                text.sample("leakage_dropcopy_age_seconds", "source", copy.name()).value(copy.ageNanos() / SECOND);
            }
        }
        each("leakage_dropcopy_expected_sequence", "Number of the message that comes next.", "gauge", CopyState::expectedSequence);
        each("leakage_dropcopy_missing", "Messages missing now.", "gauge", copy -> copy.hasGap() ? copy.gapTo() - copy.gapFrom() : 0);
        each("leakage_dropcopy_spilled", "Messages on disk that wait for the scorecard.", "gauge", CopyState::spilled);
        each("leakage_dropcopy_inner_missing", "Wrapped messages missing now.", "gauge", CopyState::innerMissing);
    }

    private void counters() {
        counter("gaps", "Gaps found.", CopyState::gaps);
        counter("resends", "Resend requests sent.", CopyState::resends);
        counter("gap_fills", "Gap fills received.", CopyState::gapFills);
        counter("nothing_there", "Message numbers of which nothing is to be sent again.", CopyState::nothingThere);
        counter("epochs", "Times the numbers began anew.", CopyState::epochs);
        counter("duplicates", "Messages dropped because they had been taken.", CopyState::duplicates);
        counter("poss_dups", "Messages with PossDupFlag.", CopyState::possDups);
        counter("poss_resends", "Messages with PossResend.", CopyState::possResends);
        counter("repeated", "Executions told again that were known by their key, and dropped.", CopyState::repeated);
        counter("silences", "How often nothing came for two heartbeats.", CopyState::silences);
        counter("drops", "Connections given up because a gap did not close.", CopyState::drops);
        counter("delivered", "Order messages handed on.", CopyState::delivered);
        counter("ignored", "Messages of types nobody reads.", CopyState::ignored);
        counter("quarantined", "Messages kept because they could not be read.", CopyState::quarantined);
        counter("failures", "Messages neither taken nor quarantined.", CopyState::failures);
        counter("rejected", "Messages the session refused.", CopyState::rejected);
        counter("late", "Messages whose SendingTime was too far off our clock.", CopyState::late);
        counter("inner_gaps", "Gaps in the numbers of wrapped messages.", CopyState::innerGaps);
        types();
    }

    private void types() {
        text.head("leakage_dropcopy_messages_total", "Messages read, by MsgType.", "counter");
        copies.forEach(copy -> copy.byType().forEach((type, count) ->
                text.sample("leakage_dropcopy_messages_total", "source", copy.name(), "type", type).value(count)));
    }

    private void counter(String name, String help, ToLongFunction<CopyState> value) {
        each("leakage_dropcopy_" + name + "_total", help, "counter", value);
    }

    private void each(String name, String help, String type, ToLongFunction<CopyState> value) {
        text.head(name, help, type);
        copies.forEach(copy -> text.sample(name, "source", copy.name()).value(value.applyAsLong(copy)));
    }
}
