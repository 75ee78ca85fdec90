package io.leakage.core.engine;

import io.leakage.api.event.Side;
import io.leakage.api.score.Family;
import io.leakage.api.score.Flag;
import io.leakage.api.score.Formula;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Scorecard;
import io.leakage.api.score.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The catalogue as a document, each measure with what it is of one small order: real numbers, out of the real pipeline. */
final class MeasuresDocument {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final int DECIMALS = 10;
    private static final String HEAD = """
            # Measures

            Written from the catalogue (`io.leakage.api.score.Measure` and `Input`); a test fails when it is not what the catalogue says,
            and

                mvn -q -pl bundle-core test -Dtest=MeasuresDocumentTest -Dleakage.write=true

            writes it anew. A column, a JSON field, a CSV column and a rule call a measure by its id. `leakage:explain ORDER ID` shows any
            of them with an order's own numbers, `leakage:explain ORDER ID EXECUTION` with one fill's.

            ## The order of the examples

            A buy of 400, told by a drop copy to the nanosecond:

            | second | what | book |
            |---|---|---|
            | 0 | | 99.99 – 100.01 |
            | 90 | the order arrives | |
            | 91 to 100 | each second a child of 10 begins to wait at 99.99, on XNAS and ARCX by turns; each is cancelled 5 s later | |
            | 95 | 500 trade at 100.01 | |
            | 100 | | 100.01 – 100.03 |
            | 105 | 700 trade at 100.03 | |
            | 110 | E1: 100 bought at 100.03 by a child on XNAS, a print too | |
            | 115 | | 100.03 – 100.05 |
            | 118 | a child of 200 begins to wait at 100.04 on ARCX | |
            | 120 | E2: 200 bought at 100.04, a print too | |
            | 120.5 | | 100.02 – 100.04 |
            | 130 | 1,000 trade at 100.03 | |
            | 150 | | 100.01 – 100.03 |
            | 180 | the rest is cancelled | |
            | 400 | | 100.02 – 100.06 |
            | 1,000 | 2,500 trade at 100.05 | |
            | 2,000 | the market data ends here | |

            Evidence needs more than that: its examples are of another order, a buy that shows 24 footprints, one every 13 s or so, in a market
            whose mid wanders and that answers each by half a tick.
            """;

    private final StringBuilder text = new StringBuilder(HEAD);
    private final ParentRow order;
    private final ParentRow footprints;

    private MeasuresDocument(ParentRow order, ParentRow footprints) {
        this.order = order;
        this.footprints = footprints;
    }

    /** {@return the row a measure's example is of} */
    static ParentRow of(Measure measure, ParentRow order, ParentRow footprints) {
        return measure.family() == Family.EVIDENCE ? footprints : order;
    }

    /** {@return the document} */
    static String text() {
        MeasuresDocument document = new MeasuresDocument(order(), footprints());
        document.families();
        document.inputs();
        return document.text.toString();
    }

    /** {@return the row of the order of the examples of evidence} */
    static ParentRow footprints() {
        return new LeakyDay(1, Side.BUY, .5, 0, 24).play(0);
    }

    /** {@return the row of the order of the examples} */
    static ParentRow order() {
        Scene scene = new Scene(Scene.Order.NONE);
        scene.orders.accept(message('D', 90, "P").side(Side.BUY).quantity(400).message());
        for (int second = 91; second <= 105; second++) {
            wait(scene, second);
        }
        print(scene, 95, 500, "100.01");
        scene.quote(100_000, "100.01", "100.03");
        print(scene, 105, 700, "100.03");
        print(scene, 110, 100, "100.03");
        begin(scene, 110, "A", 100, "100.03", "XNAS");
        scene.orders.accept(message('8', 110, "A").execution("E1").exec('F', '1').last(100, "100.03").message());
        scene.quote(115_000, "100.03", "100.05");
        begin(scene, 118, "B", 200, "100.04", "ARCX");
        print(scene, 120, 200, "100.04");
        scene.orders.accept(message('8', 120, "B").execution("E2").exec('F', '1').last(200, "100.04").message());
        scene.quote(120_500, "100.02", "100.04");
        print(scene, 130, 1_000, "100.03");
        scene.quote(150_000, "100.01", "100.03");
        scene.orders.accept(message('8', 180, "P").exec('4', '4').message());
        scene.quote(400_000, "100.02", "100.06");
        print(scene, 1_000, 2_500, "100.05");
        scene.passed(2_000_000);
        Scorecard scorecard = scene.engine.scorecard();
        ParentRow row = new ParentRow();
        scorecard.read(scorecard.find("P"), row);
        return row;
    }

    private static void wait(Scene scene, int second) {
        if (second <= 100) {
            begin(scene, second, "C" + second, 10, "99.99", second % 2 == 0 ? "XNAS" : "ARCX");
        }
        if (second > 95) {
            scene.orders.accept(message('8', second, "C" + (second - 5)).exec('4', '4').message());
        }
    }

    private static void begin(Scene scene, long second, String id, long quantity, String limit, String venue) {
        scene.orders.accept(message('D', second, id).parent("P").side(Side.BUY).quantity(quantity).limit(limit).venue(venue).message());
        scene.orders.accept(message('8', second, id).exec('0', '0').message());
    }

    private static Tape.Message message(char type, long second, String id) {
        return new Tape.Message(type, Scene.nanos(second * 1_000.0)).id(id);
    }

    private static void print(Scene scene, long second, long shares, String price) {
        long sequence = scene.next();
        scene.market.traded(scene.x, sequence, Scene.nanos(second * 1_000.0), Side.BUY, shares, Tape.price(price), sequence);
    }

    private void families() {
        Family family = null;
        for (int i = 0; i < Measure.count(); i++) {
            Measure measure = Measure.at(i);
            if (measure.family() != family) {
                family = measure.family();
                text.append("\n## ").append(family.words()).append('\n');
            }
            measure(measure);
        }
    }

    private void measure(Measure measure) {
        ParentRow row = of(measure, order, footprints);
        text.append("\n### `").append(measure.id()).append("`\n\n**").append(measure.header()).append("**, in ")
                .append(measure.unit().symbol()).append(": ").append(measure.meaning()).append(".\n")
                .append(sentence(measure.sign().words())).append(" Since ").append(measure.since()).append('.');
        text.append(Formula.of(measure).isOfFill() ? " Of single fills too.\n\n" : "\n\n");
        text.append("    ").append(replaced(measure, Input::name)).append('\n');
        if (row.status(measure) == Status.SUPPRESSED) {
            text.append("\nOf the order of the examples: cannot say (").append(flags(row.flags(measure))).append(").\n");
            return;
        }
        text.append("    = ").append(replaced(measure, input -> signed(number(row.input(input))))).append("\n    = ")
                .append(fixed(row.value(measure), measure.unit().decimals())).append(' ').append(measure.unit().symbol());
        if (row.status(measure) != Status.VALID || row.flags(measure) != 0) {
            text.append("   (").append(row.status(measure)).append(row.flags(measure) == 0 ? "" : ": " + flags(row.flags(measure)))
                    .append(')');
        }
        text.append('\n');
    }

    private void inputs() {
        text.append("\n## Inputs\n\nWhat formulas name. A row carries all of them.\n\n| name | what it is | here |\n|---|---|---:|\n");
        for (Input input : Input.all()) {
            text.append("| `").append(input.name()).append("` | ").append(input.meaning()).append(" | ")
                    .append(number((input.when() == Input.When.FOOTPRINTS ? footprints : order).input(input))).append(" |\n");
        }
    }

    private static String replaced(Measure measure, Function<Input, String> each) {
        Function<MatchResult, String> replacement = name -> Matcher.quoteReplacement(each.apply(Input.named(name.group(1))));
        return NAME.matcher(measure.formula()).replaceAll(replacement);
    }

    private static String flags(long bits) {
        return Flag.of(bits).stream().map(Flag::name).collect(Collectors.joining(", "));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "(−" + number.substring(1) + ")" : number;
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0);
    }
}
