package io.leakage.core.rule.json;

import io.leakage.api.event.DeskMode;
import io.leakage.api.score.Grade;
import io.leakage.core.rule.Action;
import io.leakage.core.rule.Condition;
import io.leakage.core.rule.Rule;
import io.leakage.core.rule.RuleSet;
import io.leakage.core.rule.Veto;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rule sets, strictly: a field nobody knows, a number out of range, an id told twice refuse the whole set. Any thread. */
public final class RuleReader {
    private static final Set<String> OF_SET = Set.of("version", "id", "rules");
    private static final Set<String> OF_RULE = Set.of("id", "when", "for", "clearAt", "grade", "then", "holdOut", "cooldown", "maxPerParent",
            "veto");
    private static final Set<String> OF_ACTION = Set.of("switchTo", "parameters", "mode");
    private static final int MOST_RULES = 10_000;
    private static final long COOLDOWN_NANOS = 300_000_000_000L;
    private static final int MOST_ACTIONS = 100;

    private final Clauses clauses = new Clauses();
    private final Set<String> ids = new HashSet<>();

    private RuleReader() {
    }

    /**
     * Reads a rule set.
     *
     * @param json its text
     * @return the set
     * @throws IllegalArgumentException when it does not fit, with line, column, field, what was expected and what was found
     */
    public static RuleSet read(String json) {
        return new RuleReader().set(Node.parse(json).only(OF_SET));
    }

    private RuleSet set(Node set) {
        int version = set.must("version").whole(1, Integer.MAX_VALUE);
        String id = set.must("id").text();
        List<Rule> rules = new ArrayList<>();
        for (Node rule : set.must("rules").elements()) {
            rules.add(rule(rule.only(OF_RULE)));
        }
        if (rules.size() > MOST_RULES) {
            throw set.must("rules").wrong("at most " + MOST_RULES + " rules", String.valueOf(rules.size()));
        }
        return new RuleSet(id, version, rules, clauses.all());
    }

    private Rule rule(Node rule) {
        Node id = rule.must("id");
        if (!ids.add(id.text())) {
            throw id.wrong("an id no other rule has", id.text());
        }
        Condition when = clauses.condition(rule.must("when"));
        Node clearAt = rule.field("clearAt");
        return new Rule(id.text(), when, nanos(rule.field("for"), 0), clearAt == null ? List.of() : clauses.clearings(clearAt, when),
                rule.must("grade").one(Grade.class, EnumSet.of(Grade.AMBER, Grade.RED)), action(rule.field("then")), holdOut(rule),
                nanos(rule.field("cooldown"), COOLDOWN_NANOS),
                rule.field("maxPerParent") == null ? 1 : rule.field("maxPerParent").whole(1, MOST_ACTIONS), vetoes(rule.field("veto")));
    }

    private static double holdOut(Node rule) {
        Node given = rule.field("holdOut");
        double holdOut = given == null ? 0 : given.number(0, 1);
        if (holdOut == 1) {
            throw given.wrong("a probability below 1", "1: nothing would ever be done");
        }
        return holdOut;
    }

    private static Action action(Node action) {
        if (action == null) {
            return null;
        }
        action.only(OF_ACTION);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (action.field("parameters") != null) {
            action.field("parameters").fields().forEach((name, value) -> parameters.put(name, value.scalar()));
        }
        DeskMode mode = action.field("mode") == null ? DeskMode.OBSERVE
                : action.field("mode").one(DeskMode.class, EnumSet.of(DeskMode.OBSERVE, DeskMode.ADVISE, DeskMode.AUTO));
        return new Action(action.must("switchTo").text(), parameters, mode);
    }

    private static Set<Veto> vetoes(Node given) {
        if (given == null) {
            return EnumSet.allOf(Veto.class);
        }
        Set<Veto> vetoes = EnumSet.noneOf(Veto.class);
        for (Node veto : given.elements()) {
            vetoes.add(veto.one(Veto.class, EnumSet.allOf(Veto.class)));
        }
        return vetoes;
    }

    private static long nanos(Node given, long otherwise) {
        return given == null ? otherwise : given.nanos();
    }
}
