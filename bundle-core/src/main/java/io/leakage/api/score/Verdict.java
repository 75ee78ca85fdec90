package io.leakage.api.score;

import java.util.List;

/**
 * A rule fired on a parent, or no longer holds.
 *
 * @param parent   the parent's number
 * @param nanos    venue time of it, nanoseconds since the epoch: for a rule that had to hold for a while, when that was over
 * @param rules    the rule set's id
 * @param version  its version
 * @param rule     the rule's id
 * @param grade    the light it gives
 * @param fired    true when it fired; false when it ended
 * @param why      the clauses that decided, with their numbers
 * @param switchTo the strategy it would have switched to; empty for none
 * @param mode     how far it may go ({@code OBSERVE}, {@code ADVISE}, {@code AUTO}); empty where there is nothing to do
 * @param vetoes   what keeps its action back now ({@code HALT}, {@code STALE} …)
 */
public record Verdict(int parent, long nanos, String rules, int version, String rule, Grade grade, boolean fired, List<String> why,
        String switchTo, String mode, List<String> vetoes) {
    /** Copies the lists. */
    public Verdict {
        why = List.copyOf(why);
        vetoes = List.copyOf(vetoes);
    }
}
