package io.leakage.desk;

import io.leakage.api.score.FillRow;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.SwitchState;
import io.leakage.simulator.CaseDay;
import io.leakage.ui.text.SavedText;
import io.leakage.ui.text.ScorecardText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The end of a case study: the final scorecard, the shortfall's parts, what was paid before and after, what may be said of a saving. */
final class CaseReport {
    private static final double UNIT = 1e8;
    private static final List<Measure> PARTS = List.of(Measure.IS_DELAY, Measure.IS_SPREAD, Measure.IS_DRIFT, Measure.IS_OPPORTUNITY,
            Measure.IS_FEES);

    private final Scorecard scorecard;
    private final CaseStory story;
    private final CaseOptions options;

    CaseReport(Scorecard scorecard, CaseStory story, CaseOptions options) {
        this.scorecard = scorecard;
        this.story = story;
        this.options = options;
    }

    void write(PrintStream out) throws IOException {
        out.println();
        ParentRow row = story.row();
        out.println(new ScorecardText(scorecard).line(row.number()));
        StringBuilder split = new StringBuilder("shortfall ")
                .append(ScorecardText.score(row, Measure.IMPLEMENTATION_SHORTFALL)).append(" =");
        for (Measure part : PARTS) {
            split.append(part == PARTS.get(0) ? " " : " + ").append(part.header()).append(' ').append(ScorecardText.score(row, part));
        }
        out.println(split);
        ParentRow before = story.at(SwitchState.REPLACED);
        if (before == null) {
            out.println(String.format(Locale.ROOT, "%s, no switch: grades %s, highest E %.2f",
                    story.states().isEmpty() ? "no proposal" : "proposed", story.grades(), story.highestEvidence()));
        } else {
            saved(row, before, out);
        }
    }

    /** For a buyer; in basis points, of slippage and fills positive is a cost. */
    private void saved(ParentRow row, ParentRow before, PrintStream out) {
        double mid = before.arrivalMid() * (1 + before.value(Measure.DRIFT) / 1e4);
        double after = 1e4 * (averageAfter(row, before) - mid) / mid;
        out.println(String.format(Locale.ROOT, "before the switch: slippage %.2f bps, drift %.2f bps; after it: fills %.2f bps "
                + "from the mid at the switch, slippage %.2f bps in the end", before.value(Measure.ARRIVAL_SLIPPAGE),
                before.value(Measure.DRIFT), after, row.value(Measure.ARRIVAL_SLIPPAGE)));
        out.print(SavedText.of(scorecard, row));
        double never = unswitched();
        out.println(String.format(Locale.ROOT, "what only a simulator knows, the same day never switched: average %.4f instead of %.4f, "
                + "%.2f bps of the whole order", never, row.averagePrice(), 1e4 * (never - row.averagePrice()) / row.arrivalMid()));
    }

    private double averageAfter(ParentRow row, ParentRow before) {
        FillRow fill = new FillRow();
        double paid = 0;
        long shares = 0;
        for (int i = before.fills(); i < row.fills() && scorecard.readFill(row.number(), i, fill); i++) {
            paid += fill.price() / UNIT * fill.quantity();
            shares += fill.quantity();
        }
        return paid / shares;
    }

    /** {@return what the order pays on average on the day nobody switches it} */
    private double unswitched() {
        CaseDay other = new CaseDay(CaseDay.Options.of(options.seed(), options.predator()), (bytes, offset, length) -> { });
        while (other.step()) {
            other.takeOrders();
        }
        return other.averagePrice() / UNIT;
    }
}
