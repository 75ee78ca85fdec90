package io.leakage.ui.column;

import io.leakage.api.event.Absent;
import io.leakage.api.event.Side;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.ui.text.Quality;
import io.leakage.ui.text.Reasons;
import io.leakage.ui.text.ScorecardText;
import io.leakage.ui.text.Words;
import java.util.Locale;

/** Explains one measure of one row to a person: meaning, formula with the row's numbers, result, interval, status and reasons. */
final class Explanation {
    private static final int PRICE_DECIMALS = 4;

    private Explanation() {
    }

    static String of(ParentRow row, ColumnSpec spec, Measure measure) {
        StringBuilder text = new StringBuilder(512);
        text.append(spec.header()).append(": ").append(measure.meaning()).append(". Positive is a cost, on either side.\n");
        text.append(formula(measure)).append('\n');
        if (row.status(measure) != Status.SUPPRESSED) {
            text.append("= ").append(numbers(row, measure)).append("\n= ")
                    .append(ScorecardText.fixed(row.value(measure), spec.decimals())).append(' ').append(spec.unit()).append('\n');
            interval(row, spec, measure, text);
        }
        text.append(arrived(row)).append('\n');
        asOf(row, text);
        text.append("status ").append(row.status(measure));
        String reasons = Reasons.of(row.flags(measure));
        return reasons.isEmpty() ? text.toString() : text.append(": ").append(reasons).toString();
    }

    private static void asOf(ParentRow row, StringBuilder text) {
        String asOf = Words.time(row.asOfNanos());
        text.append("market data up to ").append(asOf == null ? "nothing yet" : asOf);
        if (row.marketSequence() != Absent.LONG) {
            text.append(", message ").append(row.marketSequence());
        }
        text.append("; order event ").append(row.orderSequence()).append("; version ").append(row.version()).append('\n');
        if (row.clockState() != null) {
            text.append("the machine's clock was ").append(row.clockState());
            text.append(row.clockUncertainty() == Absent.LONG ? ", off by nobody knows how much"
                    : ", off by at most " + row.clockUncertainty() + " ns").append('\n');
        }
        if (row.undecidable() > 0) {
            text.append(row.undecidable()).append(" of ").append(row.questions()).append(" order times too coarse to decide\n");
        }
    }

    static String grade(ParentRow row) {
        return switch (row.grade()) {
            case CANNOT_SAY -> "Cannot say: no rule is in force, or no number is good enough to judge by.";
            case GREEN -> "Green: the rules were asked and none fired.";
            case AMBER -> "Amber: a rule of grade amber fired.";
            case RED -> "Red: a rule of grade red fired.";
        };
    }

    static String quality(ParentRow row) {
        Quality quality = Quality.of(row);
        String reasons = Reasons.of(quality.flags());
        return "Quality " + quality.status() + (reasons.isEmpty() ? ": every input was whole." : ": " + reasons + ".");
    }

    static String arrival(ParentRow row) {
        String mid = Double.isNaN(row.arrivalMid()) ? "unknown" : ScorecardText.fixed(row.arrivalMid(), PRICE_DECIMALS);
        String reasons = Reasons.of(row.flags());
        return "Arrival mid " + mid + ", the middle of best bid and best offer in force at " + arrived(row)
                + (reasons.isEmpty() ? "" : "\n" + reasons);
    }

    private static String arrived(ParentRow row) {
        return "arrival " + Words.time(row.arrivalNanos()) + " ("
                + row.arrivalSource().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private static void interval(ParentRow row, ColumnSpec spec, Measure measure, StringBuilder text) {
        if (row.lo(measure) != row.hi(measure)) {
            text.append("the truth lies between ").append(ScorecardText.fixed(row.lo(measure), spec.decimals())).append(" and ")
                    .append(ScorecardText.fixed(row.hi(measure), spec.decimals())).append('\n');
        }
    }

    private static String formula(Measure measure) {
        return switch (measure) {
            case ARRIVAL_SLIPPAGE -> "10 000 · side · (average price − arrival mid) / arrival mid";
            case LEAKAGE_COST -> "side · (average price − arrival mid) · executed";
            case DRIFT -> "10 000 · side · (mid now − arrival mid) / arrival mid";
            case PRE_TRADE_LEAKAGE -> "10 000 · side · (mid just before the first fill − arrival mid) / arrival mid";
            default -> measure.horizonNanos() == 0 ? measure.id() + " as documented"
                    : "10 000 · side · (mid " + horizon(measure) + " after the last fill − mid at the last fill) / mid at the last fill";
        };
    }

    /** The formula again with what the row holds; a mid the row does not hold keeps its name. */
    private static String numbers(ParentRow row, Measure measure) {
        String side = row.side() == Side.BUY ? "(+1)" : "(−1)";
        String mid = ScorecardText.fixed(row.arrivalMid(), PRICE_DECIMALS);
        String average = ScorecardText.fixed(row.averagePrice(), PRICE_DECIMALS);
        return switch (measure) {
            case ARRIVAL_SLIPPAGE -> "10 000 · " + side + " · (" + average + " − " + mid + ") / " + mid;
            case LEAKAGE_COST -> side + " · (" + average + " − " + mid + ") · " + row.executed();
            case DRIFT -> "10 000 · " + side + " · (mid now − " + mid + ") / " + mid;
            case PRE_TRADE_LEAKAGE -> "10 000 · " + side + " · (mid before " + Words.time(row.firstFillNanos()) + " − " + mid + ") / "
                    + mid;
            default -> measure.horizonNanos() == 0 ? "side " + side + ", arrival mid " + mid + ", average price " + average
                    : "10 000 · " + side + " · (mid " + horizon(measure) + " later − mid at " + Words.time(row.lastFillNanos())
                            + ") / mid at " + Words.time(row.lastFillNanos());
        };
    }

    private static String horizon(Measure measure) {
        long millis = measure.horizonNanos() / 1_000_000;
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 60_000 ? millis / 1_000 + " s" : millis / 60_000 + " min";
    }
}
