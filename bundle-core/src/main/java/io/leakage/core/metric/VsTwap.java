package io.leakage.core.metric;

import io.leakage.api.score.Flag;
import io.leakage.api.score.Measure;
import io.leakage.api.score.ParentRow;
import io.leakage.core.book.MidTime;

/**
 * What the fills cost against the mid's average over time, from arrival to the end, to now while the order works, in basis points:
 * <pre>  1e4 · s · (Σ pᵢqᵢ / X − TWAP) / TWAP,  TWAP = Σ m · dt / Σ dt over the time in which there was a mid</pre>
 * <p>Suppressed like {@link VsVwap}, and when there was no mid for any time (NOT_IDENTIFIED).
 * Worked case: mid 100.00 for 3 s, then 100.04 for 1 s: TWAP 100.01; bought at 100.02: 0.9999 bps.
 */
final class VsTwap implements ParentMeasure {
    @Override
    public boolean followsQuote() {
        return true;
    }

    @Override
    public void score(Meter meter, ParentRow row) {
        if (meter.suppressedWithoutFills(row, Measure.VS_TWAP)) {
            return;
        }
        Life life = meter.life();
        long missing = life.missing();
        if (missing != 0) {
            row.suppress(Measure.VS_TWAP, missing);
        } else if (!life.start().areQuotesKnown() || !life.until().areQuotesKnown()) {
            row.suppress(Measure.VS_TWAP, Flag.BEFORE_TAPE.bit());
        } else {
            give(meter, row, life);
        }
    }

    private void give(Meter meter, ParentRow row, Life life) {
        double value = life.midOverTime();
        if (Double.isNaN(value)) {
            row.suppress(Measure.VS_TWAP, Flag.NOT_IDENTIFIED.bit() | life.flags());
            return;
        }
        long breaks = life.breaks();
        boolean holed = life.isHoled() || breaks != 0;
        meter.giveAgainst(row, Measure.VS_TWAP, value, holed ? Double.NaN : end(life, value, false), holed ? Double.NaN : end(life, value, true),
                life.flags() | breaks);
    }

    /** The instants that may or may not belong to it pull the average to the mids then. */
    private double end(Life life, double value, boolean high) {
        Mark start = life.start();
        Mark until = life.until();
        double uncertain = (double) (start.to() - start.from()) + (until.to() - until.from());
        if (uncertain == 0) {
            return value;
        }
        double total = 0;
        double known = 0;
        if (start.to() < until.from()) {
            MidTime certain = life.certainMids();
            total = certain.total() / 2;
            known = certain.known();
        }
        double found = known > 0 ? total / known : value;
        found = pulled(start, found, total, known, uncertain, high);
        found = pulled(until, found, total, known, uncertain, high);
        return high ? Math.max(found, value) : Math.min(found, value);
    }

    private static double pulled(Mark by, double found, double total, double known, double uncertain, boolean high) {
        if (by.range().isEmpty()) {
            return found;
        }
        double mid = (high ? by.range().hiTwice() : by.range().loTwice()) / 2.0;
        double all = (total + uncertain * mid) / (known + uncertain);
        return high ? Math.max(found, all) : Math.min(found, all);
    }
}
