package io.leakage.api.score;

import java.util.List;

/**
 * The newest footprints of an order, each with what its rank was made of, and from what all of it can be computed again. Replaying the
 * journal up to {@link #position} gives the same card. An immutable value.
 *
 * @param parent     the order's number
 * @param version    of the way evidence is computed; another one may give other numbers for the same input
 * @param seed       what draws depend on besides time and horizon: of the UTC day and the instrument
 * @param position   number of events the journal held by then, names not counted
 * @param footprints how many the order had shown
 * @param dropped    how many of those, the oldest, are not told here
 * @param looks      each footprint at each horizon, in the order in which the horizons ended
 */
public record EvidenceCard(int parent, String version, long seed, long position, int footprints, int dropped, List<Look> looks) {
    /** Copies the looks. */
    public EvidenceCard {
        looks = List.copyOf(looks);
    }

    /**
     * A footprint at a horizon. Moves in basis points, positive against the order, beyond what a reference explains; NaN where it was not
     * ranked.
     *
     * @param nanos    when it was shown
     * @param child    place of the child that showed it, −1 for the order itself
     * @param kinds    what it was: ACCEPTED, REPLACED, LEFT, FILLED
     * @param horizon  how long after
     * @param fate     COUNTED, OPEN, or why it was left out
     * @param response its own move
     * @param placebo  mean move of its placebos
     * @param rank     of the response among theirs, 0 to 1
     * @param evidence E once this one counted, those not told here included
     * @param widened  how far the market's state was widened to find them, 0 not at all; −1 when they are not held any longer
     * @param placebos each with its time and move, empty when they are not held any longer
     */
    public record Look(long nanos, int child, String kinds, Horizon horizon, String fate, double response, double placebo, double rank,
            double evidence, int widened, List<Placebo> placebos) {
        /** Copies the placebos. */
        public Look {
            placebos = List.copyOf(placebos);
        }
    }

    /**
     * An instant at which we showed nothing.
     *
     * @param nanos when
     * @param move  of the mid, signed as the order's response is
     */
    public record Placebo(long nanos, double move) {
    }
}
