package io.leakage.bench;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.rule.Hearer;
import io.leakage.core.rule.Judge;
import io.leakage.core.rule.json.RuleReader;
import java.util.SplittableRandom;

/**
 * A thousand rules over every measure, three hundred parents: what they add to an own event, with which every number of a row moves a
 * little, and to a row of which nothing changed; against looking at no rule.
 */
final class RulesBenchmark implements Benchmark {
    private static final int PARENTS = 300;
    private static final int RULES = 1_000;
    private static final int ROWS = 300_000;
    private static final int KINDS = 64;

    /** Rows to come by turns, each a small step from the one before. */
    private final ParentRow[] moving = new ParentRow[KINDS];
    private final ParentRow still = new ParentRow();
    private final Judge judge = new Judge();
    private final Judge nobody = new Judge();
    private long nanos;
    private long verdicts;
    private final Hearer told = verdict -> verdicts++;

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Report run() throws Exception {
        judge.rules(Absent.NAME, RuleReader.read(rules()));
        SplittableRandom random = new SplittableRandom(5);
        double[] values = new double[Measure.count()];
        for (int i = 0; i < KINDS; i++) {
            moving[i] = new ParentRow();
            fill(moving[i], values, random);
        }
        still.copyFrom(moving[0]);
        return new Duel(name(), "row")
                .contestant("no rules", () -> judged(nobody, moving))
                .contestant(RULES + " rules, every number moves", () -> judged(judge, moving), Goal.atMost(1_000), null)
                .contestant(RULES + " rules, nothing moves", () -> judged(judge, new ParentRow[] {still}), null, Goal.atMost(0.01))
                .run();
    }

    private long judged(Judge by, ParentRow[] rows) {
        for (int i = 0; i < ROWS; i++) {
            ParentRow row = rows[i / PARENTS % rows.length];
            row.number(i % PARENTS);
            row.asOfNanos(++nanos);
            by.judge(row, told);
        }
        return ROWS;
    }

    private static void fill(ParentRow row, double[] values, SplittableRandom random) {
        row.desk(Absent.NAME);
        row.endNanos(Absent.LONG);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(-20, Math.min(20, values[i] + random.nextDouble() - 0.5));
            row.score(Measure.at(i), values[i], values[i] - 1, values[i] + 1, Status.VALID, 0);
        }
    }

    /** Thresholds all over the range, each rule of two measures. */
    private static String rules() {
        StringBuilder rules = new StringBuilder("{ \"version\": 1, \"id\": \"many\", \"rules\": [");
        for (int i = 0; i < RULES; i++) {
            rules.append(i == 0 ? "" : ",").append("{ \"id\": \"r").append(i)
                    .append("\", \"grade\": \"AMBER\", \"for\": \"1h\", \"when\": { \"all\": [")
                    .append(clause(Measure.at(i % Measure.count()), i % 41 - 20)).append(',')
                    .append(clause(Measure.at((i * 7 + 3) % Measure.count()), i % 37 - 18)).append("] } }");
        }
        return rules.append("] }").toString();
    }

    private static String clause(Measure measure, int threshold) {
        String unit = switch (measure.unit()) {
            case BPS -> "{ \"bps\": " + threshold + " }";
            case MONEY -> "{ \"money\": " + threshold + " }";
            case SHARE -> "{ \"percent\": " + threshold + " }";
            case TIMES -> String.valueOf(threshold);
        };
        return "{ \"measure\": \"" + measure.id() + "\", \"atLeast\": " + unit + " }";
    }
}
