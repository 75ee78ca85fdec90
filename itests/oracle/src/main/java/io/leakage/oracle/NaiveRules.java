package io.leakage.oracle;

/**
 * What others do with the same responses a second after each footprint: a t-test of their mean against 0 that is repeated at each of
 * them from the fifth on, and a threshold on the mean, looked at as often.
 */
final class NaiveRules {
    /** One in twenty, one-sided, when looked at once. */
    static final double T = 1.645;
    /** Basis points. */
    static final double THRESHOLD = .3;

    private static final int FIRST_LOOK = 5;
    private static final String HORIZON = "1s";
    private static final int COLUMN_HORIZON = 4;
    private static final int COLUMN_FATE = 5;
    private static final int COLUMN_RESPONSE = 6;

    private int count;
    private double sum;
    private double squares;
    private boolean tested;
    private boolean over;

    /**
     * What they said.
     *
     * @param tested whether the t-test ever alarmed
     * @param over   whether the threshold ever did
     * @param mean   response, in basis points, NaN of none
     * @param spread its standard deviation
     */
    record Verdict(boolean tested, boolean over, double mean, double spread) {
    }

    private NaiveRules() {
    }

    /** {@return what they make of a parent's footprints as the engine writes them down} */
    static Verdict of(String footprints) {
        NaiveRules rules = new NaiveRules();
        footprints.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", COLUMN_RESPONSE + 2);
            if (cells[COLUMN_HORIZON].equals(HORIZON) && cells[COLUMN_FATE].equals("COUNTED")) {
                rules.look(Double.parseDouble(cells[COLUMN_RESPONSE]));
            }
        });
        return new Verdict(rules.tested, rules.over, rules.sum / rules.count, Math.sqrt(rules.variance()));
    }

    private void look(double response) {
        count++;
        sum += response;
        squares += response * response;
        double mean = sum / count;
        if (count >= FIRST_LOOK) {
            tested |= mean > T * Math.sqrt(variance() / count);
            over |= mean > THRESHOLD;
        }
    }

    private double variance() {
        return (squares - sum * sum / count) / (count - 1);
    }
}
