package io.leakage.core.evidence;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Grade;
import io.leakage.api.score.Input;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Status;
import io.leakage.core.metric.Scores;

/** Writes the evidence of one parent into its row. Allocates nothing; one thread. */
final class EvidenceRow {
    /** A mean is shown from so many footprints on. */
    static final int LEAST = 5;

    /** What makes every number doubtful: a footprint may be missing, or stand at another time. */
    private static final long OF_STORY = Flag.DC_GAP.bit() | Flag.DC_EPOCH.bit() | Flag.DC_STALE.bit() | Flag.PARTIAL_HISTORY.bit()
            | Flag.TIME_INFERRED.bit();
    /** What intervals are shown by. */
    static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(.05, 100, false);
    private static final Measure[] LEAKS = {Measure.LEAK_10MS, Measure.LEAK_100MS, Measure.LEAK_1S, Measure.LEAK_10S};
    private static final Measure[] SIGNALS = {Measure.SIGNAL_10MS, Measure.SIGNAL_100MS, Measure.SIGNAL_1S, Measure.SIGNAL_10S};
    private static final Input[][] RESPONSES = inputs("response_");
    private static final Input[][] PLACEBOS = inputs("placebo_");
    private static final Input[][] COUNTS = inputs("footprints_");
    private static final Input[][] BETS = inputs("bet_");
    private static final Input[] CROWDED = ofHorizons("crowded_");
    private static final Input[] DISTURBED = ofHorizons("disturbed_");
    private static final Input[] UNMATCHED = ofHorizons("unmatched_");
    private static final Input LEAK_PAID = Input.named("leak_paid");
    private static final Input RESPONSE_AFTER = Input.named("response_after");
    private static final Input RESPONSE_QUIET = Input.named("response_quiet");
    private static final Input PHANTOM = Input.named("phantom_1s");

    private final Alarm alarm;

    EvidenceRow(Alarm alarm) {
        this.alarm = alarm;
    }

    private static Input[][] inputs(String prefix) {
        return new Input[][] {ofHorizons(prefix), ofHorizons(prefix + "unfilled_")};
    }

    private static Input[] ofHorizons(String prefix) {
        Input[] inputs = new Input[Horizons.COUNT];
        for (int h = 0; h < inputs.length; h++) {
            inputs[h] = Input.named(prefix + Horizons.at(h).id());
        }
        return inputs;
    }

    /**
     * Writes everything that a new quote does not change, and the grade.
     *
     * @param holes {@link Flag} bits of what was not known of the market while footprints and their placebos were looked at
     */
    void write(ParentEvidence evidence, ParentRow row, long holes) {
        long flags = evidence.parent().flags() & OF_STORY | holes;
        writeInputs(evidence, row);
        for (int h = 0; h < Horizons.COUNT; h++) {
            long missing = missing(evidence, h);
            long beside = flags | awaiting(evidence, h) | broken(evidence, h);
            give(row, LEAKS[h], evidence.excess(h, ParentEvidence.ALL), beside, missing);
            give(row, SIGNALS[h], evidence.excess(h, ParentEvidence.UNFILLED), beside, missing);
        }
        long missing = missing(evidence, Horizons.MAIN);
        flags |= awaiting(evidence, Horizons.MAIN) | broken(evidence, Horizons.MAIN);
        give(row, Measure.CONTRAST, evidence.contrast(), flags, missing);
        give(row, Measure.EXPLOITABLE_BPS, evidence.phantom(), flags, missing);
        giveCost(evidence, row, flags, missing);
        giveEvidence(evidence, row, flags | awaiting(evidence, Horizons.COUNT - 1), missing);
    }

    /** Whether the market data has not come past the windows of all footprints: then numbers are over those it has. */
    private static long awaiting(ParentEvidence evidence, int h) {
        return evidence.fates(h, Fate.OPEN) > 0 ? Flag.AWAITING_MARKET_DATA.bit() : 0;
    }

    /** Whether the market is another now than in the ten minutes before: then numbers are over footprints shown before that. */
    private static long broken(ParentEvidence evidence, int h) {
        return evidence.isBroken(h) ? Flag.VOLATILITY_BREAK.bit() : 0;
    }

    private void giveEvidence(ParentEvidence evidence, ParentRow row, long flags, long missing) {
        if (evidence.counted() == 0) {
            row.suppress(Measure.EVIDENCE, missing & (Flag.NOT_IDENTIFIED.bit() | Flag.AWAITING_MARKET_DATA.bit()
                    | Flag.TOO_FEW_PLACEBOS.bit() | Flag.VOLATILITY_BREAK.bit()));
            return;
        }
        double value = evidence.evidence();
        Scores.give(row, Measure.EVIDENCE, value, value, value, flags);
        boolean judged = row.status(Measure.EVIDENCE) == Status.VALID && evidence.counted() >= LEAST;
        row.grade(judged ? alarm.of(value) : Grade.CANNOT_SAY);
    }

    private static void giveCost(ParentEvidence evidence, ParentRow row, long flags, long missing) {
        ExactMean excess = evidence.excess(Horizons.MAIN, ParentEvidence.ALL);
        double cost = evidence.leakCost();
        row.input(LEAK_PAID, excess.count() == 0 ? Double.NaN : cost);
        if (excess.count() < LEAST) {
            row.suppress(Measure.LEAK_COST, missing);
        } else {
            double off = excess.radius(SEQUENCE, MarketState.grain(row.arrivalMid())) * evidence.exposure() / 1e4;
            Scores.give(row, Measure.LEAK_COST, cost, cost - off, cost + off, flags);
        }
    }

    private static void give(ParentRow row, Measure measure, ExactMean mean, long flags, long missing) {
        if (mean.count() < LEAST) {
            row.suppress(measure, missing);
        } else {
            double off = mean.radius(SEQUENCE, MarketState.grain(row.arrivalMid()));
            Scores.give(row, measure, mean.mean(), mean.mean() - off, mean.mean() + off, flags);
        }
    }

    /** Why there are too few footprints for a mean. */
    private static long missing(ParentEvidence evidence, int h) {
        return Flag.NOT_IDENTIFIED.bit() | awaiting(evidence, h) | broken(evidence, h)
                | (evidence.fates(h, Fate.UNMATCHED) > 0 ? Flag.TOO_FEW_PLACEBOS.bit() : 0)
                | (evidence.fates(h, Fate.UNDECIDABLE) > 0 ? Flag.ORDER_UNDECIDABLE.bit() : 0)
                | (evidence.fates(h, Fate.CENSORED) > 0 ? Flag.CENSORED.bit() : 0);
    }

    private static void writeInputs(ParentEvidence evidence, ParentRow row) {
        for (int h = 0; h < Horizons.COUNT; h++) {
            for (int family = 0; family < RESPONSES.length; family++) {
                ExactMean responses = evidence.responses(h, family);
                row.input(RESPONSES[family][h], responses.mean());
                row.input(PLACEBOS[family][h], responses.mean() - evidence.excess(h, family).mean());
                row.input(COUNTS[family][h], responses.count());
                row.input(BETS[family][h], evidence.bet(h, family).value());
            }
            row.input(CROWDED[h], evidence.fates(h, Fate.CROWDED));
            row.input(DISTURBED[h], evidence.fates(h, Fate.DISTURBED) + evidence.fates(h, Fate.UNDECIDABLE)
                    + evidence.fates(h, Fate.CENSORED));
            row.input(UNMATCHED[h], evidence.fates(h, Fate.UNMATCHED) + evidence.fates(h, Fate.VOLATILITY_BREAK));
        }
        row.input(RESPONSE_AFTER, evidence.contrast().mean() + evidence.quiet().mean());
        row.input(RESPONSE_QUIET, evidence.quiet().mean());
        row.input(PHANTOM, evidence.phantom().mean());
    }
}
