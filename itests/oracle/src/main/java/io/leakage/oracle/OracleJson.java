package io.leakage.oracle;

import io.leakage.core.evidence.Savings;
import java.util.List;
import java.util.Locale;

/** What was found as JSON: an array, an object a world. What is not known is null. */
final class OracleJson {
    private final StringBuilder text = new StringBuilder();

    private OracleJson() {
    }

    static String of(List<WorldResult> results) {
        OracleJson json = new OracleJson();
        json.text.append('[');
        for (int i = 0; i < results.size(); i++) {
            json.text.append(i == 0 ? "\n" : ",\n");
            json.world(results.get(i));
        }
        return json.text.append("\n]\n").toString();
    }

    private void world(WorldResult result) {
        text.append("{\"world\": \"").append(result.world().name()).append('"');
        number("parents", result.parents());
        number("footprints", result.footprints());
        for (double alpha : WorldResult.ALPHAS) {
            number("alarms_" + alpha, result.alarms(alpha));
            number("alarms_unfilled_" + alpha, result.unfilledAlarms(alpha));
        }
        number("amber_by_100", result.power(100));
        number("median_footprints_to_amber", result.medianFootprints());
        number("t_test", result.share(finding -> finding.naive().tested()));
        number("threshold", result.share(finding -> finding.naive().over()));
        for (Quantity quantity : Quantity.values()) {
            String id = quantity.measure.id();
            number(id + "_said", result.said(quantity));
            number(id + "_truth", result.truth(quantity));
            number(id + "_bias", result.bias(quantity));
            number(id + "_bias_error", result.biasError(quantity));
            number(id + "_coverage", result.coverage(quantity));
        }
        SwitchTrial trial = result.switches();
        Savings.Saving saving = trial.saving();
        number("savings_decisions", saving.decisions());
        number("savings_truth", trial.truth());
        number("savings", saving.bps());
        number("savings_lo", saving.lo());
        number("savings_hi", saving.hi());
        number("savings_by_slope", trial.naive());
        number("savings_by_slope_positive", trial.naivePositive());
        text.append('}');
    }

    private void number(String name, double value) {
        text.append(", \"").append(name).append("\": ").append(Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "null");
    }
}
