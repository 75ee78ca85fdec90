package io.leakage.core.evidence;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.metric.Scores;

/**
 * Parts the drift of a parent, in whole units of half 1e-8, so that the parts add up exactly:
 * <pre>  s(m(now) − P0) = market + fills + signals + rest</pre>
 * market is β times the reference basket's move, 0 without one; fills and signals are the excess, by the main horizon, after footprints that traded
 * and after those that did not; rest is what is left. A family with fewer than {@value EvidenceRow#LEAST} footprints stays in the rest.
 */
final class Attribution {
    private static final Input[] MOVED = {Input.named("moved_by_market"), Input.named("moved_by_fills"), Input.named("moved_by_signals"),
        Input.named("moved_by_rest")};
    private static final Measure[] PARTS = {Measure.DRIFT_MARKET, Measure.DRIFT_IMPACT, Measure.DRIFT_LEAKAGE, Measure.DRIFT_REST};

    private final long[] moved = new long[PARTS.length];
    private final double[] below = new double[PARTS.length];
    private final double[] above = new double[PARTS.length];

    /**
     * Writes the parts; the drift itself is in the row.
     *
     * @param holes {@link Flag} bits of what was not known of the market while footprints and their placebos were looked at
     */
    void write(ParentEvidence evidence, ParentRow row, long holes) {
        if (row.status(Measure.DRIFT) == Status.SUPPRESSED) {
            for (int i = 0; i < PARTS.length; i++) {
                row.suppress(PARTS[i], row.flags(Measure.DRIFT));
                row.input(MOVED[i], Double.NaN);
            }
            return;
        }
        long arrival = Math.round(row.arrivalMid() * 2e8);
        part(evidence, row, arrival);
        for (int i = 0; i < PARTS.length; i++) {
            row.input(MOVED[i], moved[i] / 2e8);
        }
        long flags = row.flags(Measure.DRIFT) | holes | row.flags(Measure.LEAK_1S) & Flag.AWAITING_MARKET_DATA.bit();
        boolean compared = row.status(Measure.MARKET_ADJUSTED_DRIFT) != Status.SUPPRESSED;
        give(row, 0, arrival, compared, flags | (compared ? row.flags(Measure.MARKET_ADJUSTED_DRIFT) : Flag.NO_REFERENCE.bit()));
        give(row, 1, arrival, evidence.filled().count() >= EvidenceRow.LEAST, flags | Flag.NOT_IDENTIFIED.bit());
        give(row, 2, arrival, signals(evidence).count() >= EvidenceRow.LEAST, flags | Flag.NOT_IDENTIFIED.bit());
        give(row, 3, arrival, true, flags);
    }

    /** Parts the drift since {@code arrival}, twice the mid. */
    private void part(ParentEvidence evidence, ParentRow row, long arrival) {
        int sign = evidence.sign();
        boolean compared = row.status(Measure.MARKET_ADJUSTED_DRIFT) != Status.SUPPRESSED;
        moved[0] = compared ? Math.round(sign * row.input(Input.BETA) * row.input(Input.REFERENCE_MOVE) * arrival) : 0;
        below[0] = compared ? row.hi(Measure.MARKET_ADJUSTED_DRIFT) - row.value(Measure.MARKET_ADJUSTED_DRIFT) : 0;
        above[0] = compared ? row.value(Measure.MARKET_ADJUSTED_DRIFT) - row.lo(Measure.MARKET_ADJUSTED_DRIFT) : 0;
        take(1, evidence.filled(), evidence.addedByFills(), MarketState.grain(row.arrivalMid()));
        take(2, signals(evidence), evidence.addedBySignals(), MarketState.grain(row.arrivalMid()));
        moved[3] = sign * (Math.round(row.input(Input.MID_NOW) * 2e8) - arrival) - moved[0] - moved[1] - moved[2];
        double off = above[1] + above[2];
        Measure whole = compared ? Measure.MARKET_ADJUSTED_DRIFT : Measure.DRIFT;
        below[3] = row.value(whole) - row.lo(whole) + off;
        above[3] = row.hi(whole) - row.value(whole) + off;
    }

    private void take(int part, ExactMean excess, long added, double grain) {
        boolean shown = excess.count() >= EvidenceRow.LEAST;
        moved[part] = shown ? added : 0;
        below[part] = shown ? excess.count() * excess.radius(EvidenceRow.SEQUENCE, grain) : 0;
        above[part] = below[part];
    }

    private static ExactMean signals(ParentEvidence evidence) {
        return evidence.excess(Horizons.MAIN, ParentEvidence.UNFILLED);
    }

    private void give(ParentRow row, int part, long arrival, boolean shown, long flags) {
        if (!shown) {
            row.suppress(PARTS[part], flags);
            return;
        }
        double value = 1e4 * moved[part] / arrival;
        Scores.give(row, PARTS[part], value, value - below[part], value + above[part], flags & ~Flag.NOT_IDENTIFIED.bit());
    }
}
