package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.api.score.Unit;

/**
 * What the order cost against a paper order filled whole at the decision price (Perold 1988), in money or in basis points of Q · Pd:
 * <pre>  s · (Σ qᵢ (pᵢ − Pd) + R (Pn − Pd)) + fees</pre>
 * <p>Exactly the sum of {@link IsDelay}, {@link IsSpread}, {@link IsDrift}, {@link IsOpportunity} and {@link IsFees}. Pd is P0 where nobody
 * told a price at the decision; Pn is the mid at the end, now while the order works (OPEN). Suppressed without the order's quantity
 * (NO_REFERENCE), without P0 (NO_ARRIVAL_PRICE), and while Pn is unknown and something was not executed.
 * Worked case: 10,000 bought, decision 50.00, 7,000 filled for 351,800.00, end 50.50, fees 75: 1,800 + 1,500 + 75 = 3,375 $, 67.50 bps.
 */
final class ImplementationShortfall implements ParentMeasure {
    private final Measure measure;

    /** @param measure in money, or in basis points */
    ImplementationShortfall(Measure measure) {
        this.measure = measure;
    }

    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        Shortfall shortfall = meter.shortfall();
        long missing = shortfall.missing();
        if (missing != 0) {
            row.suppress(measure, missing);
            return;
        }
        try {
            Interval interval = meter.interval();
            double value = value(shortfall, shortfall.decisionTwice(), shortfall.endTwice());
            interval.begin(value);
            boolean ends = shortfall.residual() != 0;
            for (int corner = 0; corner < (ends ? 4 : 2); corner++) {
                long from = (corner & 1) == 0 ? shortfall.decision().loTwice() : shortfall.decision().hiTwice();
                long to = !ends ? 0 : (corner & 2) == 0 ? shortfall.end().loTwice() : shortfall.end().hiTwice();
                interval.include(value(shortfall, from, to));
            }
            long fees = meter.parent().ledger().fees() < 0 ? Flag.NO_REFERENCE.bit() : 0;
            meter.give(row, measure, value, meter.fillFlags() | shortfall.endFlags() | fees);
        } catch (ArithmeticException tooLarge) {
            row.suppress(measure, Flag.OVERFLOW.bit());
        }
    }

    private double value(Shortfall shortfall, long fromTwice, long toTwice) {
        double money = shortfall.wholeTwice(fromTwice, toTwice) / 2e8;
        return measure.unit() == Unit.MONEY ? money : 1e4 * money / (shortfall.quantity() * (fromTwice / 2e8));
    }
}
