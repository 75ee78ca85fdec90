package io.leakage.api.score;

import java.util.List;

/**
 * Which orders of a desk are named leaking at a look, so that of those named no more than a share is wrong on average, however they depend
 * on each other (e-BH, Wang and Ramdas 2022). Held against each other are the desk's orders that still work and those that arrived on the
 * UTC day of its newest arrival, ended ones too: an order keeps its place until the day is over, so that none is left out for what its
 * evidence became. One whose evidence is not {@link Status#VALID} counts among them and is not named. The next day begins anew. An
 * immutable value.
 *
 * @param desk      the desk's id
 * @param rate      what share of those named may be wrong on average
 * @param orders    how many were held against each other
 * @param threshold the least evidence that is named, {@link Double#POSITIVE_INFINITY} when none is
 * @param parents   numbers of the orders named, most evidence first
 */
public record Discoveries(String desk, double rate, int orders, double threshold, List<Integer> parents) {
    /** The rate of a desk that says nothing: one in five. */
    public static final double USUAL_RATE = .20;

    /** Copies the list. */
    public Discoveries {
        parents = List.copyOf(parents);
    }
}
