package io.leakage.api.score;

import io.leakage.api.event.Side;
import java.util.List;

/**
 * A counterparty that was asked for a quote (35=R), what became of it, and what the market did after it was asked. An immutable value.
 *
 * @param request      name ({@link NameKind#ORDER}) of the QuoteReqID (131)
 * @param parent       number of the order it was for, −1 while no order is known: then it is a footprint of its instrument
 * @param instrument   name of the instrument, −1 when no message told it
 * @param side         of the order, else of the request; null when both were asked for and nothing was hit
 * @param nanos        when it was asked, nanoseconds since the epoch
 * @param quantity     OrderQty (38) it was asked for, {@code Absent.LONG} when not told
 * @param counterparty name ({@link NameKind#TEXT}) of who was asked, −1 when not told
 * @param outcome      what became of it
 * @param bid          BidPx of its newest quote in units of 1e-8, {@code Absent.LONG} for none
 * @param offer        OfferPx of its newest quote in units of 1e-8, {@code Absent.LONG} for none
 * @param validUntil   until when its quote is valid, before it quoted the request; nanoseconds since the epoch, {@code Absent.LONG}
 *                     when not told
 * @param after        what the market did, by horizon; empty while no side is known, and when the ask's time is not the venue's
 */
public record Ask(int request, int parent, int instrument, Side side, long nanos, long quantity, int counterparty, Outcome outcome,
        long bid, long offer, long validUntil, List<After> after) {
    /** What became of who was asked. */
    public enum Outcome {
        /** Nothing yet that is known. */
        OPEN,
        /** Its quote was hit, or the order was executed with it. */
        WON,
        /** Another's quote was hit, or nothing of the request can be hit any more. */
        LOST
    }

    /** Copies what came after. */
    public Ask {
        after = List.copyOf(after);
    }

    /**
     * The market after an ask, as {@link EvidenceCard.Look} has it. Several asked within a millisecond are one footprint, and this is
     * what came after all of them.
     *
     * @param horizon  how long after
     * @param fate     COUNTED, OPEN, or why it was left out
     * @param response move of the mid against the order in basis points, beyond what a reference explains; NaN where it was not ranked
     * @param placebo  mean move of its placebos
     * @param rank     of the response among theirs, 0 to 1
     */
    public record After(Horizon horizon, String fate, double response, double placebo, double rank) {
    }
}
