package io.leakage.core.rule;

import io.leakage.api.score.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules of a desk, as one version of one file tells them. Never changes. */
public final class RuleSet {
    final List<Clause> clauses;
    final Channel[] channels;
    /** By clause: the rules that ask it. */
    final int[][] askers;
    /** By clause: its channel, its place there, and whether it holds from there up. */
    final int[] channelOf;
    final int[] placeOf;
    final boolean[] upwards;
    /** By rule: what fires it. */
    final Condition[] when;
    /** By rule: the measures its clauses ask. */
    final Measure[][] measures;
    private final String id;
    private final int version;
    private final List<Rule> rules;

    /**
     * A set.
     *
     * @param id      its name
     * @param version its version, 1 or more
     * @param rules   in the order they are told
     * @param clauses what the rules' conditions number
     */
    public RuleSet(String id, int version, List<Rule> rules, List<Clause> clauses) {
        this.id = id;
        this.version = version;
        this.rules = List.copyOf(rules);
        this.clauses = List.copyOf(clauses);
        Set<Reading> readings = new LinkedHashSet<>();
        clauses.forEach(clause -> readings.add(clause.reading()));
        this.channels = readings.stream().map(reading -> new Channel(reading, this.clauses)).toArray(Channel[]::new);
        this.askers = askers();
        this.channelOf = new int[clauses.size()];
        this.placeOf = new int[clauses.size()];
        this.upwards = new boolean[clauses.size()];
        number();
        this.when = this.rules.stream().map(Rule::when).toArray(Condition[]::new);
        this.measures = this.rules.stream().map(RuleSet::measures).toArray(Measure[][]::new);
    }

    private void number() {
        for (int channel = 0; channel < channels.length; channel++) {
            int[] of = channels[channel].clauses;
            for (int place = 0; place < of.length; place++) {
                channelOf[of[place]] = channel;
                placeOf[of[place]] = place;
                upwards[of[place]] = clauses.get(of[place]).atLeast();
            }
        }
    }

    private static Measure[] measures(Rule rule) {
        Set<Measure> found = new LinkedHashSet<>();
        rule.when().clauses(is -> found.add(is.clause().reading().measure()));
        found.remove(null);
        return found.toArray(Measure[]::new);
    }

    private int[][] askers() {
        int[][] found = new int[clauses.size()][0];
        for (int rule = 0; rule < rules.size(); rule++) {
            int asker = rule;
            for (Condition.Is is : asked(rules.get(rule))) {
                int[] before = found[is.number()];
                if (before.length == 0 || before[before.length - 1] != asker) {
                    found[is.number()] = Arrays.copyOf(before, before.length + 1);
                    found[is.number()][before.length] = asker;
                }
            }
        }
        return found;
    }

    private static List<Condition.Is> asked(Rule rule) {
        List<Condition.Is> asked = new ArrayList<>(rule.clearAt());
        rule.when().clauses(asked::add);
        return asked;
    }

    /** {@return its name} */
    public String id() {
        return id;
    }

    /** {@return its version} */
    public int version() {
        return version;
    }

    /** {@return its rules, in the order they are told} */
    public List<Rule> rules() {
        return rules;
    }
}
