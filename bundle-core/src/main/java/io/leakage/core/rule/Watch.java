package io.leakage.core.rule;

import io.leakage.api.event.Absent;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One parent under one rule set: which clauses hold, which rules have held for how long, which have fired. A row costs what its numbers
 * cross, not what the set counts. One thread; it allocates only when a rule fires or ends.
 */
final class Watch implements Condition.Truths {
    private static final byte IDLE = 0;
    private static final byte HOLDING = 1;
    private static final byte FIRED = 2;
    private static final Veto[] VETOES = Veto.values();

    final RuleSet set;
    private final byte[] truths;
    private final double[] values;
    private final int[] crossed;
    /** By rule. */
    private final byte[] states;
    private final Truth[] when;
    private final long[] since;
    /** Rules whose clauses changed with the row at hand. */
    private final int[] asked;
    private final boolean[] isAsked;
    private int askedCount;
    private int holding;
    private long nextDue = Long.MAX_VALUE;
    private int undecided;
    private final int[] firedOf = new int[Grade.values().length];
    private boolean ended;
    /** Rules that have fired and ask for a switch. */
    private int asking;

    Watch(RuleSet set) {
        this.set = set;
        this.truths = new byte[set.clauses.size()];
        this.values = new double[set.channels.length];
        this.crossed = new int[set.channels.length];
        int rules = set.rules().size();
        this.states = new byte[rules];
        this.when = new Truth[rules];
        this.since = new long[rules];
        this.asked = new int[rules];
        this.isAsked = new boolean[rules];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(truths, (byte) Truth.CANNOT_SAY.ordinal());
        Arrays.fill(when, Truth.CANNOT_SAY);
        undecided = rules;
        for (int rule = 0; rule < rules; rule++) {
            ask(rule);   // a rule of tallies alone can be decided by the first row
        }
    }

    @Override
    public Truth of(int clause) {
        return Truth.at(truths[clause]);
    }

    /** Judges a row of the parent and gives it its light. */
    void judge(ParentRow row, Hearer hearer) {
        if (!ended && row.asOfNanos() != Absent.LONG) {
            ended = row.endNanos() != Absent.LONG;   // what it ended with is judged once more, then the light stays
            look(row);
            for (int i = 0; i < askedCount; i++) {
                isAsked[asked[i]] = false;
                decide(asked[i], row, hearer);
            }
            askedCount = 0;
            if (holding > 0) {
                mature(row, hearer);
            }
            if (asking > 0) {
                stand(row, hearer);
            }
        }
        row.grade(grade());
    }

    /** {@return venue time at which a rule that holds will have held long enough, {@code Long.MAX_VALUE} for none} */
    long nextDue() {
        return ended ? Long.MAX_VALUE : nextDue;
    }

    private Grade grade() {
        if (firedOf[Grade.RED.ordinal()] > 0) {
            return Grade.RED;
        }
        if (firedOf[Grade.AMBER.ordinal()] > 0) {
            return Grade.AMBER;
        }
        return undecided > 0 ? Grade.CANNOT_SAY : Grade.GREEN;
    }

    private void look(ParentRow row) {
        for (int i = 0; i < values.length; i++) {
            double value = set.channels[i].reading.of(row);
            if (value != values[i] && !(Double.isNaN(value) && Double.isNaN(values[i]))) {
                move(i, value);
            }
        }
    }

    private void move(int of, double value) {
        Channel channel = set.channels[of];
        boolean known = !Double.isNaN(values[of]);
        values[of] = value;
        if (Double.isNaN(value)) {
            for (int clause : channel.clauses) {
                say(clause, Truth.CANNOT_SAY);
            }
            return;
        }
        int before = crossed[of];
        int after = channel.crossed(value, before);
        crossed[of] = after;
        int from = known ? Math.min(before, after) : 0;
        int to = known ? Math.max(before, after) : channel.clauses.length;
        for (int place = from; place < to; place++) {
            say(channel.clauses[place], channel.truth(place, after));
        }
    }

    private void say(int clause, Truth truth) {
        truths[clause] = (byte) truth.ordinal();
        for (int rule : set.askers[clause]) {
            ask(rule);
        }
    }

    private void ask(int rule) {
        if (!isAsked[rule]) {
            isAsked[rule] = true;
            asked[askedCount++] = rule;
        }
    }

    private void decide(int number, ParentRow row, Hearer hearer) {
        Rule rule = set.rules().get(number);
        Truth before = when[number];
        Truth now = rule.when().of(this);
        when[number] = now;
        undecided += (now == Truth.CANNOT_SAY ? 1 : 0) - (before == Truth.CANNOT_SAY ? 1 : 0);
        switch (states[number]) {
            case IDLE -> {
                if (now == Truth.YES && !isCleared(rule, now)) {
                    begin(number, rule, row, hearer);
                }
            }
            case HOLDING -> {
                if (now != Truth.YES || isCleared(rule, now)) {
                    states[number] = IDLE;
                    holding--;
                }
            }
            default -> {
                if (isCleared(rule, now)) {
                    states[number] = IDLE;
                    firedOf[rule.grade().ordinal()]--;
                    asking -= rule.then() == null ? 0 : 1;
                    hearer.accept(verdict(number, rule, false, row.asOfNanos(), row));
                }
            }
        }
    }

    private boolean isCleared(Rule rule, Truth now) {
        if (rule.clearAt().isEmpty()) {
            return now == Truth.NO;
        }
        for (int i = 0; i < rule.clearAt().size(); i++) {
            if (rule.clearAt().get(i).of(this) == Truth.YES) {
                return true;
            }
        }
        return false;
    }

    private void begin(int number, Rule rule, ParentRow row, Hearer hearer) {
        if (rule.forNanos() == 0) {
            fire(number, rule, row.asOfNanos(), row, hearer);
            return;
        }
        states[number] = HOLDING;
        since[number] = row.asOfNanos();
        holding++;
        nextDue = Math.min(nextDue, since[number] + rule.forNanos());
    }

    private void mature(ParentRow row, Hearer hearer) {
        if (row.asOfNanos() < nextDue) {
            return;
        }
        nextDue = Long.MAX_VALUE;
        for (int number = 0; number < states.length; number++) {
            if (states[number] == HOLDING) {
                Rule rule = set.rules().get(number);
                long due = since[number] + rule.forNanos();
                if (row.asOfNanos() >= due) {
                    holding--;
                    fire(number, rule, due, row, hearer);
                } else {
                    nextDue = Math.min(nextDue, due);
                }
            }
        }
    }

    private void fire(int number, Rule rule, long nanos, ParentRow row, Hearer hearer) {
        states[number] = FIRED;
        firedOf[rule.grade().ordinal()]++;
        asking += rule.then() == null ? 0 : 1;
        hearer.accept(verdict(number, rule, true, nanos, row));
    }

    private void stand(ParentRow row, Hearer hearer) {
        for (int number = 0; number < states.length; number++) {
            Rule rule = set.rules().get(number);
            if (states[number] == FIRED && rule.then() != null) {
                hearer.stands(row, set, rule, vetoes(number, rule, row));
            }
        }
    }

    /** {@return the bits of what speaks against acting now, of those the rule lets speak} */
    private int vetoes(int number, Rule rule, ParentRow row) {
        if (rule.vetoes().isEmpty()) {
            return 0;
        }
        long flags = 0;
        for (Measure measure : set.measures[number]) {
            flags |= row.flags(measure);
        }
        int bits = 0;
        for (int i = 0; i < VETOES.length; i++) {
            bits |= rule.vetoes().contains(VETOES[i]) && VETOES[i].holds(row, flags) ? VETOES[i].bit() : 0;
        }
        return bits;
    }

    private Verdict verdict(int number, Rule rule, boolean fired, long nanos, ParentRow row) {
        List<String> why = new ArrayList<>();
        if (fired || rule.clearAt().isEmpty()) {
            why.addAll(rule.told(row));
        } else {
            rule.clearAt().stream().filter(is -> is.of(this) == Truth.YES).forEach(is -> why.addAll(Rule.told(is, row)));
        }
        int vetoes = fired && rule.then() != null ? vetoes(number, rule, row) : 0;
        return new Verdict(row.number(), nanos, set.id(), set.version(), rule.id(), rule.grade(), fired, why,
                rule.then() == null ? "" : rule.then().switchTo(), rule.then() == null ? "" : rule.then().mode().name(), Veto.names(vetoes));
    }
}
