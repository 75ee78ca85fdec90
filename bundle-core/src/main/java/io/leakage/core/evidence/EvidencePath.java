package io.leakage.core.evidence;

import io.leakage.core.order.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every footprint of a parent at every horizon as comma-separated text, in the order in which the horizons ended: what became of it, its response,
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
    private final EProcess[] all = new EProcess[Horizons.COUNT];
    private final EProcess[] unfilled = new EProcess[Horizons.COUNT];
    private final StringBuilder text = new StringBuilder(HEAD);

    private EvidencePath() {
        for (int h = 0; h < Horizons.COUNT; h++) {
            all[h] = new EProcess();
            unfilled[h] = new EProcess();
        }
    }

    /** {@return a header, and a line for each of these footprints and horizons} */
    static String of(List<Footprint> footprints) {
        List<Look> looks = new ArrayList<>();
        for (Footprint footprint : footprints) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                looks.add(new Look(footprint, h));
            }
        }
        looks.sort(Comparator.comparingLong(Look::nanos).thenComparingLong(look -> look.footprint().nanos()));
        EvidencePath path = new EvidencePath();
        looks.forEach(path::add);
        return path.text.toString();
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
        all[h].count(footprint.rank(h), 1);
        if (!footprint.countedAsFilled()) {
            unfilled[h].count(footprint.rank(h), 1);
        }
        text.append(',').append(footprint.response(h)).append(',').append(footprint.placebo(h)).append(',').append(footprint.rank(h))
                .append(',').append(all[h].value()).append(',').append(unfilled[h].value()).append(',').append(evidence()).append(',');
        placebos(footprint, h);
        text.append('\n');
    }

    private double evidence() {
        double sum = 0;
        for (int h = 0; h < Horizons.COUNT; h++) {
            sum += (all[h].value() + unfilled[h].value()) / (2 * Horizons.COUNT);
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
