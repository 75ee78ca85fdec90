package io.leakage.ui.text;

import io.leakage.api.score.Discoveries;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import java.util.ArrayList;
import java.util.List;

/** Which orders of a desk are named leaking, for a terminal. */
public final class DiscoveriesText {
    private DiscoveriesText() {
    }

    /** {@return several lines about this desk} */
    public static String of(Scorecard scorecard, Discoveries discoveries) {
        StringBuilder text = new StringBuilder("Desk ").append(discoveries.desk()).append(": ").append(discoveries.parents().size())
                .append(" of ").append(discoveries.orders()).append(" orders named leaking; of those named at most ")
                .append(ScorecardText.fixed(100 * discoveries.rate(), 1)).append(" % are wrong on average\n");
        List<String[]> lines = new ArrayList<>();
        ParentRow row = new ParentRow();
        for (int parent : discoveries.parents()) {
            if (scorecard.read(parent, row)) {
                lines.add(new String[] {Words.name(scorecard, NameKind.ORDER, row.order()), row.side().name(),
                    Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()), EvidenceText.oneIn(row)});
            }
        }
        Table.write(lines, text);
        return text.toString();
    }
}
