package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.ChildRow;
import io.leakage.api.score.Family;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Horizon;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * The scorecard of one parent as a text: the order, what switching it saved, every measure by family, its children, its fills with the market around them. Final
 * once the order has ended and the last horizon has passed; before that as it stands. Any thread.
 */
public final class ScorecardReport {
    private static final Formula SLIPPAGE = Formula.of(Measure.ARRIVAL_SLIPPAGE);
    private static final String NONE = "–";

    private final Scorecard scorecard;

    /** @param scorecard read at each call */
    public ScorecardReport(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /** {@return the text, several lines; null when there is no such parent} */
    public String of(int parent) {
        ParentRow row = new ParentRow();
        if (!scorecard.read(parent, row)) {
            return null;
        }
        StringBuilder text = new StringBuilder(8_192);
        order(row, text);
        measures(row, text);
        children(row, text);
        fills(row, text);
        return text.toString().stripTrailing();
    }

    /** {@return whether every number is what it will stay: the order has ended, and no measure waits for market data} */
    public static String standing(ParentRow row) {
        if (row.endNanos() == Absent.LONG) {
            return "as it stands, the order still works";
        }
        for (int i = 0; i < Measure.count(); i++) {
            if (Flag.AWAITING_MARKET_DATA.in(row.flags(Measure.at(i)))) {
                return "the order has ended, some measures wait for market data";
            }
        }
        return "final";
    }

    private void order(ParentRow row, StringBuilder text) {
        Quality quality = Quality.of(row);
        text.append("Scorecard of ").append(shown(Words.name(scorecard, NameKind.ORDER, row.order()))).append(" (")
                .append(standing(row)).append(")\n").append(row.side()).append(' ')
                .append(row.quantity() == Absent.LONG ? NONE : row.quantity()).append(' ')
                .append(shown(Words.name(scorecard, NameKind.INSTRUMENT, row.instrument()))).append(", executed ").append(row.executed())
                .append(" @ ").append(ScorecardText.fixed(row.averagePrice(), 4)).append(", ").append(shown(Words.state(row.state())))
                .append(", desk ").append(Words.desk(scorecard, row.desk())).append('\n');
        text.append("arrival ").append(shown(Words.time(row.arrivalNanos()))).append(" at ")
                .append(ScorecardText.fixed(row.arrivalMid(), 4)).append(", first fill ").append(shown(Words.time(row.firstFillNanos()))).append(", last fill ")
                .append(shown(Words.time(row.lastFillNanos()))).append(", end ").append(shown(Words.time(row.endNanos()))).append('\n');
        text.append("grade ").append(row.grade()).append(", quality ").append(quality.status());
        String reasons = Reasons.of(quality.flags());
        text.append(reasons.isEmpty() ? "" : " (" + reasons + ")").append('\n').append(SavedText.of(scorecard, row));
    }

    private static void measures(ParentRow row, StringBuilder text) {
        Family family = null;
        List<String[]> lines = new ArrayList<>();
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.family() != family) {
                family = measure.family();
                lines.add(new String[] {""});
                lines.add(new String[] {family.words()});
            }
            String interval = row.lo(measure) == row.hi(measure) || row.status(measure) == Status.SUPPRESSED ? ""
                    : "[" + fixed(row.lo(measure), measure) + ", " + fixed(row.hi(measure), measure) + "]";
            lines.add(new String[] {"  " + measure.header(), "> " + fixed(row.value(measure), measure), measure.unit().symbol(), interval,
                row.status(measure).name(), ScorecardText.flags(row.flags(measure))});
        }
        Table.write(lines, text);
    }

    private void children(ParentRow row, StringBuilder text) {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"  order", "> quantity", "> limit", "> executed", "> average", "state", "sent", "venue", "strategy"});
        ChildRow child = new ChildRow();
        for (int i = 0; i < row.children() && scorecard.readChild(row.number(), i, child); i++) {
            lines.add(new String[] {"  " + shown(Words.name(scorecard, NameKind.ORDER, child.order())),
                "> " + (child.quantity() == Absent.LONG ? NONE : child.quantity()), "> " + shown(Words.price(child.price())),
                "> " + child.executed(), "> " + ScorecardText.fixed(child.averagePrice(), 4), shown(Words.state(child.state())),
                shown(Words.time(child.sentNanos())), shown(Words.name(scorecard, NameKind.TEXT, child.venue())),
                shown(scorecard.strategy(child.broker(), child.strategy())), ScorecardText.flags(child.flags())});
        }
        text.append("\nChildren (").append(lines.size() - 1).append(")\n");
        Table.write(lines.size() == 1 ? List.of() : lines, text);
    }

    private void fills(ParentRow row, StringBuilder text) {
        List<Measure> markouts = markouts();
        List<String> head = new ArrayList<>(List.of("  execution", "time", "> quantity", "> price", "> slip bps", "liquidity", "venue"));
        markouts.forEach(measure -> head.add("> " + measure.horizon().words()));
        List<String[]> lines = new ArrayList<>(List.<String[]>of(head.toArray(String[]::new)));
        FillRow fill = new FillRow();
        for (int i = 0; i < row.fills() && scorecard.readFill(row.number(), i, fill); i++) {
            List<String> line = new ArrayList<>(List.of("  " + shown(Words.execution(scorecard, fill)), shown(Words.time(fill.nanos())),
                    "> " + fill.quantity(), "> " + shown(Words.price(fill.price())), "> " + ScorecardText.fixed(SLIPPAGE.value(fill, row), 4),
                    shown(Words.liquidity(fill.liquidity())), shown(Words.name(scorecard, NameKind.TEXT, fill.venue()))));
            for (Measure measure : markouts) {
                FillScore score = FillScore.of(measure, fill, row);
                line.add("> " + fixed(score.value(), measure) + (score.status() == Status.DEGRADED ? "?" : ""));
            }
            line.add(ScorecardText.flags(fill.flags()));
            lines.add(line.toArray(String[]::new));
        }
        text.append("\nFills (").append(lines.size() - 1).append("), the mid around each against its price in bps; ? is degraded\n");
        Table.write(lines.size() == 1 ? List.of() : lines, text);
    }

    /** {@return what one fill's market is told by: of each horizon the first measure of the markouts} */
    public static List<Measure> markouts() {
        List<Measure> markouts = new ArrayList<>();
        List<Horizon> taken = new ArrayList<>();
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.family() == Family.MARKOUT && Formula.of(measure).isOfFill() && !taken.contains(measure.horizon())) {
                taken.add(measure.horizon());
                markouts.add(measure);
            }
        }
        return markouts;
    }

    private static String fixed(double value, Measure measure) {
        return ScorecardText.fixed(value, measure.unit().decimals());
    }

    private static String shown(String text) {
        return text == null ? NONE : text;
    }
}
