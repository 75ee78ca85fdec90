package io.leakage.ui.text;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Sign;
import io.leakage.api.score.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;
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

    /** {@return the explanation, several lines} */
    public static String of(ParentRow row, Measure measure) {
        StringBuilder text = new StringBuilder(512);
        text.append(measure.header()).append(": ").append(measure.meaning()).append(". ").append(sentence(measure.sign())).append('\n');
        text.append(formula(measure)).append('\n');
        if (row.status(measure) != Status.SUPPRESSED) {
            text.append("= ").append(numbers(row, measure)).append("\n= ").append(result(row.value(measure), measure)).append('\n');
            if (row.lo(measure) != row.hi(measure)) {
                text.append("the truth lies between ").append(fixed(row.lo(measure), measure)).append(" and ")
                        .append(fixed(row.hi(measure), measure)).append('\n');
            }
            for (Input input : Formula.of(measure).inputs()) {
                text.append(words(input)).append(' ').append(number(row.input(input))).append(": ").append(input.meaning())
                        .append(when(row, input)).append('\n');
            }
        }
        text.append(arrived(row)).append('\n');
        asOf(row, text);
        text.append("status ").append(row.status(measure));
        String reasons = Reasons.of(row.flags(measure));
        return reasons.isEmpty() ? text.toString() : text.append(": ").append(reasons).toString();
    }

    /** {@return the formula in words} */
    public static String formula(Measure measure) {
        return replaced(measure, Explanation::words);
    }

    /** {@return the formula with a row's numbers in it: in the four operations, so that anyone can redo it} */
    public static String numbers(ParentRow row, Measure measure) {
        return replaced(measure, input -> signed(number(row.input(input))));
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

    private static String when(ParentRow row, Input input) {
        long nanos = switch (input.when()) {
            case ALWAYS, FILLS -> Absent.LONG;
            case ARRIVAL -> row.arrivalNanos();
            case FIRST_FILL -> row.firstFillNanos() == Absent.LONG ? row.asOfNanos() : row.firstFillNanos();
            case LAST_FILL -> row.lastFillNanos();
            case NOW -> row.asOfNanos();
            case END -> row.endNanos() == Absent.LONG ? row.asOfNanos() : row.endNanos();
        };
        return nanos == Absent.LONG ? "" : ", " + Words.time(nanos);
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
