package io.leakage.core.rule;

import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All clauses over one number, in the order in which a rising number crosses them: those it has crossed are always the first few, so that a
 * number which moves touches no clause but those it crosses.
 */
final class Channel {
    private final Measure measure;
    private final Tally tally;
    private final Reading.End end;
    /** Numbers of the clauses in the rule set. */
    final int[] clauses;
    /** By place: the least number that has crossed the clause; rises. */
    private final double[] from;

    /** @param all the rule set's clauses; those over this reading are taken */
    Channel(Reading reading, List<Clause> all) {
        this.measure = reading.measure();
        this.tally = reading.tally();
        this.end = reading.end();
        this.clauses = IntStream.range(0, all.size()).boxed().filter(i -> all.get(i).reading().equals(reading))
                .sorted(Comparator.comparingDouble(i -> all.get(i).from())).mapToInt(i -> i).toArray();
        this.from = IntStream.of(clauses).mapToDouble(i -> all.get(i).from()).toArray();
    }

    /** {@return the number a row says, NaN when it cannot} */
    double of(ParentRow row) {
        if (end == Reading.End.VALUE) {
            return measure == null ? tally.of(row) : row.value(measure);
        }
        return end == Reading.End.LOWER ? row.lo(measure) : row.hi(measure);
    }

    /** {@return how many clauses a number has crossed, found from how many it had crossed before} */
    int crossed(double value, int before) {
        int crossed = before;
        while (crossed < from.length && value >= from[crossed]) {
            crossed++;
        }
        while (crossed > 0 && value < from[crossed - 1]) {
            crossed--;
        }
        return crossed;
    }

    /** {@return the least number that has crossed so many} */
    double least(int crossed) {
        return crossed == 0 ? Double.NEGATIVE_INFINITY : from[crossed - 1];
    }

    /** {@return the least number that has crossed more} */
    double next(int crossed) {
        return crossed == from.length ? Double.POSITIVE_INFINITY : from[crossed];
    }
}
