package io.leakage.core.evidence;

import io.leakage.core.order.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every footprint of a parent that is kept, at every horizon, as comma-separated text, in the order in which the horizons ended: what became of it, its response,
 * its placebos, its rank, and E after it. So anyone can redo the evidence with a pencil. For a person; allocates.
 */
final class EvidencePath {
    private static final String HEAD = "footprint_nanos,child,kinds,side,horizon,fate,response_bps,placebo_bps,rank,bet_all,bet_unfilled,"
            + "evidence,widened,placebos\n";

    /** One footprint at one horizon. */
    private record Look(Footprint footprint, int horizon) {
        long nanos() {
            return footprint.until(horizon);
        }
    }

    private final Examiner examiner = new Examiner();
    private final EProcess[] bets;
    private final StringBuilder text = new StringBuilder(HEAD);

    /** After those bets that are not told. */
    private EvidencePath(EProcess[] bets) {
        this.bets = bets;
    }

    /** {@return a header, and a line for each footprint that is kept and horizon} */
    static String of(ParentEvidence evidence) {
        if (evidence == null) {
            return HEAD;
        }
        List<Look> looks = new ArrayList<>();
        for (Footprint footprint : evidence.footprints()) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                looks.add(new Look(footprint, h));
            }
        }
        looks.sort(Comparator.comparingLong(Look::nanos).thenComparingLong(look -> look.footprint().nanos()));
        EvidencePath path = new EvidencePath(evidence.betsWithout(evidence.footprints()));
        looks.forEach(path::add);
        return path.text.toString();
    }

    private EProcess bet(int horizon, int family) {
        return bets[ParentEvidence.at(horizon, family)];
    }

    private void add(Look look) {
        Footprint footprint = look.footprint();
        int h = look.horizon();
        boolean counted = footprint.fate(h) == Fate.COUNTED;
        text.append(footprint.nanos()).append(',').append(footprint.order.number()).append(',').append(kinds(footprint)).append(',')
                .append(footprint.parent.parent().side()).append(',').append(Horizons.at(h).id()).append(',').append(footprint.fate(h));
        if (!counted) {
            text.append(",,,,,,,,\n");
            return;
        }
        bet(h, ParentEvidence.ALL).count(footprint.rank(h), 1);
        if (!footprint.countedAsFilled()) {
            bet(h, ParentEvidence.UNFILLED).count(footprint.rank(h), 1);
        }
        text.append(',').append(footprint.response(h)).append(',').append(footprint.placebo(h)).append(',').append(footprint.rank(h))
                .append(',').append(bet(h, ParentEvidence.ALL).value()).append(',').append(bet(h, ParentEvidence.UNFILLED).value())
                .append(',').append(evidence()).append(',');
        placebos(footprint, h);
        text.append('\n');
    }

    private double evidence() {
        double sum = 0;
        for (int h = 0; h < Horizons.COUNT; h++) {
            sum += (bet(h, ParentEvidence.ALL).value() + bet(h, ParentEvidence.UNFILLED).value()) / bets.length;
        }
        return sum;
    }

    /** Their instants and moves against the order; nothing when some have been forgotten since. */
    private void placebos(Footprint footprint, int h) {
        Draw drawn = examiner.drawn(footprint, h);
        if (drawn == null) {
            text.append(',');
            return;
        }
        PlaceboPool pool = Examiner.pool(footprint, h);
        double[] moves = drawn.signed(footprint.sign());
        double mean = 0;
        for (double move : moves) {
            mean += move / moves.length;
        }
        if (mean != footprint.placebo(h)) {
            text.append(',');
            return;
        }
        text.append(drawn.widening()).append(',');
        for (int i = 0; i < moves.length; i++) {
            text.append(i == 0 ? "" : " ").append(pool.nanos(drawn.numbers()[i])).append(':').append(moves[i]);
        }
    }

    /** {@return what it was, in words} */
    static String kinds(Footprint footprint) {
        StringBuilder kinds = new StringBuilder();
        for (Step.Kind kind : Step.Kind.values()) {
            if ((footprint.kinds() & 1 << kind.ordinal()) != 0) {
                kinds.append(kinds.isEmpty() ? "" : " ").append(kind);
            }
        }
        return footprint.isFilled() ? kinds.append(kinds.isEmpty() ? "" : " ").append("FILLED").toString() : kinds.toString();
    }
}
