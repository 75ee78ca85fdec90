package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import io.leakage.api.score.Unit;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Scorecards for a terminal, one line a parent, every number with its unit and, where it is not {@link Status#VALID}, its status and
 * reasons:
 * <pre>  P-1 equities-us INST BUY 100000 executed 10000 @ 100.04 PARTIALLY_FILLED arrival 100.01 grade CANNOT_SAY | arrival_slippage
 *   2.9997 bps VALID | post_trade_drift_1s – bps SUPPRESSED (OPEN) | …</pre>
 * Any thread.
 */
public final class ScorecardText {
    private static final String NONE = "–";
    private static final int PRICE_DECIMALS = 4;

    private final Scorecard scorecard;

    /**
     * Reads from this scorecard at each call.
     *
     * @param scorecard what is written
     */
    public ScorecardText(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /**
     * Writes one line for each parent shown, in the order they were first seen.
     *
     * @throws IOException when {@code out} does
     */
    public void writeAll(Appendable out) throws IOException {
        writeAll(out, row -> true);
    }

    /**
     * The same, of the orders that are asked for.
     *
     * @throws IOException when {@code out} does
     */
    public void writeAll(Appendable out, Predicate<ParentRow> asked) throws IOException {
        ParentRow row = new ParentRow();
        for (int parent = 0; parent < scorecard.parents(); parent++) {
            if (Words.isShown(scorecard, parent, row) && asked.test(row)) {
                out.append(line(row)).append('\n');
            }
        }
    }

    /** {@return one parent's line without an end of line, null when there is no such parent} */
    public String line(int parent) {
        ParentRow row = new ParentRow();
        return scorecard.read(parent, row) ? line(row) : null;
    }

    private String line(ParentRow row) {
        StringBuilder line = new StringBuilder(1024);
        line.append(shown(Words.name(scorecard, NameKind.ORDER, row.order())))
                .append(' ').append(Words.desk(scorecard, row.desk()))
                .append(' ').append(shown(Words.name(scorecard, NameKind.INSTRUMENT, row.instrument())))
                .append(' ').append(row.side())
                .append(' ').append(row.quantity() == Absent.LONG ? NONE : row.quantity())
                .append(" executed ").append(row.executed())
                .append(" @ ").append(fixed(row.averagePrice(), PRICE_DECIMALS))
                .append(' ').append(shown(Words.state(row.state())))
                .append(" arrival ").append(fixed(row.arrivalMid(), PRICE_DECIMALS))
                .append(" grade ").append(row.grade());
        for (int i = 0; i < Measure.count(); i++) {
            if (Measure.at(i).isHeadline()) {
                line.append(" | ").append(Measure.at(i).id()).append(' ');
                score(row, Measure.at(i), line);
            }
        }
        return line.toString();
    }

    /**
     * Gives one measure with its interval (when it is one), unit, status and reasons.
     *
     * @return for example {@code 2.9997 bps VALID} or {@code – bps SUPPRESSED (NO_FILL, OPEN)}
     */
    public static String score(ParentRow row, Measure measure) {
        StringBuilder text = new StringBuilder(64);
        score(row, measure, text);
        return text.toString();
    }

    /** {@return a number with this many decimals, never {@code -0.00}; a dash for NaN and infinities} */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }

    /** {@return flags as a list for a person, empty for none} */
    public static String flags(long bits) {
        return Flag.of(bits).stream().map(Flag::name).collect(Collectors.joining(", "));
    }

    private static void score(ParentRow row, Measure measure, StringBuilder text) {
        Unit unit = measure.unit();
        text.append(fixed(row.value(measure), unit.decimals()));
        if (row.lo(measure) != row.hi(measure) && row.status(measure) != Status.SUPPRESSED) {
            text.append(" [").append(fixed(row.lo(measure), unit.decimals()))
                    .append(", ").append(fixed(row.hi(measure), unit.decimals())).append(']');
        }
        text.append(' ').append(unit.symbol()).append(' ').append(row.status(measure));
        if (row.flags(measure) != 0) {
            text.append(" (").append(flags(row.flags(measure))).append(')');
        }
    }

    private static String shown(String text) {
        return text == null ? NONE : text;
    }
}
