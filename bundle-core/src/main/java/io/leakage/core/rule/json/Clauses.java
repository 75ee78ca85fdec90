package io.leakage.core.rule.json;

import io.leakage.api.score.Measure;
import io.leakage.api.score.Unit;
import io.leakage.core.rule.Clause;
import io.leakage.core.rule.Condition;
import io.leakage.core.rule.Reading;
import io.leakage.core.rule.Reading.End;
import io.leakage.core.rule.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads conditions, and numbers the clauses of a set: the same question asked twice is one clause. */
final class Clauses {
    private static final Set<String> OF_CLAUSE = Set.of("measure", "horizon", "lower95", "upper95", "atLeast", "atMost");
    private static final Map<String, Measure> MEASURES = Stream.of(Measure.values()).collect(Collectors.toMap(Measure::id, Function.identity()));
    private static final Map<String, Tally> TALLIES = Stream.of(Tally.values()).collect(Collectors.toMap(Tally::id, Function.identity()));

    private final Map<Clause, Integer> all = new LinkedHashMap<>();

    /** {@return the clauses, by number} */
    List<Clause> all() {
        return List.copyOf(all.keySet());
    }

    /** {@return what a node asks} */
    Condition condition(Node node) {
        if (node.fields().containsKey("all")) {
            return new Condition.All(parts(node.only(Set.of("all")).must("all")));
        }
        if (node.fields().containsKey("any")) {
            return new Condition.Any(parts(node.only(Set.of("any")).must("any")));
        }
        if (node.fields().containsKey("not")) {
            return new Condition.Not(condition(node.only(Set.of("not")).must("not")));
        }
        if (!node.fields().containsKey("measure")) {
            throw node.wrong("a field measure, all, any or not", node.fields().isEmpty() ? "none" : "only " + node.fields().keySet());
        }
        return clause(node.only(OF_CLAUSE));
    }

    private List<Condition> parts(Node parts) {
        return parts.some().stream().map(this::condition).toList();
    }

    private Condition clause(Node node) {
        Reading reading = reading(node.must("measure"), node.field("horizon"), end(node));
        boolean atLeast = node.field("atLeast") != null;
        if (atLeast == (node.field("atMost") != null)) {
            throw node.wrong("either atLeast or atMost", atLeast ? "both" : "neither");
        }
        return is(new Clause(reading, atLeast, threshold(node.must(atLeast ? "atLeast" : "atMost"), reading)));
    }

    private static End end(Node node) {
        boolean lower = node.field("lower95") != null && node.field("lower95").bool();
        boolean upper = node.field("upper95") != null && node.field("upper95").bool();
        if (lower && upper) {
            throw node.field("upper95").wrong("lower95 or upper95", "both");
        }
        return lower ? End.LOWER : upper ? End.UPPER : End.VALUE;
    }

    private static Reading reading(Node measure, Node horizon, End end) {
        String id = measure.text() + (horizon == null ? "" : "_" + horizon.text());
        if (TALLIES.containsKey(id)) {
            if (end != End.VALUE) {
                throw measure.wrong("a measure, where an end of an interval is asked", id + ", which has none");
            }
            return Reading.of(TALLIES.get(id));
        }
        if (!MEASURES.containsKey(id)) {
            throw measure.wrong("a measure's id" + horizons(measure.text()) + " or one of " + TALLIES.keySet().stream().sorted().toList(), id);
        }
        return Reading.of(MEASURES.get(id), end);
    }

    private static String horizons(String stem) {
        List<String> known = MEASURES.keySet().stream().filter(id -> id.startsWith(stem + "_")).map(id -> id.substring(stem.length() + 1))
                .sorted().toList();
        return known.isEmpty() ? "" : " (" + stem + " with a horizon of " + known + ")";
    }

    /** A number with its unit; a bare one only where there is no unit. */
    private static double threshold(Node given, Reading reading) {
        String unit = reading.tally() != null ? reading.tally().unit() : unit(reading.measure().unit());
        boolean share = unit.equals("percent") && reading.tally() != null;
        double from = reading.tally() != null ? 0 : -Double.MAX_VALUE;
        double to = share ? 100 : Double.MAX_VALUE;
        if (unit.isEmpty()) {
            return given.number(from, to);
        }
        if (given.isNumber()) {
            throw given.wrong("{\"" + unit + "\": number}", "a number without its unit");
        }
        return given.only(Set.of(unit)).must(unit).number(from, to);
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case BPS -> "bps";
            case MONEY -> "money";
            case SHARE -> "percent";
            case TIMES -> "";
        };
    }

    /**
     * What ends a rule: for each measure named, the way back from the threshold the rule's own clause over it has.
     *
     * @param when the rule's condition
     */
    List<Condition.Is> clearings(Node given, Condition when) {
        List<Condition.Is> asked = new ArrayList<>();
        when.clauses(asked::add);
        List<Condition.Is> clearings = new ArrayList<>();
        given.fields().forEach((id, level) -> {
            Clause own = asked.stream().map(Condition.Is::clause).filter(clause -> id(clause).equals(id)).findFirst()
                    .orElseThrow(() -> level.wrong("a measure the rule asks, one of " + asked.stream().map(is -> id(is.clause())).toList(), id));
            double back = threshold(level, own.reading());
            if (own.atLeast() ? back >= own.threshold() : back <= own.threshold()) {
                throw level.wrong((own.atLeast() ? "less than " : "more than ") + own.threshold() + ", where the rule begins", String.valueOf(back));
            }
            clearings.add(is(new Clause(own.reading(), !own.atLeast(), back)));
        });
        return clearings;
    }

    private static String id(Clause clause) {
        return clause.reading().tally() != null ? clause.reading().tally().id() : clause.reading().measure().id();
    }

    private Condition.Is is(Clause clause) {
        Integer known = all.putIfAbsent(clause, all.size());
        return new Condition.Is(clause, known == null ? all.size() - 1 : known);
    }
}
