package io.leakage.oracle;

import java.util.List;
import java.util.Locale;

/** What was found as a table for a person. */
final class OracleTable {
    private static final double THRESHOLD = NaiveRules.THRESHOLD;

    private final StringBuilder text = new StringBuilder();

    private OracleTable() {
    }

    /** {@return three tables: alarms, estimates, savings} */
    static String of(List<WorldResult> results) {
        OracleTable table = new OracleTable();
        table.alarms(results);
        table.estimates(results);
        table.savings(results);
        return table.text.toString();
    }

    private void alarms(List<WorldResult> results) {
        line("Alarms, at whatever event one looks: E of all, alpha of amber and red; of footprints that did not trade; amber within 100");
        line("footprints, and the median of those shown by then; a t-test repeated at each footprint, and %s bps on the mean response",
                THRESHOLD);
        line("%-13s %7s %9s | %13s %13s | %13s %13s | %7s %6s | %7s %9s", "world", "parents", "shown each", "amber .20", "red .02",
                "unfilled .20", "unfilled .02", "by 100", "median", "t-test", "threshold");
        for (WorldResult result : results) {
            line("%-13s %7d %10.0f | %13s %13s | %13s %13s | %7s %6s | %7s %9s", result.world().name(), result.parents(),
                    result.footprints(), share(result, result.alarms(.2)), share(result, result.alarms(.02)),
                    share(result, result.unfilledAlarms(.2)), share(result, result.unfilledAlarms(.02)), percent(result.power(100)),
                    whole(result.medianFootprints()), percent(result.share(finding -> finding.naive().tested())),
                    percent(result.share(finding -> finding.naive().over())));
        }
    }

    private void estimates(List<WorldResult> results) {
        line("");
        line("Estimates, bps but for leak_cost ($): parents it is said of, mean truth, mean error, its s.e., 95 %% intervals that hold it");
        line("%-13s %-14s %6s %10s %10s %9s %8s", "world", "estimate", "said", "truth", "bias", "s.e.", "covers");
        for (WorldResult result : results) {
            for (Quantity quantity : Quantity.values()) {
                if (result.said(quantity) > 1) {
                    line("%-13s %-14s %6d %10.4f %+10.4f %9.4f %8s", result.world().name(), quantity.measure.id(), result.said(quantity),
                            result.truth(quantity), result.bias(quantity), result.biasError(quantity), percent(result.coverage(quantity)));
                }
            }
        }
    }

    private void savings(List<WorldResult> results) {
        line("");
        line("Savings, bps a decision: orders %s bps behind at the turn are switched, one in four withheld; and the slope before drawn on",
                SwitchTrial.TRIGGER);
        line("%-13s %9s %8s | %8s %19s | %8s %9s", "world", "decisions", "truth", "saved", "95 %", "slope", "positive");
        for (WorldResult result : results) {
            SwitchTrial trial = result.switches();
            line("%-13s %9d %+8.2f | %+8.2f %+8.2f … %+8.2f | %+8.2f %9s", result.world().name(), trial.saving().decisions(), trial.truth(),
                    trial.saving().bps(), trial.saving().lo(), trial.saving().hi(), trial.naive(), percent(trial.naivePositive()));
        }
    }

    private static String whole(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.0f", number);
    }

    private static String share(WorldResult result, double share) {
        return String.format(Locale.ROOT, "%5.1f ± %.1f %%", 100 * share, 100 * result.error(share));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void line(String format, Object... cells) {
        text.append(String.format(Locale.ROOT, format, cells).stripTrailing()).append('\n');
    }
}
