package io.leakage.core.evidence;

import io.leakage.api.score.EvidenceCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the newest {@value #MOST} footprints of a parent down for a person. On the pipeline's thread; allocates. */
final class CardWriter {
    /** So many footprints are told at most. */
    static final int MOST = 32;

    /** One footprint at one horizon. */
    private record At(Footprint footprint, int horizon) {
        long nanos() {
            return footprint.until(horizon);
        }
    }

    private final Examiner examiner = new Examiner();
    private final EProcess[] bets;
    private final boolean withPlacebos;

    private CardWriter(EProcess[] bets, boolean withPlacebos) {
        this.bets = bets;
        this.withPlacebos = withPlacebos;
    }

    /**
     * Writes a card.
     *
     * @param withPlacebos whether each look tells its placebos, which are drawn again for that
     * @return the card of a parent after so many events
     */
    static EvidenceCard of(ParentEvidence evidence, String version, long position, boolean withPlacebos) {
        List<Footprint> all = evidence.footprints();
        List<Footprint> newest = all.stream().sorted(Comparator.comparingLong(Footprint::nanos)).skip(Math.max(0, all.size() - MOST))
                .toList();
        List<At> looks = new ArrayList<>();
        for (Footprint footprint : newest) {
            for (int h = 0; h < Horizons.COUNT; h++) {
                looks.add(new At(footprint, h));
            }
        }
        looks.sort(Comparator.comparingLong(At::nanos).thenComparingLong(at -> at.footprint().nanos()));
        CardWriter writer = new CardWriter(evidence.betsWithout(newest), withPlacebos);
        long seed = newest.isEmpty() ? 0 : Seed.of(newest.get(0).nanos(), newest.get(0).trail.instrument);
        return new EvidenceCard(evidence.parent().number(), version, seed, position, all.size() + evidence.dropped(),
                all.size() + evidence.dropped() - newest.size(),
                looks.stream().map(writer::look).toList());
    }

    private EvidenceCard.Look look(At at) {
        Footprint footprint = at.footprint();
        int h = at.horizon();
        int child = footprint.order.number();
        if (footprint.fate(h) != Fate.COUNTED) {
            return new EvidenceCard.Look(footprint.nanos(), child, EvidencePath.kinds(footprint), Horizons.at(h), footprint.fate(h).name(),
                    Double.NaN, Double.NaN, Double.NaN, evidence(), -1, List.of());
        }
        bets[ParentEvidence.at(h, ParentEvidence.ALL)].count(footprint.rank(h), 1);
        if (!footprint.countedAsFilled()) {
            bets[ParentEvidence.at(h, ParentEvidence.UNFILLED)].count(footprint.rank(h), 1);
        }
        List<EvidenceCard.Placebo> placebos = withPlacebos ? placebos(footprint, h) : List.of();
        return new EvidenceCard.Look(footprint.nanos(), child, EvidencePath.kinds(footprint), Horizons.at(h), Fate.COUNTED.name(),
                footprint.response(h), footprint.placebo(h), footprint.rank(h), evidence(), placebos.isEmpty() ? -1 : examiner.widening(),
                placebos);
    }

    private double evidence() {
        double sum = 0;
        for (EProcess bet : bets) {
            sum += bet.value() / bets.length;
        }
        return sum;
    }

    /** Drawn again; none when some have been forgotten since. */
    private List<EvidenceCard.Placebo> placebos(Footprint footprint, int h) {
        Draw drawn = examiner.drawn(footprint, h);
        if (drawn == null) {
            return List.of();
        }
        PlaceboPool pool = Examiner.pool(footprint, h);
        double[] moves = drawn.signed(footprint.sign());
        double mean = 0;
        List<EvidenceCard.Placebo> placebos = new ArrayList<>();
        for (int i = 0; i < moves.length; i++) {
            mean += moves[i] / moves.length;
            placebos.add(new EvidenceCard.Placebo(pool.nanos(drawn.numbers()[i]), moves[i]));
        }
        return mean == footprint.placebo(h) ? placebos : List.of();
    }
}
