package io.leakage.core.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All clauses over one number, in the order in which a rising number crosses them: those it has crossed are always the first few, so that a
 * number which moves touches no clause but those it crosses.
 */
final class Channel {
    final Reading reading;
    /** Numbers of the clauses in the rule set. */
    final int[] clauses;
    private final Clause[] byThreshold;

    /** @param all the rule set's clauses; those over this reading are taken */
    Channel(Reading reading, List<Clause> all) {
        this.reading = reading;
        this.clauses = IntStream.range(0, all.size()).boxed().filter(i -> all.get(i).reading().equals(reading))
                .sorted(Comparator.<Integer>comparingDouble(i -> all.get(i).threshold()).thenComparing(i -> !all.get(i).atLeast()))
                .mapToInt(i -> i).toArray();
        this.byThreshold = new Clause[clauses.length];
        for (int i = 0; i < clauses.length; i++) {
            byThreshold[i] = all.get(clauses[i]);
        }
    }

    /** {@return how many clauses a number has crossed, found from how many it had crossed before} */
    int crossed(double value, int before) {
        int crossed = before;
        while (crossed < byThreshold.length && byThreshold[crossed].isCrossedBy(value)) {
            crossed++;
        }
        while (crossed > 0 && !byThreshold[crossed - 1].isCrossedBy(value)) {
            crossed--;
        }
        return crossed;
    }

    /** {@return the truth of the clause at a place when so many are crossed} */
    Truth truth(int place, int crossed) {
        return Truth.of(place < crossed == byThreshold[place].atLeast());
    }
}
