package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The evidence behind an order's grade for a terminal: what E is and what it is made of, the response at every horizon beside that of the placebos,
 * what was left out and why, what it cost, how the drift parts, and from what all of it can be computed again.
 */
public final class EvidenceText {
    /** In the order of the horizons: all footprints, those that did not trade. */
    private static final String[] FAMILIES = {"", "unfilled_"};
    private static final List<Measure> FURTHER = List.of(Measure.LEAK_COST, Measure.CONTRAST, Measure.EXPLOITABLE_BPS, Measure.DRIFT,
            Measure.DRIFT_MARKET, Measure.DRIFT_IMPACT, Measure.DRIFT_LEAKAGE, Measure.DRIFT_REST);

    private EvidenceText() {
    }

    /** {@return several lines about this order} */
    public static String of(Scorecard scorecard, ParentRow row) {
        StringBuilder text = new StringBuilder(2_048);
        head(scorecard, row, text);
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"", "", "> footprints", "> response", "> placebos", "> excess", "", "> a stake of 1 became"});
        for (int i = Horizon.AFTER_10MS.ordinal(); i <= Horizon.AFTER_10S.ordinal(); i++) {
            lines.add(line(row, Horizon.at(i), 0, "all"));
            lines.add(line(row, Horizon.at(i), 1, "not filled"));
        }
        lines.add(new String[] {""});
        lines.add(new String[] {"left out", "", "> too close", "> disturbed", "> too few placebos"});
        for (int i = Horizon.AFTER_10MS.ordinal(); i <= Horizon.AFTER_10S.ordinal(); i++) {
            String id = Horizon.at(i).id();
            lines.add(new String[] {id, "", whole(row, "crowded_" + id), whole(row, "disturbed_" + id), whole(row, "unmatched_" + id)});
        }
        lines.add(new String[] {""});
        for (Measure measure : FURTHER) {
            lines.add(new String[] {ScorecardText.score(row, measure) + "  " + measure.header() + ": " + measure.meaning()});
        }
        Table.write(lines, text);
        foot(row, text);
        return text.toString();
    }

    private static void head(Scorecard scorecard, ParentRow row, StringBuilder text) {
        text.append("Evidence of ").append(Words.name(scorecard, NameKind.ORDER, row.order())).append(", ").append(row.side()).append(' ')
                .append(Words.name(scorecard, NameKind.INSTRUMENT, row.instrument())).append(": ").append(oneIn(row)).append(", grade ")
                .append(row.grade()).append('\n');
        text.append(row.status(Measure.EVIDENCE) == Status.SUPPRESSED ? "" : "1 in N: of orders that leak nothing at most one in N ever gets so"
                + " far, however often one looks\n");
        text.append('\n');
    }

    /** {@return E as a person says it, such as {@code 1 in 65 (E = 65.82)}, or why there is none} */
    public static String oneIn(ParentRow row) {
        if (row.status(Measure.EVIDENCE) == Status.SUPPRESSED) {
            return "cannot say (" + Reasons.of(row.flags(Measure.EVIDENCE)) + ")";
        }
        double evidence = row.value(Measure.EVIDENCE);
        String doubt = row.status(Measure.EVIDENCE) == Status.VALID ? "" : ", " + ScorecardText.flags(row.flags(Measure.EVIDENCE));
        return "1 in " + String.format(Locale.ROOT, "%.0f", Math.max(1, Math.floor(evidence))) + " (E = "
                + ScorecardText.fixed(evidence, 2) + doubt + ")";
    }

    private static String[] line(ParentRow row, Horizon horizon, int family, String words) {
        String id = FAMILIES[family] + horizon.id();
        Measure measure = Words.measure((family == 0 ? "leak_" : "signal_") + horizon.id());
        boolean known = row.status(measure) != Status.SUPPRESSED;
        String interval = known ? "[" + ScorecardText.fixed(row.lo(measure), 4) + ", " + ScorecardText.fixed(row.hi(measure), 4) + "]" : "";
        return new String[] {family == 0 ? horizon.id() : "", words, whole(row, "footprints_" + id), number(row, "response_" + id, 4),
            number(row, "placebo_" + id, 4), "> " + ScorecardText.fixed(row.value(measure), 4), interval, number(row, "bet_" + id, 2)};
    }

    private static void foot(ParentRow row, StringBuilder text) {
        text.append("\nDrift is the sum of its four parts. Excess is in bps, its interval holds at every look with 95 %.\n");
        long doubts = row.flags(Measure.EVIDENCE) | row.flags(Measure.LEAK_1S);
        text.append(doubts == 0 ? "" : Reasons.of(doubts) + '\n');
        if (row.arrivalNanos() != Absent.LONG) {
            text.append("Placebos are drawn by day and instrument number ").append(row.instrument()).append(": the journal up to market message ")
                    .append(row.marketSequence()).append(" and order message ").append(row.orderSequence()).append(" gives version ")
                    .append(row.version()).append(" again");
            text.append(row.asOfNanos() == Absent.LONG ? "" : ", as of " + Words.time(row.asOfNanos())).append(".\n");
        }
    }

    private static String whole(ParentRow row, String input) {
        return "> " + ScorecardText.fixed(row.input(Input.named(input)), 0);
    }

    private static String number(ParentRow row, String input, int decimals) {
        return "> " + ScorecardText.fixed(row.input(Input.named(input)), decimals);
    }
}
