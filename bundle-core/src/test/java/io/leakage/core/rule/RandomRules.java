package io.leakage.core.rule;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.rule.json.RuleReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules nobody would write, over few measures and few thresholds, so that they meet often. */
final class RandomRules {
    private static final List<Measure> ASKED = List.of(Measure.DRIFT, Measure.ARRIVAL_SLIPPAGE, Measure.POST_TRADE_DRIFT_1S);

    private RandomRules() {
    }

    static RuleSet of(Random random, int rules) {
        String all = IntStream.range(0, rules).mapToObj(i -> "{'id': 'r" + i + "', 'when': " + condition(random, 0) + ", 'grade': '"
                + (random.nextBoolean() ? "RED" : "AMBER") + "', 'for': '" + random.nextInt(4) + "s'" + "}").collect(Collectors.joining(","));
        String cleared = IntStream.range(0, 5).mapToObj(i -> "{'id': 'c" + i + "', 'when': {'measure': 'drift', 'atLeast': {'bps': "
                + (2 + i) + "}}, 'clearAt': {'drift': {'bps': " + (i - 3) + "}}, 'grade': 'RED', 'for': '" + i + "s'}")
                .collect(Collectors.joining(","));
        return RuleReader.read(("{'version': 1, 'id': 'random', 'rules': [" + all + "," + cleared + "]}").replace('\'', '"'));
    }

    private static String condition(Random random, int depth) {
        return switch (depth > 2 ? 9 : random.nextInt(10)) {
            case 0 -> "{'all': [" + condition(random, depth + 1) + "," + condition(random, depth + 1) + "]}";
            case 1 -> "{'any': [" + condition(random, depth + 1) + "," + condition(random, depth + 1) + "]}";
            case 2 -> "{'not': " + condition(random, depth + 1) + "}";
            case 3 -> "{'measure': 'fills', 'atMost': " + random.nextInt(5) + "}";
            default -> "{'measure': '" + ASKED.get(random.nextInt(ASKED.size())).id() + "', '" + (random.nextBoolean() ? "atLeast" : "atMost")
                    + "': {'bps': " + (random.nextInt(11) - 5) + "}" + List.of("", ", 'lower95': true", ", 'upper95': true").get(random.nextInt(3))
                    + "}";
        };
    }

    /** Changes one number of a row, or two. */
    static void change(ParentRow row, Random random) {
        Measure measure = ASKED.get(random.nextInt(ASKED.size()));
        if (random.nextInt(6) == 0) {
            row.suppress(measure, 0);
        } else {
            double value = random.nextInt(15) - 7;
            row.score(measure, value, value - random.nextInt(3), value + random.nextInt(3), Status.VALID, 0);
        }
        if (random.nextInt(5) == 0) {
            row.fills(random.nextInt(6));
        }
    }
}
