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
    private static final byte STATE = 3;
    private static final byte UNDECIDED = 4;
    private static final byte ASKED = 8;
    private static final int NOBODY_KNOWS = -1;
    private static final Veto[] VETOES = Veto.values();

    final RuleSet set;
    /** By channel: how many clauses its number has crossed; {@link #NOBODY_KNOWS} without a number. */
    private final int[] crossed;
    /** By channel: from here to below there a number crosses what the last one had; kept so that most rows end at two comparisons. */
    private final double[] stays;
    /** By rule: its state, {@link #UNDECIDED}, {@link #ASKED}; one byte, so that the rules of hundreds of parents stay in the cache. */
    private final byte[] states;
    private final long[] since;
    /** Rules whose clauses changed with the row at hand. */
    private final int[] asked;
    private int askedCount;
    private int holding;
    private long nextDue = Long.MAX_VALUE;
    private int undecided;
    private final int[] firedOf = new int[Grade.values().length];
    private boolean ended;
    /** Rules that have fired and ask for a switch. */
    private int asking;
    /** The rule that is judged at the moment. */
    private int at = NOBODY_KNOWS;
    private boolean failed;

    Watch(RuleSet set) {
        this.set = set;
        this.crossed = new int[set.channels.length];
        this.stays = new double[2 * set.channels.length];
        int rules = set.rules().size();
        this.states = new byte[rules];
        this.since = new long[rules];
        this.asked = new int[rules];
        Arrays.fill(crossed, NOBODY_KNOWS);
        Arrays.fill(stays, Double.NaN);
        Arrays.fill(states, UNDECIDED);
        undecided = rules;
        for (int rule = 0; rule < rules; rule++) {
            ask(rule);   // a rule of tallies alone can be decided by the first row
        }
    }

    @Override
    public Truth of(int clause) {
        int count = crossed[set.channelOf[clause]];
        return count == NOBODY_KNOWS ? Truth.CANNOT_SAY : Truth.of(set.placeOf[clause] < count == set.upwards[clause]);
    }

    /** Judges a row of the parent and gives it its light; once that has failed nobody can say, and no rule asks for anything. */
    void judge(ParentRow row, Hearer hearer) {
        if (!ended && !failed && row.asOfNanos() != Absent.LONG) {
            ended = row.endNanos() != Absent.LONG;   // what it ended with is judged once more, then the light stays
            try {
                look(row);
                weigh(row, hearer);
            } catch (RuntimeException unexpected) {
                failed = true;
                hearer.failed(row, set, at == NOBODY_KNOWS ? "" : set.rules().get(at).id(), unexpected);
            }
            at = NOBODY_KNOWS;
        }
        row.grade(failed ? Grade.CANNOT_SAY : grade());
    }

    private void weigh(ParentRow row, Hearer hearer) {
        for (int i = 0; i < askedCount; i++) {
            at = asked[i];
            states[at] &= ~ASKED;
            decide(at, row, hearer);
        }
        askedCount = 0;
        if (holding > 0) {
            mature(row, hearer);
        }
        if (asking > 0) {
            stand(row, hearer);
        }
    }

    /** {@return venue time at which a rule that holds will have held long enough, {@code Long.MAX_VALUE} for none} */
    long nextDue() {
        return ended || failed ? Long.MAX_VALUE : nextDue;
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
        for (int i = 0; i < crossed.length; i++) {
            double value = set.channels[i].of(row);
            if (!(value >= stays[2 * i] && value < stays[2 * i + 1]) && !(crossed[i] == NOBODY_KNOWS && Double.isNaN(value))) {
                move(i, value);
            }
        }
    }

    private void move(int of, double value) {
        Channel channel = set.channels[of];
        int before = crossed[of];
        int after = Double.isNaN(value) ? NOBODY_KNOWS : channel.crossed(value, Math.max(0, before));
        crossed[of] = after;
        stays[2 * of] = after == NOBODY_KNOWS ? Double.NaN : channel.least(after);
        stays[2 * of + 1] = after == NOBODY_KNOWS ? Double.NaN : channel.next(after);
        boolean all = before == NOBODY_KNOWS || after == NOBODY_KNOWS;
        int to = all ? channel.clauses.length : Math.max(before, after);
        for (int place = all ? 0 : Math.min(before, after); place < to; place++) {
            for (int rule : set.askers[channel.clauses[place]]) {
                ask(rule);
            }
        }
    }

    private void ask(int rule) {
        if ((states[rule] & ASKED) == 0) {
            states[rule] |= ASKED;
            asked[askedCount++] = rule;
        }
    }

    private void decide(int number, ParentRow row, Hearer hearer) {
        Rule rule = set.rules().get(number);
        Truth now = set.when[number].of(this);
        decided(number, now != Truth.CANNOT_SAY);
        switch (states[number] & STATE) {
            case IDLE -> {
                if (now == Truth.YES && !isCleared(rule, now)) {
                    begin(number, rule, row, hearer);
                }
            }
            case HOLDING -> {
                if (now != Truth.YES || isCleared(rule, now)) {
                    state(number, IDLE);
                    holding--;
                }
            }
            default -> {
                if (isCleared(rule, now)) {
                    state(number, IDLE);
                    firedOf[rule.grade().ordinal()]--;
                    asking -= rule.then() == null ? 0 : 1;
                    hearer.accept(verdict(number, rule, false, row.asOfNanos(), row));
                }
            }
        }
    }

    private void decided(int number, boolean decided) {
        if (decided == ((states[number] & UNDECIDED) != 0)) {
            states[number] ^= UNDECIDED;
            undecided += decided ? -1 : 1;
        }
    }

    private void state(int number, byte state) {
        states[number] = (byte) (states[number] & ~STATE | state);
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
        state(number, HOLDING);
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
            if ((states[number] & STATE) == HOLDING) {
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
        at = number;
        state(number, FIRED);
        firedOf[rule.grade().ordinal()]++;
        asking += rule.then() == null ? 0 : 1;
        hearer.accept(verdict(number, rule, true, nanos, row));
    }

    private void stand(ParentRow row, Hearer hearer) {
        for (int number = 0; number < states.length; number++) {
            Rule rule = set.rules().get(number);
            if ((states[number] & STATE) == FIRED && rule.then() != null) {
                at = number;
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
