package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.host.ColumnSpec;
import io.leakage.api.score.FillRow;
import io.leakage.api.score.FillScore;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.NameKind;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Sign;
import io.leakage.api.score.Status;
import io.leakage.api.score.WireStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains a measure of a row so that a person can redo it: meaning, formula, the formula with the row's numbers in it, result, interval,
 * what each number is and of when, status and reasons. Derived from the catalogue alone: a new measure explains itself.
 */
public final class Explanation {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final int DECIMALS = 10;
    private static final int PRICE_DECIMALS = 4;

    private Explanation() {
    }

    /** {@return the explanation of an order's cell: of its measure, else of what the order's own column shows} */
    public static String of(Scorecard scorecard, ParentRow row, ColumnSpec column) {
        Measure measure = Words.measure(column.id());
        if (measure != null) {
            return of(scorecard, row, measure);
        }
        return switch (column.id()) {
            case "grade" -> grade(row);
            case "quality" -> quality(row) + Reconciliation.of(scorecard, row, Quality.of(row).flags());
            case "arrivalMid" -> arrival(row);
            case "algo" -> algo(scorecard, row);
            default -> column.header() + ": " + column.tooltip();
        };
    }

    private static String algo(Scorecard scorecard, ParentRow row) {
        String wire = Words.name(scorecard, NameKind.TEXT, row.strategy());
        if (wire == null) {
            return "Algo: no message has told one.";
        }
        String name = scorecard.strategy(row.broker(), row.strategy());
        String told = WireStrategy.of(wire).toString();
        return told.equals(name) ? "Algo: " + told + " on the wire; no broker's file and no profile tells its name."
                : "Algo: " + name + ", " + told + " on the wire.";
    }

    /** {@return the explanation of an order's measure, several lines} */
    public static String of(Scorecard scorecard, ParentRow row, Measure measure) {
        StringBuilder text = new StringBuilder(512);
        head(measure, "", text);
        if (row.status(measure) != Status.SUPPRESSED) {
            text.append("= ").append(numbers(measure, row::input)).append("\n= ").append(result(row.value(measure), measure)).append('\n');
            interval(row.lo(measure), row.hi(measure), measure, text);
            Origins origins = new Origins(scorecard, row, measure);
            for (Input input : Formula.of(measure).inputs()) {
                text.append(words(input)).append(' ').append(number(row.input(input))).append(": ").append(input.meaning())
                        .append(origins.of(input)).append('\n');
            }
        }
        foot(scorecard, row, row.status(measure), row.flags(measure), text);
        return text.toString();
    }

    /** {@return the explanation of what a measure is of one fill, several lines; for one without such a meaning, that it has none} */
    public static String of(Scorecard scorecard, ParentRow row, FillRow fill, Measure measure) {
        if (!Formula.of(measure).isOfFill()) {
            return measure.header() + " is of an order, it has no meaning for one fill: " + formula(measure);
        }
        StringBuilder text = new StringBuilder(512);
        Origins origins = new Origins(scorecard, row, measure);
        head(measure, ", of " + origins.of(fill) + " alone", text);
        FillScore score = FillScore.of(measure, fill, row);
        if (score.status() != Status.SUPPRESSED) {
            text.append("= ").append(numbers(measure, input -> fill.input(input, row))).append("\n= ")
                    .append(result(score.value(), measure)).append('\n');
            interval(score.lo(), score.hi(), measure, text);
            for (Input input : Formula.of(measure).inputs()) {
                boolean own = input.when() == Input.When.FILLS;
                text.append(words(input)).append(' ').append(number(fill.input(input, row))).append(": ").append(input.meaning())
                        .append(own ? "; here of this fill" : origins.of(input)).append('\n');
            }
        }
        foot(scorecard, row, score.status(), score.flags(), text);
        return text.toString();
    }

    /** {@return the formula in words} */
    public static String formula(Measure measure) {
        return replaced(measure, Explanation::words);
    }

    /** {@return the formula with numbers in it: in the four operations, so that anyone can redo it} */
    public static String numbers(Measure measure, ToDoubleFunction<Input> values) {
        return replaced(measure, input -> signed(number(values.applyAsDouble(input))));
    }

    /** {@return a number with up to {@value #DECIMALS} decimals, none of them a closing zero; a dash while unknown} */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    /** {@return the light in words} */
    public static String grade(ParentRow row) {
        return switch (row.grade()) {
            case CANNOT_SAY -> "Cannot say: no rule is in force, or no number is good enough to judge by.";
            case GREEN -> "Green: the rules were asked and none fired.";
            case AMBER -> "Amber: a rule of grade amber fired.";
            case RED -> "Red: a rule of grade red fired.";
        };
    }

    /** {@return how far the row may be trusted, in words} */
    public static String quality(ParentRow row) {
        Quality quality = Quality.of(row);
        String reasons = Reasons.of(quality.flags());
        return "Quality " + quality.status() + (reasons.isEmpty() ? ": every input was whole." : ": " + reasons + ".");
    }

    /** {@return the arrival price and where it came from} */
    public static String arrival(ParentRow row) {
        String mid = Double.isNaN(row.arrivalMid()) ? "unknown" : ScorecardText.fixed(row.arrivalMid(), PRICE_DECIMALS);
        String reasons = Reasons.of(row.flags());
        return "Arrival mid " + mid + ", the middle of best bid and best offer in force at " + arrived(row)
                + (reasons.isEmpty() ? "" : "\n" + reasons);
    }

    private static String replaced(Measure measure, Function<Input, String> each) {
        Function<MatchResult, String> replacement = name -> Matcher.quoteReplacement(each.apply(Input.named(name.group(1))));
        return NAME.matcher(measure.formula()).replaceAll(replacement);
    }

    private static String words(Input input) {
        return input.name().replace('_', ' ');
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "(−" + number.substring(1) + ")" : number;
    }

    private static String sentence(Sign sign) {
        String words = sign.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String result(double value, Measure measure) {
        return fixed(value, measure) + ' ' + measure.unit().symbol();
    }

    private static String fixed(double value, Measure measure) {
        return ScorecardText.fixed(value, measure.unit().decimals());
    }

    private static void head(Measure measure, String of, StringBuilder text) {
        text.append(measure.header()).append(of).append(": ").append(measure.meaning()).append(". ").append(sentence(measure.sign()))
                .append('\n').append(formula(measure)).append('\n');
    }

    private static void interval(double lo, double hi, Measure measure, StringBuilder text) {
        if (Double.isNaN(lo)) {
            text.append("how far it may be off nobody knows\n");
        } else if (lo != hi) {
            text.append("the truth lies between ").append(fixed(lo, measure)).append(" and ").append(fixed(hi, measure)).append('\n');
        }
    }

    private static void foot(Scorecard scorecard, ParentRow row, Status status, long flags, StringBuilder text) {
        text.append(arrived(row)).append('\n');
        asOf(row, text);
        String reasons = Reasons.of(flags);
        text.append("status ").append(status).append(reasons.isEmpty() ? "" : ": " + reasons)
                .append(Reconciliation.of(scorecard, row, flags));
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

    private static String arrived(ParentRow row) {
        return "arrival " + Words.time(row.arrivalNanos()) + " ("
                + row.arrivalSource().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
